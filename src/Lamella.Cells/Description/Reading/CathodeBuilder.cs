using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Laws;
using Lamella.Materials.OpenCircuit;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Description.Reading;

/// <summary>Builds the porous cathode: volumes from masses, stoichiometry window from capacity, overrides of the material.</summary>
internal sealed class CathodeBuilder(CellValues values, MaterialLibrary materials, WindowMemo windows, double cellTemperature)
{
    private const string Path = "cathode";
    private const double MiddleOfTheWindow = 0.5; // stoichiometry at which the material's activation energy of D is read
    private const double BinderDensity = 1780.0; // [kg/m³] PVDF
    private const double CarbonDensity = 1900.0; // [kg/m³] carbon black

    private readonly StatedLaws _laws = new(values, cellTemperature);

    /// <summary>Builds the cathode, whose pores are filled by <paramref name="pores"/>.</summary>
    /// <param name="lower">Lower cut-off [V].</param>
    /// <param name="upper">Upper cut-off [V].</param>
    /// <param name="pores">Makes the electrolyte in the pores from thickness [m] and porosity [–].</param>
    /// <param name="capacity">Receives the reversible capacity per mass of active material [C/kg].</param>
    internal PorousCathode Build(double lower, double upper, Func<double, double, ElectrolyteLayer> pores, out double capacity)
    {
        StatedText named = values.Content.Text("cathode/material")!;
        ActiveMaterial material = MaterialLookup.Get<ActiveMaterial>(materials, named.Text, named.Place);
        values.Law("cathode/open-circuit potential", material.Name, material.OpenCircuitPotential.Source);
        values.Note(material.Cautions);
        (double loading, CathodeGeometry geometry) = Masses(material);
        (double thickness, double porosity) = Volumes(geometry);
        StoichiometryWindow window = Window(material, lower, upper);
        capacity = window.SpecificCapacity;
        PropertyLaw potential = HostKnee.Continue(material.OpenCircuitPotential, window, lower, upper, cellTemperature, out string? knee);
        if (knee is not null)
        {
            values.Note(knee);
        }

        material = material with
        {
            OpenCircuitPotential = potential,
            Diffusivity = Diffusivity(material),
            Kinetics = Kinetics(material),
        };
        return new PorousCathode
        {
            Material = material,
            Thickness = thickness,
            ActiveVolumeFraction = geometry.ActiveVolume / thickness,
            Pores = pores(thickness, porosity),
            ElectronicConductivity = ElectronicConductivity(material),
            ParticleRadius = values.Take(
                "cathode/particle radius", material.ParticleRadius, "um", material.Sources[nameof(ActiveMaterial.ParticleRadius)]),
            MaximumConcentration = window.MaximumConcentration,
            ChargedStoichiometry = window.Charged,
            DischargedStoichiometry = window.Discharged,
            FilmResistance = values.Take(
                "cathode/film resistance", 0.0, "ohm cm2", Source.Assumption("no film resistance is stated")),
            ActiveLoading = loading,
        };
    }

    private (double Loading, CathodeGeometry Geometry) Masses(ActiveMaterial material)
    {
        double active = values.Take("cathode/composition/active")!.Value;
        double binder = values.Take("cathode/composition/binder") ?? 0.0;
        double carbon = values.Take("cathode/composition/carbon") ?? 0.0;
        double loading = values.Take("cathode/loading") ?? (active * values.Take("cathode/electrode loading")!.Value);
        double volumePerMass = active / material.CrystalDensity;
        volumePerMass += binder == 0.0 ? 0.0 : binder / Density("binder", BinderDensity, "PVDF");
        volumePerMass += carbon == 0.0 ? 0.0 : carbon / Density("carbon", CarbonDensity, "carbon black");
        return (loading, new CathodeGeometry(loading / active * volumePerMass, loading / material.CrystalDensity));
    }

    private double Density(string part, double usual, string what) =>
        values.Take($"cathode/{part} density", usual, "g/cm3", Source.Assumption($"density of {what}"));

    private (double Thickness, double Porosity) Volumes(CathodeGeometry geometry)
    {
        double? thickness = values.Take("cathode/thickness"), porosity = values.Take("cathode/porosity");
        var derived = new Source(Origin.Derived, "from loading, composition and densities", null, null, Confidence.Verified);
        if (thickness is null)
        {
            double computed = geometry.ThicknessAt(porosity!.Value);
            values.Default("cathode/thickness", computed, "um", derived);
            return (computed, porosity.Value);
        }

        double left = geometry.PorosityAt(thickness.Value);
        if (left <= 0.0)
        {
            throw Contradiction(geometry, thickness.Value, porosity, "the solids alone would fill more than the thickness.");
        }

        if (porosity is null)
        {
            values.Default("cathode/porosity", left, "vol%", derived);
        }
        else if (Math.Abs(geometry.LoadingFactor(thickness.Value, porosity.Value) - 1.0) > CathodeGeometry.Tolerance)
        {
            throw Contradiction(geometry, thickness.Value, porosity, "loading, thickness and porosity contradict each other.");
        }
        else
        {
            values.Note(FormattableString.Invariant(
                $"cathode/porosity: {100.0 * left:F2} vol% follows from loading and thickness and is used; {100.0 * porosity.Value:F2} vol% is stated."));
        }

        return (thickness.Value, left);
    }

    private InputException Contradiction(CathodeGeometry geometry, double thickness, double? porosity, string problem)
    {
        StatedValue loading = values.Content.Find("cathode/loading") ?? values.Content.Find("cathode/electrode loading")!;
        string stated = FormattableString.Invariant($"{loading.Quantity} of loading, {thickness * 1e6:G6} um of thickness");
        string third = porosity is null ? string.Empty : FormattableString.Invariant($" and {100.0 * porosity.Value:G4} vol% of porosity");
        string consistent = porosity is null
            ? FormattableString.Invariant($"at most {loading.Quantity.Value * thickness / geometry.SolidVolume:G4} {loading.Quantity.Unit} fits into the thickness without any pore")
            : FormattableString.Invariant(
                $"{loading.Quantity.Value * geometry.LoadingFactor(thickness, porosity.Value):G4} {loading.Quantity.Unit}, or {geometry.ThicknessAt(porosity.Value) * 1e6:G4} um, or {100.0 * geometry.PorosityAt(thickness):G4} vol% (agreement within 2 %)");
        return new InputException(
            loading.Place,
            $"{problem} Given: {stated}{third}.",
            consistent,
            "Correct the wrong one, or leave out thickness or porosity: it then follows. Loading counts the active material, "
            + "'electrode loading' the whole coating.");
    }

    private StoichiometryWindow Window(ActiveMaterial material, double lower, double upper)
    {
        double? stated = values.Take("cathode/reversible capacity");
        try
        {
            StoichiometryWindow window = windows.Find(material, lower, upper, cellTemperature, stated);
            if (stated is null)
            {
                values.Default(
                    "cathode/reversible capacity",
                    window.SpecificCapacity,
                    "mAh/g",
                    material.OpenCircuitPotential.Source with { Origin = Origin.Derived });
            }

            values.Note(window.Notes);
            return window;
        }
        catch (ArgumentException error)
        {
            InputPlace place = (values.Content.Find("cathode/reversible capacity") ?? values.Content.Find("cut-offs/upper")!).Place;
            throw new InputException(
                place, error.Message, string.Empty, "Check the cut-offs, the reversible capacity and the material against each other.");
        }
    }

    private PropertyLaw Diffusivity(ActiveMaterial material)
    {
        const string Key = $"{Path}/solid diffusivity";
        if (values.Content.Find(Key) is { } stated)
        {
            return _laws.Make(Key, stated, 1.0, material.Diffusivity, MiddleOfTheWindow);
        }

        PropertyLaw law = _laws.FromMaterial(Key, material.Name, material.Diffusivity);
        values.Default(Key, law.At(MiddleOfTheWindow, cellTemperature), "m2/s", law.Source, temperature: cellTemperature);
        return law;
    }

    private IntercalationKinetics Kinetics(ActiveMaterial material)
    {
        const string Key = $"{Path}/exchange current density";
        IntercalationKinetics kinetics = material.Kinetics;
        StatedValue? stated = values.Content.Find(Key);
        double value = values.Take(Key, kinetics.ReferenceExchangeCurrentDensity, "mA/cm2", kinetics.Source);
        double energy = values.Take($"{Key}/activation energy", kinetics.ActivationEnergy, "eV", kinetics.Source);
        return kinetics with
        {
            ReferenceExchangeCurrentDensity = value,
            ActivationEnergy = energy,
            ReferenceTemperature = stated is null ? kinetics.ReferenceTemperature : stated.Quantity.Temperature ?? cellTemperature,
            Source = stated?.Quantity.Source ?? kinetics.Source,
        };
    }

    private double ElectronicConductivity(ActiveMaterial material)
    {
        const string Key = $"{Path}/electronic conductivity";
        if (values.Content.Find(Key) is { Quantity.State: not (ReferenceState.None or ReferenceState.EffectiveInHost) } stated)
        {
            throw new InputException(
                stated.Place,
                $"'cathode / electronic conductivity' has the state '{stated.Quantity.State.Text()}'.",
                "the value of the porous electrode, state: effective in host",
                "Measure or estimate it on the electrode: powders and pellets conduct differently.");
        }

        return values.Take(Key, material.ElectronicConductivity, "S/m", material.Sources[nameof(ActiveMaterial.ElectronicConductivity)]);
    }
}
