using Lamella.Core;

namespace Lamella.Numerics.Dae;

/// <summary>What a solution cost, counted since the solver was initialised.</summary>
public readonly record struct BdfStatistics
{
    /// <summary>Gets the accepted steps.</summary>
    public int Steps { get; init; }

    /// <summary>Gets the evaluations of the residual.</summary>
    public int ResidualEvaluations { get; init; }

    /// <summary>Gets the evaluations of the Jacobian.</summary>
    public int JacobianEvaluations { get; init; }

    /// <summary>Gets the factorisations.</summary>
    public int Factorisations { get; init; }

    /// <summary>Gets the linear solves, one per corrector iteration.</summary>
    public int Solves { get; init; }

    /// <summary>Gets the evaluations of the root functions.</summary>
    public int RootEvaluations { get; init; }

    /// <summary>Gets the steps that were repeated because the local error was too large.</summary>
    public int ErrorTestFailures { get; init; }

    /// <summary>Gets the steps that were repeated because the corrector did not converge.</summary>
    public int CorrectorFailures { get; init; }

    /// <summary>Gets the restarts after a discontinuity.</summary>
    public int Restarts { get; init; }

    /// <summary>Gets the order of the last accepted step, 1 to 5; 0 before the first.</summary>
    public int LastOrder { get; init; }

    /// <summary>Gets the length of the last accepted step [s].</summary>
    [Unit("s")]
    public double LastStep { get; init; }
}

/// <summary>Where and why a solver stopped, for a message that names the variable.</summary>
public readonly record struct BdfDiagnostics
{
    /// <summary>Gets the time at which the trouble arose [s].</summary>
    [Unit("s")]
    public double Time { get; init; }

    /// <summary>Gets the step tried last [s].</summary>
    [Unit("s")]
    public double Step { get; init; }

    /// <summary>Gets the order tried last.</summary>
    public int Order { get; init; }

    /// <summary>Gets the unknown with the largest weighted error or correction; −1 when none could be singled out.</summary>
    public int Unknown { get; init; }

    /// <summary>Gets the weighted size of that error or correction, in multiples of the tolerance [–].</summary>
    [Unit("–")]
    public double Size { get; init; }

    /// <summary>Gets what failed, in a few words.</summary>
    public string? Cause { get; init; }
}
