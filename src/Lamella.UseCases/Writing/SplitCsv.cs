using System.Globalization;
using Lamella.Cells.Results;

namespace Lamella.UseCases.Writing;

/// <summary>Writes where the voltage goes over time: one column per part; the parts of a row add up to the voltage.</summary>
internal static class SplitCsv
{
    private static readonly (string Name, Func<VoltageSplit, double> Part)[] Parts =
    [
        ("Open Circuit", split => split.OpenCircuit),
        ("Solid Diffusion", split => split.SolidDiffusion),
        ("Cathode Kinetics", split => split.CathodeKinetics),
        ("Cathode Film", split => split.CathodeFilm),
        ("Lithium Kinetics", split => split.LithiumKinetics),
        ("Lithium Film", split => split.LithiumFilm),
        ("Joints", split => split.Joints),
        ("Concentration", split => split.Concentration),
        ("Electronic", split => split.Electronic),
    ];

    internal static void Write(CellRun run, TextWriter writer)
    {
        LayerVoltage[] layers = [.. run.Splits[0].Ohmic];
        writer.Write("Test Time / s,Voltage / V");
        foreach ((string name, _) in Parts)
        {
            writer.Write($",{name} / V");
        }

        foreach (LayerVoltage layer in layers)
        {
            writer.Write($",Ohmic {layer.Layer.Replace(',', ' ')} / V");
        }

        writer.Write('\n');
        for (int i = 0; i < run.Splits.Length; i++)
        {
            Write(writer, run.Series.Time[i], run.Series.Voltage[i], run.Splits[i]);
        }
    }

    private static void Write(TextWriter writer, double time, double voltage, VoltageSplit split)
    {
        double[] numbers = [time, voltage, .. Parts.Select(part => part.Part(split)), .. split.Ohmic.Select(layer => layer.Voltage)];
        writer.Write(string.Join(',', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))));
        writer.Write('\n');
    }
}
