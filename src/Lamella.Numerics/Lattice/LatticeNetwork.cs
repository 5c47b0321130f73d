namespace Lamella.Numerics.Lattice;

/// <summary>Cells on a lattice, linked to their six neighbours by conductances.</summary>
/// <remarks>Two forms: cells of a few classes with one conductance per pair of classes, or any conductance on any link.</remarks>
public sealed class LatticeNetwork : ILatticeLinks
{
    private LatticeNetwork(LatticeExtent extent, AxisEnds[] ends) => (Extent, Ends) = (extent, ends);

    /// <summary>Gets the extent.</summary>
    public LatticeExtent Extent { get; }

    /// <summary>Gets the ends of the axes, x first.</summary>
    internal AxisEnds[] Ends { get; }

    /// <summary>Gets the classes of the cells, or null where <see cref="Links"/> tells every link.</summary>
    internal byte[]? Classes { get; private init; }

    internal int ClassCount { get; private init; }

    /// <summary>Gets for each axis the conductances between classes, row by row.</summary>
    internal double[][] Tables { get; private init; } = [];

    /// <summary>Gets for each axis the conductances from a class to an electrode.</summary>
    internal double[][] Electrodes { get; private init; } = [];

    internal ILatticeLinks? Links { get; private init; }

    /// <summary>Makes a network of cells of a few classes.</summary>
    /// <param name="extent">Extent of the lattice.</param>
    /// <param name="ends">Ends of the three axes, x first.</param>
    /// <param name="classes">Class of each cell, x fastest, each below <paramref name="classCount"/>. Kept, not copied.</param>
    /// <param name="classCount">Number of classes, 1 to 254.</param>
    /// <param name="tables">For each axis the symmetric table (classCount × classCount) of conductances, each ≥ 0 and finite.</param>
    /// <param name="electrodes">For each axis the conductance from each class to an electrode on the outer face, ≥ 0.</param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentException">Sizes do not fit together.</exception>
    public static LatticeNetwork OfClasses(
        LatticeExtent extent, AxisEnds[] ends, byte[] classes, int classCount, double[][] tables, double[][] electrodes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(electrodes);
        RequireAxes(extent, ends);
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classCount, 254);
        bool fits = classes.LongLength == extent.Count && tables.Length == 3 && electrodes.Length == 3
            && tables.All(table => table.Length == classCount * classCount && table.All(IsConductance))
            && electrodes.All(row => row.Length == classCount && row.All(IsConductance));
        return fits
            ? new LatticeNetwork(extent, [.. ends]) { Classes = classes, ClassCount = classCount, Tables = tables, Electrodes = electrodes }
            : throw new ArgumentException(
                $"{extent.Nx}×{extent.Ny}×{extent.Nz} cells of {classCount} classes need {extent.Count} classes and, for each axis, {classCount}² + {classCount} finite conductances ≥ 0.",
                nameof(tables));
    }

    /// <summary>Makes a network whose links are all told one by one; they are stored, which takes three numbers a cell.</summary>
    /// <param name="extent">Extent of the lattice.</param>
    /// <param name="ends">Ends of the three axes, x first.</param>
    /// <param name="links">Tells the links.</param>
    /// <returns>The network.</returns>
    public static LatticeNetwork OfLinks(LatticeExtent extent, AxisEnds[] ends, ILatticeLinks links)
    {
        ArgumentNullException.ThrowIfNull(links);
        RequireAxes(extent, ends);
        return new LatticeNetwork(extent, [.. ends]) { Links = links };
    }

    /// <summary>Gets what happens at the ends of an axis.</summary>
    /// <param name="axis">0 for x, 1 for y, 2 for z.</param>
    /// <returns>The ends.</returns>
    public AxisEnds End(int axis) => Ends[axis];

    /// <inheritdoc/>
    public double Forward(int axis, int x, int y, int z)
    {
        if (Links is { } links)
        {
            return links.Forward(axis, x, y, z);
        }

        int at = axis == 0 ? x : axis == 1 ? y : z, length = Extent.Along(axis);
        if (at >= 0 && at < length - 1)
        {
            return Table(axis, Class(x, y, z), Class(axis == 0 ? x + 1 : x, axis == 1 ? y + 1 : y, axis == 2 ? z + 1 : z));
        }

        int inner = at < 0 ? 0 : at, opposite = length - 1 - inner;
        int own = Class(axis == 0 ? inner : x, axis == 1 ? inner : y, axis == 2 ? inner : z);
        return Ends[axis] switch
        {
            AxisEnds.Periodic => Table(
                axis, own, length == 1 ? own : Class(axis == 0 ? opposite : x, axis == 1 ? opposite : y, axis == 2 ? opposite : z)),
            AxisEnds.Electrodes => Electrodes[axis][own],
            _ => 0.0,
        };
    }

    private static bool IsConductance(double value) => value >= 0.0 && double.IsFinite(value);

    private int Class(int x, int y, int z) => Classes![x + (Extent.Nx * (y + ((long)Extent.Ny * z)))];

    private double Table(int axis, int a, int b) => Tables[axis][(a * ClassCount) + b];

    private static void RequireAxes(LatticeExtent extent, AxisEnds[] ends)
    {
        ArgumentNullException.ThrowIfNull(ends);
        if (ends.Length != 3 || extent.Nx < 1 || extent.Ny < 1 || extent.Nz < 1)
        {
            throw new ArgumentException($"A lattice has three axes of at least one cell, not {extent.Nx}×{extent.Ny}×{extent.Nz} with {ends.Length} ends.", nameof(ends));
        }
    }
}
