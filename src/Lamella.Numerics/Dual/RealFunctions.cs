namespace Lamella.Numerics.Dual;

/// <summary>Powers and slopes that plain and dual numbers share, accurate and finite where they should be.</summary>
internal static class RealFunctions
{
    /// <summary>xᵖ; the powers that laws use most go without the general logarithm and exponential.</summary>
    internal static double Power(double x, double power) => power switch
    {
        0.5 => Math.Sqrt(x),
        1.0 => x,
        1.5 => x * Math.Sqrt(x),
        2.0 => x * x,
        3.0 => x * x * x,
        _ => Math.Pow(x, power),
    };

    /// <summary>p·xᵖ⁻¹ from the power already computed.</summary>
    internal static double PowerSlope(double x, double power, double value)
    {
        if (power is 0.0 or 1.0)
        {
            return power;
        }

        // value/x would be 0/0 at zero, and loses digits where the power has underflowed.
        return Math.Abs(value) > 1e-290 && double.IsFinite(value) ? power * value / x : power * Math.Pow(x, power - 1.0);
    }

    /// <summary>1 − tanh²x, without cancellation where tanh x is close to ±1.</summary>
    internal static double TanhSlope(double x)
    {
        double decay = Math.Exp(-2.0 * Math.Abs(x)), sum = 1.0 + decay;
        return 4.0 * decay / (sum * sum);
    }

    /// <summary>1/√(x² + 1), also where x² overflows.</summary>
    internal static double AsinhSlope(double x) => Math.Abs(x) < 1e8 ? 1.0 / Math.Sqrt((x * x) + 1.0) : 1.0 / Math.Abs(x);
}
