using System.Collections.Immutable;
using Lamella.Core.Yaml;

namespace Lamella.Materials.Bpx;

/// <summary>Reads electrodes, separators and particles of a BPX file.</summary>
internal sealed class BpxElectrodeReader
{
    private static readonly BpxRange OpenShare = new(0.0, 1.0, IsOpen: true);

    /// <summary>Reads the separator.</summary>
    internal BpxContact Separator(YamlMapping section)
    {
        section.AllowOnly(BpxSchema.Thickness, BpxSchema.Porosity, BpxSchema.Efficiency);
        return new BpxContact
        {
            Thickness = BpxNodes.Number(section, BpxSchema.Thickness, BpxRange.Positive),
            Porosity = BpxNodes.Number(section, BpxSchema.Porosity, OpenShare),
            TransportEfficiency = BpxNodes.Number(section, BpxSchema.Efficiency, OpenShare),
        };
    }

    /// <summary>Reads an electrode of one material or of a blend, with or without what only porous-electrode models need.</summary>
    internal BpxElectrode Electrode(YamlMapping section)
    {
        string[] own = [BpxSchema.Thickness, BpxSchema.Porosity, BpxSchema.Efficiency, BpxSchema.Conductivity];
        bool isBlend = section.Optional(BpxSchema.Blend) is not null;
        section.AllowOnly([.. own, .. isBlend ? (IEnumerable<string>)[BpxSchema.Blend] : [.. BpxSchema.ParticleKeys, BpxSchema.Blend]]);
        string[] stated = [.. own.Skip(1).Where(key => section.Optional(key) is not null)];
        if (stated.Length is 1 or 2)
        {
            throw section.Error(
                $"{BpxNodes.Label(section)} lacks '{own.Skip(1).First(key => !stated.Contains(key))}'.",
                $"'{BpxSchema.Porosity}', '{BpxSchema.Efficiency}' and '{BpxSchema.Conductivity}' together; a file for single particles has none of them",
                "Add what is missing.");
        }

        return new BpxElectrode
        {
            Thickness = BpxNodes.Number(section, BpxSchema.Thickness, BpxRange.Positive),
            Porosity = BpxNodes.NumberOrNull(section, BpxSchema.Porosity, OpenShare) ?? double.NaN,
            TransportEfficiency = BpxNodes.NumberOrNull(section, BpxSchema.Efficiency, OpenShare) ?? double.NaN,
            Conductivity = BpxNodes.NumberOrNull(section, BpxSchema.Conductivity, BpxRange.Positive) ?? double.NaN,
            Particles = isBlend ? Blend(section.Required(BpxSchema.Blend).AsMapping()) : [Particle(section, string.Empty)],
        };
    }

    private static ImmutableArray<BpxParticle> Blend(YamlMapping particles) => particles.Entries.IsEmpty
        ? throw particles.Error("the blend has no particles.", "at least one material by name", "Add the materials, or write their keys into the electrode.")
        : [.. particles.Entries.Select(entry => Particle(entry.Value.AsMapping().AllowOnly([.. BpxSchema.ParticleKeys]), entry.Key))];

    private static BpxParticle Particle(YamlMapping section, string name)
    {
        double minimum = BpxNodes.Number(section, BpxSchema.Minimum, BpxRange.Share);
        double maximum = BpxNodes.Number(section, BpxSchema.Maximum, BpxRange.Share);
        if (minimum >= maximum)
        {
            throw section.Required(BpxSchema.Minimum).Error(
                FormattableString.Invariant($"the minimum stoichiometry {minimum} is not below the maximum {maximum}."), "minimum < maximum", "Correct the wrong one.");
        }

        _ = BpxNodes.NumberOrNull(section, BpxSchema.Hysteresis, BpxRange.NotNegative);
        return new BpxParticle
        {
            Name = name,
            MinimumStoichiometry = minimum,
            MaximumStoichiometry = maximum,
            MaximumConcentration = BpxNodes.Number(section, BpxSchema.MaximumConcentration, BpxRange.Positive),
            Radius = BpxNodes.Number(section, BpxSchema.Radius, BpxRange.Positive),
            SurfaceArea = BpxNodes.Number(section, BpxSchema.SurfaceArea, BpxRange.Positive),
            Diffusivity = BpxNodes.Function(section.Required(BpxSchema.Diffusivity)),
            DiffusivityActivationEnergy = BpxNodes.NumberOrNull(section, BpxSchema.DiffusivityEnergy, BpxRange.Any) ?? 0.0,
            Potential = BpxNodes.Function(section.Required(BpxSchema.Potential)),
            DelithiationPotential = section.Optional(BpxSchema.Delithiation) is { } up ? BpxNodes.Function(up) : null,
            LithiationPotential = section.Optional(BpxSchema.Lithiation) is { } down ? BpxNodes.Function(down) : null,
            EntropicCoefficient = section.Optional(BpxSchema.Entropy) is { } entropy ? BpxNodes.Function(entropy) : null,
            RateConstant = BpxNodes.Number(section, BpxSchema.Rate, BpxRange.Positive),
            RateActivationEnergy = BpxNodes.NumberOrNull(section, BpxSchema.RateEnergy, BpxRange.Any) ?? 0.0,
        };
    }
}
