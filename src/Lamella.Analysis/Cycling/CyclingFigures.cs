using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Cycling;

/// <summary>Draws a cycling record.</summary>
internal static class CyclingFigures
{
    private const int LinePoints = 200;
    private const double Farthest = 2.0; // of the record, for lines drawn into the future

    internal static ImmutableArray<OutcomeFigure> Of(CyclingResult result, CyclingOptions options, CapacityBasis basis)
    {
        var figures = ImmutableArray.CreateBuilder<OutcomeFigure>();
        figures.Add(Capacity(result, options, basis));
        CycleRecord[] known = [.. result.Cycles.Where(cycle => cycle.IsComplete && cycle.CoulombicEfficiency is not null)];
        if (known.Length > 1)
        {
            figures.Add(Efficiency(known));
        }

        if (result.Rates.Length > 1)
        {
            figures.Add(Rates(result, basis));
        }

        if (result.Curves.Length > 0)
        {
            figures.Add(Curves(
                result, "Differential capacity", "dQ/dV", new OutcomeAxis("Voltage", "V"), new OutcomeAxis("dQ/dV", $"{basis.Unit}/V"), curve => curve.Capacity, 1.0, basis.Scale,
                "Negative on discharge. The area under a curve is the charge at constant current, whatever the smoothing."));
            figures.Add(Curves(
                result, "Differential voltage", "dV/dQ", new OutcomeAxis("Charge since the beginning of the half cycle", basis.Unit), new OutcomeAxis("dV/dQ", $"V/({basis.Unit})"), curve => curve.Voltage, basis.Scale, 1.0 / basis.Scale,
                "Peaks mark changes of phase; their distances are amounts of lithium."));
        }

        return figures.ToImmutable();
    }

    private static OutcomeFigure Capacity(CyclingResult result, CyclingOptions options, CapacityBasis basis)
    {
        var curves = ImmutableArray.CreateBuilder<OutcomeCurve>();
        void Add(string name, OutcomeMark mark, Func<CycleRecord, double?> value)
        {
            CycleRecord[] there = [.. result.Cycles.Where(cycle => value(cycle) is not null)];
            curves.Add(new OutcomeCurve(name, mark, [.. there.Select(cycle => (double)cycle.Number)], [.. there.Select(cycle => basis.Scale * value(cycle)!.Value)]));
        }

        Add("Charge", OutcomeMark.Computed, cycle => cycle.ChargeCapacity);
        Add("Discharge", OutcomeMark.Measured, cycle => cycle.DischargeCapacity);
        if (result.Fade is { } fade)
        {
            double end = Math.Min(fade.EndOfLife.Cycle - fade.ReferenceCycle ?? 0.0, Farthest * fade.Best.LastCycle), to = Math.Max(end, fade.Best.LastCycle);
            double[] n = [.. Enumerable.Range(0, LinePoints + 1).Select(k => to * k / LinePoints)];
            curves.Add(new OutcomeCurve($"Fade, {CyclingOutcome.Word(fade.Best.Law)}", OutcomeMark.Line, [.. n.Select(at => fade.ReferenceCycle + at)], [.. n.Select(at => basis.Scale * fade.Best.At(at))]));
            double level = basis.Scale * options.EndOfLife * fade.Best.Initial.Value;
            curves.Add(new OutcomeCurve("End of life", OutcomeMark.Dashed, [fade.ReferenceCycle, fade.ReferenceCycle + to], [level, level]));
        }

        return new OutcomeFigure("Capacity over cycles", new OutcomeAxis("Cycle", "–"), new OutcomeAxis("Capacity", basis.Unit), curves.ToImmutable())
        {
            Caption = result.Fade is null
                ? "No line of fade is drawn: too few complete cycles share a rate."
                : "The line is fitted to the cycles of the most frequent rate; it is drawn to the end of life, but to no more than twice the record.",
        };
    }

    private static OutcomeFigure Efficiency(CycleRecord[] known) => new(
        "Efficiency over cycles", new OutcomeAxis("Cycle", "–"), new OutcomeAxis("Efficiency", "%"),
        [
            new OutcomeCurve("Coulombic", OutcomeMark.Measured, [.. known.Select(cycle => (double)cycle.Number)], [.. known.Select(cycle => 100.0 * cycle.CoulombicEfficiency!.Value)]),
            new OutcomeCurve("Energy", OutcomeMark.Computed, [.. known.Select(cycle => (double)cycle.Number)], [.. known.Select(cycle => 100.0 * cycle.EnergyEfficiency ?? double.NaN)]),
        ])
    {
        Caption = "What comes back over what went in: charge (coulombic) and energy.",
    };

    private static OutcomeFigure Rates(CyclingResult result, CapacityBasis basis)
    {
        RateRecord[] rates = [.. result.Rates];
        var measured = new OutcomeCurve("Measured", OutcomeMark.Measured, [.. rates.Select(rate => rate.CRate)], [.. rates.Select(rate => basis.Scale * rate.Capacity.Value)]);
        var figure = new OutcomeFigure("Rate capability", new OutcomeAxis("C-rate", "1/h", Logarithmic: true), new OutcomeAxis("Capacity", basis.Unit), [measured]);
        if (result.RateLaw is not { IsDetermined: true } law)
        {
            return figure;
        }

        // From the lowest to a little above the highest rate, evenly in the logarithm.
        double from = rates[0].Current, to = 1.5 * rates[^1].Current, perAmpere = rates[0].CRate / from, student = StudentQuantile.TwoSided95(law.Freedom);
        (double Rate, Uncertain Capacity)[] line =
        [
            .. Enumerable.Range(0, LinePoints + 1).Select(k => from * Math.Pow(to / from, (double)k / LinePoints))
                .Select(current => (Rate: perAmpere * current, Capacity: law.At(current))).Where(point => point.Capacity is { } there && double.IsFinite(there.Uncertainty))
                .Select(point => (point.Rate, point.Capacity!.Value)),
        ];
        ImmutableArray<double> x = [.. line.Select(point => point.Rate)], y = [.. line.Select(point => basis.Scale * point.Capacity.Value)];
        return figure with
        {
            Curves =
            [
                new OutcomeCurve("95 % of the law", OutcomeMark.Band, x, y)
                {
                    Low = [.. line.Select(point => basis.Scale * Math.Max(0.0, point.Capacity.Value - (student * point.Capacity.Uncertainty)))],
                    High = [.. line.Select(point => basis.Scale * (point.Capacity.Value + (student * point.Capacity.Uncertainty)))],
                },
                new OutcomeCurve(FormattableString.Invariant($"Law of rates, τ = {law.CharacteristicTime.Value / 60.0:G3} min, n = {law.Exponent.Value:G3}"), OutcomeMark.Line, x, y),
                measured,
            ],
            Caption = "The line is Q = Q_M·[1 − (Rτ)ⁿ(1 − exp(−(Rτ)⁻ⁿ))] with R = I/Q; it says nothing beyond the measured rates.",
        };
    }

    private static OutcomeFigure Curves(
        CyclingResult result, string title, string symbol, OutcomeAxis x, OutcomeAxis y, Func<DifferentialCurve, ConservedDerivative> choose, double scaleX, double scaleY, string caption) => new(
        title, x, y,
        [
            .. result.Curves.Select(curve => new OutcomeCurve(
                $"{symbol}, cycle {curve.Cycle}, {(curve.IsCharge ? "charge" : "discharge")}", OutcomeMark.Line,
                [.. choose(curve).X.Select(at => scaleX * at)], [.. choose(curve).Slope.Select(at => scaleY * at)])),
        ])
        {
            Caption = caption,
        };
}
