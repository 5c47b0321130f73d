using System.Collections.Immutable;

namespace Lamella.Audit.Verdicts;

/// <summary>The assumptions by name.</summary>
/// <remarks>Immutable; safe to share.</remarks>
public sealed class AssumptionSet
{
    private readonly ImmutableSortedDictionary<string, Assumption> _byName;

    /// <summary>Initializes a new instance of the <see cref="AssumptionSet"/> class.</summary>
    /// <param name="assumptions">The assumptions, each name once.</param>
    public AssumptionSet(IEnumerable<Assumption> assumptions)
    {
        ArgumentNullException.ThrowIfNull(assumptions);
        _byName = assumptions.ToImmutableSortedDictionary(item => item.Name, item => item, StringComparer.Ordinal);
    }

    /// <summary>Gets the usual assumptions.</summary>
    public static AssumptionSet Usual { get; } = new(UsualAssumptions.All);

    /// <summary>Gets the assumptions, sorted by name.</summary>
    public IEnumerable<Assumption> All => _byName.Values;

    /// <summary>Gets the names, sorted.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>Returns an assumption.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The assumption.</returns>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public Assumption Get(string name) => _byName[name];

    /// <summary>Returns the usual value of an assumption.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value in its own unit.</returns>
    public double Value(string name) => _byName[name].Usual;

    /// <summary>Returns the set with one assumption replaced.</summary>
    /// <param name="assumption">The new one; its name must be in the set.</param>
    /// <returns>The other set.</returns>
    public AssumptionSet With(Assumption assumption)
    {
        ArgumentNullException.ThrowIfNull(assumption);
        return new AssumptionSet(_byName.SetItem(assumption.Name, assumption).Values);
    }
}
