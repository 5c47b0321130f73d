using Lamella.Cells.Description;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols.Reading;

/// <summary>Reads 'Sweep from open circuit to 5.5 V at 0.1 mV/s until 50 uA/cm2'.</summary>
internal static class SweepLine
{
    private const string Form = "'Sweep from open circuit to 5.5 V at 0.1 mV/s' or 'Sweep from 3 V to 4 V at 1 mV/s'";

    private const double Slowest = 1e-9, Fastest = 1e3; // [V/s]

    private static readonly Dimension VoltageRate = Dimension.Of("V/s");

    internal static ProtocolStep Read(StepWords words, CellDescription cell)
    {
        int to = 1;
        double from = double.NaN;
        if (words.Is(1, "from"))
        {
            to = words.NextOf(2, "to", "at", "until", "for");
            bool rest = to == 4 && words.Is(2, "open") && words.Is(3, "circuit");
            from = rest ? double.NaN : StepClauses.VoltageWithin(words, 2, to, cell, "'open circuit' or a voltage");
        }

        if (!words.Is(to, "to"))
        {
            throw words.Error(to, "the sweep does not say where it goes to.", Form, "Add 'to' and the last voltage.");
        }

        int at = words.NextKeyword(to + 1);
        double last = StepClauses.VoltageWithin(words, to + 1, at, cell, "a voltage");
        if (!words.Is(at, "at"))
        {
            throw words.Error(at, "the sweep has no rate.", Form, "Add the rate, such as 'at 0.1 mV/s'.");
        }

        int end = words.NextKeyword(at + 1);
        Quantity rate = words.Quantity(at + 1, end, VoltageRate, "a rate of the voltage, such as 0.1 mV/s");
        if (rate.InSi is not (>= Slowest and <= Fastest))
        {
            throw words.Error(at + 1, $"the voltage cannot move at {rate}.", "1e-6 mV/s to 1000 V/s, without sign", "Correct the rate; the ends of the sweep say its direction.");
        }

        if (from == last)
        {
            throw words.Error(to + 1, "the sweep ends where it begins.", Form, "Give two voltages that differ, or write a hold.");
        }

        return ProtocolSteps.Sweep(cell, from, last, rate.InSi, StepClauses.Read(words, end, EndRule.Sweep, cell));
    }
}
