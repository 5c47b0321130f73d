using Lamella.Cells.Description;

namespace Lamella.Cells.Protocols.Reading;

/// <summary>Reads holds of a voltage and rests without current.</summary>
internal static class HoldLine
{
    internal static ProtocolStep Hold(StepWords words, CellDescription cell)
    {
        const string allowed = "a voltage, as in 'Hold at 4.35 V until C/50'";
        StepLine.RequireWord(words, 1, "at", allowed);
        int end = words.NextKeyword(2);
        double voltage = StepClauses.VoltageWithin(words, 2, end, cell, allowed);
        StepTerms terms = StepClauses.Read(words, end, EndRule.Hold, cell);
        return terms.Current is not null || terms.Charge is not null || !double.IsNaN(terms.Duration)
            ? ProtocolSteps.Hold(cell, voltage, terms)
            : throw words.Error(words.Count, "the hold has no end.", EndRule.Hold.Allowed, "Add 'until C/50', 'for 2 h', or both with 'or'.");
    }

    internal static ProtocolStep Rest(StepWords words, CellDescription cell)
    {
        StepTerms terms = StepClauses.Read(words, 1, EndRule.Rest, cell);
        return double.IsNaN(terms.Duration)
            ? throw words.Error(1, "the rest has no duration.", EndRule.Rest.Allowed, "Write 'Rest for 20 min'.")
            : ProtocolSteps.Rest(terms.Duration, terms.Temperature);
    }
}
