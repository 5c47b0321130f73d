using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Description.Reading;

/// <summary>Builds bare collectors, blocking and inert electrodes.</summary>
internal sealed class PlanarBuilder(CellValues values, MaterialLibrary materials, double cellTemperature)
{
    private const double UsualCapacitance = 0.1; // [F/m²] 10 µF/cm² of a smooth metal
    private const double UsualCoverage = 5e-9;
    private const double UsualNucleationCharge = 100.0;

    private static readonly Source Smooth = Source.Assumption("double layer of a smooth metal, 10 uF/cm2");

    /// <summary>Builds a bare collector.</summary>
    internal BareCollector Collector(string path)
    {
        StatedText? named = values.Content.Text($"{path}/material");
        CurrentCollector collector = MaterialLookup.Get<CurrentCollector>(
            materials, named?.Text ?? "copper", named?.Place ?? values.Content.PlaceOf(path));
        return new BareCollector
        {
            Name = collector.Name,
            Lithium = new LithiumBuilder(values, materials, cellTemperature).Metal(
                $"{path}/lithium", $"{path}/exchange current density", $"{path}/activation energy", path),
            PlatedThickness = values.Take($"{path}/plated thickness", 0.0, "um", Source.Assumption("no lithium is plated at the start")),
            CoverageThickness = values.Take(
                $"{path}/coverage thickness", UsualCoverage, "nm", Source.Assumption("some ten atomic layers cover the collector")),
            NucleationOverpotential = values.Take(
                $"{path}/nucleation overpotential", 0.0, "mV", Source.Assumption("no nucleation overpotential is stated")),
            NucleationCharge = values.Take(
                $"{path}/nucleation charge", UsualNucleationCharge, "mAh/cm2", Source.Assumption("the dip of nucleation ends within some 0.03 mAh/cm2")),
            LossOnPlating = values.Take($"{path}/loss on plating", 0.0, "%", Source.Assumption("all plated lithium strips, where no loss is stated")),
            FilmResistance = values.Take($"{path}/film resistance", 0.0, "ohm cm2", Source.Assumption("no film resistance is stated")),
            DoubleLayerCapacitance = values.Take($"{path}/double layer capacitance") ?? 0.0,
        };
    }

    /// <summary>Builds a blocking electrode.</summary>
    /// <param name="path">Path of the mapping.</param>
    /// <param name="like">Path of the electrode from which it takes what it does not state, or null.</param>
    internal BlockingElectrode Blocking(string path, string? like = null)
    {
        string Key(string name) => like is null || values.Content.States($"{path}/{name}") ? $"{path}/{name}" : $"{like}/{name}";
        return new BlockingElectrode
        {
            DoubleLayerCapacitance = values.Take(Key("double layer capacitance"), UsualCapacitance, "uF/cm2", Smooth),
            ZeroChargePotential = values.Take(
                Key("zero charge potential"), 0.0, "V", Source.Assumption("the scale of the potential starts at zero charge")),
        };
    }

    /// <summary>Builds an inert electrode.</summary>
    internal InertElectrode Inert(string path)
    {
        ImmutableArray<string> names = values.Content.ItemsOf($"{path}/reactions");
        if (names.IsEmpty)
        {
            throw values.Content.Missing(
                path, "reactions", "List at least one: {name: oxidation of PEO, kind: oxidation, exchange current density: 0.1 uA/cm2, potential: 4.2 V}.");
        }

        return new InertElectrode
        {
            Reactions = [.. names.Select(name => Reaction($"{path}/reactions/{name}", name))],
            RestPotential = values.Take($"{path}/rest potential")
                ?? throw values.Content.Missing(path, "rest potential", "Add the open-circuit potential against lithium, such as 'rest potential: 2.8 V'."),
            DoubleLayerCapacitance = values.Take($"{path}/double layer capacitance", UsualCapacitance, "uF/cm2", Smooth),
        };
    }

    private IrreversibleReaction Reaction(string path, string name)
    {
        StatedText kind = values.Content.Text($"{path}/kind")
            ?? throw values.Content.Missing(path, "kind", "Add 'kind: oxidation' or 'kind: reduction'.");
        if (kind.Text is not ("oxidation" or "reduction"))
        {
            string? nearest = Suggestion.Nearest(kind.Text, ["oxidation", "reduction"]);
            throw new InputException(
                kind.Place, $"the kind of the reaction is '{kind.Text}'.", "oxidation, reduction", nearest is null ? "Use one of the two." : $"Did you mean '{nearest}'?");
        }

        string current = $"{path}/exchange current density";
        double Required(string key, string example) => values.Take($"{path}/{key}")
            ?? throw values.Content.Missing(path, key, $"Add '{key}: {example}'.");
        return new IrreversibleReaction(
            name,
            Required("exchange current density", "0.1 uA/cm2"),
            Required("potential", "4.2 V"),
            values.Take($"{path}/transfer coefficient", 0.5, "1", Source.Assumption("symmetric barrier")),
            kind.Text == "oxidation",
            values.Take($"{current}/activation energy") ?? 0.0,
            values.Content.Find(current)!.Quantity.Temperature ?? cellTemperature);
    }
}
