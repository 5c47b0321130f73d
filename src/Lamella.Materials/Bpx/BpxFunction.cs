using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Provenance;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Bpx;

/// <summary>A value of a BPX file that may depend on x: a number, an expression or a table.</summary>
/// <remarks>x is the salt concentration [mol/m³] in the electrolyte and the stoichiometry [–] in a particle.</remarks>
public sealed class BpxFunction
{
    private readonly double _number;
    private readonly BpxExpression? _expression;
    private readonly ImmutableArray<(double X, double Y)> _table = [];

    private BpxFunction(double number) => _number = number;

    private BpxFunction(BpxExpression expression) => _expression = expression;

    private BpxFunction(ImmutableArray<(double X, double Y)> table) => _table = table;

    /// <summary>Gets the expression, or null.</summary>
    public BpxExpression? Expression => _expression;

    /// <summary>Gets the points of the table, x rising; empty for a number or an expression.</summary>
    public ImmutableArray<(double X, double Y)> Table => _table;

    /// <summary>Gets the number, or null for an expression or a table.</summary>
    public double? Number => _expression is null && _table.IsEmpty ? _number : null;

    /// <summary>Makes a constant.</summary>
    /// <param name="number">Its value in SI.</param>
    /// <returns>The function.</returns>
    public static BpxFunction Of(double number) => new(number);

    /// <summary>Makes a function from an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>The function.</returns>
    public static BpxFunction Of(BpxExpression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return new BpxFunction(expression);
    }

    /// <summary>Makes a function from a table, which is continued by straight lines.</summary>
    /// <param name="points">The points in any order; at least two, each x once.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentException">There are fewer than two points, or an x stands twice.</exception>
    public static BpxFunction Of(ImmutableArray<(double X, double Y)> points)
    {
        ImmutableArray<(double X, double Y)> sorted = points.Sort(static (one, other) => one.X.CompareTo(other.X));
        for (int k = 1; k < sorted.Length; k++)
        {
            if (sorted[k].X == sorted[k - 1].X)
            {
                throw new ArgumentException(FormattableString.Invariant($"x = {sorted[k].X} stands twice in the table."), nameof(points));
            }
        }

        return sorted.Length >= 2
            ? new BpxFunction(sorted)
            : throw new ArgumentException(FormattableString.Invariant($"The table has {sorted.Length} points, it needs at least 2."), nameof(points));
    }

    /// <summary>Multiplies the function by a number.</summary>
    /// <param name="factor">The number, finite.</param>
    /// <returns>The product; the function itself where the factor is 1 to 14 digits.</returns>
    public BpxFunction Times(double factor)
    {
        if (Math.Abs(factor - 1.0) <= 1e-14)
        {
            return this;
        }

        return _expression is not null
            ? Of(BpxExpression.Parse(FormattableString.Invariant($"{factor:R} * ({_expression.Text})")))
            : _table.IsEmpty ? Of(_number * factor) : Of([.. _table.Select(point => (point.X, point.Y * factor))]);
    }

    /// <summary>Computes the value at the reference temperature.</summary>
    /// <param name="x">Concentration [mol/m³] or stoichiometry [–].</param>
    /// <returns>The value in SI.</returns>
    public double At(double x) => _expression?.At(x) ?? (_table.IsEmpty ? _number : Law(Source.Assumption("a table")).At(x, 298.15));

    /// <summary>Makes the law.</summary>
    /// <param name="source">Where the values come from.</param>
    /// <param name="activationEnergy">E of the Arrhenius factor [J/mol]; 0 for none.</param>
    /// <param name="referenceTemperature">Temperature at which the factor is 1 [K].</param>
    /// <param name="argumentRange">Range in which an expression is meant to be used.</param>
    /// <returns>The law.</returns>
    public PropertyLaw ToLaw(Source source, double activationEnergy, double referenceTemperature, ValidRange argumentRange)
    {
        PropertyLaw law = Law(source, argumentRange);
        return activationEnergy == 0.0 ? law : law.WithActivationEnergy(activationEnergy, referenceTemperature);
    }

    /// <inheritdoc/>
    public override string ToString() => _expression?.Text ?? (_table.IsEmpty
        ? _number.ToString("R", CultureInfo.InvariantCulture) : FormattableString.Invariant($"a table of {_table.Length} points"));

    // BPX does not state where its functions were fitted: no temperature counts as outside.
    private PropertyLaw Law(Source source, ValidRange? argumentRange = null) =>
        _expression is not null
            ? new ExpressionLaw(_expression, source, argumentRange ?? ValidRange.Unbounded, ValidRange.Unbounded)
            : _table.IsEmpty
                ? PropertyLaws.Constant(_number, source)
                : PropertyLaws.Table(
                    [.. _table.Select(point => point.X)], [.. _table.Select(point => point.Y)], TableInterpolation.Linear, source, ValidRange.Unbounded);
}
