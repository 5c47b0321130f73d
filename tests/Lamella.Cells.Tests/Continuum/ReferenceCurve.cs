using System.Text.Json;
using Lamella.Cells.Results;
using Lamella.Tests;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>A voltage curve of a reference solution.</summary>
internal sealed record ReferenceCurve(double[] Time, double[] Voltage, double End)
{
    /// <summary>Reads one solution of <c>reference/cells</c>.</summary>
    internal static ReferenceCurve Read(string file, string name = "Voltage [V]")
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require($"reference/cells/{file}")));
        JsonElement series = document.RootElement.GetProperty("series");
        return new(Numbers(series, "t_s"), Numbers(series, name), document.RootElement.GetProperty("t_end_s").GetDouble());
    }

    /// <summary>Extrapolates three meshes, each twice as fine, with the order that they show, between one and two.</summary>
    /// <remarks>The reference scheme is of first order in part of its terms: its differences halve from mesh to mesh.</remarks>
    internal static ReferenceCurve Extrapolate(ReferenceCurve[] meshes)
    {
        (ReferenceCurve first, ReferenceCurve second, ReferenceCurve third) = (meshes[0], meshes[1], meshes[2]);
        double[] voltage =
        [
            .. third.Time.Select((t, i) =>
            {
                double middle = Cubic(second.Time, second.Voltage, t);
                return Limit(Cubic(first.Time, first.Voltage, t), middle, third.Voltage[i]);
            }),
        ];
        return new(third.Time, voltage, Limit(first.End, second.End, third.End));
    }

    /// <summary>Extrapolates two meshes of a scheme of second order.</summary>
    /// <param name="coarse">On the coarse mesh.</param>
    /// <param name="fine">On the fine mesh.</param>
    /// <param name="refinement">How many times finer it is.</param>
    internal static ReferenceCurve Extrapolate(ReferenceCurve coarse, ReferenceCurve fine, double refinement)
    {
        double share = 1.0 / ((refinement * refinement) - 1.0);
        return new(
            fine.Time,
            [.. fine.Time.Zip(fine.Voltage, (t, v) => v + (share * (v - Cubic(coarse.Time, coarse.Voltage, t))))],
            fine.End + (share * (fine.End - coarse.End)));
    }

    private static double Limit(double first, double second, double third)
    {
        double ratio = Math.Clamp((third - second) / (second - first), 0.25, 0.6);
        return third + ((third - second) * ratio / (1.0 - ratio));
    }

    /// <summary>Reads numbers up to the first that is null.</summary>
    internal static double[] Numbers(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().TakeWhile(v => v.ValueKind == JsonValueKind.Number).Select(v => v.GetDouble())];

    /// <summary>Root mean square of V − V_ref up to a share of the time, at the times of the reference.</summary>
    internal double Rms(CellRun run, double share = 1.0) => Rms([.. run.Series.Time], [.. run.Series.Voltage], share);

    /// <summary>The same against another reference.</summary>
    internal double Rms(ReferenceCurve other, double share) => Rms(other.Time, other.Voltage, share);

    /// <summary>The same against any curve.</summary>
    internal double Rms(double[] time, double[] voltage, double share)
    {
        double[] error =
        [
            .. Time.Zip(Voltage).Where(p => p.First <= Math.Min(time[^1], share * End)).Select(p => Cubic(time, voltage, p.First) - p.Second),
        ];
        return Math.Sqrt(error.Sum(e => e * e) / error.Length);
    }

    /// <summary>The same curve at other times.</summary>
    internal ReferenceCurve Sampled(double[] times) => this with { Time = times, Voltage = [.. times.Select(t => Cubic(Time, Voltage, t))] };

    /// <summary>Cubic interpolation.</summary>
    internal static double Cubic(double[] t, double[] v, double time)
    {
        int found = Array.BinarySearch(t, time);
        int right = Math.Max(1, found < 0 ? ~found : found), first = Math.Clamp(right - 2, 0, t.Length - 4);
        double value = 0.0;
        for (int i = first; i < first + 4; i++)
        {
            double weight = 1.0;
            for (int j = first; j < first + 4; j++)
            {
                weight *= i == j ? 1.0 : (time - t[j]) / (t[i] - t[j]);
            }

            value += weight * v[i];
        }

        return value;
    }
}
