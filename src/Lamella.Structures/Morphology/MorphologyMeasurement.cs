using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Morphology;

/// <summary>Measures the shape of the phases of a volume.</summary>
public static class MorphologyMeasurement
{
    private const int MostPhases = 32;
    private const long BytesPerVoxel = 28; // phases, one phase at a time with its distance, order, bodies and sets

    /// <summary>Returns the memory that a measurement takes beside the volume.</summary>
    /// <param name="extent">Extent of the volume.</param>
    /// <returns>Bytes.</returns>
    public static long RequiredBytes(LatticeExtent extent) => BytesPerVoxel * extent.Count;

    /// <summary>Measures.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="options">What and how; null for the defaults.</param>
    /// <param name="progress">Receives the share that is done [–], or null.</param>
    /// <param name="cancellation">Stops now and then.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="InputException">The phases do not suit the volume, or the memory would not suffice.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MorphologyResult Run(
        LabelVolume volume, MorphologyOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(volume);
        options ??= new MorphologyOptions();
        MemoryBudget.Require(RequiredBytes(volume.Extent), volume.Extent, "to measure");
        ImmutableArray<MeasuredPhase> phases = Phases(volume, options);
        byte[] phaseOf = volume.Map(Table(volume, phases));
        double[,] areas = InterfaceAreas.PerVolume(
            phaseOf, phases.Length, volume.Extent, volume.Size, options.IsPeriodic, cancellation);
        var measured = ImmutableArray.CreateBuilder<PhaseMorphology>();
        for (int k = 0; k < phases.Length; k++)
        {
            progress?.Report((k + 0.2) / (phases.Length + 0.2));
            double surface = Enumerable.Range(0, phases.Length).Sum(other => other == k ? 0.0 : areas[Math.Min(k, other), Math.Max(k, other)]);
            bool[] inside = Array.ConvertAll(phaseOf, phase => phase == k);
            measured.Add(Phase(phases[k].Name, inside, volume, options, surface, cancellation));
        }

        progress?.Report(1.0);
        var interfaces = from a in Enumerable.Range(0, phases.Length)
                         from b in Enumerable.Range(a + 1, phases.Length - a - 1)
                         where areas[a, b] > 0.0
                         select new InterfaceMorphology(phases[a].Name, phases[b].Name, areas[a, b]);
        return new MorphologyResult(measured.ToImmutable(), [.. interfaces]);
    }

    private static PhaseMorphology Phase(
        string name, bool[] inside, LabelVolume volume, MorphologyOptions options, double surface, CancellationToken cancellation)
    {
        (LatticeExtent extent, VoxelSize size) = (volume.Extent, volume.Size);
        ComponentMap parts = ComponentMap.Find(inside, extent, options.IsPeriodic);
        int byCorners = ComponentMap.Find(inside, extent, options.IsPeriodic, countsCorners: true).Sizes.Length;
        // Percolation asks for a way from face to face inside the volume, whatever is joined behind the faces.
        ComponentMap closed = options.IsPeriodic ? ComponentMap.Find(inside, extent) : parts;
        long count = parts.Sizes.Sum();
        cancellation.ThrowIfCancellationRequested();
        float[] distance = DistanceTransform.Compute(inside, extent, size, options.IsPeriodic, cancellation);
        ImmutableArray<TwoPointFunction> twoPoint =
            [.. Enumerable.Range(0, 3).Select(axis => TwoPointFunction.Measure(inside, extent, axis, size.Along(axis), options.IsPeriodic, cancellation))];
        double correlation = twoPoint.Select(function => function.CorrelationLength ?? 0.0).Max();
        float widest = distance.Max();
        return new PhaseMorphology
        {
            Name = name,
            Fraction = count / (double)inside.Length,
            Percolating = [.. Enumerable.Range(0, 3).Select(axis => count > 0 ? closed.Spanning(axis) / (double)count : 0.0)],
            Components = parts.Sizes.Length,
            ComponentsByCorners = byCorners,
            LargestShare = count > 0 ? parts.Sizes.Max() / (double)count : 0.0,
            SurfacePerVolume = surface,
            LargestRadius = float.IsFinite(widest) ? Math.Max(0.0, widest - (0.5 * Math.Min(size.X, Math.Min(size.Y, size.Z)))) : double.PositiveInfinity,
            Chords = [.. Enumerable.Range(0, 3).Select(axis => ChordLengths.Measure(inside, extent, axis, size.Along(axis)))],
            TwoPoint = twoPoint,
            Bodies = BodySeparation.Cut(distance, extent, size, options.NarrowestMerge, cancellation),
            Representative = RepresentativeVolume.Measure(inside, extent, size, correlation, options.Confidence),
        };
    }

    private static ImmutableArray<MeasuredPhase> Phases(LabelVolume volume, MorphologyOptions options)
    {
        int[] present = [.. volume.Count().Keys];
        ImmutableArray<MeasuredPhase> phases = options.Phases.IsDefaultOrEmpty
            ? [.. present.Select(label => new MeasuredPhase(FormattableString.Invariant($"label {label}"), [label]))]
            : options.Phases;
        if (phases.Length > MostPhases)
        {
            throw Wrong($"there are {phases.Length} phases.", $"at most {MostPhases}.", "Group the labels: name phases of several labels, such as all grains.");
        }

        foreach (int label in phases.SelectMany(phase => phase.Labels).GroupBy(label => label).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            throw Wrong($"label {label} belongs to two phases.", "each label in one phase.", "Name it once.");
        }

        foreach (int label in present.Except(phases.SelectMany(phase => phase.Labels)))
        {
            throw Wrong($"no phase has the label {label}.", "phases that hold every label of the volume.", "Add it to a phase.");
        }

        return phases;
    }

    private static byte[] Table(LabelVolume volume, ImmutableArray<MeasuredPhase> phases)
    {
        byte[] table = new byte[volume.IsNarrow ? 256 : 65_536];
        for (int k = 0; k < phases.Length; k++)
        {
            foreach (int label in phases[k].Labels.Where(label => label >= 0 && label < table.Length))
            {
                table[label] = (byte)k;
            }
        }

        return table;
    }

    private static InputException Wrong(string problem, string allowed, string remedy) =>
        new(InputPlace.Whole("phases"), problem, allowed, remedy);
}
