using Lamella.Core.Errors;

namespace Lamella.Structures.Generation;

/// <summary>Errors of recipes that cannot be followed.</summary>
internal static class RecipeErrors
{
    /// <summary>Makes an error.</summary>
    internal static InputException Wrong(string problem, string allowed, string remedy) =>
        new(InputPlace.Whole("recipe"), problem, allowed, remedy);

    /// <summary>Refuses a number outside a closed range.</summary>
    internal static void RequireWithin(double value, double low, double high, string what)
    {
        if (!(value >= low && value <= high))
        {
            throw Wrong(
                FormattableString.Invariant($"{what} is {value:G6}."), FormattableString.Invariant($"{low:G6} to {high:G6}."), $"Give {what} within that range.");
        }
    }

    /// <summary>Refuses a length that is not above 0.</summary>
    internal static void RequirePositive(double value, string what)
    {
        if (!(value > 0.0 && double.IsFinite(value)))
        {
            throw Wrong(FormattableString.Invariant($"{what} is {value:G6}."), "a finite number above 0.", $"Give {what}.");
        }
    }
}
