using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Techniques;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Cycling;

/// <summary>Says what a cycling record found.</summary>
internal static class CyclingOutcome
{
    internal static AnalysisOutcome Of(CyclingResult result, CyclingOptions options, CapacityBasis basis, int records, int mostRows) => new()
    {
        Method = "cycling/1",
        Title = $"{result.Cycles.Length} cycle{(result.Cycles.Length == 1 ? string.Empty : "s")}{(result.Compared.IsEmpty ? string.Empty : $", {result.Compared.Length} of them at one rate")}",
        Quantities = Quantities(result, options, basis),
        Tables = [Cycles(result, basis, mostRows), .. Rates(result, basis), .. Laws(result, basis)],
        Figures = CyclingFigures.Of(result, options, basis),
        Warnings = CyclingWarnings.Of(result, options, records),
        CannotSay =
        [
            "Why the capacity fades: loss of lithium, loss of active material and growing resistance all take capacity. The shift of features in dV/dQ against the two electrodes and a slow cycle (which resistance does not shorten) would tell.",
            "A coulombic efficiency near 1 is only as good as the current of the instrument: 0.1 % of a cycler's range is more than most cells lose in a cycle.",
        ],
        Basis = Basis(options, basis),
    };

    private static ImmutableArray<string> Basis(CyclingOptions options, CapacityBasis basis) =>
    [
        $"Capacity is ∫|I|dt by the trapezoidal rule, energy ∫U|I|dt; capacities are {basis.Words}. Cycles are found from the current, not from the counter of the instrument.",
        "Coulombic efficiency is what comes back in the second half of a cycle over what went in during the first; polarisation is the difference of the mean voltages of charge and discharge.",
        "Fade: Q = Q₀ − c·(n/m)^p with p = 1, 1/2 or free, chosen by Akaike's criterion for few data (Hurvich and Tsai 1989, doi 10.1093/biomet/76.2.297); a knee is where two lines meet (Bacon and Watts 1971, doi 10.1093/biomet/58.3.525).",
        FormattableString.Invariant($"End of life: {100.0 * options.EndOfLife:G4} % of the fitted capacity of the reference cycle; its interval is that of {options.Draws} draws over all laws by their Akaike weights (seed {options.Seed})."),
        "Rate capability: Q = Q_M·[1 − (Rτ)ⁿ(1 − exp(−(Rτ)⁻ⁿ))] with R = I/Q, one over the time of the discharge and not the C-rate (Tian et al. 2019, doi 10.1038/s41467-019-09792-9, eq. 2).",
        "dQ/dV and dV/dQ are smoothed by spreading every increment with a kernel (35/32)(1 − u²)³, which keeps the integral to round-off.",
    ];

    private static ImmutableArray<FoundQuantity> Quantities(CyclingResult result, CyclingOptions options, CapacityBasis basis)
    {
        var found = ImmutableArray.CreateBuilder<FoundQuantity>();
        if (result.ReferenceCapacity is { } reference)
        {
            found.Add(Capacity("reference_capacity", $"Capacity of cycle {result.ReferenceCycle}", basis, new Uncertain(reference)) with { Meaning = "what retention refers to" });
        }

        CycleRecord? last = result.Cycles.LastOrDefault(cycle => cycle.IsComplete);
        if (last is not null && result.RetentionOf(last) is { } retention)
        {
            found.Add(FoundQuantity.FromSi("retention", $"Retention in cycle {last.Number}", "%", retention).At("cycle", $"{last.Number}") with
            {
                Meaning = result.Compared.Contains(last.Number) ? "at the same rate as the reference" : "at another rate than most cycles: no measure of fade",
            });
        }

        if (result.MeanEfficiency is { } efficiency)
        {
            found.Add(FoundQuantity.FromSi("coulombic_efficiency", "Mean coulombic efficiency behind the reference cycle", "%", efficiency.Value, efficiency.Uncertainty) with
            {
                Meaning = "scatter alone; the accuracy of the instrument's current comes on top",
            });
        }

        if (last?.EnergyEfficiency is { } energy)
        {
            found.Add(FoundQuantity.FromSi("energy_efficiency", $"Energy efficiency of cycle {last.Number}", "%", energy));
        }

        AddFade(found, result, options);
        AddRates(found, result, basis);
        if (result.Polarisation is { } growth)
        {
            found.Add(FoundQuantity.FromSi("polarisation", "Polarisation of the reference cycle", "mV", growth.Initial.Value, growth.Initial.Uncertainty) with { Meaning = "mean voltage of charge less that of discharge" });
            found.Add(FoundQuantity.FromSi("polarisation_growth", "Growth of the polarisation per cycle", "mV", growth.PerCycle.Value, growth.PerCycle.Uncertainty));
        }

        return found.ToImmutable();
    }

    private static void AddFade(ImmutableArray<FoundQuantity>.Builder found, CyclingResult result, CyclingOptions options)
    {
        if (result.Fade is not { } fade)
        {
            return;
        }

        found.Add(FoundQuantity.FromSi("fade_per_cycle", "Loss per cycle at the end of the record", "%", fade.Best.FinalRate, RateUncertainty(fade.Best)) with { Meaning = $"of the reference capacity, by the law '{Word(fade.Best.Law)}'" });
        if (fade.Knee is { } knee)
        {
            found.Add(FoundQuantity.FromSi("knee", "Cycle of the knee", "1", knee.Cycle, 0.0, knee.Low, knee.High) with
            {
                Meaning = double.IsFinite(knee.SlopeRatio) ? FormattableString.Invariant($"behind it the capacity falls {knee.SlopeRatio:G3} times as fast") : "before it nothing was lost",
            });
        }

        if (fade.EndOfLife is { Cycle: { } end } life)
        {
            string upper = life.High is { } high ? FormattableString.Invariant($"{high:F0}") : "no end";
            string interval = life.Low is { } low ? FormattableString.Invariant($"; 95 %: {low:F0} to {upper}") : string.Empty;
            found.Add(FoundQuantity.FromSi("end_of_life", FormattableString.Invariant($"Cycle at {100.0 * options.EndOfLife:G4} % of the capacity"), "1", end) with
            {
                Low = life.Low,
                High = life.High,
                Meaning = (life.IsReached ? "reached in the record" : "projected, if nothing new happens") + interval,
            });
        }
    }

    private static void AddRates(ImmutableArray<FoundQuantity>.Builder found, CyclingResult result, CapacityBasis basis)
    {
        if (result.RateLaw is not { IsDetermined: true } law)
        {
            return;
        }

        found.Add(Capacity("rate_low_capacity", "Capacity at low rate, Q_M", basis, law.LowRateCapacity) with { Meaning = "what the law of rates goes to where the rate goes to zero" });
        found.Add(FoundQuantity.FromSi(
            "rate_characteristic_time", "Characteristic time of the rate capability, τ", "min", law.CharacteristicTime.Value, law.CharacteristicTime.Uncertainty, law.TimeLow, law.TimeHigh) with
        {
            Meaning = "a discharge that takes τ gives Q_M/e; the shorter, the faster the cell",
        });
        found.Add(FoundQuantity.FromSi("rate_exponent", "Exponent of the rate capability, n", "1", law.Exponent.Value, law.Exponent.Uncertainty) with { Meaning = "about ½ where diffusion limits, about 1 where a resistance does" });
    }

    /// <summary>Standard uncertainty of the loss per cycle, of the terms that the law has.</summary>
    private static double RateUncertainty(FadeFitResult law)
    {
        double[] slopes = law.Law switch
        {
            FadeLaw.Power => [0.0, law.Exponent.Value, law.Loss.Value],
            FadeLaw.Broken => [0.0, 1.0, 1.0, 0.0],
            _ => [0.0, law.Exponent.Value],
        };
        double variance = 0.0;
        for (int i = 0; i < slopes.Length; i++)
        {
            for (int j = 0; j < slopes.Length; j++)
            {
                variance += slopes[i] * slopes[j] * law.Covariance[(i * slopes.Length) + j];
            }
        }

        return Math.Sqrt(Math.Max(0.0, variance)) / (law.LastCycle * law.Initial.Value);
    }

    private static FoundQuantity Capacity(string key, string name, CapacityBasis basis, Uncertain coulombs)
    {
        double value = basis.Scale * coulombs.Value, own = basis.Scale * coulombs.Uncertainty, shared = value * basis.RelativeUncertainty;
        return FoundQuantity.Normal(key, name, new Quantity(value, Unit.Parse(basis.Unit), Math.Sqrt((own * own) + (shared * shared))));
    }

    private static OutcomeTable Cycles(CyclingResult result, CapacityBasis basis, int most)
    {
        // Every k-th cycle and the last one: a table of a thousand rows is for programs.
        int step = ((result.Cycles.Length - 1) / most) + 1;
        CycleRecord[] shown = [.. result.Cycles.Where((cycle, i) => i % step == 0 || i == result.Cycles.Length - 1)];
        double Scaled(double? coulombs) => basis.Scale * coulombs ?? double.NaN;
        return new OutcomeTable(
            step == 1 ? "Cycles" : $"Cycles, one in {step}",
            [
                new("Cycle"), new("Charge", basis.Unit), new("Discharge", basis.Unit), new("Coulombic efficiency", "%"), new("Energy efficiency", "%"),
                new("Mean charge voltage", "V"), new("Mean discharge voltage", "V"), new("Polarisation", "mV"), new("Discharge current", "mA"), new("Retention", "%"), new("Remark"),
            ],
            [
                .. shown.Select(cycle => ImmutableArray.Create<OutcomeCell>(
                    FormattableString.Invariant($"{cycle.Number}"), Scaled(cycle.ChargeCapacity), Scaled(cycle.DischargeCapacity),
                    100.0 * cycle.CoulombicEfficiency ?? double.NaN, 100.0 * cycle.EnergyEfficiency ?? double.NaN,
                    cycle.MeanChargeVoltage ?? double.NaN, cycle.MeanDischargeVoltage ?? double.NaN, 1e3 * cycle.Polarisation ?? double.NaN,
                    1e3 * cycle.DischargeCurrent ?? double.NaN, 100.0 * result.RetentionOf(cycle) ?? double.NaN, cycle.IsComplete ? string.Empty : "incomplete")),
            ]);
    }

    private static ImmutableArray<OutcomeTable> Rates(CyclingResult result, CapacityBasis basis) => result.Rates.Length < 2 ? [] :
    [
        new OutcomeTable(
            "Rate capability",
            [new("Current", "mA"), new("C-rate", "1/h"), new("Capacity", basis.Unit), new("Standard uncertainty", basis.Unit), new("Share of that at the lowest rate", "%"), new("Cycles")],
            [
                .. result.Rates.Select(rate => ImmutableArray.Create<OutcomeCell>(
                    1e3 * rate.Current, rate.CRate, basis.Scale * rate.Capacity.Value, basis.Scale * rate.Capacity.Uncertainty, 100.0 * rate.Share, Ranges(rate.Cycles))),
            ]),
    ];

    private static ImmutableArray<OutcomeTable> Laws(CyclingResult result, CapacityBasis basis) => result.Fade is not { } fade ? [] :
    [
        new OutcomeTable(
            "Laws of fade, the best first",
            [new("Law"), new("Q₀", basis.Unit), new("Loss at the last cycle", basis.Unit), new("Exponent"), new("Deviation", basis.Unit), new("Above the least AICc"), new("Weight", "%")],
            [
                .. fade.Laws.Select(law => ImmutableArray.Create<OutcomeCell>(
                    Word(law.Law), basis.Scale * law.Initial.Value, basis.Scale * (law.Initial.Value - law.At(law.LastCycle)),
                    law.Law == FadeLaw.Broken ? double.NaN : law.Exponent.Value, basis.Scale * law.Deviation, law.Criterion - fade.Best.Criterion, 100.0 * law.Weight)),
            ]),
    ];

    internal static string Word(FadeLaw law) => law switch
    {
        FadeLaw.Linear => "linear",
        FadeLaw.SquareRoot => "square root",
        FadeLaw.Power => "power",
        _ => "two lines with a knee",
    };

    private static string Ranges(ImmutableArray<int> numbers)
    {
        var parts = new List<string>();
        for (int first = 0; first < numbers.Length;)
        {
            int last = first;
            while (last + 1 < numbers.Length && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            parts.Add(first == last ? FormattableString.Invariant($"{numbers[first]}") : FormattableString.Invariant($"{numbers[first]} to {numbers[last]}"));
            first = last + 1;
        }

        return string.Join(", ", parts);
    }
}
