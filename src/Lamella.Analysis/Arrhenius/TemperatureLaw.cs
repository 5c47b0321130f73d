using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Arrhenius;

/// <summary>A law ln σ(T) with exact derivatives. Parameters stand in the units of the results.</summary>
internal abstract class TemperatureLaw
{
    /// <summary>Gets which law.</summary>
    internal abstract TemperatureLawKind Kind { get; }

    /// <summary>Gets the formula.</summary>
    internal abstract string Formula { get; }

    /// <summary>Gets f, the power of T by which σ is multiplied.</summary>
    internal abstract double Power { get; }

    /// <summary>Gets names and units of the parameters; the first is ln A.</summary>
    internal abstract ImmutableArray<(string Name, string Unit)> Parameters { get; }

    /// <summary>Makes a law.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="power">f, the power of T by which σ is multiplied.</param>
    internal static TemperatureLaw Of(TemperatureLawKind kind, double power) => kind switch
    {
        TemperatureLawKind.Arrhenius => new ArrheniusLaw(power),
        TemperatureLawKind.Vogel => new VogelLaw(power),
        _ => new BrokenLaw(power),
    };

    /// <summary>Computes ln σ.</summary>
    /// <param name="values">Parameters.</param>
    /// <param name="temperature">T [K].</param>
    /// <param name="slopes">Receives the derivatives.</param>
    /// <returns>ln(σ/(S/m)); NaN where the law has no value.</returns>
    internal abstract double Evaluate(ReadOnlySpan<double> values, double temperature, Span<double> slopes);

    /// <summary>Lists values to begin a fit with.</summary>
    internal abstract IEnumerable<double[]> Starts(LawData data);

    /// <summary>Returns limits of the parameters.</summary>
    internal abstract (double[] Lower, double[] Upper) Bounds(LawData data);
}

/// <summary>ln σ = ln A − E/(RT) − f·ln T.</summary>
internal sealed class ArrheniusLaw(double power) : TemperatureLaw
{
    /// <inheritdoc/>
    internal override TemperatureLawKind Kind => TemperatureLawKind.Arrhenius;

    /// <inheritdoc/>
    internal override string Formula => Power == 0.0 ? "σ = A·exp(-E/RT)" : "σT = A·exp(-E/RT)";

    /// <inheritdoc/>
    internal override double Power => power;

    /// <inheritdoc/>
    internal override ImmutableArray<(string Name, string Unit)> Parameters { get; } = [("ln A", "–"), ("E", "J/mol")];

    /// <inheritdoc/>
    internal override double Evaluate(ReadOnlySpan<double> values, double temperature, Span<double> slopes)
    {
        double inverse = 1.0 / (PhysicalConstants.GasConstant * temperature);
        (slopes[0], slopes[1]) = (1.0, -inverse);
        return values[0] - (values[1] * inverse) - (Power * Math.Log(temperature));
    }

    /// <inheritdoc/>
    internal override IEnumerable<double[]> Starts(LawData data)
    {
        (double intercept, double slope) = data.Line(Power);
        yield return [intercept, -slope * PhysicalConstants.GasConstant];
    }

    /// <inheritdoc/>
    internal override (double[] Lower, double[] Upper) Bounds(LawData data) => ([-1e4, -1e7], [1e4, 1e7]);
}

/// <summary>ln σ = ln A − B/(R(T − T₀)) − f·ln T; B is an energy of its own kind, not an activation energy.</summary>
/// <remarks>Vogel, Phys. Z. 22 (1921) 645; Tammann and Hesse, Z. Anorg. Allg. Chem. 156 (1926) 245, doi 10.1002/zaac.19261560121; Fulcher,
/// J. Am. Ceram. Soc. 8 (1925) 339, doi 10.1111/j.1151-2916.1925.tb16731.x.</remarks>
internal sealed class VogelLaw(double power) : TemperatureLaw
{
    /// <inheritdoc/>
    internal override TemperatureLawKind Kind => TemperatureLawKind.Vogel;

    /// <inheritdoc/>
    internal override string Formula => Power == 0.0 ? "σ = A·exp(-B/R(T-T0))" : "σ = A·T^-1/2·exp(-B/R(T-T0))";

    /// <inheritdoc/>
    internal override double Power => power;

    /// <inheritdoc/>
    internal override ImmutableArray<(string Name, string Unit)> Parameters { get; } = [("ln A", "–"), ("B", "J/mol"), ("T0", "K")];

    /// <inheritdoc/>
    internal override double Evaluate(ReadOnlySpan<double> values, double temperature, Span<double> slopes)
    {
        double above = temperature - values[2];
        if (!(above > 0.0))
        {
            return double.NaN;
        }

        double inverse = 1.0 / (PhysicalConstants.GasConstant * above);
        (slopes[0], slopes[1], slopes[2]) = (1.0, -inverse, -values[1] * inverse / above);
        return values[0] - (values[1] * inverse) - (Power * Math.Log(temperature));
    }

    /// <inheritdoc/>
    internal override IEnumerable<double[]> Starts(LawData data)
    {
        foreach (double share in new[] { 0.0, 0.3, 0.6, 0.8, 0.9, 0.97 })
        {
            double zero = share * data.Lowest;
            (double intercept, double slope) = data.Line(Power, zero);
            yield return [intercept, -slope * PhysicalConstants.GasConstant, zero];
        }
    }

    /// <inheritdoc/>
    internal override (double[] Lower, double[] Upper) Bounds(LawData data) => ([-1e4, 0.0, 0.0], [1e4, 1e7, data.Lowest * (1.0 - 1e-6)]);
}

/// <summary>Two Arrhenius lines that meet at T_b: ln σ = ln A − f·ln T − E/(RT) + (E − E')·max(0, 1/T − 1/T_b)/R with E' below T_b.</summary>
internal sealed class BrokenLaw(double power) : TemperatureLaw
{
    /// <inheritdoc/>
    internal override TemperatureLawKind Kind => TemperatureLawKind.Broken;

    /// <inheritdoc/>
    internal override string Formula => Power == 0.0 ? "σ = A·exp(-E/RT), another E below T break" : "σT = A·exp(-E/RT), another E below T break";

    /// <inheritdoc/>
    internal override double Power => power;

    /// <inheritdoc/>
    internal override ImmutableArray<(string Name, string Unit)> Parameters { get; } =
        [("ln A", "–"), ("E above", "J/mol"), ("E below", "J/mol"), ("T break", "K")];

    /// <inheritdoc/>
    internal override double Evaluate(ReadOnlySpan<double> values, double temperature, Span<double> slopes)
    {
        const double gas = PhysicalConstants.GasConstant;
        double x = 1.0 / temperature, bend = 1.0 / values[3], beyond = Math.Max(0.0, x - bend);
        (slopes[0], slopes[1], slopes[2]) = (1.0, (beyond - x) / gas, -beyond / gas);
        slopes[3] = beyond > 0.0 ? (values[1] - values[2]) * bend * bend / gas : 0.0;
        return values[0] - (Power * Math.Log(temperature)) - (values[1] * x / gas) + ((values[1] - values[2]) * beyond / gas);
    }

    /// <inheritdoc/>
    internal override IEnumerable<double[]> Starts(LawData data)
    {
        (double intercept, double slope) = data.Line(Power);
        double energy = -slope * PhysicalConstants.GasConstant;
        double[] sorted = [.. data.Temperatures.Order()];
        for (int i = 1; i < sorted.Length - 2; i++)
        {
            yield return [intercept, energy, energy, 2.0 / ((1.0 / sorted[i]) + (1.0 / sorted[i + 1]))];
        }
    }

    /// <inheritdoc/>
    internal override (double[] Lower, double[] Upper) Bounds(LawData data)
    {
        // Two points at least stay on each side.
        double[] sorted = [.. data.Temperatures.Order()];
        return ([-1e4, -1e7, -1e7, sorted[1]], [1e4, 1e7, 1e7, sorted[^2]]);
    }
}
