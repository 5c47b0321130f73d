using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Laws;
using Lamella.Materials.OpenCircuit;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Description.Reading;

/// <summary>Particles of one material before their stoichiometry window is known.</summary>
/// <param name="Path">Where the file describes them.</param>
/// <param name="Material">The material as published, on the chosen branch.</param>
/// <param name="VolumeFraction">Volume per volume of the electrode [–].</param>
/// <param name="Loading">Mass per geometric area [kg/m²].</param>
internal sealed record DraftParticles(string Path, ActiveMaterial Material, double VolumeFraction, double Loading);

/// <summary>The stoichiometry window of particles.</summary>
/// <param name="Charged">x of the charged cell [–].</param>
/// <param name="Discharged">x of the discharged cell [–].</param>
/// <param name="MaximumConcentration">c_max [mol/m³].</param>
/// <param name="Potential">U(x, T), continued to the cut-offs where needed.</param>
internal sealed record ParticleWindow(double Charged, double Discharged, double MaximumConcentration, PropertyLaw Potential)
{
    /// <summary>Reversible capacity per mass [C/kg].</summary>
    internal double SpecificCapacity(DraftParticles draft) =>
        PhysicalConstants.Faraday * MaximumConcentration * Math.Abs(Discharged - Charged) / draft.Material.CrystalDensity;
}

/// <summary>Builds the particles of a porous electrode.</summary>
internal sealed class ParticleBuilder(CellValues values, MaterialLibrary materials, WindowMemo windows, double cellTemperature)
{
    private const double MiddleOfTheWindow = 0.5; // stoichiometry at which the material's activation energy of D is read

    private static readonly string[] Branches = ["lithiation", "delithiation", "mean"];

    private readonly StatedLaws _laws = new(values, cellTemperature);

    /// <summary>Finds the material of a path, on the branch that the file chooses.</summary>
    internal ActiveMaterial Material(string path)
    {
        StatedText named = values.Content.Text($"{path}/material")!;
        ActiveMaterial material = MaterialLookup.Get<ActiveMaterial>(materials, named.Text, named.Place);
        values.Law($"{path}/open-circuit potential", material.Name, material.OpenCircuitPotential.Source);
        values.Note(material.Cautions);
        if (values.Content.Text($"{path}/branch") is not { } branch)
        {
            return material;
        }

        string? nearest = Suggestion.Nearest(branch.Text, Branches);
        return branch.Text switch
        {
            "mean" => material,
            "lithiation" or "delithiation" when material.LithiationPotential is null => throw new InputException(
                branch.Place, $"{material.Name} has one open-circuit potential, no branches.", "no 'branch'", "Remove the line, or name a material with hysteresis."),
            "lithiation" => material with { OpenCircuitPotential = material.LithiationPotential! },
            "delithiation" => material with { OpenCircuitPotential = material.DelithiationPotential! },
            _ => throw new InputException(
                branch.Place, $"the branch is '{branch.Text}'.", string.Join(", ", Branches), nearest is null ? "Use one of these." : $"Did you mean '{nearest}'?"),
        };
    }

    /// <summary>Returns the stated window, or null.</summary>
    internal ParticleWindow? Stated(DraftParticles draft, bool isNegative)
    {
        if (values.Take($"{draft.Path}/charged stoichiometry") is not { } charged || values.Take($"{draft.Path}/discharged stoichiometry") is not { } discharged)
        {
            return null;
        }

        if (isNegative ? charged <= discharged : charged >= discharged)
        {
            throw new InputException(
                values.Content.Find($"{draft.Path}/charged stoichiometry")!.Place,
                FormattableString.Invariant($"the charged stoichiometry {charged} and the discharged one {discharged} are in the wrong order."),
                isNegative ? "charged > discharged: an anode takes up lithium on charge" : "charged < discharged: a cathode gives lithium off on charge",
                "Exchange the two values.");
        }

        double maximum = values.Take($"{draft.Path}/reversible capacity") is { } capacity
            ? capacity * draft.Material.CrystalDensity / (PhysicalConstants.Faraday * Math.Abs(discharged - charged))
            : MaximumConcentration(draft);
        return new ParticleWindow(charged, discharged, maximum, draft.Material.OpenCircuitPotential);
    }

    /// <summary>Returns c_max as stated, else as published but at most the sites of the crystal [mol/m³].</summary>
    internal double MaximumConcentration(DraftParticles draft)
    {
        ActiveMaterial material = draft.Material;
        string path = $"{draft.Path}/maximum concentration";
        if (values.Take(path) is { } stated)
        {
            if (stated > material.CrystallographicSites)
            {
                values.Note(FormattableString.Invariant(
                    $"{path}: {stated:F0} mol/m3 exceeds the {material.CrystallographicSites:F0} lithium sites of {material.Name}; x is no occupancy."));
            }

            return stated;
        }

        double usable = Math.Min(material.PublishedMaximumConcentration, material.CrystallographicSites);
        values.Default(path, usable, "mol/m3", material.Sources[nameof(ActiveMaterial.PublishedMaximumConcentration)]);
        return usable;
    }

    /// <summary>Finds the window between cut-offs against lithium.</summary>
    internal ParticleWindow AgainstLithium(DraftParticles draft, double lower, double upper)
    {
        if (Stated(draft, isNegative: false) is { } window)
        {
            return window;
        }

        StoichiometryWindow found = Search(draft, lower, upper);
        PropertyLaw potential = HostKnee.Continue(
            draft.Material.OpenCircuitPotential, found, lower, upper, cellTemperature, out string? knee);
        values.Note(knee is null ? [] : [knee]);
        double maximum = values.Content.Find($"{draft.Path}/maximum concentration") is null ? found.MaximumConcentration : MaximumConcentration(draft);
        return new ParticleWindow(found.Charged, found.Discharged, maximum, potential);
    }

    /// <summary>Completes the material by what the file overrides.</summary>
    internal ActiveMaterial Complete(DraftParticles draft, ParticleWindow window) => draft.Material with
    {
        OpenCircuitPotential = window.Potential,
        Diffusivity = Diffusivity(draft),
        Kinetics = Kinetics(draft),
    };

    /// <summary>Makes the populations of one material: one, or several with a spread of sizes or plateau potentials.</summary>
    internal ImmutableArray<ActiveParticles> Populations(DraftParticles draft, ActiveMaterial material, ParticleWindow window)
    {
        var whole = new ActiveParticles
        {
            Material = material,
            VolumeFraction = draft.VolumeFraction,
            Radius = values.Take(
                $"{draft.Path}/particle radius", material.ParticleRadius, "um", material.Sources[nameof(ActiveMaterial.ParticleRadius)]),
            MaximumConcentration = window.MaximumConcentration,
            ChargedStoichiometry = window.Charged,
            DischargedStoichiometry = window.Discharged,
            FilmResistance = values.Take(
                $"{draft.Path}/film resistance", 0.0, "ohm cm2", Source.Assumption("no film resistance is stated")),
        };
        double radii = values.Take($"{draft.Path}/radius spread") ?? 0.0, plateaus = values.Take($"{draft.Path}/plateau spread") ?? 0.0;
        double count = values.Take($"{draft.Path}/populations") ?? 1.0;
        return count != Math.Floor(count)
            ? throw new InputException(
                values.Content.Find($"{draft.Path}/populations")!.Place, FormattableString.Invariant($"{count} populations are given."), "a whole number", "Round it.")
            : PopulationSpread.Split(whole, (int)count, radii, plateaus);
    }

    private StoichiometryWindow Search(DraftParticles draft, double lower, double upper)
    {
        string path = $"{draft.Path}/reversible capacity";
        double? stated = values.Take(path);
        try
        {
            StoichiometryWindow window = windows.Find(draft.Material, lower, upper, cellTemperature, stated);
            if (stated is null)
            {
                values.Default(
                    path, window.SpecificCapacity, "mAh/g", draft.Material.OpenCircuitPotential.Source with { Origin = Origin.Derived });
            }

            values.Note(window.Notes);
            return window;
        }
        catch (ArgumentException error)
        {
            InputPlace place = (values.Content.Find(path) ?? values.Content.Find("cut-offs/upper")!).Place;
            throw new InputException(
                place, error.Message, string.Empty, "Check the cut-offs, the reversible capacity and the material against each other.");
        }
    }

    private PropertyLaw Diffusivity(DraftParticles draft)
    {
        string key = $"{draft.Path}/solid diffusivity";
        if (values.Content.Find(key) is { } stated)
        {
            return _laws.Make(key, stated, 1.0, draft.Material.Diffusivity, MiddleOfTheWindow);
        }

        PropertyLaw law = _laws.FromMaterial(key, draft.Material.Name, draft.Material.Diffusivity);
        values.Default(key, law.At(MiddleOfTheWindow, cellTemperature), "m2/s", law.Source, temperature: cellTemperature);
        return law;
    }

    private IntercalationKinetics Kinetics(DraftParticles draft)
    {
        string key = $"{draft.Path}/exchange current density";
        IntercalationKinetics kinetics = draft.Material.Kinetics;
        StatedValue? stated = values.Content.Find(key);
        double value = values.Take(key, kinetics.ReferenceExchangeCurrentDensity, "mA/cm2", kinetics.Source);
        double energy = values.Take($"{key}/activation energy", kinetics.ActivationEnergy, "eV", kinetics.Source);
        return kinetics with
        {
            ReferenceExchangeCurrentDensity = value,
            ActivationEnergy = energy,
            ReferenceTemperature = stated is null ? kinetics.ReferenceTemperature : stated.Quantity.Temperature ?? cellTemperature,
            Source = stated?.Quantity.Source ?? kinetics.Source,
        };
    }
}
