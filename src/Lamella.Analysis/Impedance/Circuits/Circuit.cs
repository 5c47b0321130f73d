using System.Collections.Immutable;
using System.Numerics;
using Lamella.Core.Errors;

namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>An equivalent circuit, written <c>R0-p(R1,CPE1)-W1</c>: a hyphen joins in series, <c>p( , )</c> in parallel.</summary>
/// <remarks>
/// A name is the code of an element (<see cref="CircuitElements"/>) and a label of digits or letters after an underscore:
/// <c>R1</c>, <c>CPE2</c>, <c>Wo1</c>, <c>R_gb</c>. Names are unique. Blanks do not matter.
/// </remarks>
public sealed class Circuit
{
    internal Circuit(string text, CircuitNode root, ImmutableArray<CircuitComponent> components)
    {
        (Text, Root, Components) = (text, root, components);
        Parameters =
        [
            .. components.SelectMany(component => component.Element.Parameters.Select(kind => new CircuitParameter(
                component.Element.Parameters.Length == 1 ? component.Name : $"{component.Name}.{kind.Symbol}", component.Name, kind))),
        ];
    }

    /// <summary>Gets the circuit as text without blanks.</summary>
    public string Text { get; }

    /// <summary>Gets the elements, from left to right.</summary>
    public ImmutableArray<CircuitComponent> Components { get; }

    /// <summary>Gets the parameters, element by element.</summary>
    public ImmutableArray<CircuitParameter> Parameters { get; }

    /// <summary>Gets how the elements are joined.</summary>
    internal CircuitNode Root { get; }

    /// <summary>Reads a circuit.</summary>
    /// <param name="text">The circuit, at most 1000 characters, 64 elements and 32 nested brackets.</param>
    /// <returns>The circuit.</returns>
    /// <exception cref="InputException">The text is no circuit; the message shows where with a caret, and what is allowed.</exception>
    public static Circuit Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CircuitParser(text).Read();
    }

    /// <summary>Computes the impedance of the circuit.</summary>
    /// <param name="frequencies">f [Hz], finite and above 0, in any order.</param>
    /// <param name="values">Parameters in SI, in the order of <see cref="Parameters"/>; positive kinds above 0.</param>
    /// <returns>Z [Ω] at each frequency.</returns>
    /// <exception cref="ArgumentException">A frequency or a value is out of range, or values are missing.</exception>
    public ImmutableArray<Complex> Impedance(ImmutableArray<double> frequencies, ImmutableArray<double> values)
    {
        FrequencyGrid.Require(frequencies);
        RequireValues(values);
        var evaluator = new CircuitEvaluator(this, new FrequencyGrid(frequencies.AsSpan()));
        evaluator.Evaluate(values.AsSpan());
        return [.. Enumerable.Range(0, frequencies.Length).Select(i => new Complex(evaluator.Real[i], evaluator.Imaginary[i]))];
    }

    /// <summary>Finds a parameter by name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Its index.</returns>
    /// <exception cref="ArgumentException">There is none; the message lists the names.</exception>
    public int IndexOf(string name)
    {
        for (int i = 0; i < Parameters.Length; i++)
        {
            if (Parameters[i].Name == name)
            {
                return i;
            }
        }

        string[] names = [.. Parameters.Select(parameter => parameter.Name)];
        string hint = Suggestion.Nearest(name, names) is { } near ? $" Did you mean '{near}'?" : string.Empty;
        throw new ArgumentException($"The circuit {Text} has no parameter '{name}'; it has {string.Join(", ", names)}.{hint}", nameof(name));
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private void RequireValues(ImmutableArray<double> values)
    {
        if (values.IsDefault || values.Length != Parameters.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The circuit {Text} has {Parameters.Length} parameters; {(values.IsDefault ? 0 : values.Length)} values are given."),
                nameof(values));
        }

        for (int i = 0; i < values.Length; i++)
        {
            ElementParameter kind = Parameters[i].Kind;
            bool holds = double.IsFinite(values[i]) && (kind.IsLogarithmic ? values[i] > 0.0 : values[i] >= kind.Least && values[i] <= kind.Greatest);
            if (!holds)
            {
                string allowed = kind.IsLogarithmic ? "above 0" : FormattableString.Invariant($"from {kind.Least} to {kind.Greatest}");
                throw new ArgumentException(
                    FormattableString.Invariant($"{Parameters[i].Name} = {values[i]} {kind.Unit} must be finite and {allowed}."), nameof(values));
            }
        }
    }
}
