using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;

namespace Lamella.UseCases.Closures;

/// <summary>What a closed form gave.</summary>
/// <param name="Closure">The closed form.</param>
/// <param name="Inputs">The inputs with their values, as they were given or by default.</param>
/// <param name="Outputs">The outputs in their units, with standard uncertainties; null where one is not finite.</param>
public sealed record ClosureReport(Closure Closure, ImmutableArray<(ClosureInput Input, Quantity Value, bool IsDefault)> Inputs, ImmutableArray<(ClosureOutput Output, Quantity? Value)> Outputs);

/// <summary>Computes one closed form from values with units; their uncertainties are carried through.</summary>
/// <remarks>To first order, inputs independent: u² = Σ[(f(x + u) − f(x − u))/2]², one-sided where one end is not allowed (JCGM 100:2008, equation 10).</remarks>
public static class EvaluateClosure
{
    /// <summary>Finds a closed form.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The closed form.</returns>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static Closure Find(string name) => Closure.All.FirstOrDefault(closure => closure.Name == name) ?? throw new InputException(
        InputPlace.Whole("closure"), $"'{name}' is no closed form.", string.Join(", ", Closure.All.Select(closure => closure.Name)),
        Suggestion.Nearest(name, Closure.All.Select(closure => closure.Name)) is { } nearest ? $"Did you mean '{nearest}'?" : "Use one of these names; 'lamella closure' says what each answers.");

    /// <summary>Computes a closed form.</summary>
    /// <param name="closure">The closed form.</param>
    /// <param name="assignments">Values as a user writes them, such as <c>mass fraction=10 wt%</c>.</param>
    /// <returns>The report.</returns>
    /// <exception cref="InputException">A value is missing, unknown, given twice, of another dimension or not allowed.</exception>
    public static ClosureReport Run(Closure closure, IEnumerable<string> assignments)
    {
        ArgumentNullException.ThrowIfNull(closure);
        ArgumentNullException.ThrowIfNull(assignments);
        var given = new Dictionary<string, Quantity>(StringComparer.Ordinal);
        foreach (string assignment in assignments)
        {
            (ClosureInput input, Quantity value) = Read(closure, assignment);
            if (!given.TryAdd(input.Name, value))
            {
                throw Wrong(closure, $"'{input.Name}' is given twice.", string.Empty, "Give it once.");
            }
        }

        ImmutableArray<(ClosureInput Input, Quantity Value, bool IsDefault)> inputs = [.. closure.Inputs.Select(input =>
            given.TryGetValue(input.Name, out Quantity? value) ? (input, value, false)
            : input.Default is { } usual ? (input, Quantity.Parse(usual), true)
            : throw Wrong(closure, $"'{input.Name}' is missing: {input.Meaning}.", Needs(closure), $"Add \"{input.Name}={input.Example}\"."))];
        return new ClosureReport(closure, inputs, Compute(closure, [.. inputs.Select(input => input.Value)]));
    }

    private static (ClosureInput Input, Quantity Value) Read(Closure closure, string assignment)
    {
        string[] parts = assignment.Split('=', 2, StringSplitOptions.TrimEntries);
        ClosureInput first = closure.Inputs[0];
        if (parts.Length != 2)
        {
            throw Wrong(closure, $"'{assignment}' has no '='.", "NAME=VALUE", $"Write for example \"{first.Name}={first.Example}\".");
        }

        ClosureInput input = closure.Inputs.FirstOrDefault(known => known.Name == parts[0]) ?? throw Wrong(
            closure, $"'{parts[0]}' is no input.", Needs(closure), Suggestion.Nearest(parts[0], closure.Inputs.Select(known => known.Name)) is { } nearest ? $"Did you mean '{nearest}'?" : "Use one of these names.");
        Quantity value = Quantity.TryParse(parts[1], out Quantity? read, out QuantityFormatException? error) ? read
            : throw Wrong(closure, $"'{input.Name}': {error.Message}", $"{input.Dimension.Name}, such as {input.Example}", "Write a number and its unit.");
        return value.Dimension == input.Dimension ? (input, value) : throw Wrong(
            closure, $"'{parts[1]}' measures {value.Dimension.Name}, but '{input.Name}' is {input.Dimension.Name}.", $"{input.Dimension.Name}, such as {input.Example}", "Correct the unit.");
    }

    private static ImmutableArray<(ClosureOutput Output, Quantity? Value)> Compute(Closure closure, Quantity[] inputs)
    {
        double[] nominal = [.. inputs.Select(input => input.InSi)], values;
        try
        {
            values = closure.Compute(nominal);
        }
        catch (ArgumentException wrong)
        {
            throw Wrong(closure, wrong.Message.Split(" (Parameter", 2)[0], string.Empty, $"Correct that value; 'lamella closure {closure.Name}' lists the inputs.");
        }

        double[] squares = new double[values.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            double step = inputs[i].UncertaintyInSi;
            if (step > 0.0)
            {
                double[]? up = At(i, step), down = At(i, -step);
                for (int k = 0; k < values.Length; k++)
                {
                    double slope = up is null ? down is null ? 0.0 : values[k] - down[k] : down is null ? up[k] - values[k] : (up[k] - down[k]) / 2.0;
                    squares[k] += slope * slope;
                }
            }
        }

        return [.. closure.Outputs.Select((output, k) => (output, Printed(output, values[k], Math.Sqrt(squares[k]))))];

        double[]? At(int index, double step)
        {
            double[] moved = [.. nominal];
            moved[index] += step;
            try
            {
                return closure.Compute(moved);
            }
            catch (ArgumentException)
            {
                return null; // that end is not allowed
            }
        }
    }

    private static Quantity? Printed(ClosureOutput output, double si, double uncertainty)
    {
        Unit unit = Unit.Parse(output.Unit);
        return double.IsFinite(si) ? new Quantity(unit.FromSi(si), unit, double.IsFinite(uncertainty) ? uncertainty / unit.Factor : 0.0) : null;
    }

    private static string Needs(Closure closure) => string.Join(", ", closure.Inputs.Select(input => input.Default is null ? input.Name : $"{input.Name} (default {input.Default})"));

    private static InputException Wrong(Closure closure, string problem, string allowed, string remedy) => new(InputPlace.Whole($"closure {closure.Name}"), problem, allowed, remedy);
}
