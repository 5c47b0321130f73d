using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.Laws;

namespace Lamella.Cli.Printing;

/// <summary>One value of a material as it is shown.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Number, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit symbol.</param>
/// <param name="Source">Where it comes from, or null where the record does not say.</param>
internal sealed record MaterialRow(string Label, double Value, string Unit, Source? Source);

/// <summary>A material as a table: each value with its source and how sure it is.</summary>
/// <param name="Name">Name of the material.</param>
/// <param name="Rows">Its values.</param>
/// <param name="Cautions">What to know before trusting it.</param>
internal sealed record MaterialSheet(string Name, ImmutableArray<MaterialRow> Rows, IReadOnlyList<string> Cautions)
{
    private const double RoomTemperature = 298.15; // [K]
    private const double HalfFilling = 0.5; // [–]

    /// <summary>Describes an active material.</summary>
    /// <param name="material">The material.</param>
    /// <returns>Its sheet.</returns>
    internal static MaterialSheet Of(ActiveMaterial material) => new(
        material.Name,
        [
            Row("open-circuit potential, x = 0.5", material.OpenCircuitPotential, HalfFilling, "V"),
            Row("diffusivity, x = 0.5", material.Diffusivity, HalfFilling, "m2/s"),
            new("exchange current density, x = 0.5", material.Kinetics.ReferenceExchangeCurrentDensity, "A/m2", material.Kinetics.Source),
            new("  its activation energy", material.Kinetics.ActivationEnergy / 1000.0, "kJ/mol", material.Kinetics.Source),
            Row("crystal density", material.CrystalDensity, "kg/m3", material.Sources, nameof(material.CrystalDensity)),
            Row("lithium sites of the crystal", material.CrystallographicSites, "mol/m3", material.Sources, nameof(material.CrystallographicSites)),
            Row("maximum concentration, as published", material.PublishedMaximumConcentration, "mol/m3", material.Sources, nameof(material.PublishedMaximumConcentration)),
            Row("particle radius", 1e6 * material.ParticleRadius, "um", material.Sources, nameof(material.ParticleRadius)),
            Row("electronic conductivity", material.ElectronicConductivity, "S/m", material.Sources, nameof(material.ElectronicConductivity)),
        ],
        material.Cautions);

    /// <summary>Describes a binary electrolyte.</summary>
    /// <param name="material">The material.</param>
    /// <returns>Its sheet.</returns>
    internal static MaterialSheet Of(BinaryElectrolyte material)
    {
        double rest = material.RestConcentration;
        return new MaterialSheet(
            material.Name,
            [
                Row("conductivity", material.Conductivity, rest, "S/m"),
                Row("salt diffusivity", material.Diffusivity, rest, "m2/s"),
                Row("transference number", material.TransferenceNumber, rest, "-"),
                Row("thermodynamic factor", material.ThermodynamicFactor, rest, "-"),
                Row("salt concentration at rest", rest, "mol/m3", material.Sources, nameof(material.RestConcentration)),
            ],
            material.Cautions);
    }

    /// <summary>Describes a single-ion conductor.</summary>
    /// <param name="material">The material.</param>
    /// <returns>Its sheet.</returns>
    internal static MaterialSheet Of(SingleIonConductor material) => new(
        material.Name,
        [
            Row($"conductivity ({material.State.Text()})", material.Conductivity, 0.0, "S/m"),
            Row("density", material.Density, "kg/m3", material.Sources, nameof(material.Density)),
        ],
        material.Cautions);

    /// <summary>Describes lithium foil.</summary>
    /// <param name="material">The material.</param>
    /// <returns>Its sheet.</returns>
    internal static MaterialSheet Of(LithiumMetal material) => new(
        material.Name,
        [
            Row("molar volume", 1e6 * material.MolarVolume, "cm3/mol", material.Sources, nameof(material.MolarVolume)),
            Row("exchange current density, 1 mol/L", material.ReferenceExchangeCurrentDensity, "A/m2", material.Sources, nameof(material.ReferenceExchangeCurrentDensity)),
            Row("  its activation energy", material.ActivationEnergy / 1000.0, "kJ/mol", material.Sources, nameof(material.ActivationEnergy)),
            Row("  its order in salt concentration", material.ConcentrationExponent, "-", material.Sources, nameof(material.ConcentrationExponent)),
            Row("transfer coefficient", material.TransferCoefficient, "-", material.Sources, nameof(material.TransferCoefficient)),
        ],
        []);

    /// <summary>Describes a current collector.</summary>
    /// <param name="material">The material.</param>
    /// <returns>Its sheet.</returns>
    internal static MaterialSheet Of(CurrentCollector material) => new(
        material.Name,
        [
            Row("density", material.Density, "kg/m3", material.Sources, nameof(material.Density)),
            Row("electronic conductivity", material.ElectronicConductivity, "S/m", material.Sources, nameof(material.ElectronicConductivity)),
        ],
        []);

    /// <summary>Prints the sheet.</summary>
    /// <param name="output">Receives the text.</param>
    internal void Print(TextWriter output)
    {
        output.WriteLine($"{Name}, values at 25 degC{(Rows.Any(row => row.Label.Contains("x =", StringComparison.Ordinal)) ? "; x is lithium per formula unit" : string.Empty)}");
        foreach (MaterialRow row in Rows)
        {
            string value = string.Create(CultureInfo.InvariantCulture, $"{row.Value:G5} {row.Unit}").Replace("E-", "e-", StringComparison.Ordinal).Replace("E+", "e", StringComparison.Ordinal);
            string confidence = row.Source?.Confidence == Confidence.Verified ? "verified" : "assumed";
            output.WriteLine($"  {row.Label,-36}{value,-22}{confidence,-10}{Citation(row.Source)}");
        }

        foreach (string caution in Cautions)
        {
            output.WriteLine($"  Caution: {caution}");
        }
    }

    private static string Citation(Source? source) => source switch
    {
        null => "no source stated",
        { Doi: { } doi } => $"{source.Citation}, doi {doi}",
        _ => source.Citation,
    };

    private static MaterialRow Row(string label, PropertyLaw law, double argument, string unit) =>
        new(label, law.At(argument, RoomTemperature), unit, law.Source);

    private static MaterialRow Row(
        string label, double value, string unit, IReadOnlyDictionary<string, Source> sources, string property) =>
        new(label, value, unit, sources.GetValueOrDefault(property));
}
