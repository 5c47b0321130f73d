using Lamella.Core;

namespace Lamella.Transport.Processing;

/// <summary>What a radical polymerisation at constant temperature starts from.</summary>
public sealed record CuringOptions
{
    /// <summary>Gets what makes the radicals.</summary>
    public required ThermalInitiator Initiator { get; init; }

    /// <summary>Gets [I]₀, the concentration of the initiator, above 0.</summary>
    [Unit("mol/m³")]
    public required double InitiatorConcentration { get; init; }

    /// <summary>Gets k_p/√k_t of the monomer, above 0; 1 (L/mol/s)^½ is 0.0316 (m³/mol/s)^½.</summary>
    [Unit("m^1.5/(mol^0.5·s^0.5)")]
    public required double PropagationOverTermination { get; init; }

    /// <summary>Gets T, above 0.</summary>
    [Unit("K")]
    public required double Temperature { get; init; }

    /// <summary>Gets f, the share of the radicals that start a chain, above 0 and at most 1; 0.6 is usual for AIBN.</summary>
    [Unit("–")]
    public double Efficiency { get; init; } = 0.6;
}

/// <summary>How far and how fast double bonds react when a gel is cured in place.</summary>
/// <remarks>
/// <para>dx/dt = (k_p/√k_t)·√(2·f·k_d·[I])·(1 − x), [I] = [I]₀·e^(−k_d·t): radicals in steady state, the initiator is used up. So
/// ln[1/(1 − x)] = (2K/k_d)·(1 − e^(−k_d·t/2)) with K = (k_p/√k_t)·√(2·f·k_d·[I]₀).</para>
/// <para>Left out: oxygen, which delays the start; the fall of k_t in a network, which speeds the middle; and glass, which stops the end.</para>
/// <para><b>Source.</b> G. Odian, <i>Principles of Polymerization</i>, 4th ed. (2004), ch. 3, doi 10.1002/047147875X.</para>
/// </remarks>
public static class RadicalCuring
{
    /// <summary>Returns the share of the double bonds that has reacted.</summary>
    /// <param name="options">What it starts from.</param>
    /// <param name="time">t [s], ≥ 0.</param>
    /// <returns>x [–], below the value at which the initiator is used up.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Conversion(CuringOptions options, double time)
    {
        Demand.NotNegative(time, "s", nameof(time));
        (double first, double decay) = Rates(options);
        return -Expm1(-2.0 * first / decay * -Expm1(-0.5 * decay * time));
    }

    /// <summary>Returns when a share of the double bonds has reacted.</summary>
    /// <param name="options">What it starts from.</param>
    /// <param name="conversion">x [–], at least 0 and below 1.</param>
    /// <returns>t [s]; infinite where the initiator is used up before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Time(CuringOptions options, double conversion)
    {
        Demand.Below1(conversion, nameof(conversion));
        (double first, double decay) = Rates(options);
        double used = -Math.Log(1.0 - conversion) * decay / (2.0 * first); // 1 − e^(−k_d·t/2)
        return used < 1.0 ? -2.0 / decay * Math.Log(1.0 - used) : double.PositiveInfinity;
    }

    // K at the start and k_d [1/s].
    private static (double First, double Decay) Rates(CuringOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Demand.Positive(options.InitiatorConcentration, "mol/m³", nameof(options.InitiatorConcentration));
        Demand.Positive(options.PropagationOverTermination, "m^1.5/(mol^0.5·s^0.5)", nameof(options.PropagationOverTermination));
        Demand.Positive(options.Efficiency, "–", nameof(options.Efficiency));
        Demand.Share(options.Efficiency, nameof(options.Efficiency));
        double decay = options.Initiator.Rate(options.Temperature);
        return (options.PropagationOverTermination * Math.Sqrt(2.0 * options.Efficiency * decay * options.InitiatorConcentration), decay);
    }

    // e^x − 1 without cancellation near 0.
    private static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x * (1.0 + (0.5 * x)) : Math.Exp(x) - 1.0;
}
