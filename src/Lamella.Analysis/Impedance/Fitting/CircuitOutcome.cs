using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Says what circuit fits found.</summary>
internal static class CircuitOutcome
{
    private const double Correlated = 0.9;

    /// <summary>Makes the outcome of one fit or of a series.</summary>
    internal static AnalysisOutcome Of(ImmutableArray<(string Title, CircuitFitResult Fit)> fits, ImmutableArray<string> common)
    {
        CircuitFitResult first = fits[0].Fit;
        return new AnalysisOutcome
        {
            Method = common.IsEmpty ? "circuit/1" : "joint-circuit/1",
            Title = fits.Length == 1
                ? $"Circuit {first.Circuit.Text} fitted to {fits[0].Title}"
                : FormattableString.Invariant($"Circuit {first.Circuit.Text} fitted to {fits.Length} spectra{(common.IsEmpty ? string.Empty : " together")}"),
            Quantities = fits.Length == 1 ? Quantities(first) : common.IsEmpty ? [] : [.. Quantities(first).Where(found => common.Any(name => found.Name.StartsWith(name + ",", StringComparison.Ordinal)))],
            Tables = fits.Length == 1 ? [Parameters(first), .. Correlations(first), Quality(fits)] : [Series(fits), Quality(fits)],
            Figures =
            [
                SpectrumFigures.Nyquist(fits), .. fits.Length == 1 ? SpectrumOutcome.Bode(fits[0].Title, first.Spectrum, first.Fitted, "fitted circuit") : [],
                SpectrumFigures.Deviations(fits[0].Title, first), .. Trend(fits),
            ],
            Warnings = Warnings(fits),
            CannotSay =
            [
                "A circuit that fits is not thereby the right one: others with as many parameters may fit as well, and elements have no names but those that other experiments give them.",
                "Processes outside the range of frequencies appear as resistors, inductors or blocking elements.",
            ],
            Basis =
            [
                FormattableString.Invariant($"Least S = Σ|ΔZ|²w² with {first.Weighting.Text()} weights, in logarithms of positive parameters, from {fits.Sum(one => one.Fit.Search.Starts)} starts; Boukamp, Solid State Ionics 20 (1986) 31, doi 10.1016/0167-2738(86)90031-7."),
                "Uncertainties: S/(2N − n)·(JᵀJ)⁻¹, carried to first order; 95 % intervals are symmetric in the logarithm, with Student's t.",
                .. first.Circuit.Components.DistinctBy(component => component.Element.Code).Select(component => $"{component.Element.Code}: Z = {component.Element.Formula}; {component.Element.Source}."),
            ],
        };
    }

    /// <summary>Makes the tables of a comparison.</summary>
    internal static IEnumerable<OutcomeTable> Comparison(ComparisonResult comparison)
    {
        yield return new OutcomeTable(
            "Circuits compared, the best first",
            [new("Circuit"), new("Free parameters"), new("S"), new("AICc"), new("Δ AICc"), new("Share of the evidence", "%"), new("Met again")],
            [
                .. comparison.Ranking.Select(ranked => ImmutableArray.Create<OutcomeCell>(
                    ranked.Fit.Circuit.Text, ranked.Fit.FreeParameters, ranked.Fit.SumOfSquares, ranked.Fit.Aicc, ranked.DeltaAicc, 100.0 * ranked.Weight,
                    FormattableString.Invariant($"{ranked.Fit.Search.StartsAtBest} of {ranked.Fit.Search.Starts}"))),
            ]);
        if (!comparison.Tests.IsEmpty)
        {
            yield return new OutcomeTable(
                "Where one circuit contains the other: do further parameters help more than chance?",
                [new("Simple circuit"), new("Rich circuit"), new("F"), new("Probability if the simple one is true")],
                [.. comparison.Tests.Select(test => ImmutableArray.Create<OutcomeCell>(test.Simple.Text, test.Rich.Text, test.F, test.Probability))]);
        }
    }

    /// <summary>Lists the warnings of several fits, each once, with the spectra it holds for.</summary>
    internal static ImmutableArray<OutcomeWarning> Warnings(ImmutableArray<(string Title, CircuitFitResult Fit)> fits) =>
    [
        .. fits.SelectMany(one => one.Fit.Warnings.Select(warning => (one.Title, Warning: warning))).GroupBy(entry => (entry.Warning.Code, entry.Warning.Text))
            .Select(group => new OutcomeWarning(
                group.Key.Code, LevelOf(group.Key.Code),
                fits.Length == 1 ? group.Key.Text : FormattableString.Invariant($"{group.Key.Text} ({(group.Count() == fits.Length ? "all spectra" : string.Join(", ", group.Take(3).Select(entry => entry.Title)) + (group.Count() > 3 ? $" and {group.Count() - 3} more" : string.Empty))})"))),
    ];

    /// <summary>Makes the level of a warning from its code.</summary>
    internal static WarningLevel LevelOf(string code) => code switch
    {
        "met-once" or "fewer-points-than-parameters" or "no-electrolyte" or "positive-imaginary-throughout" => WarningLevel.Serious,
        "unsorted-frequencies" or "duplicated-frequencies" => WarningLevel.Notice,
        _ => WarningLevel.Caution,
    };

    /// <summary>Makes the table of the parameters of one fit.</summary>
    internal static OutcomeTable Parameters(CircuitFitResult fit) => new(
        "Parameters",
        [new("Parameter"), new("Value"), new("Standard uncertainty"), new("Unit"), new("Low 95 %"), new("High 95 %"), new("Status")],
        [
            .. fit.Parameters.Select(parameter => ImmutableArray.Create<OutcomeCell>(
                parameter.Name, parameter.Value, parameter.StandardUncertainty ?? double.NaN, parameter.Unit, parameter.Low ?? double.NaN, parameter.High ?? double.NaN, Words(parameter.Status))),
        ]);

    /// <summary>Makes the table of the parameters of a series.</summary>
    internal static OutcomeTable Series(ImmutableArray<(string Title, CircuitFitResult Fit)> fits) => new(
        "Parameters of every spectrum",
        [new("Spectrum"), .. fits[0].Fit.Parameters.SelectMany(parameter => (ImmutableArray<OutcomeColumn>)[new(parameter.Name, parameter.Unit), new($"u({parameter.Name})", parameter.Unit)])],
        [
            .. fits.Select(one => (ImmutableArray<OutcomeCell>)
                [one.Title, .. one.Fit.Parameters.SelectMany(parameter => (ImmutableArray<OutcomeCell>)[parameter.Value, parameter.StandardUncertainty ?? double.NaN])]),
        ]);

    /// <summary>Makes the table of how good fits are.</summary>
    internal static OutcomeTable Quality(ImmutableArray<(string Title, CircuitFitResult Fit)> fits) => new(
        "How well it fits, and how reproducibly",
        [new("Spectrum"), new("S"), new("Reduced χ²"), new("AICc"), new("Autocorrelation of deviations"), new("Starts"), new("At the best"), new("Other minima")],
        [
            .. fits.Select(one => ImmutableArray.Create<OutcomeCell>(
                one.Title, one.Fit.SumOfSquares, one.Fit.ReducedChiSquare, one.Fit.Aicc, one.Fit.Autocorrelation, one.Fit.Search.Starts, one.Fit.Search.StartsAtBest, one.Fit.Search.OtherMinima.Length)),
        ]);

    /// <summary>Lists the resistances multiplied with the area of the electrode, as interfaces are compared.</summary>
    internal static ImmutableArray<FoundQuantity> PerArea(CircuitFitResult fit, Quantity area) =>
    [
        .. fit.Parameters.Where(parameter => parameter.Unit == "Ω" && parameter.Status is (ParameterStatus.Fitted or ParameterStatus.Shared)).Select(parameter =>
        {
            double share = Math.Sqrt(Math.Pow((parameter.StandardUncertainty ?? 0.0) / parameter.Value, 2) + Math.Pow(area.UncertaintyInSi / area.InSi, 2));
            string key = parameter.Name.ToLowerInvariant().Replace('.', '_') + "_area";
            return FoundQuantity.FromSi(key, $"{parameter.Name} times the area", "ohm cm2", parameter.Value * area.InSi, parameter.Value * area.InSi * share);
        }),
    ];

    private static ImmutableArray<FoundQuantity> Quantities(CircuitFitResult fit)
    {
        var found = ImmutableArray.CreateBuilder<FoundQuantity>();
        foreach (FittedParameter parameter in fit.Parameters)
        {
            // Units with a fractional power of time stand in the table alone.
            string? unit = parameter.Unit switch { "Ω" => "ohm", "F" or "H" or "s" => parameter.Unit, "–" => "1", _ => null };
            if (unit is not null)
            {
                string key = parameter.Name.ToLowerInvariant().Replace('.', '_');
                found.Add(new FoundQuantity(key, $"{parameter.Name}, {Words(parameter.Status)}", new Quantity(parameter.Value, Unit.Parse(unit), parameter.StandardUncertainty ?? 0.0))
                {
                    Low = parameter.Low,
                    High = parameter.High,
                    Meaning = fit.Circuit.Parameters[fit.Circuit.IndexOf(parameter.Name)].Kind.Meaning,
                });
            }
        }

        return found.ToImmutable();
    }

    private static IEnumerable<OutcomeTable> Correlations(CircuitFitResult fit)
    {
        int count = fit.Parameters.Length;
        ImmutableArray<ImmutableArray<OutcomeCell>> rows =
        [
            .. from i in Enumerable.Range(0, count)
               from j in Enumerable.Range(i + 1, count - i - 1)
               let value = fit.Correlation[(i * count) + j]
               where Math.Abs(value) >= Correlated
               orderby -Math.Abs(value)
               select ImmutableArray.Create<OutcomeCell>(fit.Parameters[i].Name, fit.Parameters[j].Name, value),
        ];
        if (!rows.IsEmpty)
        {
            yield return new OutcomeTable("Strong correlations: these are known together better than each alone", [new("One"), new("Other"), new("Correlation")], rows);
        }
    }

    private static IEnumerable<OutcomeFigure> Trend(ImmutableArray<(string Title, CircuitFitResult Fit)> fits)
    {
        string[] names = [.. fits[0].Fit.Parameters.Where(parameter => parameter.Unit == "Ω").Select(parameter => parameter.Name)];
        if (fits.Length > 2 && names.Length > 0)
        {
            ImmutableArray<double> place = [.. Enumerable.Range(1, fits.Length).Select(k => (double)k)];
            yield return new OutcomeFigure("Resistances from spectrum to spectrum", new OutcomeAxis("Spectrum", "–"), new OutcomeAxis("Resistance", "Ω", Logarithmic: true),
                [.. names.Select(name => new OutcomeCurve(name, OutcomeMark.Line, place, [.. fits.Select(one => one.Fit[name].Value)]))])
            {
                Caption = "Arcs keep their names: the resistance of an arc may move far from file to file, its capacitance little.",
            };
        }
    }

    private static string Words(ParameterStatus status) => status switch
    {
        ParameterStatus.Fitted => "fitted",
        ParameterStatus.Fixed => "fixed",
        ParameterStatus.Shared => "shared",
        ParameterStatus.AtLowerBound => "at its lower bound",
        ParameterStatus.AtUpperBound => "at its upper bound",
        _ => "not fixed by the data",
    };
}
