namespace Lamella.Interfaces.Interphases;

/// <summary>Constants of growth from the resistance of an interface at two times.</summary>
/// <remarks>
/// R = R₀ + k·√t where transport through the layer limits its growth, R = R₀ + k'·t where its formation does. Two readings fix the
/// constant of either law and cannot tell which holds; a third can.
/// <b>Source.</b> B. E. Deal, A. S. Grove, J. Appl. Phys. 36 (1965) 3770, doi 10.1063/1.1713945 (both limits of mixed control).
/// </remarks>
public static class InterphaseGrowth
{
    /// <summary>Returns the constant of parabolic growth.</summary>
    /// <param name="first">R at the first time, per area or of a cell [Ω·m² or Ω], ≥ 0.</param>
    /// <param name="second">R at the second time, in the same unit, ≥ 0.</param>
    /// <param name="from">First time since contact [s], ≥ 0.</param>
    /// <param name="to">Second time since contact [s], above the first.</param>
    /// <returns>k = (R₂ − R₁)/(√t₂ − √t₁) [unit of R per √s].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Parabolic(double first, double second, double from, double to)
    {
        Check(first, second, from, to);
        return (second - first) / (Math.Sqrt(to) - Math.Sqrt(from));
    }

    /// <summary>Returns the constant of linear growth.</summary>
    /// <param name="first">R at the first time, per area or of a cell [Ω·m² or Ω], ≥ 0.</param>
    /// <param name="second">R at the second time, in the same unit, ≥ 0.</param>
    /// <param name="from">First time since contact [s], ≥ 0.</param>
    /// <param name="to">Second time since contact [s], above the first.</param>
    /// <returns>k' = (R₂ − R₁)/(t₂ − t₁) [unit of R per s].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Linear(double first, double second, double from, double to)
    {
        Check(first, second, from, to);
        return (second - first) / (to - from);
    }

    private static void Check(double first, double second, double from, double to)
    {
        if (!(first >= 0.0 && second >= 0.0 && double.IsFinite(first) && double.IsFinite(second)))
        {
            throw new ArgumentOutOfRangeException(nameof(first), FormattableString.Invariant($"The resistances {first} and {second} must be finite and at least 0."));
        }

        if (!(from >= 0.0 && to > from && double.IsFinite(to)))
        {
            throw new ArgumentOutOfRangeException(nameof(to), FormattableString.Invariant($"The times {from} s and {to} s must be at least 0 s, the second above the first."));
        }
    }
}
