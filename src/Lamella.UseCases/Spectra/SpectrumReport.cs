using System.Collections.Immutable;
using System.Text.Json;
using Lamella.Cells.Description;
using Lamella.Cells.Results;
using Lamella.Cells.Spectra;
using Lamella.Core;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Spectra;

/// <summary>The impedance of a described cell at one state.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Spectrum">Its impedance.</param>
public sealed record SpectrumReport(CellDescription Cell, CellSpectrum Spectrum)
{
    /// <summary>Gets the state of charge of the cell, or of the beginning of its steps.</summary>
    [Unit("–")]
    public required double StateOfCharge { get; init; }

    /// <summary>Gets the steps that were run before, or null.</summary>
    public CellRun? Before { get; init; }

    /// <summary>Gets everything to mind, in sentences.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Writes the spectrum, its parts and the summary into a folder, whole or not at all.</summary>
    /// <param name="folder">The folder; an older result is replaced, anything else is not.</param>
    /// <exception cref="Core.Errors.InputException">The folder is none that results may replace.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(string folder) => ResultFolder.Write(folder, inside =>
    {
        using (var writer = new StreamWriter(Path.Combine(inside, ResultFolder.SpectrumFile)) { NewLine = "\n" })
        {
            SpectrumCsv.Write(Spectrum.Spectrum, writer);
        }

        using (var writer = new StreamWriter(Path.Combine(inside, ResultFolder.SpectrumPartsFile)) { NewLine = "\n" })
        {
            SpectrumCsv.WriteParts(Spectrum, writer);
        }

        using FileStream json = File.Create(Path.Combine(inside, ResultFolder.SummaryFile));
        JsonFile.Write(json, Members);
    });

    /// <summary>Returns the summary as JSON.</summary>
    /// <returns>The text of result.json.</returns>
    public string ToJson() => JsonFile.Text(Members);

    private void Members(Utf8JsonWriter writer)
    {
        writer.WriteString("cell", Cell.Name);
        RunJson.Provenance(writer, Spectrum.Spectrum.Provenance);
        writer.WriteStartObject("state");
        writer.WriteNumber(Before is null ? "state_of_charge" : "state_of_charge_before_the_steps", StateOfCharge);
        writer.WriteNumber("voltage_V", Spectrum.Voltage);
        writer.WriteNumber("current_mA_per_cm2", Spectrum.CurrentDensity / 10.0);
        writer.WriteNumber("temperature_degC", Spectrum.Temperature - PhysicalConstants.ZeroCelsius);
        writer.WriteEndObject();
        if (Before is not null)
        {
            RunJson.Steps(writer, Before, Cell.Area);
        }

        writer.WriteNumber("area_cm2", Cell.Area * 1e4);
        Numbers(writer, "frequency_Hz", Spectrum.Spectrum.Frequency);
        Numbers(writer, "real_impedance_ohm", Spectrum.Spectrum.Real);
        Numbers(writer, "negative_imaginary_impedance_ohm", Spectrum.Spectrum.NegativeImaginary);
        writer.Objects("parts", Spectrum.Parts, part =>
        {
            writer.WriteString("layer", part.Layer);
            writer.WriteString("process", part.Process.ToString());
            Numbers(writer, "real_impedance_ohm", part.Impedance.Select(z => z.Real));
            Numbers(writer, "negative_imaginary_impedance_ohm", part.Impedance.Select(z => -z.Imaginary));
        });
        writer.Texts("warnings", Warnings);
    }

    private static void Numbers(Utf8JsonWriter writer, string name, IEnumerable<double> values)
    {
        writer.WriteStartArray(name);
        foreach (double value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }
}
