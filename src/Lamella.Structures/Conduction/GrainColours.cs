using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Conduction;

/// <summary>Colours the grains of each phase with grain boundaries so that grains that touch differ in colour.</summary>
internal static class GrainColours
{
    /// <summary>Colours the grains, in the order of their labels, each with the smallest free colour.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="phaseOfLabel">The phase of each label, −1 where it is not in the volume.</param>
    /// <returns>The colour of each label; 0 for phases without grain boundaries.</returns>
    internal static int[] Of(ConductionProblem problem, int[] phaseOfLabel)
    {
        int[] colours = new int[phaseOfLabel.Length];
        bool[] grained = [.. problem.Phases.Select(phase => phase.GrainBoundaryResistance > 0.0 && phase.Labels.Length > 1)];
        if (!grained.Contains(true))
        {
            return colours;
        }

        SortedSet<int>?[] neighbours = Neighbours(problem, phaseOfLabel, grained);
        for (int label = 0; label < colours.Length; label++)
        {
            if (neighbours[label] is { } touching)
            {
                HashSet<int> taken = [.. touching.Where(other => other < label).Select(other => colours[other])];
                while (taken.Contains(colours[label]))
                {
                    colours[label]++;
                }
            }
        }

        return colours;
    }

    private static SortedSet<int>?[] Neighbours(ConductionProblem problem, int[] phaseOfLabel, bool[] grained)
    {
        var neighbours = new SortedSet<int>?[phaseOfLabel.Length];
        LabelVolume volume = problem.Volume;
        LatticeExtent n = volume.Extent;
        (int a, int b) last = (-1, -1);
        for (int axis = 0; axis < 3; axis++)
        {
            // Opposite faces touch wherever any direction of the field makes them periodic.
            bool wraps = problem.Boundary != ConductionBoundary.InsulatedSides;
            for (long k = 0; k < n.Count; k++)
            {
                int x = (int)(k % n.Nx), y = (int)(k / n.Nx % n.Ny), z = (int)(k / n.Nx / n.Ny);
                int at = axis == 0 ? x : axis == 1 ? y : z;
                if (at == n.Along(axis) - 1 && !wraps)
                {
                    continue;
                }

                int next = (at + 1) % n.Along(axis);
                int a = volume[k], b = volume[axis == 0 ? next : x, axis == 1 ? next : y, axis == 2 ? next : z];
                if (a == b || (a, b) == last || phaseOfLabel[a] != phaseOfLabel[b] || !grained[phaseOfLabel[a]])
                {
                    continue;
                }

                last = (a, b);
                (neighbours[a] ??= []).Add(b);
                (neighbours[b] ??= []).Add(a);
            }
        }

        return neighbours;
    }
}
