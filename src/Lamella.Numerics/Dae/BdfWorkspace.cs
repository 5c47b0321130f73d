namespace Lamella.Numerics.Dae;

/// <summary>All memory of a <see cref="BdfSolver"/> for systems of one size.</summary>
internal sealed class BdfWorkspace(int size, int rootCount, BdfCounters counters)
{
    internal double[] Y { get; } = new double[size];

    internal double[] YPrime { get; } = new double[size];

    /// <summary>Gets e, the sum of the corrections of the step being tried: y − y(predicted).</summary>
    internal double[] Correction { get; } = new double[size];

    internal double[] AbsoluteTolerances { get; } = new double[size];

    internal double[] Weights { get; } = new double[size];

    /// <summary>Gets the weights of the error test: those above, or with zeros for the unknowns that it leaves out.</summary>
    internal double[] TestWeights { get; } = new double[size];

    /// <summary>Gets which unknowns the error test leaves out.</summary>
    internal bool[] Untested { get; } = new bool[size];

    internal BdfHistory History { get; } = new(size);

    internal BdfCorrector Corrector { get; } = new(size, counters);

    internal ConsistentInitialiser Initialiser { get; } = new(size, counters);

    internal BdfRootFinder Roots { get; } = new(size, rootCount, counters);

    internal int RootCount { get; } = rootCount;
}
