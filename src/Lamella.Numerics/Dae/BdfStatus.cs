namespace Lamella.Numerics.Dae;

/// <summary>How a call of <see cref="BdfSolver"/> ended. Every outcome is a value; none is an exception.</summary>
public enum BdfStatus
{
    /// <summary>The initial values are consistent and stepping may begin.</summary>
    Initialised,

    /// <summary>One step was accepted.</summary>
    StepTaken,

    /// <summary>A root function changed sign; the state returned is the one at the root.</summary>
    RootFound,

    /// <summary>The stop time was reached exactly.</summary>
    StopTimeReached,

    /// <summary>No consistent initial values were found near those given.</summary>
    InitialisationFailed,

    /// <summary>The accuracy asked for needs a step below the smallest allowed or representable one.</summary>
    StepTooSmall,

    /// <summary>The corrector failed over and over again at one point.</summary>
    CorrectorFailed,

    /// <summary>The local error stayed above the tolerance over and over again at one point.</summary>
    ErrorTestFailed,

    /// <summary>The allowed number of steps is used up.</summary>
    TooManySteps,

    /// <summary>A callback said that no step will help.</summary>
    FatalCallback,
}

/// <summary>Questions about a <see cref="BdfStatus"/>.</summary>
public static class BdfStatusExtensions
{
    /// <summary>Tells whether the solver cannot go on from here.</summary>
    /// <param name="status">The status.</param>
    /// <returns>True for the failures, false for progress.</returns>
    public static bool IsFailure(this BdfStatus status) => status >= BdfStatus.InitialisationFailed;
}
