using System.Globalization;
using Lamella.Cells.Results;
using Lamella.Core.Measurements;

namespace Lamella.UseCases.Writing;

/// <summary>Writes the files of one run: the series, and where they were kept the voltage split, the fields and the spectra.</summary>
internal static class RunFiles
{
    /// <summary>Beginning of the names where a folder holds one run.</summary>
    internal const string Alone = "series";

    /// <summary>Ending of the name of the derivatives.</summary>
    internal const string SensitivityEnding = ".sensitivity.csv";

    /// <summary>Ending of the name of the spectra.</summary>
    internal const string SpectraEnding = ".spectra.csv";

    /// <summary>Endings of the names, the series first.</summary>
    internal static readonly string[] Endings = [ResultFolder.SeriesEnding, ".split.csv", ".fields.npz", SpectraEnding, SensitivityEnding];

    /// <summary>Name of the files of one stage of an experiment, without ending.</summary>
    internal static string NameOf(int index, string stage)
    {
        var name = new System.Text.StringBuilder();
        foreach (char character in stage)
        {
            name.Append(char.IsAsciiLetterOrDigit(character) || character is '.' or '-' ? character : '-');
        }

        return string.Create(CultureInfo.InvariantCulture, $"{index + 1:00}-{name}");
    }

    /// <summary>Writes the files of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">Folder and beginning of the names.</param>
    internal static void Write(CellRun run, string path)
    {
        using (var writer = new StreamWriter(path + Endings[0]) { NewLine = "\n" })
        {
            BdfCsvWriter.Write(run.Series, writer);
        }

        if (!run.Splits.IsEmpty)
        {
            using var writer = new StreamWriter(path + Endings[1]) { NewLine = "\n" };
            SplitCsv.Write(run, writer);
        }

        if (run.Fields is { } fields)
        {
            FieldsFile.Write(fields, path + Endings[2]);
        }

        if (!run.Spectra.IsEmpty)
        {
            using var writer = new StreamWriter(path + Endings[3]) { NewLine = "\n" };
            WriteSpectra(run, writer);
        }
    }

    private static void WriteSpectra(CellRun run, TextWriter writer)
    {
        writer.Write("Step Count / 1," + SpectrumCsv.Columns + "\n");
        foreach (StepSpectrum measured in run.Spectra)
        {
            for (int i = 0; i < measured.Spectrum.Frequency.Length; i++)
            {
                string row = SpectrumCsv.Row(measured.Spectrum.Frequency[i], measured.Spectrum.Impedance[i]);
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{measured.Step},{row}\n"));
            }
        }
    }
}
