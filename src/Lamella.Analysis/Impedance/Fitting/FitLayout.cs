using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core.Errors;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Which parameters of a circuit a fit moves, within which bounds, and how its variables become values.</summary>
/// <remarks>The variable of a positive parameter is its logarithm, of any other the value itself.</remarks>
internal sealed class FitLayout
{
    private const double Decades = 1e6; // how far beyond the data a resistance or time may lie
    private const double LongestLogStep = 2.5;
    private const double LongestStep = 0.35;

    private readonly bool[] _isLogarithmic; // per variable

    internal FitLayout(Circuit circuit, CircuitFitOptions options, in DataRange range)
    {
        Circuit = circuit;
        int count = circuit.Parameters.Length;
        (Variable, FixedValue, Start) = (new int[count], new double[count], new double[count]);
        Array.Fill(Start, double.NaN);
        Array.Fill(FixedValue, double.NaN);
        ParameterSetting?[] settings = Match(circuit, options.Parameters);
        List<double> lower = [], upper = [];
        List<int> owners = [];
        for (int p = 0; p < count; p++)
        {
            ParameterSetting? setting = settings[p];
            if (setting?.Fixed is { } value)
            {
                (Variable[p], FixedValue[p]) = (-1, Checked(p, value, "fixed value"));
            }
            else if (setting?.SharedWith is null)
            {
                (double low, double high) = Bounds(p, setting, range);
                Variable[p] = owners.Count;
                owners.Add(p);
                lower.Add(ToVariable(p, low));
                upper.Add(ToVariable(p, high));
                Start[p] = setting?.Start is { } start ? Checked(p, start, "guess") : double.NaN;
            }
        }

        (Owner, Lower, Upper) = ([.. owners], [.. lower], [.. upper]);
        _isLogarithmic = [.. owners.Select(p => circuit.Parameters[p].Kind.IsLogarithmic)];
        Limit = [.. _isLogarithmic.Select(isLogarithmic => isLogarithmic ? LongestLogStep : LongestStep)];
        Share(settings);
    }

    /// <summary>Gets the circuit.</summary>
    internal Circuit Circuit { get; }

    /// <summary>Gets n, the number of variables.</summary>
    internal int Count => Owner.Length;

    /// <summary>Gets, per parameter, its variable; −1 where it is fixed.</summary>
    internal int[] Variable { get; }

    /// <summary>Gets, per variable, the parameter that owns it.</summary>
    internal int[] Owner { get; }

    /// <summary>Gets the lower bounds of the variables.</summary>
    internal double[] Lower { get; }

    /// <summary>Gets the upper bounds of the variables.</summary>
    internal double[] Upper { get; }

    /// <summary>Gets the longest step of each variable in one iteration.</summary>
    internal double[] Limit { get; }

    /// <summary>Gets, per parameter, the guess of the user; NaN where there is none.</summary>
    internal double[] Start { get; }

    /// <summary>Gets, per parameter, the fixed value; NaN where it is free.</summary>
    internal double[] FixedValue { get; }

    /// <summary>Gets, per parameter, whether its variable belongs to another parameter.</summary>
    internal bool IsShared(int parameter) => Variable[parameter] >= 0 && Owner[Variable[parameter]] != parameter;

    /// <summary>Returns the variable of a parameter by name.</summary>
    /// <exception cref="InputException">There is no such parameter, or it is fixed.</exception>
    internal int VariableOf(string name)
    {
        int variable = Variable[Find(Circuit, name)];
        return variable >= 0 ? variable : throw Fault(Circuit, $"'{name}' is fixed.", "a free parameter", "Set it free, or leave it out here.");
    }

    /// <summary>Tells whether the user tied a parameter to nothing but, at most, a guess.</summary>
    internal bool IsUntied(int parameter) => Variable[parameter] >= 0 && !Tied.Contains(parameter);

    private ImmutableHashSet<int> Tied { get; set; } = [];

    /// <summary>Returns the variable of a value.</summary>
    internal double ToVariable(int parameter, double value) => Circuit.Parameters[parameter].Kind.IsLogarithmic ? Math.Log(value) : value;

    /// <summary>Computes the values of all parameters.</summary>
    internal void ToValues(ReadOnlySpan<double> variables, Span<double> values)
    {
        for (int p = 0; p < values.Length; p++)
        {
            int v = Variable[p];
            values[p] = v < 0 ? FixedValue[p] : _isLogarithmic[v] ? Math.Exp(variables[v]) : variables[v];
        }
    }

    /// <summary>Computes the variables from the values of their owners, within the bounds.</summary>
    internal void ToVariables(ReadOnlySpan<double> values, Span<double> variables)
    {
        for (int v = 0; v < variables.Length; v++)
        {
            variables[v] = Math.Clamp(ToVariable(Owner[v], values[Owner[v]]), Lower[v], Upper[v]);
        }
    }

    private static ParameterSetting?[] Match(Circuit circuit, ImmutableArray<ParameterSetting> settings)
    {
        var matched = new ParameterSetting?[circuit.Parameters.Length];
        foreach (ParameterSetting setting in settings)
        {
            int index = Find(circuit, setting.Name);
            if (matched[index] is not null)
            {
                throw Fault(circuit, $"the parameter '{setting.Name}' is set twice.", "each parameter once", "Join the settings.");
            }

            matched[index] = setting;
        }

        return matched;
    }

    private static int Find(Circuit circuit, string name)
    {
        int index = circuit.Parameters.IndexOf(circuit.Parameters.FirstOrDefault(parameter => parameter.Name == name)!);
        string[] names = [.. circuit.Parameters.Select(parameter => parameter.Name)];
        string hint = Suggestion.Nearest(name, names) is { } near ? $" Did you mean '{near}'?" : string.Empty;
        return index >= 0 ? index : throw Fault(circuit, $"there is no parameter '{name}'.{hint}", string.Join(", ", names), "Name one of these.");
    }

    private static InputException Fault(Circuit circuit, string problem, string allowed, string remedy) =>
        new(InputPlace.Whole($"circuit {circuit.Text}"), problem, allowed, remedy);

    private void Share(ParameterSetting?[] settings)
    {
        for (int p = 0; p < settings.Length; p++)
        {
            if (settings[p] is not { Fixed: null, SharedWith: { } other } setting)
            {
                continue;
            }

            int source = Find(Circuit, other);
            if (settings[source]?.SharedWith is not null || source == p)
            {
                throw Fault(Circuit, $"'{setting.Name}' shares the value of '{other}', which has none of its own.", "a parameter with its own value", "Share with that parameter directly.");
            }

            if (Circuit.Parameters[source].Kind.Unit != Circuit.Parameters[p].Kind.Unit)
            {
                throw Fault(Circuit, $"'{setting.Name}' and '{other}' are not of one kind.", "parameters of one unit", "Share, for example, exponents with exponents.");
            }

            (Variable[p], FixedValue[p]) = (Variable[source], FixedValue[source]);
        }

        Tied =
        [
            .. Enumerable.Range(0, settings.Length).Where(p => settings[p] is { } setting && setting with { Start = null } != new ParameterSetting(setting.Name)),
            .. settings.Where(setting => setting?.SharedWith is not null).Select(setting => Find(Circuit, setting!.SharedWith!)),
        ];
    }

    private (double Lower, double Upper) Bounds(int parameter, ParameterSetting? setting, in DataRange range)
    {
        ElementParameter kind = Circuit.Parameters[parameter].Kind;
        (double low, double high) = kind.Range(range.Least / Decades, range.Greatest * Decades, range.Slow / Decades, range.Fast * Decades);
        // A guess beyond the data is allowed: the bounds make room for it.
        if (kind.IsLogarithmic && setting?.Start is { } start && start > 0.0)
        {
            (low, high) = (Math.Min(low, start / Decades), Math.Max(high, start * Decades));
        }

        low = setting?.Lower is { } least ? Checked(parameter, least, "lower bound") : low;
        high = setting?.Upper is { } greatest ? Checked(parameter, greatest, "upper bound") : high;
        return low < high ? (low, high) : throw Fault(
            Circuit, FormattableString.Invariant($"the bounds {low} and {high} of '{Circuit.Parameters[parameter].Name}' do not increase."),
            "a lower bound below the upper one", "Correct the bounds, or fix the parameter.");
    }

    private double Checked(int parameter, double value, string what)
    {
        ElementParameter kind = Circuit.Parameters[parameter].Kind;
        bool holds = double.IsFinite(value) && (kind.IsLogarithmic ? value > 0.0 : value >= kind.Least && value <= kind.Greatest);
        string allowed = kind.IsLogarithmic ? $"above 0 {kind.Unit}" : FormattableString.Invariant($"from {kind.Least} to {kind.Greatest}");
        return holds ? value : throw Fault(
            Circuit, FormattableString.Invariant($"the {what} of '{Circuit.Parameters[parameter].Name}' is {value}."), allowed, "Give a value within the limits of the element.");
    }
}
