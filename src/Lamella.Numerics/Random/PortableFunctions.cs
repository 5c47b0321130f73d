namespace Lamella.Numerics.Random;

/// <summary>Exponential and logarithm that give the same bits on every machine.</summary>
/// <remarks>
/// The library's functions differ in the last digit between platforms. These use additions, multiplications, divisions and
/// powers of two alone, which IEEE 754 rounds in one way everywhere; they agree with the true values to four units in the last place.
/// </remarks>
public static class PortableFunctions
{
    private const double UpperLn2 = 0.693147180369123816490; // the bits that a product with an integer below 2²⁰ keeps exactly
    private const double LowerLn2 = 1.90821492927058770002e-10;
    private const double HalfRoot = 0.70710678118654752440;
    private const int ExponentialTerms = 16;
    private const int LogarithmTerms = 23;

    /// <summary>Computes the exponential.</summary>
    /// <param name="x">Exponent, −700 to 700.</param>
    /// <returns>eˣ.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is outside its range or no number.</exception>
    public static double Exp(double x)
    {
        if (!(x >= -700.0 && x <= 700.0))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "The exponent must lie between -700 and 700.");
        }

        double power = Math.Round(x / (UpperLn2 + LowerLn2));
        double rest = x - (power * UpperLn2) - (power * LowerLn2);
        double sum = 1.0;
        for (int k = ExponentialTerms; k >= 1; k--)
        {
            sum = 1.0 + (sum * rest / k);
        }

        return Math.ScaleB(sum, (int)power);
    }

    /// <summary>Computes the natural logarithm.</summary>
    /// <param name="x">A normal number above 0.</param>
    /// <returns>ln x.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is no normal number above 0.</exception>
    public static double Log(double x)
    {
        if (!(x > 0.0 && double.IsNormal(x)))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "The argument must be a normal number above 0.");
        }

        int power = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -power);
        if (mantissa > 2.0 * HalfRoot)
        {
            (mantissa, power) = (0.5 * mantissa, power + 1);
        }

        // ln m = 2·artanh s with s = (m − 1)/(m + 1), |s| < 0.172.
        double s = (mantissa - 1.0) / (mantissa + 1.0), square = s * s, sum = 0.0;
        for (int k = LogarithmTerms; k >= 3; k -= 2)
        {
            sum = square * ((1.0 / k) + sum);
        }

        return (power * UpperLn2) + ((power * LowerLn2) + (2.0 * s * sum) + (2.0 * s));
    }
}
