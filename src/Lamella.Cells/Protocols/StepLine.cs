using Lamella.Cells.Description;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols;

/// <summary>Reads one step of a protocol.</summary>
internal static class StepLine
{
    /// <summary>Good lines, for messages.</summary>
    internal const string Examples =
        "'Charge at 0.2C until 4.35 V', 'Discharge at 1 mA/cm2 for 30 min', 'Hold at 4.35 V until C/50', 'Rest for 20 min', 'Repeat 3 times'";

    private const double LongestDuration = 10.0 * 31557600.0;

    private static readonly string[] Verbs = ["Charge", "Discharge", "Hold", "Rest", "Repeat"];
    private static readonly Dimension Voltage = Dimension.Of("V");

    internal static ProtocolStep Read(StepWords words, CellDescription cell)
    {
        if (words.Is(0, "charge") || words.Is(0, "discharge"))
        {
            return ConstantCurrent(words, cell, words.Is(0, "charge"));
        }

        if (words.Is(0, "hold"))
        {
            return Hold(words, cell);
        }

        if (words.Is(0, "rest"))
        {
            return ProtocolSteps.Rest(ReadEnds(words, 1, RestEnds).Duration is { } time
                ? time
                : throw words.Error(1, "the rest has no duration.", RestEnds.Allowed, "Write 'Rest for 20 min'."));
        }

        string hint = Suggestion.Nearest(words[0], Verbs) is { } nearest ? $"Did you mean '{nearest}'?" : "Start the line with one of these words.";
        throw words.Error(0, $"'{StepWords.Short(words[0])}' starts no step.", Examples, hint);
    }

    private static readonly EndRule CurrentEnds = new(
        "'until' with a voltage and 'for' with a time, as in 'for 30 min or until 2.5 V'", TakesVoltage: true, TakesCurrent: false);

    private static readonly EndRule HoldEnds = new(
        "'until' with a current and 'for' with a time, as in 'until C/50' or 'for 2 h or until 10 uA/cm2'", TakesVoltage: false, TakesCurrent: true);

    private static readonly EndRule RestEnds = new("'for' with a time, as in 'Rest for 20 min'", TakesVoltage: false, TakesCurrent: false);

    private static ProtocolStep ConstantCurrent(StepWords words, CellDescription cell, bool charge)
    {
        RequireAt(words, CurrentLoad.Allowed);
        int end = words.NextKeyword(2);
        CurrentLoad load = Load(words, 2, end, cell);
        StepEnds ends = ReadEnds(words, end, CurrentEnds);
        if (ends.Until is { } until)
        {
            RequireWithin(words, ends.UntilWord, until, cell);
        }

        double voltage = ends.Until?.InSi ?? double.NaN, duration = ends.Duration ?? double.NaN;
        return charge ? ProtocolSteps.Charge(cell, load, voltage, duration) : ProtocolSteps.Discharge(cell, load, voltage, duration);
    }

    private static ProtocolStep Hold(StepWords words, CellDescription cell)
    {
        const string allowed = "a voltage, as in 'Hold at 4.35 V until C/50'";
        RequireAt(words, allowed);
        int end = words.NextKeyword(2);
        Quantity voltage = words.Quantity(2, end, allowed);
        RequireDimension(words, 2, voltage, Voltage, allowed);
        RequireWithin(words, 2, voltage, cell);
        StepEnds ends = ReadEnds(words, end, HoldEnds);
        CurrentLoad? until = ends.Until is null ? null : Load(words, ends.UntilWord, ends.UntilEnd, cell);
        return until is not null || ends.Duration is not null
            ? ProtocolSteps.Hold(cell, voltage.InSi, until, ends.Duration ?? double.NaN)
            : throw words.Error(words.Count, "the hold has no end.", HoldEnds.Allowed, "Add 'until C/50', 'for 2 h', or both with 'or'.");
    }

    private static void RequireAt(StepWords words, string allowed)
    {
        if (!words.Is(1, "at"))
        {
            throw words.Error(1, $"'at' is missing after '{words[0]}'.", $"'at' and {allowed}", $"Write '{words[0]} at …'.");
        }
    }

    private static CurrentLoad Load(StepWords words, int from, int to, CellDescription cell)
    {
        Quantity stated = words.Quantity(from, to, CurrentLoad.Allowed);
        CurrentLoad load = CurrentLoad.From(stated) ?? throw words.Error(
            from, $"{stated} is a {stated.Dimension.Name}, not a current.", CurrentLoad.Allowed, "Give the current with one of these units; C-rates have a capital C.");
        return load.TryDensity(cell, out _, out string? problem)
            ? load : throw words.Error(from, problem, CurrentLoad.Allowed, "Correct the current.");
    }

    private static StepEnds ReadEnds(StepWords words, int from, EndRule rule)
    {
        var ends = default(StepEnds);
        int at = from;
        while (at < words.Count)
        {
            if (at > from)
            {
                at += words.Is(at, "or") ? 1 : throw words.Error(at, $"'{StepWords.Short(words[at])}' does not belong here.", rule.Allowed, "Join two ends with 'or'.");
            }

            int end = words.NextKeyword(at + 1);
            ends = words.Is(at, "for") ? For(words, at, end, rule, ends)
                : words.Is(at, "until") ? Until(words, at, end, rule, ends)
                : throw words.Error(at, at < words.Count ? $"'{StepWords.Short(words[at])}' does not belong here." : "the line ends after 'or'.", rule.Allowed, "Say when the step ends with 'until' or 'for'.");
            at = end;
        }

        return ends;
    }

    private static StepEnds For(StepWords words, int at, int end, EndRule rule, StepEnds ends)
    {
        const string allowed = "a time above 0, at most 10 year, such as 20 min";
        RequireOnce(words, at, ends.Duration is not null, rule);
        Quantity time = words.Quantity(at + 1, end, allowed);
        RequireDimension(words, at + 1, time, Dimension.Time, allowed);
        return time.InSi > 0.0 && time.InSi <= LongestDuration
            ? ends with { Duration = time.InSi }
            : throw words.Error(at + 1, $"the time {time} cannot be a duration.", allowed, "Correct the number or the unit.");
    }

    private static StepEnds Until(StepWords words, int at, int end, EndRule rule, StepEnds ends)
    {
        if (!rule.TakesVoltage && !rule.TakesCurrent)
        {
            throw words.Error(at, "a rest ends after a time only.", rule.Allowed, "Write 'Rest for 20 min'.");
        }

        RequireOnce(words, at, ends.Until is not null, rule);
        Quantity limit = words.Quantity(at + 1, end, rule.Allowed);
        bool current = CurrentLoad.From(limit) is not null;
        return (rule.TakesVoltage && limit.Dimension == Voltage) || (rule.TakesCurrent && current)
            ? ends with { Until = limit, UntilWord = at + 1, UntilEnd = end }
            : throw words.Error(at + 1, $"{limit} is a {limit.Dimension.Name} and cannot end this step.", rule.Allowed, Remedy(limit, current));
    }

    private static string Remedy(Quantity limit, bool current) =>
        current ? "A current ends a hold: write 'Hold at 4.35 V until C/50' as the next line."
        : limit.Dimension == Voltage ? "A voltage ends a charge or discharge; a hold ends at a current."
        : limit.Dimension == Dimension.Time ? $"Write 'for {limit}'."
        : "Use one of these.";

    private static void RequireOnce(StepWords words, int at, bool given, EndRule rule)
    {
        if (given)
        {
            throw words.Error(at, $"'{words[at]}' stands twice.", rule.Allowed, "Keep one of the two.");
        }
    }

    private static void RequireDimension(StepWords words, int at, Quantity quantity, Dimension dimension, string allowed)
    {
        if (quantity.Dimension != dimension)
        {
            throw words.Error(at, $"{quantity} is a {quantity.Dimension.Name}, not a {dimension.Name}.", allowed, $"Give a {dimension.NameWithUnit}.");
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

/// <summary>Which ends a kind of step takes.</summary>
internal sealed record EndRule(string Allowed, bool TakesVoltage, bool TakesCurrent);

/// <summary>The ends that a line states.</summary>
internal readonly record struct StepEnds(double? Duration, Quantity? Until, int UntilWord, int UntilEnd);
