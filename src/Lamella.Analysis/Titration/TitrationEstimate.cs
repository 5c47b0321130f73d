using System.Collections.Immutable;
using Lamella.Analysis.Common;

namespace Lamella.Analysis.Titration;

/// <summary>What one titration pulse tells about diffusion in the particles.</summary>
/// <param name="Pulse">The pulse.</param>
/// <param name="SteadyChange">ΔE_s, the change of the rest voltage [V].</param>
/// <param name="TransientChange">ΔE_t, the change under the pulse without the jump [V].</param>
/// <param name="Jump">The jump of the voltage at the beginning [V].</param>
/// <param name="Textbook">D by the formula of Weppner and Huggins with ΔE_s and ΔE_t [m²/s].</param>
/// <param name="RootOfTime">D by the slope of the voltage over √t [m²/s]; NaN where there are too few samples.</param>
/// <param name="Sphere">D by fitting a sphere, with its standard uncertainty [m²/s]; NaN where the fit failed.</param>
/// <param name="FittedSteadyChange">ΔE_s of the fitted sphere [V].</param>
/// <param name="FittedJump">The jump of the fitted sphere [V].</param>
/// <param name="Deviation">Root mean square of the voltage about the fitted sphere [V].</param>
/// <param name="RelativeTime">τD/R² with the fitted D, or that of the textbook formula where none was fitted [–].</param>
/// <param name="Curvature">Slope over √t in the later half of the pulse over that in the earlier half [–]; 1 for a straight line.</param>
/// <param name="RestDrift">Change of the voltage in the last tenth of the rest, relative to ΔE_s [–].</param>
/// <param name="Fitted">The fitted voltage at the samples of the pulse [V]; empty where none was fitted.</param>
/// <param name="Reason">Why no sphere could be fitted; empty where one was.</param>
public sealed record TitrationEstimate(
    TitrationPulse Pulse, double SteadyChange, double TransientChange, double Jump, double Textbook, double RootOfTime, Uncertain Sphere,
    double FittedSteadyChange, double FittedJump, double Deviation, double RelativeTime, double Curvature, double RestDrift,
    ImmutableArray<double> Fitted, string Reason)
{
    /// <summary>Gets a value indicating whether a sphere was fitted.</summary>
    public bool IsFitted => double.IsFinite(Sphere.Value);
}
