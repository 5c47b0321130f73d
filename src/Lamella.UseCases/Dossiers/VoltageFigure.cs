using System.Collections.Immutable;
using Lamella.Cells.Results;
using Lamella.Reporting.Figures;

namespace Lamella.UseCases.Dossiers;

/// <summary>Where the voltage goes, one bar per load.</summary>
internal static class VoltageFigure
{
    private const double Least = 1e-4; // parts that stay below this [V] in every bar are left out

    /// <summary>Makes the figure.</summary>
    /// <param name="title">What is seen.</param>
    /// <param name="axis">What the bars are, such as "Discharge rate".</param>
    /// <param name="unit">Unit of the bar names.</param>
    /// <param name="bars">Name and parts of each bar; the losses are drawn as positive millivolts.</param>
    /// <param name="caption">The sentence under the figure.</param>
    internal static Figure? Of(
        string title, string axis, string unit, ImmutableArray<(string Name, VoltageSplit Split)> bars, string caption)
    {
        if (bars.IsEmpty)
        {
            return null;
        }

        var series = new List<Series>();
        Add("Lithium kinetics", split => split.LithiumKinetics);
        Add("Lithium film", split => split.LithiumFilm);
        foreach (string layer in bars.SelectMany(bar => bar.Split.Ohmic).Select(part => part.Layer).Distinct())
        {
            Add($"Ohmic: {layer}", split => split.Ohmic.Where(part => part.Layer == layer).Sum(part => part.Voltage));
        }

        Add("Joints", split => split.Joints);
        Add("Concentration", split => split.Concentration);
        Add("Cathode kinetics", split => split.CathodeKinetics);
        Add("Cathode film", split => split.CathodeFilm);
        Add("Solid diffusion", split => split.SolidDiffusion);
        Add("Electrons and leads", split => split.Electronic);
        return series.Count == 0
            ? null
            : new Figure(
                title,
                Axis.Categorical(axis, unit, [.. bars.Select(bar => bar.Name)]),
                Axis.Linear("Voltage lost", "mV"),
                [.. series])
            { Caption = caption };

        void Add(string name, Func<VoltageSplit, double> part)
        {
            // A loss lowers the voltage on discharge and raises it on charge: its sign is that of the whole loss.
            double[] values = [.. bars.Select(bar => part(bar.Split) * LossSign(bar.Split))];
            if (values.Any(value => Math.Abs(value) > Least))
            {
                series.Add(new BarSeries(name, [.. values.Select(value => 1e3 * value)]) { Colour = SeriesColour.Slot(series.Count) });
            }
        }
    }

    private static double LossSign(VoltageSplit split) => Math.Sign(split.Total - split.OpenCircuit) is var sign and not 0 ? sign : 1.0;
}
