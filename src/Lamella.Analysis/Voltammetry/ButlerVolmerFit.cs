using Lamella.Analysis.Common;
using Lamella.Numerics.Fitting;

namespace Lamella.Analysis.Voltammetry;

/// <summary>What the fit of the law of Butler and Volmer found.</summary>
internal sealed record KineticsFit(KineticsEstimate Estimate, Uncertain Resistance, double Equilibrium, double Deviation, bool IsDetermined);

/// <summary>Fits the law of Butler and Volmer, with or without a resistance and a shift of the voltage, to every sample.</summary>
internal sealed class ButlerVolmerFit
{
    private const double MostUncertain = 0.5; // of ln i₀: beyond, the data do not determine it
    private const double SmallestCurrent = 1e-9; // [A/m²]; of a sample at rest
    private const double WidestShift = 0.02; // [V]

    private readonly double[] voltage;
    private readonly double[] current;
    private readonly double equilibrium;
    private readonly KineticsOptions options;
    private readonly List<FitParameter> parameters;
    private readonly bool fitsCoefficient;
    private readonly bool fitsResistance;
    private readonly bool fitsShift;

    internal ButlerVolmerFit(double[] voltage, double[] current, double equilibrium, bool fitsShift, KineticsOptions options)
    {
        (this.voltage, this.current, this.equilibrium, this.fitsShift, this.options) = (voltage, current, equilibrium, fitsShift, options);
        (fitsCoefficient, fitsResistance) = (options.Faces == 1, !double.IsFinite(options.Resistance));
        double largest = Math.Max(current.Max(Math.Abs), SmallestCurrent), span = voltage.Max(v => Math.Abs(v - equilibrium));
        parameters = [new("i0", 1e-7 * largest, 1e4 * largest, 0.1 * largest, ParameterScale.Logarithmic)];
        if (fitsCoefficient)
        {
            parameters.Add(new("alpha", 0.05, 0.95, 0.5));
        }

        if (fitsResistance)
        {
            parameters.Add(new("R", 0.0, 2.0 * span / largest, 0.2 * span / largest));
        }

        if (fitsShift)
        {
            parameters.Add(new("shift", -WidestShift, WidestShift, 0.0));
        }
    }

    /// <summary>Fits twice: the residuals of the first fit give the noise of the second.</summary>
    internal KineticsFit Run(CancellationToken cancellation)
    {
        double[] noise = new double[voltage.Length];
        Array.Fill(noise, 1e-3);
        FitResult first = Fit(noise, cancellation);
        double[] residuals = new double[voltage.Length];
        Evaluate(first.Values.AsSpan(), residuals);
        noise = ResidualNoise.Local(residuals, 1e-9);
        FitResult fit = Fit(noise, cancellation);
        Evaluate(fit.Values.AsSpan(), residuals);
        return Report(fit, residuals);
    }

    private FitResult Fit(double[] noise, CancellationToken cancellation)
    {
        bool Residuals(ReadOnlySpan<double> values, Span<double> residuals)
        {
            Evaluate(values, residuals);
            for (int i = 0; i < residuals.Length; i++)
            {
                residuals[i] /= noise[i];
            }

            return true;
        }

        var settings = new FitOptions { Starts = 8, MaximumIterations = 80, DifferenceStep = 1e-4, StepTolerance = 1e-8, CostTolerance = 1e-10, UncertaintiesAreKnown = false };
        return BoundedLeastSquares.Fit(parameters, voltage.Length, () => Residuals, settings, cancellation);
    }

    /// <summary>Computes the law less what was measured [V].</summary>
    private void Evaluate(ReadOnlySpan<double> values, Span<double> residuals)
    {
        int next = 1;
        double exchange = values[0], coefficient = fitsCoefficient ? values[next++] : 0.5;
        double resistance = fitsResistance ? values[next++] : options.Resistance, shift = fitsShift ? values[next] : 0.0;
        for (int i = 0; i < residuals.Length; i++)
        {
            double ratio = current[i] / exchange, eta = ButlerVolmer.Overpotential(ratio, coefficient, options.Temperature);
            eta -= options.Faces == 2 ? ButlerVolmer.Overpotential(-ratio, coefficient, options.Temperature) : 0.0;
            residuals[i] = equilibrium + shift + eta + (resistance * current[i]) - voltage[i];
        }
    }

    private KineticsFit Report(FitResult fit, double[] residuals)
    {
        double widening = ResidualNoise.Widening(fit.Residuals.AsSpan()), exchange = fit.Values[0];
        int next = 1, coefficient = fitsCoefficient ? next++ : -1, resistance = fitsResistance ? next++ : -1, shift = fitsShift ? next : -1;
        Uncertain Of(int index) => new(fit.Values[index], widening * fit.StandardUncertainties[index]);
        bool isDetermined = Of(0).Uncertainty < MostUncertain * exchange && fit.ActiveBounds[0] == ActiveBound.None;
        KineticsEstimate estimate = isDetermined
            ? new KineticsEstimate(
                KineticsMethod.ButlerVolmer, Of(0), coefficient >= 0 ? Of(coefficient) : new Uncertain(0.5), double.NaN,
                Core.PhysicalConstants.ThermalVoltage(options.Temperature) / exchange, voltage.Length, string.Empty)
            : KineticsEstimate.None(KineticsMethod.ButlerVolmer, voltage.Length, "the data do not tell the kinetics from the resistance: any larger exchange current density fits as well");
        return new KineticsFit(
            estimate,
            resistance >= 0 ? Of(resistance) : new Uncertain(options.Resistance, options.ResistanceUncertainty),
            equilibrium + (shift >= 0 ? fit.Values[shift] : 0.0),
            Math.Sqrt(residuals.Average(residual => residual * residual)),
            isDetermined);
    }
}
