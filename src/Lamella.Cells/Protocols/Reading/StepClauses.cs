using Lamella.Cells.Description;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols.Reading;

/// <summary>Which ends a kind of step takes.</summary>
/// <param name="Allowed">What may stand there, for messages.</param>
/// <param name="TakesVoltage">Whether a voltage ends it.</param>
/// <param name="TakesCurrent">Whether a current ends it.</param>
/// <param name="TakesCharge">Whether a charge ends it.</param>
internal sealed record EndRule(string Allowed, bool TakesVoltage, bool TakesCurrent, bool TakesCharge)
{
    internal static EndRule Load { get; } = new(
        "'until' with a voltage, 'for' with a time or a charge, and 'at' with a temperature, as in 'for 30 min or until 2.5 V at 45 degC'", true, false, true);

    internal static EndRule Hold { get; } = new(
        "'until' with a current, 'for' with a time or a charge, and 'at' with a temperature, as in 'until C/50' or 'for 2 h or until 10 uA/cm2'", false, true, true);

    internal static EndRule Sweep { get; } = new(
        "'until' with a current and 'at' with a temperature, as in 'until 50 uA/cm2'", false, true, true);

    internal static EndRule Rest { get; } = new(
        "'for' with a time and 'at' with a temperature, as in 'Rest for 20 min'", false, false, false);
}

/// <summary>Reads what stands behind the load of a step: ends joined with 'or', and a temperature.</summary>
internal static class StepClauses
{
    private const double LongestDuration = 10.0 * 31557600.0;
    private const double Coldest = 123.15, Hottest = 573.15;

    private static readonly Dimension Voltage = Dimension.Of("V");

    internal static StepTerms Read(StepWords words, int from, EndRule rule, CellDescription cell)
    {
        StepTerms terms = StepTerms.None;
        bool ended = false;
        for (int at = from; at < words.Count;)
        {
            if (words.Is(at, "at"))
            {
                int stop = words.NextKeyword(at + 1);
                terms = Temperature(words, at, stop, terms);
                at = stop;
                continue;
            }

            if (ended)
            {
                at += words.Is(at, "or") ? 1 : throw words.Error(at, $"'{StepWords.Short(words[at])}' does not belong here.", rule.Allowed, "Join two ends with 'or'.");
            }

            int end = words.NextKeyword(at + 1);
            terms = words.Is(at, "for") ? For(words, at, end, rule, terms, cell)
                : words.Is(at, "until") ? Until(words, at, end, rule, terms, cell)
                : throw words.Error(at, at < words.Count ? $"'{StepWords.Short(words[at])}' does not belong here." : "the line ends after 'or'.", rule.Allowed, "Say when the step ends with 'until' or 'for'.");
            (at, ended) = (end, true);
        }

        return terms;
    }

    /// <summary>Reads a current and checks that it means something for the cell.</summary>
    internal static CurrentLoad Load(StepWords words, int from, int to, CellDescription cell)
    {
        Quantity stated = words.Quantity(from, to, CurrentLoad.Allowed);
        CurrentLoad load = CurrentLoad.From(stated) ?? throw words.Error(
            from, $"{stated} is a {stated.Dimension.Name}, not a current.", CurrentLoad.Allowed, "Give the current with one of these units; C-rates have a capital C.");
        return load.TryDensity(cell, out _, out string? problem)
            ? load : throw words.Error(from, problem, CurrentLoad.Allowed, "Correct the current.");
    }

    /// <summary>Reads a voltage between the cut-offs of the cell.</summary>
    internal static double VoltageWithin(StepWords words, int from, int to, CellDescription cell, string allowed)
    {
        Quantity voltage = words.Quantity(from, to, Voltage, allowed);
        RequireWithin(words, from, voltage, cell);
        return voltage.InSi;
    }

    private static StepTerms For(StepWords words, int at, int end, EndRule rule, StepTerms terms, CellDescription cell)
    {
        string allowed = rule.TakesCharge
            ? "a time above 0, at most 10 year, such as 20 min, or " + ChargeAmount.Allowed : "a time above 0, at most 10 year, such as 20 min";
        Quantity given = words.Quantity(at + 1, end, allowed);
        if (rule.TakesCharge && ChargeAmount.From(given) is { } charge)
        {
            RequireOnce(words, at, terms.Charge is not null, rule);
            return charge.TryDensity(cell, out _, out string? problem)
                ? terms with { Charge = charge } : throw words.Error(at + 1, problem, ChargeAmount.Allowed, "Correct the charge.");
        }

        if (given.Dimension != Dimension.Time)
        {
            throw words.Error(at + 1, $"{given} is a {given.Dimension.Name}, not a time{(rule.TakesCharge ? " or a charge" : string.Empty)}.", allowed, $"Give a {Dimension.Time.NameWithUnit}.");
        }

        RequireOnce(words, at, !double.IsNaN(terms.Duration), rule);
        return given.InSi > 0.0 && given.InSi <= LongestDuration
            ? terms with { Duration = given.InSi }
            : throw words.Error(at + 1, $"the time {given} cannot be a duration.", allowed, "Correct the number or the unit.");
    }

    private static StepTerms Until(StepWords words, int at, int end, EndRule rule, StepTerms terms, CellDescription cell)
    {
        if (!rule.TakesVoltage && !rule.TakesCurrent)
        {
            throw words.Error(at, "a rest ends after a time only.", rule.Allowed, "Write 'Rest for 20 min'.");
        }

        RequireOnce(words, at, terms.Current is not null || !double.IsNaN(terms.Voltage), rule);
        Quantity limit = words.Quantity(at + 1, end, rule.Allowed);
        if (rule.TakesVoltage && limit.Dimension == Voltage)
        {
            RequireWithin(words, at + 1, limit, cell);
            return terms with { Voltage = limit.InSi };
        }

        bool current = CurrentLoad.From(limit) is not null;
        return rule.TakesCurrent && current
            ? terms with { Current = Load(words, at + 1, end, cell) }
            : throw words.Error(at + 1, $"{limit} is a {limit.Dimension.Name} and cannot end this step.", rule.Allowed, Remedy(limit, current));
    }

    private static StepTerms Temperature(StepWords words, int at, int end, StepTerms terms)
    {
        const string allowed = "a temperature above -150 degC and below 300 degC, such as 45 degC";
        if (!double.IsNaN(terms.Temperature))
        {
            throw words.Error(at, "'at' stands twice behind the load.", allowed, "Keep one temperature.");
        }

        Quantity given = words.Quantity(at + 1, end, Dimension.Temperature, allowed);
        return given.InSi is > Coldest and < Hottest ? terms with { Temperature = given.InSi }
            : throw words.Error(at + 1, $"{given} is no temperature for a cell.", allowed, "Correct the number or the unit.");
    }

    private static string Remedy(Quantity limit, bool current) =>
        current ? "A current ends a hold: write 'Hold at 4.35 V until C/50' as the next line."
        : limit.Dimension == Voltage ? "A voltage ends a charge or discharge; a hold ends at a current."
        : limit.Dimension == Dimension.Time || ChargeAmount.From(limit) is not null ? $"Write 'for {limit}'."
        : "Use one of these.";

    private static void RequireOnce(StepWords words, int at, bool given, EndRule rule)
    {
        if (given)
        {
            throw words.Error(at, $"'{words[at]}' stands twice.", rule.Allowed, "Keep one of the two.");
        }
    }

    private static void RequireWithin(StepWords words, int at, Quantity voltage, CellDescription cell)
    {
        if (!(voltage.InSi >= cell.LowerCutOff && voltage.InSi <= cell.UpperCutOff))
        {
            throw words.Error(
                at,
                $"{voltage} is outside the cut-offs of '{cell.Name}'.",
                FormattableString.Invariant($"{cell.LowerCutOff} V to {cell.UpperCutOff} V"),
                "Correct the voltage, or the cut-offs in the description of the cell.");
        }
    }
}
