namespace Lamella.Materials.Laws;

/// <summary>What a law does at a temperature outside the range it was fitted in.</summary>
public enum OutsideRange
{
    /// <summary>It evaluates; <see cref="PropertyLaw.Inspect"/> reports the extrapolation as a warning.</summary>
    Report,

    /// <summary>It throws: the closed form is known to leave the physical range there.</summary>
    Refuse,
}

/// <summary>A use of a law outside the range it was fitted in.</summary>
/// <param name="Property">What was evaluated.</param>
/// <param name="Variable">Which variable left its range, with its unit where it has one.</param>
/// <param name="Used">The range of the use.</param>
/// <param name="Fitted">The range of the fit.</param>
/// <param name="IsRefused">Whether evaluating it throws.</param>
public sealed record Extrapolation(
    string Property, string Variable, ValidRange Used, ValidRange Fitted, bool IsRefused)
{
    /// <summary>Gets the sentence for the list of warnings.</summary>
    public string Message =>
        $"{Property}: {Variable} {Describe(Used)} leaves the fitted range {Describe(Fitted)}; "
        + (IsRefused ? "refused." : "extrapolated.");

    private static string Describe(ValidRange range) => range.Lower == range.Upper
        ? FormattableString.Invariant($"{range.Lower:G6}")
        : FormattableString.Invariant($"{range.Lower:G6} to {range.Upper:G6}");
}
