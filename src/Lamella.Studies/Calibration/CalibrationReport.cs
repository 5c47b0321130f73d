using System.Collections.Immutable;
using Lamella.Core.Quantities;
using Lamella.Numerics.Fitting;

namespace Lamella.Studies.Calibration;

/// <summary>Says what a fit found, and what it could not find.</summary>
internal static class CalibrationReport
{
    /// <summary>Above this share of the uncertainty before, a parameter counts as not fixed by the facts [–].</summary>
    private const double UnidentifiedRatio = 0.5;

    /// <summary>Above this correlation two parameters count as one combination [–].</summary>
    private const double Degenerate = 0.95;

    internal static CalibrationResult Of(CalibrationProblem problem, Measured[] facts, FitResult fit)
    {
        int n = problem.Parameters.Length;
        double[] ratios = [.. Enumerable.Range(0, n).Select(i => Ratio(problem.Parameters[i], fit.ScaledCovariance[(i * n) + i]))];
        ImmutableArray<FittedParameter> parameters = [.. Enumerable.Range(0, n).Select(i => Parameter(problem, fit, ratios, i))];
        ImmutableArray<FittedFact> fitted = Facts(facts, fit.Residuals.AsSpan());
        return new CalibrationResult
        {
            Parameters = parameters,
            Correlation = fit.Correlation,
            Facts = fitted,
            ChiSquare = fitted.Sum(fact => fact.Residual * fact.Residual),
            DegreesOfFreedom = facts.Length - parameters.Count(parameter => parameter.IsIdentified),
            Evaluations = fit.Evaluations,
            CarriedDerivatives = fit.GivenDerivatives,
            Iterations = fit.Iterations,
            IsConverged = fit.IsConverged,
            Notes = Notes(fit, fitted),
            Values = fit.Values,
            ScaledValues = [.. fit.Values.Select((value, i) => problem.Parameters[i].Fit.ToScaled(value))],
            ScaledCovariance = fit.ScaledCovariance,
        };
    }

    internal static CalibrationResult WithoutFit(CalibrationProblem problem, Measured[] facts, double[] values, double[] residuals)
    {
        ImmutableArray<FittedFact> fitted = Facts(facts, residuals);
        int n = values.Length;
        double[] covariance = new double[n * n];
        double[] correlation = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            (covariance[(i * n) + i], correlation[(i * n) + i]) = (1.0 / 12.0, 1.0);
        }

        return new CalibrationResult
        {
            Parameters = [.. values.Select((value, i) => Untouched(problem.Parameters[i], value))],
            Correlation = [.. correlation],
            Facts = fitted,
            ChiSquare = fitted.Sum(fact => fact.Residual * fact.Residual),
            DegreesOfFreedom = facts.Length,
            Evaluations = 1,
            Iterations = 0,
            IsConverged = true,
            Notes = ["Nothing was fitted: every value is as described."],
            Values = [.. values],
            ScaledValues = [.. values.Select((value, i) => problem.Parameters[i].Fit.ToScaled(value))],
            ScaledCovariance = [.. covariance],
        };
    }

    private static FittedParameter Untouched(FreeParameter parameter, double value) => new()
    {
        Name = parameter.Fit.Name,
        Path = parameter.Path,
        Variants = parameter.Variants,
        Value = In(parameter.Unit, value),
        Start = In(parameter.Unit, value),
        Lower = In(parameter.Unit, parameter.Fit.Lower),
        Upper = In(parameter.Unit, parameter.Fit.Upper),
        Scale = parameter.Fit.Scale,
        UncertaintyFactor = 1.0,
        Prior = null,
        Bound = ActiveBound.None,
        PosteriorToPrior = 1.0,
        IsIdentified = false,
        Verdict = "not fitted: there is no fact to fit it to",
    };

    private static FittedParameter Parameter(CalibrationProblem problem, FitResult fit, double[] ratios, int i)
    {
        FreeParameter parameter = problem.Parameters[i];
        int n = problem.Parameters.Length;
        double value = fit.Values[i];
        double scaled = Math.Sqrt(fit.ScaledCovariance[(i * n) + i]);
        bool logarithmic = parameter.Fit.Scale == ParameterScale.Logarithmic;
        (bool identified, string verdict) = Verdict(problem, fit, ratios, i);
        return new FittedParameter
        {
            Name = parameter.Fit.Name,
            Path = parameter.Path,
            Variants = parameter.Variants,
            Value = new Quantity(parameter.Unit.FromSi(value), parameter.Unit, fit.StandardUncertainties[i] / parameter.Unit.Factor),
            Start = In(parameter.Unit, parameter.Fit.Start),
            Lower = In(parameter.Unit, parameter.Fit.Lower),
            Upper = In(parameter.Unit, parameter.Fit.Upper),
            Scale = parameter.Fit.Scale,
            UncertaintyFactor = logarithmic ? Math.Exp(scaled * Math.Log(parameter.Fit.Upper / parameter.Fit.Lower)) : 1.0,
            Prior = parameter.Prior is { } prior
                ? $"about {In(parameter.Unit, prior.Mean)}, from the assumed range {In(parameter.Unit, prior.Lower)} to {In(parameter.Unit, prior.Upper)}"
                : null,
            Bound = fit.ActiveBounds[i],
            PosteriorToPrior = ratios[i],
            IsIdentified = identified,
            Verdict = verdict,
        };
    }

    /// <summary>Uncertainty after the facts over that before, the bounds being a uniform prior of variance 1/12.</summary>
    private static double Ratio(FreeParameter parameter, double variance)
    {
        double precision = 12.0;
        if (parameter.Prior?.Scaled(parameter.Fit) is (_, { } deviation))
        {
            precision += 1.0 / (deviation * deviation);
        }

        return Math.Sqrt(variance * precision);
    }

    private static (bool Identified, string Verdict) Verdict(CalibrationProblem problem, FitResult fit, double[] ratios, int i)
    {
        int n = ratios.Length;
        string before = problem.Parameters[i].Prior is null ? "the bounds" : "the assumed range";
        int partner = Enumerable.Range(0, n).Where(j => j != i).OrderByDescending(j => Math.Abs(fit.Correlation[(i * n) + j])).FirstOrDefault(-1);
        double strongest = partner < 0 ? 0.0 : fit.Correlation[(i * n) + partner];
        string pair = Math.Abs(strongest) > Degenerate
            ? FormattableString.Invariant($" It moves together with '{problem.Parameters[partner].Fit.Name}' (correlation {strongest:F2}): the facts fix their combination better than either.")
            : string.Empty;
        if (ratios[i] > 0.95)
        {
            return (false, $"Not identified: the facts say nothing about it; its uncertainty is that of {before}.{pair}");
        }

        if (ratios[i] > UnidentifiedRatio)
        {
            return (false, FormattableString.Invariant($"Not identified: the facts narrow {before} to {100.0 * ratios[i]:F0} % only.{pair}"));
        }

        return fit.ActiveBounds[i] switch
        {
            ActiveBound.Lower => (false, "Rests at its lower bound: the facts ask for less than the bounds allow." + pair),
            ActiveBound.Upper => (false, "Rests at its upper bound: the facts ask for more than the bounds allow." + pair),
            _ => (true, FormattableString.Invariant($"Identified: the facts narrow {before} to {100.0 * ratios[i]:G2} %.{pair}")),
        };
    }

    private static ImmutableArray<FittedFact> Facts(Measured[] facts, ReadOnlySpan<double> residuals)
    {
        var fitted = ImmutableArray.CreateBuilder<FittedFact>(facts.Length);
        for (int i = 0; i < facts.Length; i++)
        {
            Unit unit = facts[i].Point.Fact.Unit;
            double value = facts[i].Value + (residuals[i] * facts[i].Deviation);
            fitted.Add(new FittedFact(facts[i].Point, facts[i].Quantity, new Quantity(unit.FromSi(value), unit), residuals[i]));
        }

        return fitted.ToImmutable();
    }

    private static ImmutableArray<string> Notes(FitResult fit, ImmutableArray<FittedFact> facts)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add(fit.Termination switch
        {
            FitTermination.MaximumIterations => "The fit used up its iterations before it came to rest: treat values and uncertainties with care.",
            FitTermination.NoAnswerAtStart => "The described values could not be simulated: nothing was fitted.",
            _ => "The fit came to rest.",
        });
        foreach (FittedFact fact in facts.Where(fact => Math.Abs(fact.Residual) > 3.0))
        {
            notes.Add(FormattableString.Invariant(
                $"{fact.Point.Fact.Id} is met to {fact.Residual:F1} standard uncertainties only ({fact.Fitted.Value:G4} against {fact.Measured.Value:G4} {fact.Measured.Unit}): the model or the fact's conditions do not fit."));
        }

        return notes.ToImmutable();
    }

    private static Quantity In(Unit unit, double si) => new(unit.FromSi(si), unit);
}
