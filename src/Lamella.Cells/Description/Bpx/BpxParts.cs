using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Provenance;
using Lamella.Materials.Bpx;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Laws;

namespace Lamella.Cells.Description.Bpx;

/// <summary>Makes the electrodes, layers and heat balance of a BPX file.</summary>
internal sealed class BpxParts(
    BpxDocument document, BpxCell cell, BpxElectrolyte electrolyte, string file, ImmutableArray<string>.Builder notes)
{
    private const double UsualConcentration = 1000.0; // [mol/m³] where the file states none
    private const double CathodeDensity = 4700.0; // [kg/m³] for capacities per mass only
    private const double AnodeDensity = 2260.0;
    private const double LeastCathodePotential = 2.0; // [V] against lithium, tells cathodes from anodes

    /// <summary>Gets the source of all values.</summary>
    internal Source Source { get; } = new(
        Origin.Published,
        document.References.Length > 0 ? document.References : document.Description.Length > 0 ? document.Description : document.Title,
        null,
        file,
        Confidence.Verified);

    private double Concentration => document.State.SaltConcentration ?? UsualConcentration;

    /// <summary>Makes an electrode.</summary>
    internal PorousElectrode Electrode(BpxElectrode electrode, bool isNegative)
    {
        string side = isNegative ? "negative" : "positive";
        ImmutableArray<ActiveParticles> particles = [.. electrode.Particles.Select(particle => Particles(particle, side, isNegative))];
        return new PorousElectrode
        {
            Particles = particles,
            Thickness = electrode.Thickness,
            Pores = Layer($"{side} pores", electrode),
            ElectronicConductivity = double.IsNaN(electrode.Conductivity) ? throw Incomplete(side) : electrode.Conductivity,
            ActiveLoading = electrode.Thickness * particles.Sum(population => population.VolumeFraction * population.Material.CrystalDensity),
        };
    }

    /// <summary>Makes the electrolyte in a separator or an electrode.</summary>
    internal BinaryLayer Layer(string name, BpxContact contact)
    {
        double efficiency = double.IsNaN(contact.TransportEfficiency) ? throw Incomplete(name) : contact.TransportEfficiency;
        var range = new ValidRange(0.0, 4000.0);
        PropertyLaw conductivity = electrolyte.Conductivity.ToLaw(
            Source, electrolyte.ConductivityActivationEnergy, cell.ReferenceTemperature, range);
        PropertyLaw diffusivity = electrolyte.Diffusivity.ToLaw(
            Source, electrolyte.DiffusivityActivationEnergy, cell.ReferenceTemperature, range);
        return new BinaryLayer
        {
            Name = name,
            Thickness = contact.Thickness,
            Conductivity = conductivity.Times(efficiency),
            Diffusivity = diffusivity.Times(efficiency),
            TransferenceNumber = PropertyLaws.Constant(electrolyte.TransferenceNumber, Source),
            ThermodynamicFactor = PropertyLaws.Constant(1.0, Source.Assumption("BPX has no thermodynamic factor")),
            VolumeFraction = contact.Porosity,
            RestConcentration = Concentration,
        };
    }

    /// <summary>Makes the heat balance, or null where the file does not give all of it.</summary>
    internal LumpedThermal? Thermal(double area)
    {
        if (document.State.HeatTransferCoefficient is not { } transfer)
        {
            return null;
        }

        if (cell.Density is not { } density || cell.SpecificHeat is not { } heat || cell.Volume is not { } volume || cell.ExternalSurface is not { } surface)
        {
            notes.Add("The file states a heat transfer coefficient but not density, specific heat capacity, volume and surface: the cell stays isothermal.");
            return null;
        }

        return new LumpedThermal(density * heat * volume / area, transfer * surface / area, document.State.AmbientTemperature ?? double.NaN);
    }

    /// <summary>Says what the file holds that changes nothing here.</summary>
    internal void NoteWhatIsNotUsed()
    {
        if (document.State.SaltConcentration is null)
        {
            notes.Add(FormattableString.Invariant($"The file states no salt concentration: {UsualConcentration} mol/m3 is assumed."));
        }

        notes.Add(FormattableString.Invariant(
            $"BPX states no densities: charges per mass count {CathodeDensity} kg/m3 for cathode and {AnodeDensity} kg/m3 for anode materials."));
        if (!document.UserDefined.IsEmpty)
        {
            notes.Add($"User-defined values are not read: {string.Join(", ", document.UserDefined)}.");
        }

        if (document.Version.StartsWith("0.1", StringComparison.Ordinal) || document.Version.StartsWith("0.2", StringComparison.Ordinal))
        {
            notes.Add($"BPX {document.Version} did not print the factor 2 in the reaction rate; the definition since 0.3 is used, as its parameters were made with it.");
        }
    }

    private Core.Errors.InputException Incomplete(string part) => new(
        Core.Errors.InputPlace.Whole(file),
        $"the {part} lacks what porous electrodes need.",
        "porosity, transport efficiency and conductivity",
        "The file was made for a single-particle model; complete it.");

    private ActiveParticles Particles(BpxParticle particle, string side, bool isNegative)
    {
        (double low, double high) = (particle.MinimumStoichiometry, particle.MaximumStoichiometry);
        return new ActiveParticles
        {
            Material = Material(particle, side),
            VolumeFraction = particle.VolumeFraction,
            Radius = particle.Radius,
            MaximumConcentration = particle.MaximumConcentration,
            ChargedStoichiometry = isNegative ? high : low,
            DischargedStoichiometry = isNegative ? low : high,
        };
    }

    private ActiveMaterial Material(BpxParticle particle, string side)
    {
        var range = new ValidRange(particle.MinimumStoichiometry, particle.MaximumStoichiometry);
        double reference = cell.ReferenceTemperature;
        PropertyLaw? entropy = particle.EntropicCoefficient?.ToLaw(Source, 0.0, reference, range);
        PropertyLaw? Potential(BpxFunction? function)
        {
            PropertyLaw? law = function?.ToLaw(Source, 0.0, reference, range);
            return law is null || entropy is null ? law : law.WithEntropicCoefficient(entropy, reference);
        }

        PropertyLaw potential = Potential(particle.Potential)!;
        double middle = 0.5 * (range.Lower + range.Upper);
        double density = potential.At(middle, reference) < LeastCathodePotential ? AnodeDensity : CathodeDensity;
        double rate = 0.5 * PhysicalConstants.Faraday * particle.RateConstant
            * Math.Sqrt(IntercalationKinetics.ReferenceConcentration / Concentration);
        return new ActiveMaterial
        {
            Name = particle.Name.Length > 0 ? particle.Name : $"{side} material",
            OpenCircuitPotential = potential,
            LithiationPotential = Potential(particle.LithiationPotential),
            DelithiationPotential = Potential(particle.DelithiationPotential),
            EntropicCoefficient = entropy,
            UsableStoichiometry = range,
            Diffusivity = particle.Diffusivity.ToLaw(Source, particle.DiffusivityActivationEnergy, reference, range),
            Kinetics = new IntercalationKinetics(rate, 0.5, particle.RateActivationEnergy, reference, Source),
            CrystalDensity = density,
            CrystallographicSites = particle.MaximumConcentration,
            PublishedMaximumConcentration = particle.MaximumConcentration,
            ParticleRadius = particle.Radius,
            ElectronicConductivity = 0.0,
            Cautions = [FormattableString.Invariant($"BPX states no crystal density; {density} kg/m3 is assumed, for capacities per mass only.")],
            Sources = ImmutableDictionary<string, Source>.Empty,
        };
    }
}
