using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Analysis.Techniques;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Conductivity;

/// <summary>Says what conductivities were found.</summary>
internal static class ConductivityOutcome
{
    /// <summary>Makes the outcome of one spectrum or of several.</summary>
    internal static AnalysisOutcome Of(ImmutableArray<(string Title, ConductivityResult Result)> results)
    {
        ImmutableArray<(string Title, CircuitFitResult Fit)> fits = [.. results.Select(one => (one.Title, one.Result.Fit))];
        ConductivityResult first = results[0].Result;
        return new AnalysisOutcome
        {
            Method = "conductivity/1",
            Title = results.Length == 1 ? $"Ionic conductivity from {results[0].Title}" : FormattableString.Invariant($"Ionic conductivity from {results.Length} spectra"),
            Quantities = results.Length == 1 ? Quantities(first) : [],
            Tables = [.. results.Length == 1 ? ImmutableArray.Create(Budget(first)) : [Table(results)], Assignment(results[0].Title, first), CircuitOutcome.Series(fits), CircuitOutcome.Quality(fits)],
            Figures = [SpectrumFigures.Nyquist(fits), SpectrumFigures.Deviations(fits[0].Title, fits[0].Fit)],
            Warnings = Warnings(results),
            CannotSay =
            [
                "Which ions or electrons carry the current: with blocking electrodes the resistance is that of all of them in parallel.",
                "A conductivity of the boundaries themselves would need their thickness; what is given is what their resistance would allow a layer as thick as the sample.",
            ],
            Basis = Basis(first),
        };
    }

    /// <summary>Lists the warnings of several results, each once.</summary>
    internal static ImmutableArray<OutcomeWarning> Warnings(ImmutableArray<(string Title, ConductivityResult Result)> results) =>
        CircuitOutcome.Warnings([.. results.Select(one => (one.Title, one.Result.Fit with { Warnings = one.Result.Warnings }))]);

    /// <summary>Says where the numbers come from.</summary>
    internal static ImmutableArray<string> Basis(ConductivityResult first) =>
    [
        "σ = L/(R·A), (u_σ/σ)² = (u_R/R)² + (u_L/L)² + (u_A/A)²; u_R of a sum of arcs with their covariance.",
        FormattableString.Invariant($"Thickness {first.Geometry.Thickness * 1e3:G4} ± {first.Geometry.ThicknessUncertainty * 1e3:G2} mm, area {first.Geometry.Area * 1e4:G4} ± {first.Geometry.AreaUncertainty * 1e4:G2} cm2."),
        "Arcs are assigned by capacitance: Irvine, Sinclair and West, Adv. Mater. 2 (1990) 132, doi 10.1002/adma.19900020304.",
        $"Circuit {first.Fit.Circuit.Text}, {first.Fit.Weighting.Text()} weights.",
    ];

    /// <summary>Makes the table of what each resistance was taken for.</summary>
    internal static OutcomeTable Assignment(string title, ConductivityResult result) => new(
        $"What each resistance was taken for, {title}",
        [new("Parameter"), new("Resistance", "Ω"), new("Capacitance", "F"), new("C·L/A", "F/cm"), new("Taken for"), new("Why")],
        [
            .. result.Contributions.Select(one => ImmutableArray.Create<OutcomeCell>(
                one.Parameter, one.Resistance, one.Capacitance ?? double.NaN, one.SpecificCapacitance / 100.0 ?? double.NaN, one.Kind.Text(), one.Reason)),
        ]);

    private static ImmutableArray<FoundQuantity> Quantities(ConductivityResult result)
    {
        var found = ImmutableArray.CreateBuilder<FoundQuantity>();
        Add("conductivity_total", "Conductivity, total", result.Total, "bulk and boundaries in series, as the sample conducts");
        Add("conductivity_bulk", "Conductivity of the bulk", result.Bulk, "of the grain interiors, or of a homogeneous electrolyte");
        Add("conductivity_boundary", "Apparent conductivity of the grain boundaries", result.GrainBoundary, "L/(R·A) with the resistance of the boundaries and the thickness of the sample");
        return found.ToImmutable();

        void Add(string key, string name, SampleConductivity? conductivity, string meaning)
        {
            if (conductivity is not null)
            {
                Quantity value = conductivity.Value.In("mS/cm");
                found.Add(FoundQuantity.Normal(key, name, value) with { Meaning = meaning });
                found.Add(FoundQuantity.Normal(key.Replace("conductivity", "resistance", StringComparison.Ordinal), name.Replace("Conductivity", "Resistance", StringComparison.Ordinal).Replace("Apparent conductivity", "Resistance", StringComparison.Ordinal), conductivity.Resistance));
            }
        }
    }

    private static OutcomeTable Budget(ConductivityResult result)
    {
        (string Name, SampleConductivity? Value)[] rows = [("total", result.Total), ("bulk", result.Bulk), ("grain boundary", result.GrainBoundary)];
        return new OutcomeTable(
            "Where the uncertainty comes from",
            [new("Conductivity"), new("Reference state"), new("Relative uncertainty", "%"), new("From the fit", "%"), new("From the thickness", "%"), new("From the area", "%")],
            [
                .. rows.Where(row => row.Value is not null).Select(row => ImmutableArray.Create<OutcomeCell>(
                    row.Name, row.Value!.Value.State.Text(), 100.0 * row.Value.Value.Uncertainty / row.Value.Value.Value,
                    100.0 * row.Value.ResistanceShare, 100.0 * row.Value.ThicknessShare, 100.0 * row.Value.AreaShare)),
            ]);
    }

    private static OutcomeTable Table(ImmutableArray<(string Title, ConductivityResult Result)> results) => new(
        "Conductivities",
        [new("Spectrum"), new("Total", "S/cm"), new("u(total)", "S/cm"), new("Bulk", "S/cm"), new("u(bulk)", "S/cm"), new("Grain boundary", "S/cm"), new("u(grain boundary)", "S/cm")],
        [
            .. results.Select(one => (ImmutableArray<OutcomeCell>)[one.Title, .. Cells(one.Result.Total), .. Cells(one.Result.Bulk), .. Cells(one.Result.GrainBoundary)]),
        ]);

    private static ImmutableArray<OutcomeCell> Cells(SampleConductivity? conductivity) => conductivity is null
        ? [double.NaN, double.NaN]
        : [conductivity.Value.InSi / 100.0, conductivity.Value.UncertaintyInSi / 100.0];
}
