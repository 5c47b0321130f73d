using Lamella.Core.Provenance;
using Lamella.Core.Yaml;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Parameters;

/// <summary>Reads one parameter file into the record of its kind.</summary>
internal static class MaterialReader
{
    private static readonly QuantityRule Density = QuantityRule.Like("3600 kg/m3").Above("0 kg/m3");
    private static readonly QuantityRule Concentration = QuantityRule.Like("1 mol/L").Above("0 mol/L");
    private static readonly QuantityRule Conductivity = QuantityRule.Like("0.58 mS/cm").Above("0 mS/cm");
    private static readonly QuantityRule Diffusivity = QuantityRule.Like("1e-14 m2/s").Above("0 m2/s");
    private static readonly QuantityRule Length = QuantityRule.Like("0.5 um").Above("0 um");
    private static readonly QuantityRule Share = QuantityRule.Like("0.4").AtLeast("0").AtMost("1").OrPlainNumber();
    private static readonly QuantityRule Number = QuantityRule.Like("1").Above("0");
    private static readonly QuantityRule Voltage = QuantityRule.Like("3.4 V");
    private static readonly QuantityRule MolarVolume = QuantityRule.Like("13 cm3/mol").Above("0 cm3/mol");
    private static readonly QuantityRule CurrentDensity = QuantityRule.Like("7 mA/cm2").Above("0 mA/cm2");
    private static readonly QuantityRule Energy = LawReader.ActivationEnergy;

    internal static object Read(ParameterFile file) => file.Kind switch
    {
        MaterialKinds.ActiveMaterial => Active(file),
        MaterialKinds.BinaryElectrolyte => Binary(file),
        MaterialKinds.SingleIonConductor => SingleIon(file),
        MaterialKinds.LithiumMetal => Lithium(file),
        _ => Collector(file),
    };

    private static ActiveMaterial Active(ParameterFile file)
    {
        file.AllowOnly(
            "open_circuit_potential", "usable_stoichiometry", "diffusivity", "kinetics", "crystal_density",
            "crystallographic_sites", "maximum_concentration", "particle_radius", "electronic_conductivity");
        double maximum = file.Scalar("maximum_concentration", nameof(ActiveMaterial.PublishedMaximumConcentration), Concentration);
        IntercalationKinetics kinetics = KineticsReader.Read(file, maximum);
        return new ActiveMaterial
        {
            Name = file.Name,
            OpenCircuitPotential = file.Law(
                "open_circuit_potential", nameof(ActiveMaterial.OpenCircuitPotential), ClosedFormKind.OpenCircuitPotential, Voltage),
            UsableStoichiometry = file.Top.Optional("usable_stoichiometry") is { } range
                ? ParameterFile.Range(range, Share) : null,
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

    private static BinaryElectrolyte Binary(ParameterFile file)
    {
        file.AllowOnly(
            "conductivity", "diffusivity", "transference_number", "thermodynamic_factor", "rest_concentration");
        return new BinaryElectrolyte
        {
            Name = file.Name,
            Conductivity = file.Law(
                "conductivity", nameof(BinaryElectrolyte.Conductivity), ClosedFormKind.Conductivity, Conductivity),
            Diffusivity = file.Law(
                "diffusivity", nameof(BinaryElectrolyte.Diffusivity), ClosedFormKind.SaltDiffusivity, Diffusivity),
            TransferenceNumber = file.Law(
                "transference_number", nameof(BinaryElectrolyte.TransferenceNumber), ClosedFormKind.TransferenceNumber, Share),
            ThermodynamicFactor = file.Law(
                "thermodynamic_factor", nameof(BinaryElectrolyte.ThermodynamicFactor), ClosedFormKind.ThermodynamicFactor, Number),
            RestConcentration = file.Scalar("rest_concentration", nameof(BinaryElectrolyte.RestConcentration), Concentration),
            Cautions = file.Cautions(),
            Sources = file.Sources,
        };
    }

    private static SingleIonConductor SingleIon(ParameterFile file)
    {
        file.AllowOnly("conductivity", "state", "density");
        YamlMapping conductivity = file.Top.Required("conductivity").AsMapping();
        _ = ReferenceStateNames.TryParse(
            file.Top.Required("state", "pellet").AsOneOf(ReferenceStateNames.All), out ReferenceState state);
        return new SingleIonConductor
        {
            Name = file.Name,
            Conductivity = file.Law(
                "conductivity", nameof(SingleIonConductor.Conductivity), ClosedFormKind.Conductivity, Conductivity),
            ConductivityRange = conductivity.Optional("range") is { } range
                ? ParameterFile.Range(range, Conductivity) : null,
            State = state,
            Density = file.Scalar("density", nameof(SingleIonConductor.Density), Density),
            Cautions = file.Cautions(),
            Sources = file.Sources,
        };
    }

    private static LithiumMetal Lithium(ParameterFile file)
    {
        file.AllowOnly(
            "molar_volume", "exchange_current_density", "concentration_exponent", "transfer_coefficient",
            "activation_energy", "reference_temperature");
        return new LithiumMetal
        {
            Name = file.Name,
            MolarVolume = file.Scalar("molar_volume", nameof(LithiumMetal.MolarVolume), MolarVolume),
            ReferenceExchangeCurrentDensity = file.Scalar(
                "exchange_current_density", nameof(LithiumMetal.ReferenceExchangeCurrentDensity), CurrentDensity),
            ConcentrationExponent = file.Scalar(
                "concentration_exponent", nameof(LithiumMetal.ConcentrationExponent), Share),
            TransferCoefficient = file.Scalar("transfer_coefficient", nameof(LithiumMetal.TransferCoefficient), Share),
            ActivationEnergy = file.Scalar("activation_energy", nameof(LithiumMetal.ActivationEnergy), Energy),
            ReferenceTemperature = file.Scalar(
                "reference_temperature", nameof(LithiumMetal.ReferenceTemperature), LawReader.Temperature),
            Sources = file.Sources,
        };
    }

    private static CurrentCollector Collector(ParameterFile file)
    {
        file.AllowOnly("density", "electronic_conductivity");
        return new CurrentCollector
        {
            Name = file.Name,
            Density = file.Scalar("density", nameof(CurrentCollector.Density), Density),
            ElectronicConductivity = file.Scalar(
                "electronic_conductivity", nameof(CurrentCollector.ElectronicConductivity), Conductivity),
            Sources = file.Sources,
        };
    }
}
