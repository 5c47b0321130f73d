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
/// <param name="Variable">Which variable left its range, "temperature" or "argument".</param>
/// <param name="Used">The range of the use.</param>
/// <param name="Fitted">The range of the fit.</param>
/// <param name="IsRefused">Whether evaluating it throws.</param>
public sealed record Extrapolation(
    string Property, string Variable, ValidRange Used, ValidRange Fitted, bool IsRefused)
{
    /// <summary>What <see cref="Variable"/> is for a temperature; ranges are then in K here, in degC in the sentence.</summary>
    internal const string Temperature = "temperature";

    private const double Zero = 273.15; // of degC [K]

    /// <summary>Gets the sentence for the list of warnings.</summary>
    public string Message =>
        $"{Property}: {Variable} {Describe(Used)} leaves the fitted range {Describe(Fitted)}; "
        + (IsRefused ? "refused." : "extrapolated.");

    private string Describe(ValidRange range)
    {
        string lower = Write(range.Lower);
        string both = range.Lower == range.Upper ? lower : $"{lower} to {Write(range.Upper)}";
        return Variable == Temperature ? $"{both} degC" : both;
    }

    private string Write(double value) => Variable == Temperature
        ? FormattableString.Invariant($"{Math.Round(value - Zero, 2):G6}")
        : FormattableString.Invariant($"{value:G6}");
}
