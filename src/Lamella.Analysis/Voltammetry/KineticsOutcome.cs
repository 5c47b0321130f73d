using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Voltammetry;

/// <summary>Says what a polarisation curve tells about kinetics.</summary>
internal static class KineticsOutcome
{
    private const double MilliamperesPerSquareCentimetre = 0.1; // in 1 A/m²
    private const double OhmSquareCentimetres = 1e4; // in 1 Ω·m²
    private const double LargeShare = 0.3;
    private const double LargeLimitingShare = 0.1;
    private const double Disagreement = 0.15;

    internal static AnalysisOutcome Of(KineticsResult result, KineticsOptions options, Uncertain area, bool isCorrected) => new()
    {
        Method = "butler-volmer/1",
        Title = "Exchange current density by every method",
        Quantities = Quantities(result, options, area),
        Tables = [Table(result)],
        Figures = [Figure(result, options)],
        Warnings = Warnings(result, options, isCorrected),
        CannotSay =
        [
            "A film on the electrode acts in series with the charge transfer: what part of the polarisation is the film and what the reaction, the curve alone does not say. An impedance with separate arcs would.",
            options.Faces == 2
                ? "In a symmetric cell both faces act at once: a transfer coefficient other than ½ cannot be told from a different exchange current density of the two faces."
                : "The area that takes part is taken to be the geometric one.",
        ],
        Basis =
        [
            "i = i₀[exp((1 − α)Fη/RT) − exp(−αFη/RT)], η = (V − E₀ − R·i)/faces; Newman and Thomas-Alyea, Electrochemical Systems, 3rd ed. (2004), eq. 8.23.",
            "Allen and Hickling, Trans. Faraday Soc. 53 (1957) 1626, doi 10.1039/tf9575301626: ln[i/(exp(Fη/RT) − 1)] is a straight line over η at all overpotentials.",
            FormattableString.Invariant($"T = {options.Temperature:G5} K, {options.Faces} face(s), E₀ = {1e3 * result.Equilibrium:G4} mV, R·A = {OhmSquareCentimetres * result.Resistance.Value:G4} Ω·cm²{(double.IsFinite(options.Resistance) ? string.Empty : " (fitted)")}."),
        ],
    };

    private static string Name(KineticsMethod method) => method switch
    {
        KineticsMethod.ButlerVolmer => "whole law of Butler and Volmer",
        KineticsMethod.AllenHickling => "line of Allen and Hickling",
        KineticsMethod.AnodicTafel => "anodic Tafel line",
        KineticsMethod.CathodicTafel => "cathodic Tafel line",
        _ => "linear region",
    };

    private static string Key(KineticsMethod method) => method switch
    {
        KineticsMethod.ButlerVolmer => "butler_volmer",
        KineticsMethod.AllenHickling => "allen_hickling",
        KineticsMethod.AnodicTafel => "anodic_tafel",
        KineticsMethod.CathodicTafel => "cathodic_tafel",
        _ => "linear_region",
    };

    private static ImmutableArray<FoundQuantity> Quantities(KineticsResult result, KineticsOptions options, Uncertain area)
    {
        var found = ImmutableArray.CreateBuilder<FoundQuantity>();
        double areaShare = area.Uncertainty / area.Value;
        foreach (KineticsEstimate estimate in result.Estimates.Where(estimate => estimate.IsFound))
        {
            Uncertain exchange = estimate.ExchangeCurrent;
            double spread = Math.Sqrt((exchange.Uncertainty * exchange.Uncertainty) + (exchange.Value * exchange.Value * areaShare * areaShare));
            found.Add(FoundQuantity.Positive($"exchange_current_{Key(estimate.Method)}", $"Exchange current density, {Name(estimate.Method)}", "mA/cm2", exchange.Value, spread));
            if (double.IsFinite(estimate.CathodicCoefficient.Value) && estimate.CathodicCoefficient.Uncertainty > 0.0)
            {
                found.Add(FoundQuantity.FromSi($"cathodic_coefficient_{Key(estimate.Method)}", $"Cathodic transfer coefficient, {Name(estimate.Method)}", "1", estimate.CathodicCoefficient.Value, estimate.CathodicCoefficient.Uncertainty));
            }

            if (double.IsFinite(estimate.TafelSlope))
            {
                found.Add(FoundQuantity.FromSi($"slope_{Key(estimate.Method)}", $"Tafel slope per decade, {Name(estimate.Method)}", "mV", estimate.TafelSlope));
            }
        }

        if (!double.IsFinite(options.Resistance))
        {
            found.Add(FoundQuantity.FromSi("ohmic_resistance", "Ohmic resistance, fitted with the kinetics", "ohm cm2", result.Resistance.Value, result.Resistance.Uncertainty) with
            {
                Meaning = result.ResistanceRise > 0.0 ? "holds what the salt in front of the electrodes adds: no resistance of the electrolyte alone" : string.Empty,
            });
        }

        return found.ToImmutable();
    }

    private static OutcomeTable Table(KineticsResult result) => new(
        "Every method",
        [new("Method"), new("Exchange current density", "mA/cm2"), new("Standard uncertainty", "mA/cm2"), new("Cathodic coefficient"), new("Tafel slope", "mV"), new("Resistance of one face", "ohm cm2"), new("Samples"), new("Remark")],
        [
            .. result.Estimates.Select(estimate => ImmutableArray.Create<OutcomeCell>(
                Name(estimate.Method), MilliamperesPerSquareCentimetre * estimate.ExchangeCurrent.Value, estimate.IsFound ? MilliamperesPerSquareCentimetre * estimate.ExchangeCurrent.Uncertainty : double.NaN,
                estimate.CathodicCoefficient.Value, 1e3 * estimate.TafelSlope, OhmSquareCentimetres * estimate.ChargeTransferResistance, estimate.Samples, estimate.Reason)),
        ]);

    private static OutcomeFigure Figure(KineticsResult result, KineticsOptions options)
    {
        ImmutableArray<double> eta = [.. result.Overpotential.Select(value => 1e3 * value)];
        var curves = ImmutableArray.CreateBuilder<OutcomeCurve>();
        curves.Add(new OutcomeCurve("Measured, without the ohmic drop", OutcomeMark.Measured, eta, [.. result.CurrentDensity.Select(i => MilliamperesPerSquareCentimetre * Math.Abs(i))]));
        foreach (KineticsEstimate estimate in result.Estimates.Where(estimate => estimate.IsFound && double.IsFinite(estimate.CathodicCoefficient.Value) && !double.IsFinite(estimate.TafelSlope)))
        {
            curves.Add(new OutcomeCurve(Name(estimate.Method), estimate.Method == KineticsMethod.ButlerVolmer ? OutcomeMark.Line : OutcomeMark.Dashed, eta, [.. result.Overpotential.Select(value =>
                MilliamperesPerSquareCentimetre * Math.Abs(ButlerVolmer.Current(value, estimate.ExchangeCurrent.Value, estimate.CathodicCoefficient.Value, options.Temperature)))]));
        }

        return new OutcomeFigure("Current density over overpotential", new OutcomeAxis("Overpotential per face", "mV"), new OutcomeAxis("Current density", "mA/cm²", Logarithmic: true), curves.ToImmutable())
        {
            Caption = "Lines are the laws that were found; what a resistance takes is already off the overpotential.",
        };
    }

    private static ImmutableArray<OutcomeWarning> Warnings(KineticsResult result, KineticsOptions options, bool isCorrected)
    {
        var warnings = ImmutableArray.CreateBuilder<OutcomeWarning>();
        void Add(string code, WarningLevel level, FormattableString text) => warnings.Add(new OutcomeWarning(code, level, FormattableString.Invariant(text)));
        double[] values = [.. result.Estimates.Where(estimate => estimate.IsFound).Select(estimate => estimate.ExchangeCurrent.Value)];
        if (values.Length > 1 && values.Max() / values.Min() > 1.0 + Disagreement)
        {
            Add("methods-disagree", WarningLevel.Caution, $"The methods differ by a factor of {values.Max() / values.Min():G3}: a resistance is left in the overpotential, or the law is another one. The whole law uses every sample; the Tafel lines take it for granted that nothing but the reaction acts.");
        }

        if (result.ResistanceRise > 0.0)
        {
            Add("concentration-polarisation", WarningLevel.Serious, $"The differential resistance grows along the sweep, by {100.0 * result.ResistanceRise:G2} %, where charge transfer makes it fall: the salt in front of the electrodes changes (a thick or slow electrolyte), or a film grows. Steady kinetics cannot be read from this curve and no number is given: sweep faster or less far, take a thinner electrolyte, or read the charge transfer from an impedance ('lamella analyse exchange-current').");
        }

        if (result.LimitingShare > LargeLimitingShare)
        {
            Add("near-limiting-current", WarningLevel.Caution, $"The largest current is {100.0 * result.LimitingShare:G3} % of the limiting one: the salt at the electrodes changes by that share in the steady state, which was added to the relative uncertainty.");
        }

        if (!result.IsDetermined && result.ResistanceRise == 0.0)
        {
            Add("kinetics-hidden", WarningLevel.Serious, $"The curve is so nearly a straight line that it does not determine an exchange current density: go to larger overpotentials, or state the resistance from an impedance.");
        }

        if (result.ResistanceShare > LargeShare)
        {
            Add("large-ohmic-drop", WarningLevel.Caution, $"The resistance takes {100.0 * result.ResistanceShare:G3} % of the largest voltage: its own uncertainty decides the result.");
        }

        if (!isCorrected && double.IsFinite(options.Resistance))
        {
            Add("no-ohmic-correction", WarningLevel.Caution, $"No ohmic resistance was taken away: state --ohmic-resistance, or add --fit-resistance.");
        }

        return warnings.ToImmutable();
    }
}
