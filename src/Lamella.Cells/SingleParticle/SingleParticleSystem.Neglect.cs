using Lamella.Cells.Continuum;
using Lamella.Cells.Description;
using Lamella.Core;

namespace Lamella.Cells.SingleParticle;

/// <content>
/// Estimates V(continuum) − V(reduced) from the fields of the reduced solution. In each cell of an electrode the potential
/// step φ − Φ differs from its mean by f; the reaction answers with δ, ρ·δ + U′·s = f, with ρ of charge transfer, particle
/// and the redistribution itself, and s the lithium that δ has moved. By reciprocity the voltage changes by −⟨f·δ⟩/I, and by
/// ½U″⟨s²⟩ where U is curved. What κ(c) and f(c) differ from their values at rest is summed over the faces.
/// </content>
internal sealed partial class SingleParticleSystem
{
    private const double CurvatureStep = 0.01; // of the stoichiometry

    internal ReducedSide Negative => negative;

    internal ReducedSide Positive => positive;

    /// <summary>Estimates what is left out of the voltage and advances the uneven lithium.</summary>
    /// <param name="y">State.</param>
    /// <param name="step">Time since the last call [s].</param>
    /// <param name="unevenNegative">s of each cell of the negative side [–].</param>
    /// <param name="unevenPositive">s of each cell of the positive side [–].</param>
    /// <returns>The difference [V].</returns>
    internal double Neglected(ReadOnlySpan<double> y, double step, double[] unevenNegative, double[] unevenPositive)
    {
        double applied = y[layout.Current] * scales.Current;
        if (!hasElectrolyte)
        {
            return applied * WithoutElectrolyte();
        }

        for (int k = 0; k < concentration.Length; k++)
        {
            concentration[k] = y[k] * CellScales.Concentration;
        }

        line.Update(concentration);
        return Laws(applied) + Uneven(negative, 0, y, applied, step, unevenNegative)
            + Uneven(positive, hasSalt.Length - 1, y, applied, step, unevenPositive);
    }

    /// <summary>Resistance of the electrolyte and of its steady salt, and of the electrons in the electrodes [Ω·m²].</summary>
    private double WithoutElectrolyte()
    {
        double sum = negative.SolidResistance + positive.SolidResistance;
        for (int s = 0; s < pathLength.Length; s++)
        {
            ElectrolyteLayer layer = line.Segments[s].Layer;
            double rest = line.RestConcentration[line.Segments[s].First];
            sum += pathLength[s] / layer.Conductivity.At(rest, temperature);
            if (layer is BinaryLayer binary)
            {
                double anion = 1.0 - binary.TransferenceNumber.At(rest, temperature);
                sum += 2.0 * thermalVoltage * anion * anion * binary.ThermodynamicFactor.At(rest, temperature) * pathLength[s]
                    / (PhysicalConstants.Faraday * binary.Diffusivity.At(rest, temperature) * rest);
            }
        }

        return sum;
    }

    /// <summary>What κ(c) and f(c) add over their values at rest [V].</summary>
    private double Laws(double applied)
    {
        double sum = 0.0;
        for (int s = 0; s < hasSalt.Length; s++)
        {
            if (!hasSalt[s])
            {
                continue;
            }

            Segment segment = line.Segments[s];
            double rest = 1.0 / segment.Layer.Conductivity.At(line.RestConcentration[segment.First], temperature);
            for (int k = segment.First; k < segment.Last; k++)
            {
                FaceSide<Numerics.Dual.Scalar> left = line.Side(k, concentration[k]), right = line.Side(k + 1, concentration[k + 1]);
                double ohmic = (left.Half.Value * ((1.0 / left.Conductivity.Value) - rest)) + (right.Half.Value * ((1.0 / right.Conductivity.Value) - rest));
                double own = thermalVoltage * (((1.0 - left.Transference.Value) * left.ThermodynamicFactor.Value)
                    + ((1.0 - right.Transference.Value) * right.ThermodynamicFactor.Value));
                sum += share[k] * ((applied * share[k] * ohmic) + ((own - diffusional[s]) * Math.Log(concentration[k + 1] / concentration[k])));
            }
        }

        return sum;
    }

    /// <summary>What the uneven reaction of a side adds [V].</summary>
    private double Uneven(ReducedSide side, int segment, ReadOnlySpan<double> y, double applied, double step, double[] uneven)
    {
        if (!side.IsPorous || applied == 0.0)
        {
            return 0.0;
        }

        Span<double> force = stackalloc double[uneven.Length]; // one electrode: well below 1 KiB
        Force(side, segment, applied, force);
        ParticleArray particle = side.Particle!;
        double radius = ((PorousElectrode)side.Description).Particles[0].Radius;
        double perCharge = 1.0 / (PhysicalConstants.Faraday * side.LithiumCapacity); // stoichiometry per charge [m²/C]
        double lag = radius * radius / (15.0 * particle.SurfaceDiffusivity[0]) * perCharge; // surface over mean [m²/A]
        double surface = y[side.ShellStart + side.Shells - 1];
        double slope = side.OpenCircuit(surface, temperature).Slope;
        double spread = 3.0 * (resistance[segment] + side.SolidResistance) / (Math.PI * Math.PI);
        double barrier = gradient.Of(side)[^1] - (slope * lag) + spread;
        double linear = 0.0, squared = 0.0;
        for (int i = 0; i < uneven.Length; i++)
        {
            double change = (force[i] - (slope * uneven[i])) / (barrier - (slope * step * perCharge));
            uneven[i] -= step * perCharge * change;
            linear += side.Share[i] * force[i] * change;
            double moved = uneven[i] - (lag * change);
            squared += side.Share[i] * moved * moved;
        }

        double above = Math.Min(surface + CurvatureStep, 1.0 - 1e-6), below = Math.Max(surface - CurvatureStep, 1e-6);
        double curvature = (side.OpenCircuit(above, temperature).Slope - side.OpenCircuit(below, temperature).Slope) / (above - below);
        return -(linear / applied) + (0.5 * side.Sign * curvature * squared);
    }

    /// <summary>f of each cell: φ − Φ less its mean, with the charge transfer at the salt of the cell [V].</summary>
    private void Force(ReducedSide side, int segment, double applied, Span<double> force)
    {
        double mean = 0.0, now = 0.0, ionic = 3.0 * resistance[segment], electronic = 3.0 * side.SolidResistance;
        for (int i = 0; i < force.Length; i++)
        {
            if (i > 0)
            {
                int k = side.FirstCell + i - 1;
                double width = 0.5 * (side.Share[i - 1] + side.Share[i]);
                double salt = hasSalt[segment] ? diffusional[segment] * Math.Log(concentration[k + 1] / concentration[k]) : 0.0;
                now += (applied * width * (((1.0 - share[k]) * electronic) - (share[k] * ionic))) - salt;
            }

            force[i] = now;
            mean += side.Share[i] * now;
        }

        for (int i = 0; i < force.Length; i++)
        {
            force[i] -= mean;
        }
    }
}
