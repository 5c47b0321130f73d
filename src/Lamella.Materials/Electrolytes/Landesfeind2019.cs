using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Electrolytes;

/// <summary>κ(c, T) of LiPF₆ in EC/EMC 3:7 after Landesfeind and Gasteiger (2019).</summary>
/// <remarks>
/// κ = p₁[1 + (T − p₂)]·c·[1 + p₃√c + p₄(1 + p₅e^(1000/T))c]/[1 + c⁴p₆e^(1000/T)] [mS/cm], c in mol/L here.
/// <b>Source.</b> J. Electrochem. Soc. 166 (2019) A3079, <see href="https://doi.org/10.1149/2.0571912jes"/>, EC/EMC 3:7 coefficients.
/// </remarks>
public readonly record struct Landesfeind2019Conductivity : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T c = argument * 1e-3;
        double thermal = Math.Exp(1000.0 / temperature);
        double slope = 0.521 * (1.0 + (temperature - 228.0));
        double quadratic = 0.353 * (1.0 - (3.59e-3 * thermal));

        // c·√c as one power: its slope stays finite at c = 0, where the product rule would give 0·∞.
        T numerator = c + (T.Pow(c, 1.5) * -1.06) + (c * c * quadratic);
        T denominator = (c * c * c * c * (1.48e-3 * thermal)) + 1.0;
        return numerator * slope / denominator * 0.1;
    }
}

/// <summary>D(c, T) of LiPF₆ in EC/EMC 3:7 after Landesfeind and Gasteiger (2019).</summary>
/// <remarks>
/// D = 1010·e^(1.01 c)·e^(−1560/T)·e^(−487 c/T)·10⁻¹⁰ [m²/s], c in mol/L here.
/// <b>Source.</b> J. Electrochem. Soc. 166 (2019) A3079, <see href="https://doi.org/10.1149/2.0571912jes"/>, EC/EMC 3:7 coefficients.
/// </remarks>
public readonly record struct Landesfeind2019Diffusivity : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T c = argument * 1e-3;
        return T.Exp((c * (1.01 - (487.0 / temperature))) - (1560.0 / temperature)) * 1.01e-7;
    }
}

/// <summary>The third-order polynomial of c and T by which t₊⁰ and the thermodynamic factor were fitted.</summary>
/// <remarks>
/// p₁ + p₂c + p₃T + p₄c² + p₅cT + p₆T² + p₇c³ + p₈c²T + p₉cT², c in mol/L here. Outside its range it is not a transference
/// number: at −20 °C and 1 mol/L it gives −0.63. The laws made of it therefore refuse such temperatures.
/// <b>Source.</b> J. Electrochem. Soc. 166 (2019) A3079, <see href="https://doi.org/10.1149/2.0571912jes"/>, EC/EMC 3:7 coefficients.
/// </remarks>
/// <param name="P1">p₁ [–].</param>
/// <param name="P2">p₂ [L/mol].</param>
/// <param name="P3">p₃ [1/K].</param>
/// <param name="P4">p₄ [(L/mol)²].</param>
/// <param name="P5">p₅ [L/(mol·K)].</param>
/// <param name="P6">p₆ [1/K²].</param>
/// <param name="P7">p₇ [(L/mol)³].</param>
/// <param name="P8">p₈ [(L/mol)²/K].</param>
/// <param name="P9">p₉ [L/(mol·K²)].</param>
public readonly record struct Landesfeind2019Polynomial(
    double P1, double P2, double P3, double P4, double P5, double P6, double P7, double P8, double P9) : IFormula
{
    /// <summary>Gets t₊⁰ in EC/EMC 3:7 [–].</summary>
    public static Landesfeind2019Polynomial TransferenceNumber { get; } =
        new(-12.8, -6.12, 0.0821, 0.904, 0.0318, -1.27e-4, 0.0175, -3.12e-3, -3.96e-5);

    /// <summary>Gets χ = 1 + dln f±/dln c in EC/EMC 3:7 [–].</summary>
    public static Landesfeind2019Polynomial ThermodynamicFactor { get; } =
        new(25.7, -45.1, -0.177, 1.94, 0.295, 3.08e-4, 0.259, -9.46e-3, -4.54e-4);

    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        double t = temperature;
        T c = argument * 1e-3;
        double order0 = P1 + (P3 * t) + (P6 * t * t);
        double order1 = P2 + (P5 * t) + (P9 * t * t);
        double order2 = P4 + (P8 * t);
        return (((((c * P7) + order2) * c) + order1) * c) + order0;
    }
}
