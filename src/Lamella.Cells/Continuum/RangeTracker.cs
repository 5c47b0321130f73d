using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Materials.Laws;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.Continuum;

/// <summary>Follows which part of each law a run used, to warn of extrapolation.</summary>
internal sealed class RangeTracker
{
    private readonly ContinuumSystem system;
    private readonly Reach[] salt;
    private readonly Reach[] stoichiometry;
    private readonly Reach temperature = new();

    internal RangeTracker(ContinuumSystem system)
    {
        this.system = system;
        salt = [.. system.Line.Segments.Select(_ => new Reach())];
        stoichiometry = [.. system.Groups.Select(_ => new Reach())];
    }

    internal void Observe(double kelvin, ReadOnlySpan<double> y)
    {
        temperature.Add(kelvin);
        for (int index = 0; index < salt.Length; index++)
        {
            Segment segment = system.Line.Segments[index];
            double least = double.PositiveInfinity, greatest = double.NegativeInfinity;
            for (int k = segment.First; k <= segment.Last; k++)
            {
                double c = y[CellLayout.PerCell * k];
                (least, greatest) = (c < least ? c : least, c > greatest ? c : greatest);
            }

            salt[index].Add(least * CellScales.Concentration, greatest * CellScales.Concentration);
        }

        for (int index = 0; index < stoichiometry.Length; index++)
        {
            (double least, double greatest) = Kernels.Range(system.Groups[index].Shells(y));
            stoichiometry[index].Add(least, greatest);
        }
    }

    internal ImmutableArray<string> Warnings()
    {
        var warnings = new List<string>();
        if (temperature.IsEmpty)
        {
            return []; // the run recorded nothing
        }

        for (int index = 0; index < salt.Length; index++)
        {
            Segment segment = system.Line.Segments[index];
            ValidRange used = salt[index].Range;
            Check($"conductivity of {segment.Name}", segment.Layer.Conductivity, used);
            if (segment.Host is { } host)
            {
                Check($"host conductivity of {segment.Name}", host.Conductivity, used);
            }

            if (segment.Layer is BinaryLayer layer)
            {
                Check($"salt diffusivity of {segment.Name}", layer.Diffusivity, used);
                Check($"transference number of {segment.Name}", layer.TransferenceNumber, used);
                Check($"thermodynamic factor of {segment.Name}", layer.ThermodynamicFactor, used);
                if (layer.CeramicConductivity is { } ceramic)
                {
                    Check($"ceramic conductivity of {segment.Name}", ceramic, used);
                }
            }
        }

        // Populations of one material say the same: one sentence over what all of them reached.
        foreach (var same in system.Groups.Zip(stoichiometry).GroupBy(pair => pair.First.Name, StringComparer.Ordinal))
        {
            ParticleGroup group = same.First().First;
            var used = new ValidRange(same.Min(pair => pair.Second.Range.Lower), same.Max(pair => pair.Second.Range.Upper));
            Check($"open-circuit potential of {group.Name}", group.OpenCircuitPotential, used);
            Check($"solid diffusivity of {group.Name}", group.Diffusivity, used);
        }

        return [.. warnings];

        void Check(string property, PropertyLaw law, ValidRange used) =>
            warnings.AddRange(law.Inspect(property, used, temperature.Range).Select(e => e.Message));
    }

    /// <summary>The values seen so far.</summary>
    private sealed class Reach
    {
        private double least = double.PositiveInfinity;
        private double most = double.NegativeInfinity;

        internal bool IsEmpty => !(least <= most);

        internal ValidRange Range => new(least, most);

        internal void Add(double value) => Add(value, value);

        internal void Add(double low, double high) => (least, most) = (Math.Min(least, low), Math.Max(most, high));
    }
}
