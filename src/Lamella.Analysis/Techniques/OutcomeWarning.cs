namespace Lamella.Analysis.Techniques;

/// <summary>How much a warning of an analysis matters.</summary>
public enum WarningLevel
{
    /// <summary>Good to know.</summary>
    Notice,

    /// <summary>May change a conclusion.</summary>
    Caution,

    /// <summary>The result should not be relied on.</summary>
    Serious,
}

/// <summary>Something to mind about a result.</summary>
/// <param name="Code">A stable word for programs, such as <c>not-steady</c>; lower case with hyphens.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Text">One or two sentences with values and units.</param>
public sealed record OutcomeWarning(string Code, WarningLevel Level, string Text);
