namespace Lamella.Audit.Claims;

/// <summary>Tells which claims may be held against each other.</summary>
internal static class ClaimMatching
{
    // What says where or how a number was taken, and not under which conditions it holds.
    private static readonly string[] Remarks = ["result", "assignment_printed", "method", "note", "as_printed", "figure"];

    /// <summary>Returns the value of a condition, or null.</summary>
    internal static ClaimCondition? At(this Claim claim, string condition) => claim.Conditions.GetValueOrDefault(condition);

    /// <summary>Returns a condition that is a quantity, in SI without what its digits leave open, or null.</summary>
    internal static Interval? Value(this Claim claim, string condition) => claim.At(condition)?.Value?.AsSetting();

    /// <summary>Tells whether all conditions that both claims state agree.</summary>
    /// <param name="first">One claim.</param>
    /// <param name="second">The other.</param>
    /// <param name="except">Conditions that may differ.</param>
    internal static bool Agrees(this Claim first, Claim second, params string[] except) =>
        first.Conditions.All(condition => except.Contains(condition.Key)
            || second.At(condition.Key) is not { } other || condition.Value.Agrees(other));

    /// <summary>Tells whether both claims state the same conditions with the same values.</summary>
    internal static bool SameConditions(this Claim first, Claim second, params string[] except) =>
        first.Agrees(second, except) && Unshared(first, second, except).Count == 0;

    /// <summary>Returns the conditions that only one of two claims states.</summary>
    internal static IReadOnlyList<string> Unshared(Claim first, Claim second, params string[] except) =>
    [
        .. first.Conditions.Keys.Except(second.Conditions.Keys).Concat(second.Conditions.Keys.Except(first.Conditions.Keys))
            .Except(except).Except(Remarks),
    ];

    /// <summary>Tells whether a claim repeats what the print says where it cannot be what is meant; such claims are held against their repair only.</summary>
    internal static bool IsAsPrinted(this Claim claim) => claim.Kind == "as printed";

    /// <summary>Returns every pair once.</summary>
    internal static IEnumerable<(T First, T Second)> Pairs<T>(this IReadOnlyList<T> items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            for (int j = i + 1; j < items.Count; j++)
            {
                yield return (items[i], items[j]);
            }
        }
    }
}
