using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Materials.Parameters;

namespace Lamella.Energy.Sensitivities;

/// <summary>Varies the inputs of a design one at a time, carries their uncertainties through, and ranks them.</summary>
/// <remarks>
/// Uncertainties propagate to first order with central differences over one standard uncertainty on either side, inputs taken
/// as independent: u²(E) = Σ [(E(x+u) − E(x−u))/2]² (JCGM 100:2008, equation 10).
/// </remarks>
/// <param name="materials">The material library.</param>
public sealed class DesignVariation(MaterialLibrary materials)
{
    /// <summary>By how much a value is moved where nothing is known about it [–].</summary>
    public const double UsualStep = 0.05;

    private static readonly string[] NotMasses = ["constraints/", "resistance/", "energy/rate", "energy/temperature", "stack/cathodes"];

    /// <summary>Evaluates a result of a design.</summary>
    /// <param name="sheet">The design.</param>
    /// <param name="measure">The result.</param>
    /// <returns>The value; not a number where the cell cannot be built.</returns>
    public double Evaluate(DesignSheet sheet, Func<BuiltCell, double> measure)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(measure);
        try
        {
            return measure(BuiltCell.Of(sheet.Build(materials)));
        }
        catch (InputException)
        {
            return double.NaN;
        }
    }

    /// <summary>Carries the uncertainties of all inputs to a result.</summary>
    /// <param name="sheet">The design.</param>
    /// <param name="measure">The result.</param>
    /// <returns>The result with its standard uncertainty; 0 where no input states one.</returns>
    /// <exception cref="InputException">The cell itself cannot be built.</exception>
    public UncertainValue Propagate(DesignSheet sheet, Func<BuiltCell, double> measure)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(measure);
        double nominal = measure(BuiltCell.Of(sheet.Build(materials)));
        double squares = 0.0;
        foreach (DesignInput input in sheet.Inputs.Where(input => input.Uncertainty > 0.0))
        {
            double up = Evaluate(sheet.Varied(input.Path, IsShare(input) ? Math.Min(1.0, input.Si + input.Uncertainty) : input.Si + input.Uncertainty), measure);
            double down = Evaluate(sheet.Varied(input.Path, input.Si - input.Uncertainty), measure);
            double slope = double.IsNaN(up) ? nominal - down : double.IsNaN(down) ? up - nominal : (up - down) / 2.0;
            squares += double.IsNaN(slope) ? 0.0 : slope * slope;
        }

        return new UncertainValue(nominal, Math.Sqrt(squares));
    }

    /// <summary>Ranks the inputs by what they do to a result: the bars of a tornado.</summary>
    /// <param name="sheet">The design.</param>
    /// <param name="measure">The result.</param>
    /// <returns>Every input that has an effect, the strongest first; over its range, ± its uncertainty, or ± 5 %.</returns>
    public ImmutableArray<InputEffect> Tornado(DesignSheet sheet, Func<BuiltCell, double> measure)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(measure);
        var effects = ImmutableArray.CreateBuilder<InputEffect>();
        foreach (DesignInput input in sheet.Inputs.Where(input => !NotMasses.Any(prefix => input.Path.StartsWith(prefix, StringComparison.Ordinal))))
        {
            bool stated = input.Uncertainty > 0.0;
            double step = stated ? input.Uncertainty : UsualStep * Math.Abs(input.Si);
            double most = IsShare(input) ? 1.0 : double.PositiveInfinity;
            double low = input.Lower ?? input.Si - step, high = input.Upper ?? Math.Min(most, input.Si + step);
            effects.Add(new InputEffect(
                input, low, high, Evaluate(sheet.Varied(input.Path, low), measure), Evaluate(sheet.Varied(input.Path, high), measure), stated));
        }

        return [.. effects.Where(effect => effect.Span > 0.0).OrderByDescending(effect => effect.Span).ThenBy(effect => effect.Input.Path, StringComparer.Ordinal)];
    }

    // A share of a whole cannot pass 100 %, however uncertain it is.
    private static bool IsShare(DesignInput input) => input.Si <= 1.0 && input.Quantity.Unit.Symbol.EndsWith('%');
}
