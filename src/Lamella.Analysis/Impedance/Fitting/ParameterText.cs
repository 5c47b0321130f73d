using System.Collections.Immutable;
using System.Globalization;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Reads what a user writes of parameters: <c>R1=100 ohm</c>, <c>CPE1.n=0.9</c>, <c>R1=10 ohm..1 kohm</c>, <c>CPE2.n=CPE1.n</c>.</summary>
internal static class ParameterText
{
    /// <summary>Joins guesses, fixed values, bounds and shared values to settings.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="guesses">Texts like <c>R1=100 ohm</c>.</param>
    /// <param name="values">Fixed values, likewise.</param>
    /// <param name="bounds">Texts like <c>R1=10 ohm..1 kohm</c>; one side may be empty.</param>
    /// <param name="shared">Texts like <c>CPE2.n=CPE1.n</c>.</param>
    /// <returns>One setting per parameter that is named.</returns>
    /// <exception cref="InputException">A text cannot be read; the message says what is allowed.</exception>
    internal static ImmutableArray<ParameterSetting> Read(
        Circuit circuit, IEnumerable<string> guesses, IEnumerable<string> values, IEnumerable<string> bounds, IEnumerable<string> shared)
    {
        var settings = new Dictionary<string, ParameterSetting>(StringComparer.Ordinal);
        foreach (string text in guesses)
        {
            (CircuitParameter parameter, string value) = Split(circuit, text);
            Change(settings, parameter, before => before with { Start = Value(parameter, value, text) });
        }

        foreach (string text in values)
        {
            (CircuitParameter parameter, string value) = Split(circuit, text);
            Change(settings, parameter, before => before with { Fixed = Value(parameter, value, text) });
        }

        foreach (string text in bounds)
        {
            (CircuitParameter parameter, string value) = Split(circuit, text);
            string[] ends = value.Split("..", 2);
            if (ends.Length != 2 || ends.All(string.IsNullOrWhiteSpace))
            {
                throw Fault(text, "has no two ends.", "two values with '..' between them, such as R1=10 ohm..1 kohm");
            }

            Change(settings, parameter, before => before with { Lower = End(parameter, ends[0], text), Upper = End(parameter, ends[1], text) });
        }

        foreach (string text in shared)
        {
            (CircuitParameter parameter, string other) = Split(circuit, text);
            Change(settings, parameter, before => before with { SharedWith = other });
        }

        return [.. settings.Values];
    }

    private static void Change(Dictionary<string, ParameterSetting> settings, CircuitParameter parameter, Func<ParameterSetting, ParameterSetting> change) =>
        settings[parameter.Name] = change(settings.GetValueOrDefault(parameter.Name) ?? new ParameterSetting(parameter.Name));

    private static (CircuitParameter Parameter, string Value) Split(Circuit circuit, string text)
    {
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        if (sign < 1)
        {
            throw Fault(text, "has no '='.", "a parameter and its value, such as R1=100 ohm");
        }

        string name = text[..sign].Trim();
        string[] names = [.. circuit.Parameters.Select(parameter => parameter.Name)];
        int index = Array.IndexOf(names, name);
        string hint = Suggestion.Nearest(name, names) is { } near ? $" Did you mean '{near}'?" : string.Empty;
        return index >= 0
            ? (circuit.Parameters[index], text[(sign + 1)..].Trim())
            : throw Fault(text, $"names no parameter of {circuit.Text}.{hint}", string.Join(", ", names));
    }

    private static double? End(CircuitParameter parameter, string value, string text) => string.IsNullOrWhiteSpace(value) ? null : Value(parameter, value.Trim(), text);

    /// <summary>Reads a value with its unit; units with a fractional power of time are those of SI and may be left out or written.</summary>
    private static double Value(CircuitParameter parameter, string value, string text)
    {
        string unit = parameter.Kind.Unit;
        if (unit.Contains('^', StringComparison.Ordinal) || unit == "–")
        {
            string number = value.Split(' ')[0];
            bool isUnit = number.Length == value.Length || value[number.Length..].Trim().Replace(' ', '·').Replace("ohm", "Ω", StringComparison.Ordinal) == unit;
            return isUnit && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double plain) && double.IsFinite(plain)
                ? plain
                : throw Fault(text, "is no value of that parameter.", unit == "–" ? "a plain number, such as 0.9" : $"a number in {unit}, such as 1e-6");
        }

        Dimension dimension = Unit.Parse(unit == "Ω" ? "ohm" : unit).Dimension;
        if (!Quantity.TryParse(value, out Quantity? quantity, out QuantityFormatException? fault))
        {
            throw Fault(text, $"is no quantity: {fault.Problem}", $"a value in {unit}");
        }

        return quantity.Dimension == dimension ? quantity.InSi : throw Fault(
            text, quantity.Dimension.IsPlainNumber ? "has no unit." : $"is a {quantity.Dimension.Name}.", $"a value in {unit}, with its unit");
    }

    private static InputException Fault(string text, string problem, string allowed) =>
        new(InputPlace.Whole("parameter of the circuit"), $"'{text}' {problem}", allowed, "Write for example R1=100 ohm, CPE1.n=0.9 or CPE1.Q=1e-6.");
}
