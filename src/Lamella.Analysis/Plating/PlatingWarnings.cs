using System.Collections.Immutable;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Plating;

/// <summary>Finds what is doubtful about a record of plating and stripping.</summary>
internal static class PlatingWarnings
{
    private const double SlowDecay = 0.5; // of the first plateau at one current

    internal static ImmutableArray<OutcomeWarning> Of(PlatingResult result, PlatingOptions options, int records)
    {
        var warnings = ImmutableArray.CreateBuilder<OutcomeWarning>();
        void Add(string code, WarningLevel level, FormattableString text) => warnings.Add(new OutcomeWarning(code, level, FormattableString.Invariant(text)));
        if (!result.IsOverpotential && options.Cell != PlatingCell.AnodeFree)
        {
            Add("voltage-is-no-overpotential", WarningLevel.Serious, $"The voltage does not follow the sign of the current, as it would between two electrodes of lithium: no overpotential, short or critical current is read. Is it another kind of cell (--cell), or one with a cathode ('lamella analyse cycling')?");
        }

        int[] wrongSide = [.. result.HalfCycles.Where(half => half.Plateau < 0.0 && half.Plateau < -half.Noise && result.Shorts.All(finding => finding.HalfCycle != half.Number)).Select(half => half.Number)];
        if (result.IsOverpotential && wrongSide.Length > 0)
        {
            Add("voltage-on-wrong-side", WarningLevel.Caution, $"The mean voltage of {(wrongSide.Length == 1 ? "half cycle" : "half cycles")} {string.Join(", ", wrongSide.Take(10))}{(wrongSide.Length > 10 ? " and more" : string.Empty)} is against the direction of the current: spoilt samples or a lost contact. Nothing is read from there; look at the record.");
        }

        if (result.FirstShort is { } found)
        {
            string when = found.Time is { } time ? FormattableString.Invariant($" at {time / 3600.0:G4} h, in half cycle {found.HalfCycle}") : ", by a spectrum";
            Add("short", WarningLevel.Serious, $"A {PlatingOutcome.Word(found.Kind)} short shows{when}: what comes behind it is no plating, and a lifetime counted beyond it means nothing.");
        }

        if (result.Shorts.Any(finding => finding.Recovers))
        {
            Add("short-recovers", WarningLevel.Caution, $"Half cycles behind a short look sound again: filaments that burn through and come back.");
        }

        AddSlowDecay(result, options, Add);
        AddEfficiency(result, options, Add);
        if (result.Critical is { Ending: CriticalEnding.NotReached } critical)
        {
            Add("critical-current-not-reached", WarningLevel.Notice, $"All currents up to {0.1 * critical.Critical:G3} mA/cm² were carried: the critical current is a lower bound.");
        }

        if (result.Critical is { Critical: 0.0 })
        {
            Add("first-current-failed", WarningLevel.Serious, $"The first current already failed: the critical current is below {0.1 * result.HalfCycles[0].CurrentDensity:G3} mA/cm².");
        }

        if (records > 1)
        {
            Add("joined-records", WarningLevel.Notice, $"{records} records were read as one cell, in the order given.");
        }

        return warnings.ToImmutable();
    }

    private static void AddSlowDecay(PlatingResult result, PlatingOptions options, Action<string, WarningLevel, FormattableString> add)
    {
        HalfCycleRecord[] sound = [.. result.HalfCycles.Where(half => result.Shorts.All(finding => finding.HalfCycle != half.Number))];
        if (options.Cell == PlatingCell.Symmetric && sound.Length > 1 && Math.Abs((sound[^1].CurrentDensity / sound[0].CurrentDensity) - 1.0) < 0.02 && sound[^1].Plateau < SlowDecay * sound[0].Plateau)
        {
            add("slow-decay", WarningLevel.Caution, $"At one current the plateau fell from {1e3 * sound[0].Plateau:G3} mV to {1e3 * sound[^1].Plateau:G3} mV without a jump: growing surface, or soft shorts that grow slowly. Spectra would tell.");
        }
    }

    private static void AddEfficiency(PlatingResult result, PlatingOptions options, Action<string, WarningLevel, FormattableString> add)
    {
        if (options.Cell != PlatingCell.Symmetric && result.Efficiency is null)
        {
            add("no-efficiency", WarningLevel.Serious, $"Nothing is plated and then stripped again: there is no efficiency. A {(options.Cell == PlatingCell.Collector ? "discharge" : "charge")} plates in this kind of cell; is the other one meant?");
        }

        if (result.Efficiency is not { } efficiency)
        {
            return;
        }

        if (efficiency.Method == EfficiencyMethod.Reservoir && efficiency.EndsWithoutStrip)
        {
            add("no-last-strip", WarningLevel.Serious, $"The record ends without stripping the reservoir, which counts as nothing stripped: the efficiency is that of a cell that died.");
        }

        if (efficiency.Efficiency > 1.0)
        {
            add("efficiency-above-one", WarningLevel.Serious, $"More was stripped than plated ({100.0 * efficiency.Efficiency:G5} %): a short, lithium that was there before, or an offset of the current.");
        }

        if (efficiency.Loss.Value is > 0.0 and var loss && efficiency.Loss.Uncertainty > 0.5 * loss)
        {
            add("loss-not-resolved", WarningLevel.Caution, $"The loss of {100.0 * loss:G2} % is known to ± {100.0 * efficiency.Loss.Uncertainty:G2} % alone: a better current, or more charge per cycle, would tell.");
        }

        if (!result.Shorts.IsEmpty)
        {
            add("efficiency-with-short", WarningLevel.Serious, $"A short makes an efficiency too high: electrons that cross the cell count as lithium that came back.");
        }

        if (result.Inventory is { ReserveLeft: < 0.0 } inventory)
        {
            add("reserve-used-up", WarningLevel.Caution, $"More lithium is missing than the stated reserve holds, by {-inventory.ReserveLeft.Value / 3.6e4:G3} mAh/cm².");
        }
    }
}
