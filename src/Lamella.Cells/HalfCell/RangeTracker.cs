using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Materials.Laws;

namespace Lamella.Cells.HalfCell;

/// <summary>Follows which part of each law a run used, to warn of extrapolation.</summary>
internal sealed class RangeTracker
{
    private readonly HalfCellSystem system;
    private readonly CellDescription cell;
    private readonly double temperature;
    private readonly double[] least;
    private readonly double[] most;
    private double leastStoichiometry = double.PositiveInfinity;
    private double mostStoichiometry = double.NegativeInfinity;

    internal RangeTracker(HalfCellSystem system, CellDescription cell, double temperature)
    {
        (this.system, this.cell, this.temperature) = (system, cell, temperature);
        least = new double[system.Line.Segments.Length];
        most = new double[least.Length];
        Array.Fill(least, double.PositiveInfinity);
        Array.Fill(most, double.NegativeInfinity);
    }

    internal void Observe(ReadOnlySpan<double> y)
    {
        for (int index = 0; index < least.Length; index++)
        {
            Segment segment = system.Line.Segments[index];
            for (int k = segment.First; k < segment.First + segment.Count; k++)
            {
                double concentration = y[CellLayout.PerCell * k] * CellScales.Concentration;
                least[index] = Math.Min(least[index], concentration);
                most[index] = Math.Max(most[index], concentration);
            }
        }

        foreach (double x in system.Layout.Particles(y))
        {
            leastStoichiometry = Math.Min(leastStoichiometry, x);
            mostStoichiometry = Math.Max(mostStoichiometry, x);
        }
    }

    internal ImmutableArray<string> Warnings()
    {
        var warnings = new List<string>();
        for (int index = 0; index < least.Length; index++)
        {
            if (!(least[index] <= most[index]))
            {
                continue; // the run recorded nothing
            }

            Segment segment = system.Line.Segments[index];
            var used = new ValidRange(least[index], most[index]);
            Check($"conductivity of {segment.Name}", segment.Layer.Conductivity, used);
            if (segment.Layer is BinaryLayer layer)
            {
                Check($"salt diffusivity of {segment.Name}", layer.Diffusivity, used);
                Check($"transference number of {segment.Name}", layer.TransferenceNumber, used);
                Check($"thermodynamic factor of {segment.Name}", layer.ThermodynamicFactor, used);
            }
        }

        if (cell.Cathode is { } cathode && leastStoichiometry <= mostStoichiometry)
        {
            var used = new ValidRange(leastStoichiometry, mostStoichiometry);
            Check($"open-circuit potential of {cathode.Material.Name}", cathode.Material.OpenCircuitPotential, used);
            Check($"solid diffusivity of {cathode.Material.Name}", cathode.Material.Diffusivity, used);
        }

        return [.. warnings];

        void Check(string property, PropertyLaw law, ValidRange used) =>
            warnings.AddRange(law.Inspect(property, used, new ValidRange(temperature, temperature)).Select(e => e.Message));
    }
}
