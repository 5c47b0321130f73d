using System.Collections.Immutable;

namespace Lamella.Audit.Verdicts;

/// <summary>One choice of values for the assumptions; what is not chosen has its usual value.</summary>
public sealed class AssumptionValues
{
    private readonly AssumptionSet _set;
    private readonly ImmutableDictionary<string, double> _chosen;

    /// <summary>Initializes a new instance of the <see cref="AssumptionValues"/> class.</summary>
    /// <param name="set">The assumptions.</param>
    public AssumptionValues(AssumptionSet set)
        : this(set, ImmutableDictionary<string, double>.Empty)
    {
    }

    private AssumptionValues(AssumptionSet set, ImmutableDictionary<string, double> chosen) => (_set, _chosen) = (set, chosen);

    /// <summary>Gets the value of an assumption.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value in its own unit.</returns>
    public double this[string name] => _chosen.TryGetValue(name, out double value) ? value : _set.Value(name);

    /// <summary>Gets the relative half width that "about" stands for.</summary>
    internal double About => this[UsualAssumptions.About];

    /// <summary>Returns the unit of an assumption.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The symbol of the unit.</returns>
    public string UnitOf(string name) => _set.Get(name).Unit;

    /// <summary>Returns the value of an assumption in SI.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value in SI; for plain numbers as it is.</returns>
    public double InSi(string name) => Core.Quantities.Unit.Parse(UnitOf(name)).ToSi(this[name]);

    /// <summary>Returns the choice with another value for one assumption.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The other choice.</returns>
    public AssumptionValues With(string name, double value) => new(_set, _chosen.SetItem(name, value));
}
