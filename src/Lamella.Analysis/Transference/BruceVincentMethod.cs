using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Transference;

/// <summary>The current ratio of a symmetric lithium cell that is polarised at a small voltage to its steady state.</summary>
/// <remarks>
/// <para>ρ₊ = I_s·(ΔV − I₀·R₀)/[I₀·(ΔV − I_s·R_s)], with R₀ and R_s the <b>interfacial</b> resistances before and after.
/// Evans, Vincent and Bruce, Polymer 28 (1987) 2324, <see href="https://doi.org/10.1016/0032-3861(87)90394-6"/>, eq. 6.</para>
/// <para>In a binary electrolyte ρ₊ = 1/(1 + Ne), Ne = 2κRT(1 − t₊)²χ/(F²Dc), which equals t₊ where it is ideal and dilute;
/// Balsara and Newman, J. Electrochem. Soc. 162 (2015) A2720, <see href="https://doi.org/10.1149/2.0651514jes"/>.</para>
/// <para>Uncertainties are drawn from independent normal distributions; the interval holds 95 % of the draws.</para>
/// </remarks>
public static class BruceVincentMethod
{
    private const int FewestDraws = 1_000;
    private const int MostDraws = 10_000_000;
    private static readonly string[] Names = ["dV", "I0", "Is", "R0", "Rs"];

    /// <summary>Computes the current ratio from numbers alone.</summary>
    /// <param name="voltage">ΔV [V].</param>
    /// <param name="initialCurrent">I₀ [A].</param>
    /// <param name="steadyCurrent">I_s [A].</param>
    /// <param name="interfaceBefore">R₀ [Ω].</param>
    /// <param name="interfaceAfter">R_s [Ω].</param>
    /// <returns>ρ₊ [–]; not finite where the denominator vanishes.</returns>
    public static double CurrentRatio(double voltage, double initialCurrent, double steadyCurrent, double interfaceBefore, double interfaceAfter) =>
        steadyCurrent * (voltage - (initialCurrent * interfaceBefore)) / (initialCurrent * (voltage - (steadyCurrent * interfaceAfter)));

    /// <summary>Computes the Newman number of a binary electrolyte.</summary>
    /// <param name="conductivity">κ of the electrolyte phase [S/m], ≥ 0.</param>
    /// <param name="diffusivity">D of the salt [m²/s], above 0.</param>
    /// <param name="concentration">c [mol/m³], above 0.</param>
    /// <param name="transference">t₊⁰ against the solvent [–].</param>
    /// <param name="thermodynamicFactor">χ = 1 + d ln f±/d ln c [–].</param>
    /// <param name="temperature">T [K], above 0.</param>
    /// <returns>Ne [–].</returns>
    public static double NewmanNumber(
        double conductivity, double diffusivity, double concentration, double transference, double thermodynamicFactor, double temperature)
    {
        double thermal = Core.PhysicalConstants.ThermalVoltage(temperature);
        double anions = 1.0 - transference;
        return 2.0 * conductivity * thermal * anions * anions * thermodynamicFactor / (Core.PhysicalConstants.Faraday * diffusivity * concentration);
    }

    /// <summary>Evaluates an experiment.</summary>
    /// <param name="options">What was measured.</param>
    /// <param name="cancellation">Ends the draws early.</param>
    /// <returns>The current ratio with its uncertainty.</returns>
    /// <exception cref="ArgumentException">A number is not finite, a voltage or current is 0, or ΔV and currents differ in sign; the message says which.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static BruceVincentResult Evaluate(BruceVincentOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Uncertain[] inputs = [options.Voltage, options.InitialCurrent, options.SteadyCurrent, options.InterfaceBefore, options.InterfaceAfter];
        Validate(options, inputs);
        double[] values = [.. inputs.Select(input => input.Value)];
        double ratio = Ratio(values);
        if (!double.IsFinite(ratio))
        {
            throw new ArgumentException("The voltage that the steady current needs at the interfaces is all of the voltage that was held; check I_s, R_s and ΔV.", nameof(options));
        }

        (ImmutableArray<InputShare> shares, double linear) = Propagate(inputs, values);
        double[] draws = Draw(inputs, options, cancellation, out double unphysical);
        double[] newman = [.. draws.Select(draw => (1.0 - draw) / draw)];
        Array.Sort(draws);
        Array.Sort(newman);
        double mean = draws.Average();
        double? ohmic = options.Electrolyte is { } bulk ? values[0] / (bulk.Value + values[3]) : null;
        return new BruceVincentResult
        {
            CurrentRatio = ratio,
            LinearUncertainty = linear,
            Mean = mean,
            StandardUncertainty = Math.Sqrt(draws.Sum(draw => (draw - mean) * (draw - mean)) / (draws.Length - 1)),
            Low = Quantile(draws, 0.025),
            High = Quantile(draws, 0.975),
            NewmanNumber = (1.0 - ratio) / ratio,
            NewmanLow = Quantile(newman, 0.025),
            NewmanHigh = Quantile(newman, 0.975),
            UnphysicalShare = unphysical,
            OhmicCurrent = ohmic,
            CurrentRatioByOhm = ohmic is { } current ? CurrentRatio(values[0], current, values[2], values[3], values[4]) : null,
            Shares = shares,
        };
    }

    private static double Ratio(ReadOnlySpan<double> values) => CurrentRatio(values[0], values[1], values[2], values[3], values[4]);

    private static void Validate(BruceVincentOptions options, Uncertain[] inputs)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            if (!inputs[i].IsUsable)
            {
                throw new ArgumentException(FormattableString.Invariant($"{Names[i]} = {inputs[i].Value} ± {inputs[i].Uncertainty} must be finite, with an uncertainty that is not negative."), nameof(options));
            }
        }

        if (options.Voltage.Value * options.InitialCurrent.Value <= 0.0 || options.Voltage.Value * options.SteadyCurrent.Value <= 0.0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"dV = {options.Voltage.Value} V, I0 = {options.InitialCurrent.Value} A and Is = {options.SteadyCurrent.Value} A must all be above 0 or all be below 0."), nameof(options));
        }

        if (options.InterfaceBefore.Value < 0.0 || options.InterfaceAfter.Value < 0.0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"R0 = {options.InterfaceBefore.Value} ohm and Rs = {options.InterfaceAfter.Value} ohm must not be negative."), nameof(options));
        }

        if (options.Draws is < FewestDraws or > MostDraws)
        {
            throw new ArgumentException(FormattableString.Invariant($"Draws = {options.Draws} must lie between {FewestDraws} and {MostDraws}."), nameof(options));
        }
    }

    /// <summary>Propagates to first order with the exact derivatives of the formula.</summary>
    private static (ImmutableArray<InputShare> Shares, double Uncertainty) Propagate(Uncertain[] inputs, double[] values)
    {
        (double dv, double i0, double steady, double r0, double rs) = (values[0], values[1], values[2], values[3], values[4]);
        double ratio = Ratio(values), above = dv - (i0 * r0), below = dv - (steady * rs);
        double perVoltage = steady / i0 * ((1.0 / below) - (above / (below * below)));
        double[] derivatives =
        [
            perVoltage,
            -steady * dv / (i0 * i0 * below),
            (above / (i0 * below)) + (ratio * rs / below),
            -steady / below,
            ratio * steady / below,
        ];
        double[] parts = [.. derivatives.Zip(inputs, (derivative, input) => derivative * derivative * input.Uncertainty * input.Uncertainty)];
        double variance = parts.Sum();
        return (
            [.. Names.Select((name, i) => new InputShare(name, derivatives[i], variance > 0.0 ? parts[i] / variance : 0.0))],
            Math.Sqrt(variance));
    }

    private static double[] Draw(Uncertain[] inputs, BruceVincentOptions options, CancellationToken cancellation, out double unphysical)
    {
        var generator = new SeededGenerator(options.Seed);
        double[] draws = new double[options.Draws];
        Span<double> values = stackalloc double[5];
        int count = 0;
        unphysical = 0.0;
        for (int draw = 0; draw < options.Draws; draw++)
        {
            if ((draw & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            for (int i = 0; i < values.Length; i++)
            {
                values[i] = inputs[i].Value + (inputs[i].Uncertainty * generator.NextNormal());
            }

            double ratio = Ratio(values);
            unphysical += ratio > 0.0 ? 0.0 : 1.0 / options.Draws;
            if (double.IsFinite(ratio))
            {
                draws[count++] = ratio;
            }
        }

        return draws[..count];
    }

    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int low = (int)place;
        int high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((place - low) * (sorted[high] - sorted[low]));
    }
}
