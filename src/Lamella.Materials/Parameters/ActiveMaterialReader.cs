using Lamella.Core.Yaml;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Parameters;

/// <summary>Reads the parameter file of an active material.</summary>
internal static class ActiveMaterialReader
{
    private const double RoomTemperature = 298.15; // [K] at which entropic coefficients shift nothing

    private static readonly QuantityRule Density = QuantityRule.Like("3600 kg/m3").Above("0 kg/m3");
    private static readonly QuantityRule Concentration = QuantityRule.Like("1 mol/L").Above("0 mol/L");
    private static readonly QuantityRule Conductivity = QuantityRule.Like("0.58 mS/cm").Above("0 mS/cm");
    private static readonly QuantityRule Diffusivity = QuantityRule.Like("1e-14 m2/s").Above("0 m2/s");
    private static readonly QuantityRule Length = QuantityRule.Like("0.5 um").Above("0 um");
    private static readonly QuantityRule Share = QuantityRule.Like("0.4").AtLeast("0").AtMost("1").OrPlainNumber();
    private static readonly QuantityRule Voltage = QuantityRule.Like("3.4 V");
    private static readonly QuantityRule Entropy = QuantityRule.Like("-0.1 mV/K");

    internal static ActiveMaterial Read(ParameterFile file)
    {
        file.AllowOnly(
            "open_circuit_potential", "lithiation_potential", "delithiation_potential", "entropic_coefficient", "usable_stoichiometry",
            "unstable_stoichiometry", "diffusivity", "kinetics", "crystal_density", "crystallographic_sites", "maximum_concentration", "particle_radius",
            "electronic_conductivity");
        double maximum = file.Scalar("maximum_concentration", nameof(ActiveMaterial.PublishedMaximumConcentration), Concentration);
        IntercalationKinetics kinetics = KineticsReader.Read(file, maximum);
        Potentials potentials = ReadPotentials(file);
        return new ActiveMaterial
        {
            Name = file.Name,
            OpenCircuitPotential = potentials.Equilibrium,
            LithiationPotential = potentials.Lithiation,
            DelithiationPotential = potentials.Delithiation,
            EntropicCoefficient = potentials.Entropy,
            UsableStoichiometry = file.Top.Optional("usable_stoichiometry") is { } range
                ? ParameterFile.Range(range, Share) : null,
            UnstableStoichiometry = file.Top.Optional("unstable_stoichiometry") is { } unstable
                ? ParameterFile.Range(unstable, Share) : null,
            Diffusivity = file.Law("diffusivity", nameof(ActiveMaterial.Diffusivity), ClosedFormKind.SolidDiffusivity, Diffusivity),
            Kinetics = kinetics,
            CrystalDensity = file.Scalar("crystal_density", nameof(ActiveMaterial.CrystalDensity), Density),
            CrystallographicSites = file.Scalar(
                "crystallographic_sites", nameof(ActiveMaterial.CrystallographicSites), Concentration),
            PublishedMaximumConcentration = maximum,
            ParticleRadius = file.Scalar("particle_radius", nameof(ActiveMaterial.ParticleRadius), Length),
            ElectronicConductivity = file.Scalar(
                "electronic_conductivity", nameof(ActiveMaterial.ElectronicConductivity), Conductivity),
            Cautions = file.Cautions(),
            Sources = file.Sources,
        };
    }

    private static Potentials ReadPotentials(ParameterFile file)
    {
        PropertyLaw? entropy = file.Top.Optional("entropic_coefficient") is null ? null : file.Law(
            "entropic_coefficient", nameof(ActiveMaterial.EntropicCoefficient), ClosedFormKind.EntropicCoefficient, Entropy);
        PropertyLaw? Branch(string key, string property)
        {
            PropertyLaw? law = file.Top.Optional(key) is null
                ? null : file.Law(key, property, ClosedFormKind.OpenCircuitPotential, Voltage);
            return law is null || entropy is null ? law : law.WithEntropicCoefficient(entropy, RoomTemperature);
        }

        PropertyLaw? lithiation = Branch("lithiation_potential", nameof(ActiveMaterial.LithiationPotential));
        PropertyLaw? delithiation = Branch("delithiation_potential", nameof(ActiveMaterial.DelithiationPotential));
        PropertyLaw? equilibrium = Branch("open_circuit_potential", nameof(ActiveMaterial.OpenCircuitPotential));
        if (lithiation is null != delithiation is null)
        {
            throw file.Top.Error(
                "one branch of the open-circuit potential is given without the other.",
                "'lithiation_potential' and 'delithiation_potential', or neither",
                "Add the missing branch, or give one curve as 'open_circuit_potential'.");
        }

        if (equilibrium is null && lithiation is not null)
        {
            equilibrium = new MeanLaw(lithiation, delithiation!, 0.5);
            file.Keep(nameof(ActiveMaterial.OpenCircuitPotential), equilibrium.Source);
        }

        return new Potentials(
            equilibrium ?? throw file.Top.Required("open_circuit_potential").Error("no potential is given.", string.Empty, string.Empty),
            lithiation,
            delithiation,
            entropy);
    }

    private sealed record Potentials(PropertyLaw Equilibrium, PropertyLaw? Lithiation, PropertyLaw? Delithiation, PropertyLaw? Entropy);
}
