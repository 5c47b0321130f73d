using System.Collections.Immutable;
using Lamella.Audit.Checks.Arithmetic;
using Lamella.Audit.Checks.Repeats;

namespace Lamella.Audit.Checks;

/// <summary>The checks, in the order of the reports. A new check is one class and one line here.</summary>
public static class CheckRegistry
{
    /// <summary>Gets every check.</summary>
    public static ImmutableArray<ICheck> All { get; } =
    [
        new SameQuantityTwice(),
        new RetentionFromCapacities(),
        new FadePerCycle(),
    ];
}
