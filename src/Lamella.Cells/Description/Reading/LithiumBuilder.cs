using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Description.Reading;

/// <summary>Builds a lithium electrode.</summary>
internal sealed class LithiumBuilder(CellValues values, MaterialLibrary materials, double cellTemperature)
{
    private const string UsualMaterial = "lithium-xu2019";

    private static readonly Source NoFilm = Source.Assumption("no film resistance is stated");

    /// <summary>Builds the electrode of one mapping.</summary>
    /// <param name="path">Path of the mapping.</param>
    /// <param name="like">Path of the electrode from which it takes what it does not state, or null.</param>
    internal LithiumElectrode Build(string path, string? like = null)
    {
        string Key(string name) =>
            like is null || values.Content.States($"{path}/{name}") ? $"{path}/{name}" : $"{like}/{name}";

        LithiumMetal material = Find(Key("material"), path);
        double thickness = values.Take(Key("thickness"))!.Value;
        LithiumMetal metal = Kinetics(Key("exchange current density"), Key("activation energy"), material);
        StatedValue? film = values.Content.Find(Key("film resistance"));
        double resistance = values.Take(Key("film resistance"), 0.0, "ohm cm2", NoFilm);
        return new LithiumElectrode
        {
            Metal = metal,
            Thickness = thickness,
            FilmResistance = resistance,
            FilmActivationEnergy = film is null ? 0.0 : FilmEnergy(Key("film resistance"), film),
            FilmReferenceTemperature = film?.Quantity.Temperature ?? cellTemperature,
            FilmCapacitance = values.Take(Key("film capacitance")) ?? 0.0,
            DoubleLayerCapacitance = values.Take(Key("double layer capacitance")) ?? 0.0,
        };
    }

    /// <summary>Finds the metal that plates elsewhere than on a foil.</summary>
    /// <param name="materialKey">Path of the word that names it.</param>
    /// <param name="currentKey">Path of its exchange current density.</param>
    /// <param name="energyKey">Path of its activation energy.</param>
    /// <param name="path">Path of the electrode, for messages.</param>
    internal LithiumMetal Metal(string materialKey, string currentKey, string energyKey, string path) =>
        Kinetics(currentKey, energyKey, Find(materialKey, path));

    private LithiumMetal Find(string key, string path)
    {
        StatedText? named = values.Content.Text(key);
        return MaterialLookup.Get<LithiumMetal>(
            materials, named?.Text ?? UsualMaterial, named?.Place ?? values.Content.PlaceOf(path));
    }

    private LithiumMetal Kinetics(string key, string energyKey, LithiumMetal metal)
    {
        StatedValue? stated = values.Content.Find(key);
        double value = values.Take(
            key, metal.ReferenceExchangeCurrentDensity, "mA/cm2", metal.Sources[nameof(LithiumMetal.ReferenceExchangeCurrentDensity)]);
        double energy = values.Take($"{key}/activation energy") ?? values.Take(
            energyKey, metal.ActivationEnergy, "eV", metal.Sources[nameof(LithiumMetal.ActivationEnergy)]);
        return metal with
        {
            ReferenceExchangeCurrentDensity = value,
            ActivationEnergy = energy,
            ReferenceTemperature = stated is null ? metal.ReferenceTemperature : stated.Quantity.Temperature ?? cellTemperature,
        };
    }

    private double FilmEnergy(string path, StatedValue film)
    {
        if (values.Take($"{path}/activation energy") is { } energy)
        {
            return energy;
        }

        if (film.Si > 0.0)
        {
            values.Note($"{path}: no activation energy is stated, so {film.Quantity} holds at every temperature.");
        }

        return 0.0;
    }
}
