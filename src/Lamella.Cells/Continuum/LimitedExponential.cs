using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>The exponential of rate laws, as its tangent beyond any current, so that no trial of the solver overflows.</summary>
internal static class LimitedExponential
{
    private const double Steepest = 60.0;

    /// <summary>eˣ, or its tangent at 60 beyond.</summary>
    internal static T Of<T>(T exponent)
        where T : struct, IScalar<T> =>
        exponent.Value < Steepest ? T.Exp(exponent) : Math.Exp(Steepest) * (1.0 + exponent - Steepest);
}
