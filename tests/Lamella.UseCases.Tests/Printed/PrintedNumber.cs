using System.Globalization;

namespace Lamella.UseCases.Tests.Printed;

/// <summary>How a computed number has to agree with the printed one.</summary>
internal enum Agreement
{
    /// <summary>Rounded to the printed digits it is the printed number.</summary>
    Digits,

    /// <summary>The printed number is an upper bound, cut after its last digit.</summary>
    CutOff,

    /// <summary>The printed number is an order of magnitude: within a factor of √10.</summary>
    Order,

    /// <summary>Printed is that there is no positive solution.</summary>
    NoSolution,

    /// <summary>It does not agree; the remark says why.</summary>
    Differs,
}

/// <summary>A number that PHYSICS.md marks as computed, and what the product computes for it.</summary>
/// <param name="Section">Section of PHYSICS.md.</param>
/// <param name="What">What the number is, with its unit.</param>
/// <param name="Printed">The digits in print; <c>7e3</c> has one.</param>
/// <param name="From">Member of the product that computes it.</param>
/// <param name="Ours">What it computes, in the printed unit.</param>
internal sealed record PrintedNumber(string Section, string What, string Printed, string From, double Ours)
{
    /// <summary>Gets how both have to agree.</summary>
    internal Agreement Agreement { get; init; }

    /// <summary>Gets what a reader should know: inputs that are not printed, or why the numbers differ.</summary>
    internal string Remark { get; init; } = string.Empty;

    /// <summary>Gets the printed value.</summary>
    internal double Value => double.Parse(Printed, CultureInfo.InvariantCulture);

    /// <summary>Gets one unit of the last printed digit.</summary>
    internal double LastDigit
    {
        get
        {
            string[] parts = Printed.Split('e');
            int point = parts[0].IndexOf('.', StringComparison.Ordinal);
            int decimals = point < 0 ? 0 : parts[0].Length - point - 1;
            return Math.Pow(10.0, (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - decimals);
        }
    }

    /// <summary>Says whether the computed number has the printed digits.</summary>
    internal bool Agrees
    {
        get
        {
            if (Agreement == Agreement.NoSolution)
            {
                return Ours < 0.0;
            }

            const double rounding = 1e-9; // of a digit, for products like 0.05 x 10
            double digits = (Ours - Value) / LastDigit;
            return Agreement switch
            {
                Agreement.CutOff => digits is >= -rounding and < 1.0,
                Agreement.Order => Math.Abs(Math.Log10(Ours / Value)) <= 0.5,
                _ => Math.Abs(digits) <= 0.5 + rounding,
            };
        }
    }

    private string Sign => Agreement switch
    {
        Agreement.CutOff => "≤ ",
        Agreement.Order => "~ ",
        _ => string.Empty,
    };

    /// <summary>Returns the line of the page.</summary>
    internal string Line() => string.Create(
        CultureInfo.InvariantCulture, $"| {Section} | {What} | {Sign}{Printed} | {Ours:G5} | `{From}` | {Remark} |");
}
