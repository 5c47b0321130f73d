using System.Collections.Immutable;
using System.Globalization;
using Lamella.Analysis.Impedance;
using Lamella.Core;
using Lamella.Core.Errors;
using MathNet.Numerics.Distributions;

namespace Lamella.Analysis.Arrhenius;

/// <summary>Laws of temperature compared on one set of conductivities.</summary>
/// <param name="Points">The conductivities.</param>
/// <param name="Laws">The fitted laws, Arrhenius' first.</param>
/// <param name="Preferred">The law that the data support: Arrhenius' unless another is better by more than two units of AICc.</param>
/// <param name="BreakProbability">How probable a bend as sharp is on a straight line (F-test); null where none could be fitted.</param>
/// <param name="Warnings">What to mind.</param>
public sealed record TemperatureResult(
    ImmutableArray<ConductivityPoint> Points,
    ImmutableArray<TemperatureLawResult> Laws,
    TemperatureLawResult Preferred,
    [property: Unit("–")] double? BreakProbability,
    ImmutableArray<SpectrumWarning> Warnings)
{
    /// <summary>Gets Arrhenius' law.</summary>
    public TemperatureLawResult Arrhenius => Laws[0];

    /// <summary>Finds a law.</summary>
    /// <param name="kind">Which.</param>
    /// <returns>The law, or null where there were too few points for it.</returns>
    public TemperatureLawResult? Find(TemperatureLawKind kind) => Laws.FirstOrDefault(law => law.Kind == kind);
}

/// <summary>Activation energies from conductivities over temperature, with the choice between laws.</summary>
/// <remarks>
/// <para>Least squares in ln σ, unweighted or weighted with (σ/u)². Covariance: s²(JᵀJ)⁻¹, s² the scatter about the law; with
/// weights never less than 1. An uncertainty common to all points (geometry) moves ln A and leaves the energy. Vogel's law needs
/// five points, a broken line seven.</para>
/// <para><b>Source.</b> Burnham and Anderson, Model Selection and Multimodel Inference, 2nd ed., Springer 2002, section 2.6 (two
/// units of AICc); Birge, Phys. Rev. 40 (1932) 207, doi 10.1103/PhysRev.40.207 (scatter beyond the uncertainties).</para>
/// </remarks>
public static class TemperatureAnalysis
{
    private const int FewestForVogel = 5;
    private const int FewestForBreak = 7;
    private const double ClearlyBetter = 2.0;
    private const double BendProbability = 0.01;

    /// <summary>Fits every law that the number of points allows.</summary>
    /// <param name="points">Conductivities at three or more temperatures, in any order.</param>
    /// <param name="options">Settings; null for the defaults: σT, unweighted.</param>
    /// <returns>The laws and which of them the data support.</returns>
    /// <exception cref="InputException">There are too few temperatures, or a number is out of range.</exception>
    public static TemperatureResult Run(ImmutableArray<ConductivityPoint> points, ArrheniusOptions? options = null)
    {
        ArrheniusOptions settings = options ?? new ArrheniusOptions();
        var data = new LawData(points.IsDefault ? [] : points, settings.Weighting);
        double power = settings.Form == ConductivityForm.SigmaT ? 1.0 : 0.0;
        var laws = ImmutableArray.CreateBuilder<TemperatureLawResult>();
        laws.Add(LawFit.Run(new ArrheniusLaw(power), data, settings.Weighting));
        int different = data.Temperatures.Distinct().Count();
        if (different >= FewestForVogel)
        {
            laws.Add(LawFit.Run(new VogelLaw(settings.VogelWithRootOfTemperature ? 0.5 : 0.0), data, settings.Weighting));
        }

        double? probability = null;
        if (different >= FewestForBreak)
        {
            TemperatureLawResult broken = LawFit.Run(new BrokenLaw(power), data, settings.Weighting);
            laws.Add(broken);
            int freedom = data.Count - 4;
            double f = (laws[0].SumOfSquares - broken.SumOfSquares) / 2.0 / (broken.SumOfSquares / freedom);
            probability = double.IsFinite(f) ? 1.0 - FisherSnedecor.CDF(2.0, freedom, Math.Max(0.0, f)) : 1.0;
        }

        TemperatureLawResult best = laws.MinBy(law => law.Aicc)!;
        TemperatureLawResult preferred = best.Aicc < laws[0].Aicc - ClearlyBetter ? best : laws[0];
        return new TemperatureResult(points, laws.ToImmutable(), preferred, probability, Warnings(laws, preferred, data));
    }

    private static ImmutableArray<SpectrumWarning> Warnings(IEnumerable<TemperatureLawResult> laws, TemperatureLawResult preferred, LawData data)
    {
        var warnings = ImmutableArray.CreateBuilder<SpectrumWarning>();
        if (preferred.Kind != TemperatureLawKind.Arrhenius)
        {
            string name = preferred.Kind == TemperatureLawKind.Vogel ? "Vogel's law" : "a line with a bend";
            double better = laws.First().Aicc - preferred.Aicc;
            warnings.Add(new SpectrumWarning("not-arrhenius", string.Create(CultureInfo.InvariantCulture,
                $"{name} describes the data far better than one activation energy (AICc lower by {better:F1}); a single activation energy depends on the range of temperatures.")));
        }

        else if (CurvatureTest.Run(data, preferred.PowerOfTemperature) is { Probability: < BendProbability } bend)
        {
            warnings.Add(new SpectrumWarning("bends", string.Create(CultureInfo.InvariantCulture,
                $"The points bend about the line (F-test of a parabola: p = {bend.Probability:G2}): the activation energy goes from {bend.EnergyCold / PhysicalConstants.Faraday:F3} eV at the lowest to {bend.EnergyHot / PhysicalConstants.Faraday:F3} eV at the highest temperature. No other law is clearly better for so few points; the intervals take the bend for scatter and may miss the truth. Bulk and boundaries by themselves may each be straight.")));
        }

        if (data.Highest - data.Lowest < 20.0)
        {
            warnings.Add(new SpectrumWarning("narrow-range", string.Create(CultureInfo.InvariantCulture,
                $"The temperatures span {data.Highest - data.Lowest:F0} K only; laws cannot be told apart over so little.")));
        }

        if (data.Count < FewestForVogel)
        {
            warnings.Add(new SpectrumWarning("few-temperatures", $"With {data.Count} temperatures no other law than Arrhenius' can be tested."));
        }

        return warnings.ToImmutable();
    }
}
