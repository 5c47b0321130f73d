using Lamella.Cells.Continuum;
using Lamella.Cells.Description;
using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.SingleParticle;

/// <content>The terminal voltage: an explicit function of salt, particles and current.</content>
internal sealed partial class SingleParticleSystem
{
    private readonly double[] diffusional; // 2(1 − t₊)χ·RT/F of each segment at its mean salt [V]
    private readonly double[] diffusionalSlope; // by the mean salt over rest
    private readonly double[] resistance; // of each segment as the mean path sees it [Ω·m²]
    private readonly double[] resistanceSlope;

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
        VoltageGradient rest = new(gradient.Rest, gradient.ByRun, [], layout.Current);
        Rest<Dual4, VoltageGradient>(applied, ref rest);
        for (int r = 0; r < runs.Length; r++)
        {
            ReadOnlySpan<double> weight = runs[r].Weight;
            for (int k = 0; k < weight.Length; k++)
            {
                gradient.Rest[runs[r].FirstCell + k] += gradient.ByRun[r] * weight[k] * CellScales.Concentration;
            }
        }

        Of(negative, y, Oxidation(negative, applied, yPrime));
        Of(positive, y, Oxidation(positive, applied, yPrime));

        void Of(ReducedSide side, ReadOnlySpan<double> state, double oxidation)
        {
            VoltageGradient sink = new(gradient.Of(side), gradient.ByRun, gradient.OpenOf(side), layout.Current);
            Potential<Dual4, VoltageGradient>(side, state, oxidation, ref sink);
        }
    }

    /// <summary>Evaluates conductivities and diffusion potentials at the mean salt.</summary>
    private void UpdateSegments(bool slopes)
    {
        if (!hasElectrolyte)
        {
            return;
        }

        Span<double> mean = stackalloc double[1], value = stackalloc double[1], slope = stackalloc double[1];
        for (int s = 0; s < line.Segments.Length; s++)
        {
            double rest = line.RestConcentration[line.Segments[s].First];
            mean[0] = runOf[s] < 0 ? rest : rest * runs[runOf[s]].Mean(concentration);
            Evaluate(line.Segments[s].Layer.Conductivity, mean, value, slope);
            resistance[s] = pathLength[s] / value[0];
            resistanceSlope[s] = -resistance[s] * slope[0] * rest / value[0];
            if (line.Segments[s].Layer is BinaryLayer layer)
            {
                Evaluate(layer.TransferenceNumber, mean, value, slope);
                (double anion, double anionSlope) = (1.0 - value[0], -slope[0]);
                Evaluate(layer.ThermodynamicFactor, mean, value, slope);
                diffusional[s] = 2.0 * thermalVoltage * anion * value[0];
                diffusionalSlope[s] = 2.0 * thermalVoltage * rest * ((anionSlope * value[0]) + (anion * slope[0]));
            }
        }

        void Evaluate(PropertyLaw law, ReadOnlySpan<double> argument, Span<double> value, Span<double> slope)
        {
            if (slopes)
            {
                law.EvaluateWithSlope(argument, temperature, value, slope);
            }
            else
            {
                law.Evaluate(argument, temperature, value);
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
            sink.Add(
                current * sink.Seed(resistance[s], 0, resistanceSlope[s]), new(VoltagePart.Ohmic, s, runOf[s]));
        }

        LayerEnds<T, TSink>(current, ref sink);
        ElectrodeSalt<T, TSink>(negative, 0, ref sink);
        ElectrodeSalt<T, TSink>(positive, runOf.Length - 1, ref sink);
    }

    /// <summary>f·ln c averaged over a porous electrode, against the electrolyte on the other side.</summary>
    private void ElectrodeSalt<T, TSink>(ReducedSide side, int segment, ref TSink sink)
        where T : struct, IScalar<T>
        where TSink : struct, ITermSink<T>
    {
        for (int i = 0; i < side.Share.Length && runOf[segment] >= 0; i++)
        {
            int at = side.FirstCell + i;
            T term = Diffusion<T, TSink>(segment, sink.Seed(concentration[at], 1, 1.0), ref sink);
            sink.Add(term * (side.Sign * side.Share[i]), Salt(runOf[segment], at));
        }
    }

    /// <summary>Diffusion potentials from the ends of the layers: f·ln c where a layer ends, −f·ln c where it begins.</summary>
    private void LayerEnds<T, TSink>(T current, ref TSink sink)
        where T : struct, IScalar<T>
        where TSink : struct, ITermSink<T>
    {
        int last = layout.Cells - 1;
        if (!negative.IsPorous && runOf[0] >= 0)
        {
            T surface = FaceKernel.BlockedSurface(sink.Side(line, 0, concentration[0], 1), -current);
            sink.Add(-Diffusion<T, TSink>(0, surface, ref sink), Salt(runOf[0], 0));
        }

        for (int s = 0; s + 1 < runOf.Length; s++)
        {
            int at = line.Segments[s + 1].First - 1;
            FaceSide<T> before = sink.Side(line, at, concentration[at], 1);
            FaceSide<T> after = sink.Side(line, at + 1, concentration[at + 1], 2);
            if (runOf[s] >= 0 && runOf[s + 1] >= 0)
            {
                T surface = FaceKernel.JointSurface(before, after, -current, -current, line.JointPartition[at]);
                T step = Diffusion<T, TSink>(s, surface, ref sink)
                    - Diffusion<T, TSink>(s + 1, surface * line.JointPartition[at], ref sink);
                sink.Add(step, Salt(runOf[s], at, at + 1));
            }
            else if (runOf[s] >= 0)
            {
                T step = Diffusion<T, TSink>(s, FaceKernel.BlockedSurface(before, current), ref sink);
                sink.Add(step, Salt(runOf[s], at));
            }
            else if (runOf[s + 1] >= 0)
            {
                T step = Diffusion<T, TSink>(s + 1, FaceKernel.BlockedSurface(after, -current), ref sink);
                sink.Add(-step, Salt(runOf[s + 1], -1, at + 1));
            }
        }

        if (!positive.IsPorous && runOf[^1] >= 0)
        {
            T surface = FaceKernel.BlockedSurface(sink.Side(line, last, concentration[last], 1), current);
            sink.Add(Diffusion<T, TSink>(runOf.Length - 1, surface, ref sink), Salt(runOf[^1], last));
        }
    }

    private static Term Salt(int run, int first, int second = -1) =>
        new(VoltagePart.Concentration, Run: run, First: first, Second: second);

    private T Diffusion<T, TSink>(int segment, T salt, ref TSink sink)
        where T : struct, IScalar<T>
        where TSink : struct, ITermSink<T> =>
        sink.Seed(diffusional[segment], 0, diffusionalSlope[segment]) * T.Log(salt);

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
        for (int i = 0; i < side.Share.Length; i++)
        {
            int at = side.FirstCell + i;
            T eta = ReactionKernel.Overpotential(
                side.Surface, sink.Seed(concentration[at], 1, 1.0), surface, reaction, thermalVoltage);
            sink.Add(eta * side.Share[i], new(VoltagePart.Kinetics, First: at, Second: shell, SecondScale: 1.0));
        }
    }
}
