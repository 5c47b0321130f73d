using System.Collections.Immutable;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Plating;

/// <summary>Says what a record of plating and stripping found.</summary>
internal static class PlatingOutcome
{
    private const double MilliampereHoursPerSquareCentimetre = 1.0 / 3.6e4; // in 1 C/m²
    private const double MilliamperesPerSquareCentimetre = 0.1; // in 1 A/m²
    private const double OhmSquareCentimetres = 1e4; // in 1 Ω·m²

    internal static AnalysisOutcome Of(PlatingResult result, PlatingOptions options, int records, int mostRows) => new()
    {
        Method = "plating/1",
        Title = $"{result.HalfCycles.Length} half cycle{(result.HalfCycles.Length == 1 ? string.Empty : "s")} of plating and stripping",
        Quantities = [.. Critical(result), .. Shorts(result), .. Overpotentials(result), .. Efficiency(result), .. Charges(result)],
        Tables = [.. HalfCycles(result, mostRows), .. Evidence(result), .. Cycles(result), .. Arcs(result)],
        Figures = PlatingFigures.Of(result),
        Warnings = PlatingWarnings.Of(result, options, records),
        CannotSay =
        [
            .. result.Shorts.IsEmpty && result.IsOverpotential
                ? (ImmutableArray<string>)["That no short shows does not prove that none is there: a soft short from the first half cycle on looks like a good cell. Spectra before and after, or a rest whose voltage is watched, would tell."] : [],
            "How much of the lost lithium is bound in interphases and how much has lost contact; titration of what is left on the collector would tell.",
            "A critical current is that of this protocol, areal charge, pressure, temperature and sample; a second sample differs.",
        ],
        Basis = Basis(options),
    };

    private static ImmutableArray<string> Basis(PlatingOptions options) =>
    [
        "Overpotential is the voltage in the direction of the current, by fiftieths of each half cycle: initial the first, final the last, plateau the middle half; arcs are what beginning and end rise above the plateau (Wood et al., ACS Cent. Sci. 2 (2016) 790, doi 10.1021/acscentsci.6b00260).",
        FormattableString.Invariant($"A short is a sudden loss of {100.0 * options.ShortDrop:G3} % of the overpotential: inside a half cycle, against the sound one before, or against (4RT/F)asinh(j/2j₀) + Rj through the sound ones; or noise with loss of rectification. Below {100.0 * options.HardShare:G3} % of the resistance before it is a hard one. On soft shorts that pass for good cells: Counihan et al., Joule 8 (2024) 64, doi 10.1016/j.joule.2023.11.007."),
        "The critical current is the highest at which both polarities and all lower currents were sound.",
        "CE of a reservoir = (nQ_C + Q_S)/(nQ_C + Q_T): Adams et al., Adv. Energy Mater. 8 (2018) 1702097, doi 10.1002/aenm.201702097; otherwise ΣQ_strip/ΣQ_plate. A reserve N lasts N/[Q(1 − CE)] cycles.",
    ];

    private static IEnumerable<FoundQuantity> Critical(PlatingResult result)
    {
        if (result.Critical is not { } critical)
        {
            yield break;
        }

        string bound = critical.Ending == CriticalEnding.NotReached ? "a lower bound: all currents were carried"
            : FormattableString.Invariant($"the next current tried is {MilliamperesPerSquareCentimetre * (critical.Resolution ?? 0.0):G3} mA/cm² higher");
        yield return FoundQuantity.FromSi("critical_current", "Critical current, both polarities sound", "mA/cm2", critical.Critical) with { Meaning = bound, IsLowerBound = critical.Ending == CriticalEnding.NotReached };
        yield return FoundQuantity.FromSi("critical_areal_charge", "Areal charge of a half cycle at the critical current", "mAh/cm2", critical.ArealCharge) with { Meaning = critical.Protocol };
        yield return FoundQuantity.FromSi("highest_sound_half_cycle", "Highest current of a single sound half cycle", "mA/cm2", critical.HighestSoundHalfCycle);
        if (critical.FirstFailing is { } failing)
        {
            string how = critical.Ending == CriticalEnding.Shorted ? "the cell shorted" : "the voltage ran away; no short";
            yield return FoundQuantity.FromSi("first_failing_current", "Current at which it failed", "mA/cm2", failing) with { Meaning = $"on {(critical.FailingPolarity > 0 ? "charge" : "discharge")}; {how}" };
        }

        if (critical.HardShort is { } hard)
        {
            yield return FoundQuantity.FromSi("hard_short_current", "Current at which the voltage vanished", "mA/cm2", hard) with { Meaning = "what a search for a vanishing voltage alone would report" };
        }
    }

    private static IEnumerable<FoundQuantity> Shorts(PlatingResult result)
    {
        if (result.FirstShort is { Time: { } time } found)
        {
            yield return FoundQuantity.FromSi("first_short_time", $"Time of the first short ({Word(found.Kind)})", "h", time) with { Meaning = $"in half cycle {found.HalfCycle}; the evidence is in the table" };
            yield return FoundQuantity.FromSi("sound_charge", "Charge moved before it, both directions", "mAh/cm2", result.SoundCharge);
        }
    }

    private static IEnumerable<FoundQuantity> Overpotentials(PlatingResult result)
    {
        if (!result.IsOverpotential)
        {
            yield break;
        }

        HalfCycleRecord first = result.HalfCycles[0];
        string at = FormattableString.Invariant($"at {MilliamperesPerSquareCentimetre * first.CurrentDensity:G3} mA/cm²");
        yield return FoundQuantity.FromSi("first_plateau", $"Plateau of the first half cycle {at}", "mV", first.Plateau, first.Noise).At("current_density", $"{MilliamperesPerSquareCentimetre * first.CurrentDensity:G6} mA/cm2");
        yield return FoundQuantity.FromSi("first_front_arc", $"Rise of its beginning over the plateau {at}", "mV", first.FrontArc);
    }

    private static IEnumerable<FoundQuantity> Efficiency(PlatingResult result)
    {
        if (result.Efficiency is not { } found)
        {
            yield break;
        }

        string method = found.Method switch
        {
            EfficiencyMethod.Reservoir => "from a reservoir (Aurbach)",
            EfficiencyMethod.AnodeFree => "anode-free, over all cycles",
            _ => "over all cycles",
        };
        yield return FoundQuantity.FromSi("coulombic_efficiency", $"Coulombic efficiency {method}", "%", found.Efficiency, found.Loss.Uncertainty);
        yield return FoundQuantity.FromSi("loss_per_cycle", "Loss 1 − CE", "%", found.Loss.Value, found.Loss.Uncertainty) with
        {
            Meaning = FormattableString.Invariant($"the accuracy of the charges alone gives ± {100.0 * found.Floor:G2} %"),
        };
        if (found.Conditioning is { } conditioning)
        {
            yield return FoundQuantity.FromSi("conditioning_efficiency", "Coulombic efficiency before the reservoir", "%", conditioning);
        }

        if (result.Inventory is { } inventory)
        {
            yield return FoundQuantity.FromSi("plated_charge", "Plated in total", "mAh/cm2", inventory.Plated);
            yield return FoundQuantity.FromSi("not_stripped", "Plated and not stripped", "mAh/cm2", inventory.NotStripped) with { Meaning = "bound in interphases, without contact, or still on the collector" };
            if (inventory.ReserveLeft is { } left)
            {
                yield return FoundQuantity.FromSi("reserve_left", "Lithium reserve at the end", "mAh/cm2", left);
            }

            if (inventory.CyclesUntilEmpty is { } cycles)
            {
                double relative = found.Loss.Uncertainty / found.Loss.Value;
                yield return FoundQuantity.FromSi("cycles_until_empty", "Cycles until the reserve is used up", "1", cycles, cycles * relative) with { Meaning = "N/[Q(1 − CE)] with the mean plated charge" };
            }
        }
    }

    private static IEnumerable<FoundQuantity> Charges(PlatingResult result)
    {
        yield return FoundQuantity.FromSi("cumulative_charge", "Charge moved in total, both directions", "mAh/cm2", result.CumulativeCharge) with { Meaning = "plated on one side or the other: no half is counted away" };
        yield return FoundQuantity.FromSi("net_charge", "Charged less discharged", "mAh/cm2", result.NetCharge);
        yield return FoundQuantity.FromSi("largest_excursion", "Lithium that lay on the other side at most", "mAh/cm2", result.LargestExcursion) with { Meaning = "what a foil must hold beside its own reserve" };
    }

    private static ImmutableArray<OutcomeTable> HalfCycles(PlatingResult result, int most)
    {
        if (!result.IsOverpotential)
        {
            return [];
        }

        int step = ((result.HalfCycles.Length - 1) / most) + 1;
        HashSet<int> shorted = [.. result.Shorts.Select(finding => finding.HalfCycle)];
        return
        [
            new OutcomeTable(
                step == 1 ? "Half cycles" : $"Half cycles, one in {step} and those with a short",
                [
                    new("Half cycle"), new("Polarity"), new("Begins", "h"), new("Current density", "mA/cm²"), new("Areal charge", "mAh/cm²"), new("Moved so far", "mAh/cm²"), new("Initial", "mV"),
                    new("Plateau", "mV"), new("Final", "mV"), new("Front arc", "mV"), new("End arc", "mV"), new("Area resistance", "Ω·cm²"), new("Noise", "mV"), new("Shape"), new("Verdict"),
                ],
                [
                    .. result.HalfCycles.Where((half, i) => i % step == 0 || shorted.Contains(half.Number)).Select(half => ImmutableArray.Create<OutcomeCell>(
                        FormattableString.Invariant($"{half.Number}"), half.Polarity > 0 ? "charge" : "discharge", half.Start / 3600.0,
                        MilliamperesPerSquareCentimetre * half.CurrentDensity, MilliampereHoursPerSquareCentimetre * half.ArealCharge, MilliampereHoursPerSquareCentimetre * half.CumulativeCharge,
                        1e3 * half.Initial, 1e3 * half.Plateau, 1e3 * half.Final, 1e3 * half.FrontArc, 1e3 * half.EndArc, OhmSquareCentimetres * half.AreaResistance, 1e3 * half.Noise,
                        Word(half.Shape), result.Shorts.FirstOrDefault(finding => finding.HalfCycle == half.Number) is { } finding ? $"{Word(finding.Kind)} short" : "sound")),
                ]),
        ];
    }

    private static ImmutableArray<OutcomeTable> Evidence(PlatingResult result) => result.Shorts.IsEmpty ? [] :
    [
        new OutcomeTable(
            "Shorts and their evidence",
            [new("Half cycle"), new("Kind"), new("Time", "h"), new("Resistance before", "Ω·cm²"), new("Resistance after", "Ω·cm²"), new("Evidence")],
            [
                .. result.Shorts.Select(finding => ImmutableArray.Create<OutcomeCell>(
                    finding.HalfCycle > 0 ? FormattableString.Invariant($"{finding.HalfCycle}") : "not known", $"{Word(finding.Kind)}{(finding.Recovers ? ", recovers" : string.Empty)}",
                    finding.Time / 3600.0 ?? double.NaN, OhmSquareCentimetres * finding.ResistanceBefore ?? double.NaN, OhmSquareCentimetres * finding.ResistanceAfter ?? double.NaN,
                    string.Join("; ", finding.Evidence.Select(item => $"{Word(item.Kind)}: {item.Text}")))),
            ]),
    ];

    private static ImmutableArray<OutcomeTable> Cycles(PlatingResult result) => result.Efficiency is not { Cycles.Length: > 0 } found ? [] :
    [
        new OutcomeTable(
            found.Method == EfficiencyMethod.Reservoir ? "Cycles on the reservoir" : "Cycles",
            [new("Cycle"), new("Plated", "mAh/cm²"), new("Stripped", "mAh/cm²"), new("Efficiency", "%")],
            [
                .. found.Cycles.Select(cycle => ImmutableArray.Create<OutcomeCell>(
                    FormattableString.Invariant($"{cycle.Number}"), MilliampereHoursPerSquareCentimetre * cycle.Plated, MilliampereHoursPerSquareCentimetre * cycle.Stripped, 100.0 * cycle.Efficiency)),
            ]),
    ];

    private static ImmutableArray<OutcomeTable> Arcs(PlatingResult result) => result.Arcs.IsEmpty ? [] :
    [
        new OutcomeTable(
            "Spectra", [new("Spectrum"), new("Behind half cycle"), new("Time", "h"), new("Ohmic part", "Ω"), new("Width of the arcs", "Ω")],
            [
                .. result.Arcs.Select(arc => ImmutableArray.Create<OutcomeCell>(
                    FormattableString.Invariant($"{arc.Number}"), arc.AfterHalfCycle is { } after ? FormattableString.Invariant($"{after}") : "not known", arc.Time / 3600.0 ?? double.NaN, arc.Ohmic, arc.Width)),
            ]),
    ];

    internal static string Word(ShortKind kind) => kind == ShortKind.Hard ? "hard" : "soft";

    private static string Word(OverpotentialShape shape) => shape switch
    {
        OverpotentialShape.Arc => "arc",
        OverpotentialShape.FrontArc => "high at first",
        OverpotentialShape.EndArc => "rising at the end",
        _ => "flat",
    };

    private static string Word(ShortEvidence kind) => kind switch
    {
        ShortEvidence.VoltageDrop => "voltage drop",
        ShortEvidence.BelowPolarisation => "below the polarisation",
        ShortEvidence.Noise => "noise",
        ShortEvidence.LossOfRectification => "loss of rectification",
        _ => "arc collapse",
    };
}
