using Lamella.Cells.Description;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols.Reading;

/// <summary>Reads charges and discharges: at a current, at a power, or over a resistance.</summary>
internal static class LoadLine
{
    private static readonly string Allowed = $"{CurrentLoad.Allowed}, or {PowerLoad.Allowed}";

    internal static ProtocolStep Read(StepWords words, CellDescription cell, bool charge)
    {
        if (words.Is(1, "over"))
        {
            return Over(words, cell, charge);
        }

        StepLine.RequireWord(words, 1, "at", Allowed);
        int end = words.NextKeyword(2);
        if (PowerLoad.From(words.Quantity(2, end, Allowed)) is { } power)
        {
            return AtPower(words, cell, power, end, charge);
        }

        CurrentLoad load = StepClauses.Load(words, 2, end, cell);
        StepTerms terms = StepClauses.Read(words, end, EndRule.Load, cell);
        return charge ? ProtocolSteps.Charge(cell, load, terms) : ProtocolSteps.Discharge(cell, load, terms);
    }

    private static ProtocolStep AtPower(StepWords words, CellDescription cell, PowerLoad power, int end, bool charge)
    {
        if (!power.TryDensity(cell, out _, out string? problem))
        {
            throw words.Error(2, problem, PowerLoad.Allowed, "Correct the power.");
        }

        StepTerms terms = StepClauses.Read(words, end, EndRule.Load, cell);
        return charge ? ProtocolSteps.Charge(cell, power, terms) : ProtocolSteps.Discharge(cell, power, terms);
    }

    private static ProtocolStep Over(StepWords words, CellDescription cell, bool charge)
    {
        if (charge)
        {
            throw words.Error(1, "a resistor cannot charge a cell.", Allowed, "Write 'Discharge over 100 ohm until 2.5 V', or give the charge a current.");
        }

        int end = words.NextKeyword(2);
        Quantity stated = words.Quantity(2, end, ResistanceLoad.Allowed);
        ResistanceLoad load = ResistanceLoad.From(stated) ?? throw words.Error(
            2, $"{stated} is a {stated.Dimension.Name}, not a resistance.", ResistanceLoad.Allowed, "Give a resistance such as 100 ohm; 'at' goes before currents and powers.");
        return load.TryAreaResistance(cell, out _, out string? problem)
            ? ProtocolSteps.Discharge(cell, load, StepClauses.Read(words, end, EndRule.Load, cell))
            : throw words.Error(2, problem, ResistanceLoad.Allowed, "Correct the resistance.");
    }
}
