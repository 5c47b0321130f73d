using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core;

namespace Lamella.Analysis.Voltammetry;

/// <summary>Reads exchange current densities from a polarisation curve by every method in use, so that they can be compared.</summary>
/// <remarks>
/// <para><b>Butler–Volmer</b>: V = E₀ + η(i) + R·i fitted to every sample, for two faces V = η(i) − η(−i) + R·i with α = ½.
/// <b>Allen–Hickling</b>: ln[i/(exp(Fη/RT) − 1)] = ln i₀ − α·Fη/RT; Trans. Faraday Soc. 53 (1957) 1626, <see href="https://doi.org/10.1039/tf9575301626"/>.
/// <b>Tafel</b>: log₁₀|i| over η where the reverse reaction is below 1 %. <b>Linear</b>: R_ct = RT/(F·i₀) from η over i at small η.</para>
/// <para>All work on η = (V − E₀ − R·i)/faces. What is left of R in η bends Tafel lines and makes i₀ wrong without a sign of it.</para>
/// <para>Steady kinetics need the salt in front of the electrodes to stay as it is. Where dV/di grows along the sweep it does not, and no method
/// gives a number (<see cref="KineticsResult.ResistanceRise"/>); with a stated limiting current the share of it that is reached is added to the
/// relative uncertainty of i₀.</para>
/// </remarks>
public static class KineticsMethods
{
    private const int FewestSamples = 6;
    private const double ReverseShare = 0.01;
    private const string GrowingReason = "the resistance grows along the sweep, as it does where the salt in front of the electrodes is used up: kinetics cannot be read";
    private const double NearEquilibrium = 1e-3; // [V]; below, current over overpotential is noise over noise

    /// <summary>Reads a polarisation curve.</summary>
    /// <param name="curve">Voltage and current density in any order.</param>
    /// <param name="options">Temperature, faces, resistance and windows.</param>
    /// <param name="cancellation">Ends the fits early.</param>
    /// <returns>The estimates.</returns>
    /// <exception cref="ArgumentException">There are too few samples, the current falls as the voltage rises, or no sign change of the current fixes the voltage without current.</exception>
    public static KineticsResult Read(VoltammetryCurve curve, KineticsOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(options);
        Validate(curve, options);
        int[] order = [.. Enumerable.Range(0, curve.Voltage.Length).OrderBy(i => curve.Voltage[i])];
        double[] voltage = [.. order.Select(i => curve.Voltage[i])], current = [.. order.Select(i => curve.CurrentDensity[i])];
        bool findsEquilibrium = !double.IsFinite(options.Equilibrium);
        double equilibrium = findsEquilibrium ? ZeroCrossing(voltage, current) : options.Equilibrium;
        var law = new ButlerVolmerFit(voltage, current, equilibrium, findsEquilibrium, options);
        KineticsFit fit = law.Run(cancellation);
        (double resistance, double zero) = (fit.Resistance.Value, fit.Equilibrium);
        ImmutableArray<KineticsEstimate> estimates = [fit.Estimate, .. Lines(voltage, current, zero, resistance, options)];
        if (options.ResistanceUncertainty > 0.0 && double.IsFinite(options.Resistance))
        {
            KineticsOptions shifted = options with { Resistance = options.Resistance + options.ResistanceUncertainty };
            KineticsFit other = new ButlerVolmerFit(voltage, current, equilibrium, findsEquilibrium, shifted).Run(cancellation);
            ImmutableArray<KineticsEstimate> moved = [other.Estimate, .. Lines(voltage, current, other.Equilibrium, shifted.Resistance, options)];
            estimates = [.. estimates.Zip(moved, Widened)];
        }

        double rise = GrowingResistance.Of(voltage, current, zero, options.Faces), reached = current.Max(Math.Abs) / options.LimitingCurrent;
        estimates = rise > 0.0 ? [.. estimates.Select(estimate => KineticsEstimate.None(estimate.Method, estimate.Samples, GrowingReason))]
            : reached > 0.0 ? [.. estimates.Select(estimate => Depleted(estimate, reached))] : estimates;
        double[] overpotential = [.. voltage.Zip(current, (v, i) => (v - zero - (resistance * i)) / options.Faces)];
        return new KineticsResult
        {
            Estimates = estimates,
            Resistance = fit.Resistance,
            Equilibrium = zero,
            Deviation = fit.Deviation,
            ResistanceShare = Share(voltage, current, zero, resistance),
            IsDetermined = fit.IsDetermined,
            ResistanceRise = rise,
            LimitingShare = double.IsFinite(reached) ? reached : 0.0,
            CurrentDensity = [.. current],
            Overpotential = [.. overpotential],
        };
    }

    /// <summary>Computes the exchange current density from the resistance of charge transfer.</summary>
    /// <param name="resistance">R_ct·A of all faces in series [Ω·m²], above 0.</param>
    /// <param name="faces">Number of equal faces in series, ≥ 1.</param>
    /// <param name="temperature">T [K], above 0.</param>
    /// <returns>i₀ = faces·RT/(F·R_ct·A) [A/m²].</returns>
    public static double FromChargeTransferResistance(double resistance, int faces, double temperature) =>
        faces * PhysicalConstants.ThermalVoltage(temperature) / resistance;

    private static void Validate(VoltammetryCurve curve, KineticsOptions options)
    {
        if (!(options.Temperature > 0.0 && double.IsFinite(options.Temperature)))
        {
            throw new ArgumentException(FormattableString.Invariant($"The temperature is {options.Temperature} K; it must be above 0 K."), nameof(options));
        }

        if (options.Faces is < 1 or > 2)
        {
            throw new ArgumentException(FormattableString.Invariant($"{options.Faces} faces cannot be handled; give 1 or 2."), nameof(options));
        }

        if (double.IsFinite(options.LimitingCurrent) && !(options.LimitingCurrent > 0.0))
        {
            throw new ArgumentException(FormattableString.Invariant($"The limiting current density is {options.LimitingCurrent} A/m²; it must be above 0 A/m²."), nameof(options));
        }

        if (curve.Voltage.Length < FewestSamples)
        {
            throw new ArgumentException(FormattableString.Invariant($"The curve has {curve.Voltage.Length} samples; at least {FewestSamples} are needed for a kinetic law."), nameof(curve));
        }

        // A passive electrode carries more current at a higher voltage: the other way round, the sign of the current is that of discharge.
        if (StraightLine.Fit(curve.Voltage.AsSpan(), curve.CurrentDensity.AsSpan()) is { Slope: < 0.0 })
        {
            throw new ArgumentException("The current falls as the voltage rises, which no electrode does; if positive current discharges in this file, say --sign discharge.", nameof(curve));
        }
    }

    /// <summary>Share of the voltage that the resistance takes where the voltage is largest: near equilibrium both vanish.</summary>
    private static double Share(double[] voltage, double[] current, double equilibrium, double resistance)
    {
        int at = Enumerable.Range(0, voltage.Length).MaxBy(i => Math.Abs(voltage[i] - equilibrium));
        return voltage[at] == equilibrium ? 0.0 : Math.Abs(resistance * current[at] / (voltage[at] - equilibrium));
    }

    private static double ZeroCrossing(double[] voltage, double[] current)
    {
        for (int i = 1; i < voltage.Length; i++)
        {
            if (current[i - 1] <= 0.0 && current[i] > 0.0)
            {
                return voltage[i - 1] - (current[i - 1] * (voltage[i] - voltage[i - 1]) / (current[i] - current[i - 1]));
            }
        }

        throw new ArgumentException("The current has one sign throughout, so that the voltage without current is not known; state it.", nameof(voltage));
    }

    private static IEnumerable<KineticsEstimate> Lines(double[] voltage, double[] current, double equilibrium, double resistance, KineticsOptions options)
    {
        double[] eta = [.. voltage.Zip(current, (v, i) => (v - equilibrium - (resistance * i)) / options.Faces)];
        double least = -Math.Log(ReverseShare) * PhysicalConstants.ThermalVoltage(options.Temperature);
        yield return AllenHickling(eta, current, options.Temperature);
        yield return Tafel(eta, current, KineticsMethod.AnodicTafel, double.IsFinite(options.AnodicFrom) ? options.AnodicFrom : least, options.Temperature);
        yield return Tafel(eta, current, KineticsMethod.CathodicTafel, double.IsFinite(options.CathodicFrom) ? options.CathodicFrom : least, options.Temperature);
        yield return Linear(eta, current, options);
    }

    private static KineticsEstimate AllenHickling(double[] eta, double[] current, double temperature)
    {
        double thermal = PhysicalConstants.ThermalVoltage(temperature);
        (double X, double Y)[] points = [.. eta.Zip(current, (e, i) => (X: e / thermal, Y: i / ExponentialLessOne(e / thermal))).Where(point => Math.Abs(point.X) * thermal >= NearEquilibrium && point.Y > 0.0 && double.IsFinite(point.Y)).Select(point => (point.X, Math.Log(point.Y)))];
        return StraightLine.Fit([.. points.Select(point => point.X)], [.. points.Select(point => point.Y)]) is not { } line
            ? KineticsEstimate.None(KineticsMethod.AllenHickling, points.Length, "fewer than three samples have current and overpotential of one sign")
            : new KineticsEstimate(
                KineticsMethod.AllenHickling, Exponential(line.Intercept, line.InterceptUncertainty), new Uncertain(-line.Slope, line.SlopeUncertainty),
                double.NaN, thermal / Math.Exp(line.Intercept), points.Length, string.Empty);
    }

    private static KineticsEstimate Tafel(double[] eta, double[] current, KineticsMethod method, double from, double temperature)
    {
        double sign = method == KineticsMethod.AnodicTafel ? 1.0 : -1.0, thermal = PhysicalConstants.ThermalVoltage(temperature);
        int[] inside = [.. Enumerable.Range(0, eta.Length).Where(i => sign * eta[i] >= from - 1e-12 && sign * current[i] > 0.0)];
        if (StraightLine.Fit([.. inside.Select(i => sign * eta[i])], [.. inside.Select(i => Math.Log(sign * current[i]))]) is not { Slope: > 0.0 } line)
        {
            return KineticsEstimate.None(method, inside.Length, FormattableString.Invariant($"fewer than three samples reach {1e3 * from:G4} mV, or the current does not rise there"));
        }

        double coefficient = line.Slope * thermal;
        return new KineticsEstimate(
            method, Exponential(line.Intercept, line.InterceptUncertainty),
            new Uncertain(sign > 0.0 ? 1.0 - coefficient : coefficient, line.SlopeUncertainty * thermal),
            Math.Log(10.0) / line.Slope, double.NaN, inside.Length, string.Empty);
    }

    private static KineticsEstimate Linear(double[] eta, double[] current, KineticsOptions options)
    {
        double thermal = PhysicalConstants.ThermalVoltage(options.Temperature);
        int[] inside = [.. Enumerable.Range(0, eta.Length).Where(i => Math.Abs(eta[i]) <= options.LinearTo + 1e-12)];
        return StraightLine.Fit([.. inside.Select(i => current[i])], [.. inside.Select(i => eta[i])]) is not { Slope: > 0.0 } line
            ? KineticsEstimate.None(KineticsMethod.LinearRegion, inside.Length, FormattableString.Invariant($"fewer than three samples lie within {1e3 * options.LinearTo:G4} mV, or the voltage does not rise with the current"))
            : new KineticsEstimate(
                KineticsMethod.LinearRegion, new Uncertain(thermal / line.Slope, thermal * line.SlopeUncertainty / (line.Slope * line.Slope)),
                new Uncertain(double.NaN), double.NaN, line.Slope, inside.Length, string.Empty);
    }

    /// <summary>Computes eˣ − 1 without losing digits near zero: 2·sinh(x/2)·exp(x/2).</summary>
    private static double ExponentialLessOne(double x) => 2.0 * Math.Sinh(0.5 * x) * Math.Exp(0.5 * x);

    private static Uncertain Exponential(double logarithm, double uncertainty) => new(Math.Exp(logarithm), Math.Exp(logarithm) * uncertainty);

    /// <summary>Adds what the change of the salt in front of the electrodes does: by the share of the limiting current that is reached, and with it i₀.</summary>
    private static KineticsEstimate Depleted(KineticsEstimate estimate, double share) => !estimate.IsFound ? estimate : estimate with
    {
        ExchangeCurrent = estimate.ExchangeCurrent with { Uncertainty = double.Hypot(estimate.ExchangeCurrent.Uncertainty, share * estimate.ExchangeCurrent.Value) },
    };

    /// <summary>Adds what a shift of the resistance by its uncertainty does.</summary>
    private static KineticsEstimate Widened(KineticsEstimate estimate, KineticsEstimate moved)
    {
        static Uncertain Wider(Uncertain here, Uncertain there) => double.IsFinite(there.Value)
            ? here with { Uncertainty = Math.Sqrt((here.Uncertainty * here.Uncertainty) + ((there.Value - here.Value) * (there.Value - here.Value))) } : here;
        return estimate with
        {
            ExchangeCurrent = Wider(estimate.ExchangeCurrent, moved.ExchangeCurrent),
            CathodicCoefficient = Wider(estimate.CathodicCoefficient, moved.CathodicCoefficient),
        };
    }
}
