using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Materials.Laws;

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
            for (int k = segment.First; k <= segment.Last; k++)
            {
                salt[index].Add(y[CellLayout.PerCell * k] * CellScales.Concentration);
            }
        }

        for (int index = 0; index < stoichiometry.Length; index++)
        {
            foreach (double x in system.Groups[index].Shells(y))
            {
                stoichiometry[index].Add(x);
            }
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

        for (int index = 0; index < stoichiometry.Length; index++)
        {
            ParticleGroup group = system.Groups[index];
            Check($"open-circuit potential of {group.Name}", group.OpenCircuitPotential, stoichiometry[index].Range);
            Check($"solid diffusivity of {group.Name}", group.Diffusivity, stoichiometry[index].Range);
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

        internal void Add(double value) => (least, most) = (Math.Min(least, value), Math.Max(most, value));
    }
}
