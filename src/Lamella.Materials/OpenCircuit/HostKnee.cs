using Lamella.Materials.Bpx;
using Lamella.Materials.Laws;

namespace Lamella.Materials.OpenCircuit;

/// <summary>Continues an open-circuit potential to the cut-offs where the published form ends before them.</summary>
/// <remarks>
/// <para>A host that is full or empty sends the voltage to its cut-off, but several published forms stay finite there
/// (NCM811 of Chen et al. 2020: 3.49 V at x = 1). At an end x_e of the usable window where U misses the cut-off V_e, the law
/// becomes U(x) + [V_e − U(x_e)]·exp(−|x − x_e|/w) inside the window, and grows on outside it.</para>
/// <para>w = 0.003 is an assumption: 0.02 away from the end the law is the published one to 1 mV.</para>
/// </remarks>
public static class HostKnee
{
    /// <summary>Width w of the knee in stoichiometry [–].</summary>
    public const double Width = 0.003;

    private const double Negligible = 1e-3; // a gap below this needs no knee [V]

    /// <summary>Continues a potential at both ends of a window.</summary>
    /// <param name="potential">U(x, T) as published.</param>
    /// <param name="window">The window between the cut-offs.</param>
    /// <param name="lower">Lower cut-off [V].</param>
    /// <param name="upper">Upper cut-off [V].</param>
    /// <param name="temperature">T at which the gaps are closed [K].</param>
    /// <param name="note">Receives what was done, in a sentence; null where nothing was needed.</param>
    /// <returns>The continued law; the published one where it reaches both cut-offs.</returns>
    public static PropertyLaw Continue(
        PropertyLaw potential, StoichiometryWindow window, double lower, double upper, double temperature, out string? note)
    {
        ArgumentNullException.ThrowIfNull(window);
        return Continue(potential, (window.Charged, upper), (window.Discharged, lower), temperature, out note);
    }

    /// <summary>Continues a potential at both ends of a window to stated potentials.</summary>
    /// <param name="potential">U(x, T) as published.</param>
    /// <param name="first">The smaller x of the window and the potential it must reach there at least [V].</param>
    /// <param name="last">The larger x of the window and the potential it must reach there at most [V].</param>
    /// <param name="temperature">T at which the gaps are closed [K].</param>
    /// <param name="note">Receives what was done, in a sentence; null where nothing was needed.</param>
    /// <returns>The continued law; the published one where it reaches both potentials.</returns>
    public static PropertyLaw Continue(
        PropertyLaw potential, (double Place, double Potential) first, (double Place, double Potential) last, double temperature, out string? note)
    {
        ArgumentNullException.ThrowIfNull(potential);
        double above = first.Potential - potential.At(first.Place, temperature);
        double below = potential.At(last.Place, temperature) - last.Potential;
        bool atTop = above > Negligible, atBottom = below > Negligible;
        if (!atTop && !atBottom)
        {
            note = null;
            return potential;
        }

        string top = atTop ? FormattableString.Invariant($" up to {first.Potential:G4} V at x = {first.Place:G4}") : string.Empty;
        string bottom = atBottom ? FormattableString.Invariant($" down to {last.Potential:G4} V at x = {last.Place:G4}") : string.Empty;
        note = FormattableString.Invariant(
            $"The published open-circuit potential ends before the cut-offs: it is continued{top}{(atTop && atBottom ? " and" : string.Empty)}{bottom} by a knee of width {Width} (assumed).");
        return new KneedLaw(potential, new Knee(first.Place, atTop ? above : 0.0), new Knee(last.Place, atBottom ? below : 0.0));
    }

    /// <summary>One end of the window.</summary>
    /// <param name="Place">x_e [–].</param>
    /// <param name="Gap">Distance of U from the cut-off there [V], ≥ 0.</param>
    private readonly record struct Knee(double Place, double Gap);

    private sealed class KneedLaw(PropertyLaw law, Knee top, Knee bottom)
        : PropertyLaw(law.Source, law.ArgumentRange, law.TemperatureRange, law.IsConstant, law.Outside)
    {
        internal override TextScalar? Write(double temperature)
        {
            if (law.Write(temperature) is not { } sum)
            {
                return null;
            }

            TextScalar x = TextScalar.Variable;
            sum = top.Gap == 0.0 ? sum : sum + (TextScalar.Exp((top.Place - x) / Width) * top.Gap);
            return bottom.Gap == 0.0 ? sum : sum - (TextScalar.Exp((x - bottom.Place) / Width) * bottom.Gap);
        }

        public override void Evaluate(ReadOnlySpan<double> argument, double temperature, Span<double> value)
        {
            law.Evaluate(argument, temperature, value);
            for (int i = 0; i < argument.Length; i++)
            {
                value[i] += Rise(argument[i]) - Fall(argument[i]);
            }
        }

        public override void EvaluateWithSlope(
            ReadOnlySpan<double> argument, double temperature, Span<double> value, Span<double> slope)
        {
            law.EvaluateWithSlope(argument, temperature, value, slope);
            for (int i = 0; i < argument.Length; i++)
            {
                double rise = Rise(argument[i]), fall = Fall(argument[i]);
                value[i] += rise - fall;
                slope[i] -= (rise + fall) / Width; // both exponentials fall with x on the potential
            }
        }

        private double Rise(double x) => top.Gap == 0.0 ? 0.0 : top.Gap * Math.Exp((top.Place - x) / Width);

        private double Fall(double x) => bottom.Gap == 0.0 ? 0.0 : bottom.Gap * Math.Exp((x - bottom.Place) / Width);
    }
}
