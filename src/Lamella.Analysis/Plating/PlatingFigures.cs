using System.Collections.Immutable;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Plating;

/// <summary>Draws a record of plating and stripping.</summary>
internal static class PlatingFigures
{
    internal static ImmutableArray<OutcomeFigure> Of(PlatingResult result)
    {
        var figures = ImmutableArray.CreateBuilder<OutcomeFigure>();
        if (result.IsOverpotential)
        {
            figures.Add(Overpotential(result));
            figures.Add(Resistance(result));
        }

        if (result.Arcs.Length > 1)
        {
            figures.Add(Arcs(result));
        }

        if (result.Efficiency is { Cycles.Length: > 0 } efficiency)
        {
            figures.Add(new OutcomeFigure(
                "Efficiency over cycles", new OutcomeAxis("Cycle", "–"), new OutcomeAxis("Stripped over plated", "%"),
                [new OutcomeCurve("Measured", OutcomeMark.Measured, [.. efficiency.Cycles.Select(cycle => (double)cycle.Number)], [.. efficiency.Cycles.Select(cycle => 100.0 * cycle.Efficiency)])])
            {
                Caption = "What was stripped over what was plated, cycle by cycle; a value above 100 % is a short or an offset of the current.",
            });
        }

        return figures.ToImmutable();
    }

    private static OutcomeFigure Overpotential(PlatingResult result)
    {
        ImmutableArray<HalfCycleRecord> halves = result.HalfCycles;
        ImmutableArray<double> time = [.. halves.Select(half => (half.Start + (0.5 * half.Duration)) / 3600.0)];
        OutcomeCurve Curve(string name, OutcomeMark mark, Func<HalfCycleRecord, double> value) => new(name, mark, time, [.. halves.Select(half => 1e3 * half.Polarity * value(half))]);
        ShortFinding[] timed = [.. result.Shorts.Where(finding => finding.HalfCycle > 0)];
        return new OutcomeFigure(
            "Overpotential of the half cycles", new OutcomeAxis("Time", "h"), new OutcomeAxis("Overpotential", "mV"),
            [
                Curve("Plateau", OutcomeMark.Measured, half => half.Plateau),
                Curve("Front peak", OutcomeMark.Computed, half => half.FrontPeak),
                .. timed.Length == 0 ? ImmutableArray<OutcomeCurve>.Empty :
                [
                    new OutcomeCurve(
                        "Short", OutcomeMark.Chosen, [.. timed.Select(finding => time[finding.HalfCycle - 1])],
                        [.. timed.Select(finding => 1e3 * halves[finding.HalfCycle - 1].Polarity * halves[finding.HalfCycle - 1].Plateau)]),
                ],
            ])
        {
            Caption = "Charge above, discharge below zero. Crossed points are half cycles with a short.",
        };
    }

    /// <summary>Draws the arcs over time where it is known, else over their number.</summary>
    private static OutcomeFigure Arcs(PlatingResult result)
    {
        bool hasTime = result.Arcs.All(arc => arc.Time is not null);
        ImmutableArray<double> x = [.. result.Arcs.Select(arc => hasTime ? arc.Time!.Value / 3600.0 : arc.Number)];
        return new OutcomeFigure(
            "Arcs of the spectra in between", hasTime ? new OutcomeAxis("Time", "h") : new OutcomeAxis("Spectrum", "–"), new OutcomeAxis("Resistance", "Ω"),
            [
                new OutcomeCurve("Width of the arcs", OutcomeMark.Measured, x, [.. result.Arcs.Select(arc => arc.Width)]),
                new OutcomeCurve("Ohmic part", OutcomeMark.Computed, x, [.. result.Arcs.Select(arc => arc.Ohmic)]),
            ])
        {
            Caption = "Arcs that fall below half of what they were before are evidence of a short.",
        };
    }

    private static OutcomeFigure Resistance(PlatingResult result) => new(
        "Area resistance over current density", new OutcomeAxis("Current density", "mA/cm²"), new OutcomeAxis("Plateau over current density", "Ω·cm²"),
        [
            .. new[] { (1, "Charge", OutcomeMark.Measured), (-1, "Discharge", OutcomeMark.Computed) }.Select(side => (side, Halves: result.HalfCycles.Where(half => half.Polarity == side.Item1).ToArray()))
                .Where(item => item.Halves.Length > 0)
                .Select(item => new OutcomeCurve(item.side.Item2, item.side.Item3, [.. item.Halves.Select(half => 0.1 * half.CurrentDensity)], [.. item.Halves.Select(half => 1e4 * half.AreaResistance)])),
        ])
    {
        Caption = "A sound cell falls slowly with the current; a short falls at once.",
    };
}
