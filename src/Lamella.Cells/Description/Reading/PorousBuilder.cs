using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Description.Reading;

/// <summary>Builds a porous electrode: volumes from masses or stated, particles of one material or a blend, overrides of materials.</summary>
internal sealed class PorousBuilder(CellValues values, MaterialLibrary materials, WindowMemo windows, double cellTemperature, string side)
{
    private const double BinderDensity = 1780.0; // [kg/m³] PVDF
    private const double CarbonDensity = 1900.0; // [kg/m³] carbon black

    private readonly ParticleBuilder _particles = new(values, materials, windows, cellTemperature);
    private PorousGeometry _geometry;
    private double _thickness;
    private double _porosity;
    private double _loading;
    private ImmutableArray<DraftParticles> _drafts = [];

    /// <summary>Gets the particles before their stoichiometry windows are known; after <see cref="Draft"/>.</summary>
    internal ImmutableArray<DraftParticles> Drafts => _drafts;

    /// <summary>Gets the thickness [m]; after <see cref="Draft"/>.</summary>
    internal double Thickness => _thickness;

    /// <summary>Gets the path of the electrode.</summary>
    internal string Side => side;

    /// <summary>Reads materials, masses and volumes.</summary>
    internal void Draft()
    {
        ImmutableArray<string> blend = values.Content.ItemsOf($"{side}/blend");
        ImmutableArray<(string Path, ActiveMaterial Material, double Share)> parts = blend.IsEmpty
            ? [(side, _particles.Material(side), 1.0)]
            : [.. blend.Select(name => ($"{side}/blend/{name}", _particles.Material($"{side}/blend/{name}"), values.Take($"{side}/blend/{name}/share")!.Value))];
        double volumePerMass = parts.Sum(part => part.Share / part.Material.CrystalDensity);
        double activeVolume = values.Content.Find($"{side}/active volume fraction") is null
            ? FromMasses(volumePerMass) : FromVolumes(volumePerMass);
        _drafts =
        [
            .. parts.Select(part => new DraftParticles(
                part.Path, part.Material, activeVolume / _thickness * part.Share / part.Material.CrystalDensity / volumePerMass, part.Share * _loading)),
        ];
    }

    /// <summary>Finds the windows against lithium between the cut-offs.</summary>
    /// <param name="lower">Lower cut-off [V].</param>
    /// <param name="upper">Upper cut-off [V].</param>
    /// <param name="capacity">Receives the reversible capacity per mass of active material [C/kg].</param>
    internal ImmutableArray<ParticleWindow> WindowsAgainstLithium(double lower, double upper, out double capacity)
    {
        ImmutableArray<ParticleWindow> found = [.. _drafts.Select(draft => _particles.AgainstLithium(draft, lower, upper))];
        capacity = _drafts.Zip(found).Sum(pair => pair.First.Loading * pair.Second.SpecificCapacity(pair.First)) / _loading;
        return found;
    }

    /// <summary>Returns the window that the file states for particles, or null.</summary>
    internal ParticleWindow? StatedWindow(DraftParticles draft, bool isNegative) => _particles.Stated(draft, isNegative);

    /// <summary>Returns c_max of particles whose window is to be found [mol/m³].</summary>
    internal double MaximumConcentration(DraftParticles draft) => _particles.MaximumConcentration(draft);

    /// <summary>Makes the electrode.</summary>
    /// <param name="found">The windows, one for each of <see cref="Drafts"/>.</param>
    /// <param name="pores">Makes the electrolyte in the pores from thickness [m] and porosity [–].</param>
    internal PorousElectrode Build(ImmutableArray<ParticleWindow> found, Func<double, double, ElectrolyteLayer> pores)
    {
        ImmutableArray<ActiveMaterial> complete = [.. _drafts.Zip(found).Select(pair => _particles.Complete(pair.First, pair.Second))];
        ElectrolyteLayer electrolyte = pores(_thickness, _porosity);
        double conductivity = ElectronicConductivity(complete[0]);
        return new PorousElectrode
        {
            Thickness = _thickness,
            Pores = electrolyte,
            ElectronicConductivity = conductivity,
            Particles = [.. Enumerable.Range(0, found.Length).SelectMany(k => _particles.Populations(_drafts[k], complete[k], found[k]))],
            ActiveLoading = _loading,
            DoubleLayerCapacitance = values.Take($"{side}/double layer capacitance") ?? 0.0,
        };
    }

    /// <summary>Volumes from a stated volume fraction of active material, thickness and porosity; returns the active volume per area [m].</summary>
    private double FromVolumes(double volumePerMass)
    {
        _thickness = values.Take($"{side}/thickness")
            ?? throw values.Content.Missing(side, "thickness", "Beside 'active volume fraction', add 'thickness: 80 um'.");
        _porosity = values.Take($"{side}/porosity")
            ?? throw values.Content.Missing(side, "porosity", "Beside 'active volume fraction', add 'porosity: 30 vol%'.");
        double fraction = values.Take($"{side}/active volume fraction")!.Value;
        if (fraction + _porosity > 1.0 + 1e-9)
        {
            throw new InputException(
                values.Content.Find($"{side}/active volume fraction")!.Place,
                FormattableString.Invariant($"active material ({100.0 * fraction:G4} vol%) and pores ({100.0 * _porosity:G4} vol%) fill more than the electrode."),
                "at most 100 vol% together",
                "Correct one of the two; binder and carbon take the rest.");
        }

        _loading = fraction * _thickness / volumePerMass;
        return fraction * _thickness;
    }

    /// <summary>Volumes from loading, composition and densities; returns the active volume per area [m].</summary>
    private double FromMasses(double volumePerMass)
    {
        double active = values.Take($"{side}/composition/active")!.Value;
        double binder = values.Take($"{side}/composition/binder") ?? 0.0;
        double carbon = values.Take($"{side}/composition/carbon") ?? 0.0;
        _loading = values.Take($"{side}/loading") ?? (active * values.Take($"{side}/electrode loading")!.Value);
        double solid = active * volumePerMass;
        solid += binder == 0.0 ? 0.0 : binder / Density("binder", BinderDensity, "PVDF");
        solid += carbon == 0.0 ? 0.0 : carbon / Density("carbon", CarbonDensity, "carbon black");
        _geometry = new PorousGeometry(_loading / active * solid, _loading * volumePerMass);
        (_thickness, _porosity) = Volumes(_geometry);
        return _geometry.ActiveVolume;
    }

    private double Density(string part, double usual, string what) =>
        values.Take($"{side}/{part} density", usual, "g/cm3", Source.Assumption($"density of {what}"));

    private (double Thickness, double Porosity) Volumes(PorousGeometry geometry)
    {
        double? thickness = values.Take($"{side}/thickness"), porosity = values.Take($"{side}/porosity");
        var derived = new Source(Origin.Derived, "from loading, composition and densities", null, null, Confidence.Verified);
        if (thickness is null)
        {
            double computed = geometry.ThicknessAt(porosity!.Value);
            values.Default($"{side}/thickness", computed, "um", derived);
            return (computed, porosity.Value);
        }

        double left = geometry.PorosityAt(thickness.Value);
        if (left <= 0.0)
        {
            throw Contradiction(geometry, thickness.Value, porosity, "the solids alone would fill more than the thickness.");
        }

        if (porosity is null)
        {
            values.Default($"{side}/porosity", left, "vol%", derived);
        }
        else if (Math.Abs(geometry.LoadingFactor(thickness.Value, porosity.Value) - 1.0) > PorousGeometry.Tolerance)
        {
            throw Contradiction(geometry, thickness.Value, porosity, "loading, thickness and porosity contradict each other.");
        }
        else
        {
            values.Note(FormattableString.Invariant(
                $"{side}/porosity: {100.0 * left:F2} vol% follows from loading and thickness and is used; {100.0 * porosity.Value:F2} vol% is stated."));
        }

        return (thickness.Value, left);
    }

    private InputException Contradiction(PorousGeometry geometry, double thickness, double? porosity, string problem)
    {
        StatedValue loading = values.Content.Find($"{side}/loading") ?? values.Content.Find($"{side}/electrode loading")!;
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

    private double ElectronicConductivity(ActiveMaterial material)
    {
        string key = $"{side}/electronic conductivity";
        if (values.Content.Find(key) is { Quantity.State: not (ReferenceState.None or ReferenceState.EffectiveInHost) } stated)
        {
            throw new InputException(
                stated.Place,
                $"'{side} / electronic conductivity' has the state '{stated.Quantity.State.Text()}'.",
                "the value of the porous electrode, state: effective in host",
                "Measure or estimate it on the electrode: powders and pellets conduct differently.");
        }

        return values.Take(key, material.ElectronicConductivity, "S/m", material.Sources[nameof(ActiveMaterial.ElectronicConductivity)]);
    }
}
