using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Materials.Bpx;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Laws;

namespace Lamella.Cells.Description.Bpx;

/// <summary>Turns porous electrodes into those of a BPX file.</summary>
internal sealed class BpxElectrodes(
    BpxLiquid liquid, double concentration, double temperature, ImmutableArray<string>.Builder losses)
{
    private const double Margin = 0.02; // stoichiometry beyond the window in which functions are sampled

    /// <summary>Turns one electrode.</summary>
    internal BpxElectrode Electrode(PorousElectrode electrode, string side)
    {
        var pores = (BinaryLayer)electrode.Pores;
        ImmutableArray<string> names = Names(electrode, side);
        return new BpxElectrode
        {
            Thickness = electrode.Thickness,
            Porosity = pores.VolumeFraction,
            TransportEfficiency = liquid.Efficiency(pores, side),
            Conductivity = electrode.ElectronicConductivity,
            Particles = [.. electrode.Particles.Select((population, index) => Particle(population, names[index], side))],
        };
    }

    /// <summary>Names of a blend, each once; an electrode of one material whose name says no more needs none.</summary>
    private static ImmutableArray<string> Names(PorousElectrode electrode, string side)
    {
        if (electrode.Particles is [var only])
        {
            return [only.Material.Name == $"{side} material" ? string.Empty : only.Material.Name];
        }

        var names = ImmutableArray.CreateBuilder<string>();
        foreach (ActiveParticles population in electrode.Particles)
        {
            string name = population.Material.Name;
            int number = 1 + names.Count(known => known == name || known.StartsWith(name + " (", StringComparison.Ordinal));
            names.Add(number == 1 ? name : FormattableString.Invariant($"{name} ({number})"));
        }

        return names.ToImmutable();
    }

    private BpxParticle Particle(ActiveParticles population, string name, string side)
    {
        ActiveMaterial material = population.Material;
        double low = Math.Min(population.ChargedStoichiometry, population.DischargedStoichiometry);
        double high = Math.Max(population.ChargedStoichiometry, population.DischargedStoichiometry);
        ValidRange range = Around(low, high, material);
        IntercalationKinetics kinetics = material.Kinetics;
        Note(population, side);
        BpxLaw diffusivity = Law(material.Diffusivity, range, $"diffusivity in {material.Name}");
        return new BpxParticle
        {
            Name = name,
            MinimumStoichiometry = low,
            MaximumStoichiometry = high,
            MaximumConcentration = population.MaximumConcentration,
            Radius = population.Radius,
            SurfaceArea = 3.0 * population.VolumeFraction / population.Radius,
            Diffusivity = diffusivity.Function.Times(diffusivity.Factor),
            DiffusivityActivationEnergy = diffusivity.ActivationEnergy,
            Potential = Potential(material.OpenCircuitPotential, range),
            DelithiationPotential = material.DelithiationPotential is { } up ? Potential(up, range) : null,
            LithiationPotential = material.LithiationPotential is { } down ? Potential(down, range) : null,
            EntropicCoefficient = material.EntropicCoefficient is { } entropy ? BpxLaw.Of(entropy, temperature, range).Function : null,
            RateConstant = 2.0 * kinetics.ReferenceExchangeCurrentDensity / PhysicalConstants.Faraday
                * PhysicalConstants.ArrheniusFactor(kinetics.ActivationEnergy, temperature, kinetics.ReferenceTemperature)
                * Math.Sqrt(concentration / IntercalationKinetics.ReferenceConcentration),
            RateActivationEnergy = kinetics.ActivationEnergy,
        };
    }

    /// <summary>The window with a margin, but not beyond where the potential is finite and falls.</summary>
    private static ValidRange Around(double low, double high, ActiveMaterial material)
    {
        ValidRange usable = material.UsableStoichiometry ?? new ValidRange(0.0, 1.0);
        return new ValidRange(Math.Min(low, Math.Max(usable.Lower, low - Margin)), Math.Max(high, Math.Min(usable.Upper, high + Margin)));
    }

    private BpxFunction Potential(PropertyLaw law, ValidRange range) => BpxLaw.Of(law, temperature, range).Function;

    private BpxLaw Law(PropertyLaw law, ValidRange range, string what)
    {
        BpxLaw found = BpxLaw.Of(law, temperature, range);
        if (!found.IsArrhenius)
        {
            losses.Add($"The temperature law of the {what}: one activation energy around 25 degC stands for it.");
        }

        return found;
    }

    private void Note(ActiveParticles population, string side)
    {
        ActiveMaterial material = population.Material;
        if (material.Kinetics.TransferCoefficient != 0.5)
        {
            losses.Add(FormattableString.Invariant(
                $"The transfer coefficient {material.Kinetics.TransferCoefficient:G4} of {material.Name} ({side} electrode): BPX means 0.5."));
        }

        if (population.FilmResistance > 0.0)
        {
            losses.Add(FormattableString.Invariant($"The film on {material.Name} ({1e4 * population.FilmResistance:G4} ohm cm2 of particle surface)."));
        }

        if (material.UnstableStoichiometry is not null)
        {
            losses.Add($"That the potential of {material.Name} rises because it separates into phases: readers may refuse the curve.");
        }

        if (material.EntropicCoefficient is null
            && Math.Abs(material.OpenCircuitPotential.TemperatureSlope(0.5 * (population.ChargedStoichiometry + population.DischargedStoichiometry), temperature)) > 1e-9)
        {
            losses.Add($"The temperature law of the potential of {material.Name}.");
        }
    }
}
