using Lamella.Cells.Continuum;
using Lamella.Cells.Description;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.SingleParticle;

/// <content>The terminal voltage: an explicit function of salt, particles and current.</content>
internal sealed partial class SingleParticleSystem
{
    private readonly double[] diffusional; // 2(1 − t₊)χ·RT/F of each segment at its salt at rest [V]
    private readonly double[] resistance; // of each segment as the mean path sees it [Ω·m²]

    /// <summary>Terminal voltage without its two sides, of the last update [V].</summary>
    private double RestOfVoltage(double applied)
    {
        VoltageSum sum = default;
        Rest<Scalar, VoltageSum>(applied, ref sum);
        return sum.Total;
    }

    /// <summary>E of a side, of the last update [V].</summary>
    private double PotentialOf(ReducedSide side, ReadOnlySpan<double> y, double oxidation)
    {
        VoltageSum sum = default;
        Potential<Scalar, VoltageSum>(side, y, oxidation, ref sum);
        return sum.Total;
    }

    private void UpdateGradients(double applied, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        gradient.Clear();
        VoltageGradient rest = new(gradient.Rest, [], layout.Current);
        Rest<Dual4, VoltageGradient>(applied, ref rest);
        Of(negative, y, Oxidation(negative, applied, yPrime));
        Of(positive, y, Oxidation(positive, applied, yPrime));

        void Of(ReducedSide side, ReadOnlySpan<double> state, double oxidation)
        {
            VoltageGradient sink = new(gradient.Of(side), gradient.OpenOf(side), layout.Current);
            Potential<Dual4, VoltageGradient>(side, state, oxidation, ref sink);
        }
    }

    /// <summary>Evaluates conductivities and diffusion potentials at the salt at rest, which is its mean at all times.</summary>
    private void UpdateSegments()
    {
        if (!hasElectrolyte)
        {
            return;
        }

        Span<double> mean = stackalloc double[1], value = stackalloc double[1];
        for (int s = 0; s < line.Segments.Length; s++)
        {
            mean[0] = line.RestConcentration[line.Segments[s].First];
            line.Segments[s].Layer.Conductivity.Evaluate(mean, temperature, value);
            resistance[s] = pathLength[s] / value[0];
            if (line.Segments[s].Layer is BinaryLayer layer)
            {
                layer.TransferenceNumber.Evaluate(mean, temperature, value);
                double anion = 1.0 - value[0];
                layer.ThermodynamicFactor.Evaluate(mean, temperature, value);
                diffusional[s] = 2.0 * thermalVoltage * anion * value[0];
            }
        }
    }

    /// <summary>Conduction, joints, leads and differences of salt.</summary>
    private void Rest<T, TSink>(double applied, ref TSink sink)
        where T : struct, IScalar<T>
        where TSink : struct, ITermSink<T>
    {
        T current = sink.Seed(applied, 3, scales.Current);
        sink.Add(current * leadResistance, new(VoltagePart.Electronic));
        sink.Add(current * jointResistance, new(VoltagePart.Joints));
        if (!hasElectrolyte)
        {
            return;
        }

        for (int s = 0; s < resistance.Length; s++)
        {
            sink.Add(current * resistance[s], new(VoltagePart.Ohmic, s));
        }

        LayerEnds<T, TSink>(current, ref sink);
        ElectrodeSalt<T, TSink>(negative, 0, ref sink);
        ElectrodeSalt<T, TSink>(positive, hasSalt.Length - 1, ref sink);
    }

    /// <summary>f·ln c averaged over a porous electrode, against the electrolyte on the other side.</summary>
    private void ElectrodeSalt<T, TSink>(ReducedSide side, int segment, ref TSink sink)
        where T : struct, IScalar<T>
        where TSink : struct, ITermSink<T>
    {
        if (!hasSalt[segment])
        {
            return;
        }

        int first = 0;
        if (typeof(TSink) == typeof(VoltageSum)) // known when compiled: the sum alone goes four cells at a time
        {
            first = side.Share.Length - (side.Share.Length % Lanes4.Count);
            sink.Add(diffusional[segment] * side.Sign * SumOfLogarithms(side, first), Salt(-1));
        }

        for (int i = first; i < side.Share.Length; i++)
        {
            int at = side.FirstCell + i;
            T term = Diffusion(segment, sink.Seed(concentration[at], 1, 1.0));
            sink.Add(term * (side.Sign * side.Share[i]), Salt(at));
        }
    }

    /// <summary>Σ share·ln c over the first cells of a side.</summary>
    private double SumOfLogarithms(ReducedSide side, int count)
    {
        Lanes4 sum = 0.0;
        for (int i = 0; i < count; i += Lanes4.Count)
        {
            sum += Lanes4.Load(side.Share.AsSpan(i)) * Lanes4.Log(Lanes4.Load(concentration.AsSpan(side.FirstCell + i)));
        }

        return sum.Sum();
    }

    /// <summary>Σ share·η over the first cells of a side whose law has no branches [V].</summary>
    private double SumOfOverpotentials(ReducedSide side, double stoichiometry, double reaction, int count)
    {
        Lanes4 sum = 0.0, surface = stoichiometry, current = reaction;
        for (int i = 0; i < count; i += Lanes4.Count)
        {
            Lanes4 eta = ReactionKernel.Overpotential(
                side.Surface, Lanes4.Load(concentration.AsSpan(side.FirstCell + i)), surface, current, thermalVoltage);
            sum += eta * Lanes4.Load(side.Share.AsSpan(i));
        }

        return sum.Sum();
    }

    /// <summary>Diffusion potentials from the ends of the layers: f·ln c where a layer ends, −f·ln c where it begins.</summary>
    private void LayerEnds<T, TSink>(T current, ref TSink sink)
        where T : struct, IScalar<T>
        where TSink : struct, ITermSink<T>
    {
        int last = layout.Cells - 1;
        if (!negative.IsPorous && hasSalt[0])
        {
            T surface = FaceKernel.BlockedSurface(sink.Side(line, 0, concentration[0], 1), -current);
            sink.Add(-Diffusion(0, surface), Salt(0));
        }

        for (int s = 0; s + 1 < hasSalt.Length; s++)
        {
            int at = line.Segments[s + 1].First - 1;
            FaceSide<T> before = sink.Side(line, at, concentration[at], 1);
            FaceSide<T> after = sink.Side(line, at + 1, concentration[at + 1], 2);
            if (hasSalt[s] && hasSalt[s + 1])
            {
                T surface = FaceKernel.JointSurface(before, after, -current, -current, line.JointPartition[at]);
                T step = Diffusion(s, surface)
                    - Diffusion(s + 1, surface * line.JointPartition[at]);
                sink.Add(step, Salt(at, at + 1));
            }
            else if (hasSalt[s])
            {
                T step = Diffusion(s, FaceKernel.BlockedSurface(before, current));
                sink.Add(step, Salt(at));
            }
            else if (hasSalt[s + 1])
            {
                T step = Diffusion(s + 1, FaceKernel.BlockedSurface(after, -current));
                sink.Add(-step, Salt(-1, at + 1));
            }
        }

        if (!positive.IsPorous && hasSalt[^1])
        {
            T surface = FaceKernel.BlockedSurface(sink.Side(line, last, concentration[last], 1), current);
            sink.Add(Diffusion(hasSalt.Length - 1, surface), Salt(last));
        }
    }

    private static Term Salt(int first, int second = -1) =>
        new(VoltagePart.Concentration, First: first, Second: second);

    private T Diffusion<T>(int segment, T salt)
        where T : struct, IScalar<T> => diffusional[segment] * T.Log(salt);

    /// <summary>E of a side: potential of the electrode against the electrolyte next to it, both as means over its thickness.</summary>
    private void Potential<T, TSink>(ReducedSide side, ReadOnlySpan<double> y, double oxidation, ref TSink sink)
        where T : struct, IScalar<T>
        where TSink : struct, ITermSink<T>
    {
        T current = sink.Seed(oxidation, 3, 1.0);
        if (!side.IsPorous)
        {
            FaceSide<T> next = sink.Side(line, side.Cell, concentration[side.Cell], 1);
            T salt = FaceKernel.BlockedSurface(next, current);
            T eta = LithiumKernel.Overpotential(side.Face, next.IsBinary, salt, current, thermalVoltage);
            sink.Add(eta, new(VoltagePart.LithiumKinetics, First: side.Cell));
            return;
        }

        int shell = side.ShellStart + side.Shells - 1;
        ParticleArray particle = side.Particle!;
        T reaction = current * side.InverseArea;
        T diffusivity = sink.Seed(particle.SurfaceDiffusivity[0], 2, particle.SurfaceDiffusivitySlope[0]);
        T surface = sink.Seed(y[shell], 2, 1.0) - (reaction * (particle.FluxFactor * particle.SurfaceDistance) / diffusivity);
        (double potential, double slope) = side.OpenCircuit(surface.Value, temperature);
        sink.Add(sink.Chain(surface, potential, slope), new(VoltagePart.OpenCircuit, Second: shell, SecondScale: 1.0));
        sink.Add(reaction * side.Surface.FilmResistance, new(VoltagePart.Film));
        int first = 0;
        if (typeof(TSink) == typeof(VoltageSum) && side.Surface.TransferCoefficient == 0.5)
        {
            first = side.Share.Length - (side.Share.Length % Lanes4.Count);
            sink.Add(SumOfOverpotentials(side, surface.Value, reaction.Value, first), new(VoltagePart.Kinetics));
        }

        for (int i = first; i < side.Share.Length; i++)
        {
            int at = side.FirstCell + i;
            T eta = ReactionKernel.Overpotential(
                side.Surface, sink.Seed(concentration[at], 1, 1.0), surface, reaction, thermalVoltage);
            sink.Add(eta * side.Share[i], new(VoltagePart.Kinetics, First: at, Second: shell, SecondScale: 1.0));
        }
    }
}
