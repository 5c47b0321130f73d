using System.Collections.Immutable;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Conduction;

/// <summary>The lattice of conductances that a problem amounts to for one direction of the field.</summary>
internal sealed class ConductionNetwork
{
    private ConductionNetwork(LatticeNetwork lattice, ConnectedPart connectivity, byte[] classes, ImmutableArray<int> phases, double unit) =>
        (Lattice, Connectivity, Classes, Phases, Unit) = (lattice, connectivity, classes, phases, unit);

    internal LatticeNetwork Lattice { get; }

    internal ConnectedPart Connectivity { get; }

    /// <summary>Gets what knows the links at smooth or conducting interfaces, or null where classes tell every link.</summary>
    internal InterfaceLinks? Interfaces { get; private init; }

    /// <summary>Gets the class of each voxel; what is cut off has that of the insulators.</summary>
    internal byte[] Classes { get; }

    /// <summary>Gets the phase of each class, −1 for insulators.</summary>
    internal ImmutableArray<int> Phases { get; }

    /// <summary>Gets what a link of one in the lattice stands for [S].</summary>
    internal double Unit { get; }

    internal static AxisEnds[] Ends(ConductionProblem problem, int axis)
    {
        AxisEnds sides = problem.Boundary == ConductionBoundary.InsulatedSides ? AxisEnds.Insulated : AxisEnds.Periodic;
        AxisEnds[] ends = [sides, sides, sides];
        ends[axis] = problem.Boundary == ConductionBoundary.Periodic ? AxisEnds.Periodic : AxisEnds.Electrodes;
        return ends;
    }

    internal static ConductionNetwork Of(ConductionProblem problem, PhaseClasses sorted, FaceResistances faces, int axis)
    {
        int count = sorted.Count;
        double[][] tables = [.. Enumerable.Range(0, 3).Select(along => Table(sorted, faces, along, count))];
        double[][] electrodes = [.. Enumerable.Range(0, 3).Select(along => sorted.Phases.Select(phase => faces.ToElectrode(along, phase)).ToArray())];
        double unit = tables.SelectMany(table => table).Max();
        unit = unit > 0.0 ? unit : 1.0;
        foreach (double[] row in tables.Concat(electrodes))
        {
            for (int k = 0; k < row.Length; k++)
            {
                row[k] /= unit;
            }
        }

        AxisEnds[] ends = Ends(problem, axis);
        byte[] classes = sorted.Sort();
        bool[][] linked = [.. tables.Select(table => table.Select(link => link > 0.0).ToArray())];
        LatticeExtent extent = problem.Volume.Extent;
        ConnectedPart connectivity = AllLinked(linked, count, sorted.Occurring)
            ? new ConnectedPart(Percolates: true, extent.Count)
            : Conduction.Connectivity.Cut(extent, ends, axis, classes, linked, count, sorted.Insulator);
        LatticeNetwork lattice = LatticeNetwork.OfClasses(extent, ends, classes, count, tables, electrodes);
        InterfaceLinks? links = NeedsInterfaces(problem, faces) ? new InterfaceLinks(problem, lattice, classes, sorted.Phases, faces, unit) : null;
        lattice = links is null ? lattice : LatticeNetwork.OfLinks(extent, ends, links);
        return new ConductionNetwork(lattice, connectivity, classes, sorted.Phases, unit) { Interfaces = links };
    }

    /// <summary>Says whether links depend on more than the classes of their two voxels.</summary>
    internal static bool NeedsInterfaces(ConductionProblem problem, FaceResistances faces) =>
        (problem.Area == InterfaceArea.Smooth && faces.Any) || problem.Interfaces.Any(between => between.SheetConductance > 0.0);

    /// <summary>For each axis the conductances between the classes that have voxels [S], row by row.</summary>
    internal static double[][] Tables(PhaseClasses sorted, FaceResistances faces) =>
        [.. Enumerable.Range(0, 3).Select(along => Table(sorted, faces, along, sorted.Occurring))];

    /// <summary>Says whether all classes that have voxels are linked with one another: then nothing is cut off.</summary>
    private static bool AllLinked(bool[][] linked, int count, int occurring) => linked.All(table =>
        Enumerable.Range(0, occurring * occurring).All(pair => table[(pair / occurring * count) + (pair % occurring)]));

    private static double[] Table(PhaseClasses sorted, FaceResistances faces, int axis, int count)
    {
        double[] table = new double[count * count];
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b < count; b++)
            {
                (int first, int second) = (sorted.Phases[a], sorted.Phases[b]);
                double boundary = a == b || first < 0 || second < 0 ? 0.0 : faces.Between(first, second);
                table[(a * count) + b] = faces.Conductance(axis, first, second, boundary);
            }
        }

        return table;
    }
}
