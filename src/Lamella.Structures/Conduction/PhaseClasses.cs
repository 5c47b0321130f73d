using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Conduction;

/// <summary>
/// Sorts the voxels into as few classes as the link between two voxels needs: one for each phase, one for all insulators,
/// and several for a phase with grain boundaries, so that grains that touch never share a class.
/// </summary>
internal sealed class PhaseClasses
{
    private const int MostClasses = 250;

    private readonly LabelVolume _volume;
    private readonly byte[] _map;

    private PhaseClasses(LabelVolume volume, byte[] map, ImmutableArray<int> phases, int occurring) =>
        (_volume, _map, Phases, Insulator, Occurring) = (volume, map, phases, phases.IndexOf(-1), occurring);

    /// <summary>Gets the phase of each class.</summary>
    internal ImmutableArray<int> Phases { get; }

    /// <summary>Gets the class of voxels that do not conduct; its phase is −1.</summary>
    internal int Insulator { get; }

    internal int Count => Phases.Length;

    /// <summary>Gets how many of the classes, from the first, have voxels: where nothing insulates, the last has none.</summary>
    internal int Occurring { get; }

    /// <summary>Makes the class of each voxel, x fastest.</summary>
    /// <returns>The caller's own.</returns>
    internal byte[] Sort() => _volume.Map(_map);

    /// <summary>Counts the blocks of 2×2×2 voxels in which any conducts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal long ConductingBlocks()
    {
        LatticeExtent extent = _volume.Extent;
        if (Occurring < Count)
        {
            // Nothing insulates.
            return (extent.Nx + 1L) / 2 * ((extent.Ny + 1L) / 2) * ((extent.Nz + 1L) / 2);
        }

        bool[] found = new bool[(extent.Nx + 1) / 2];
        long count = 0;
        for (int z = 0; z < extent.Nz; z += 2)
        {
            for (int y = 0; y < extent.Ny; y += 2)
            {
                Array.Clear(found);
                for (int row = 0; row < 4; row++)
                {
                    (int ry, int rz) = (y + (row & 1), z + (row >> 1));
                    long first = extent.Nx * (ry + ((long)extent.Ny * rz));
                    for (int x = 0; x < extent.Nx && ry < extent.Ny && rz < extent.Nz; x++)
                    {
                        found[x >> 1] |= _map[_volume[first + x]] != Insulator;
                    }
                }

                count += found.Count(any => any);
            }
        }

        return count;
    }

    internal static PhaseClasses Of(ConductionProblem problem, ImmutableSortedDictionary<int, long> counts)
    {
        int[] phaseOfLabel = PhaseOfLabels(problem, counts);
        int[] colours = GrainColours.Of(problem, phaseOfLabel);
        byte[] map = new byte[phaseOfLabel.Length];
        var classes = new Dictionary<(int Phase, int Colour), int>();
        var phases = new List<int>();
        foreach (int label in counts.Keys)
        {
            int phase = phaseOfLabel[label];
            PhaseConductivity value = problem.Phases[phase].Conductivity;
            bool conducts = value.X > 0.0 || value.Y > 0.0 || value.Z > 0.0;
            (int, int) key = conducts ? (phase, colours[label]) : (-1, 0);
            if (!classes.TryGetValue(key, out int number))
            {
                number = phases.Count;
                classes.Add(key, number);
                phases.Add(key.Item1);
            }

            if (number > MostClasses)
            {
                throw Wrong(
                    $"the phases and grains need more than {MostClasses} classes: too many grains touch one another.",
                    "Remove single misplaced voxels from the grain labels, or leave out the grain boundary resistance.");
            }

            map[label] = (byte)number;
        }

        int occurring = phases.Count;
        if (!phases.Contains(-1))
        {
            phases.Add(-1);
        }

        return new PhaseClasses(problem.Volume, map, [.. phases], occurring);
    }

    /// <summary>Finds the phase of each label, or −1 for labels that are not in the volume.</summary>
    internal static int[] PhaseOfLabels(ConductionProblem problem, ImmutableSortedDictionary<int, long> counts)
    {
        int largest = Math.Max(counts.Keys.Last(), problem.Phases.SelectMany(phase => phase.Labels).DefaultIfEmpty(0).Max());
        int[] phaseOfLabel = new int[largest + 1];
        Array.Fill(phaseOfLabel, -1);
        for (int phase = 0; phase < problem.Phases.Length; phase++)
        {
            foreach (int label in problem.Phases[phase].Labels)
            {
                if (label < 0)
                {
                    throw Wrong($"the label {Text(label)} of phase '{problem.Phases[phase].Name}' is negative.", "Labels are 0 to 65535.");
                }

                if (phaseOfLabel[label] >= 0)
                {
                    throw Wrong(
                        $"label {Text(label)} belongs to both '{problem.Phases[phaseOfLabel[label]].Name}' and '{problem.Phases[phase].Name}'.",
                        "Give each label to one phase.");
                }

                phaseOfLabel[label] = phase;
            }
        }

        int[] unknown = [.. counts.Keys.Where(label => phaseOfLabel[label] < 0)];
        if (unknown.Length > 0)
        {
            string list = string.Join(", ", unknown.Take(5).Select(label => $"{Text(label)} ({Text(counts[label])} voxels)"));
            throw Wrong(
                $"no phase has the label{(unknown.Length > 1 ? "s" : string.Empty)} {list}{(unknown.Length > 5 ? ", …" : string.Empty)}.",
                $"Say what these voxels are made of, such as --phase {Text(unknown[0])}=insulator.");
        }

        return phaseOfLabel;
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static InputException Wrong(string problem, string remedy) => new(InputPlace.Whole("phases"), problem, string.Empty, remedy);
}
