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
    private readonly double[] byUnknown;
    private readonly double[] byRun;

    /// <summary>Terminal voltage of the salt and particles of the last update [V].</summary>
    private double UpdatedVoltage(ReadOnlySpan<double> y)
    {
        UpdateSegments(slopes: false);
        VoltageSum sum = default;
        Assemble<Scalar, VoltageSum>(y, ref sum);
        return sum.Total;
    }

    /// <summary>Fills the gradient of the voltage by all unknowns.</summary>
    private void UpdateGradient(ReadOnlySpan<double> y)
    {
        UpdateSegments(slopes: true);
        Array.Clear(byUnknown);
        Array.Clear(byRun);
        VoltageGradient gradient = new(byUnknown, byRun, layout.Current);
        Assemble<Dual4, VoltageGradient>(y, ref gradient);
        for (int r = 0; r < runs.Length; r++)
        {
            ReadOnlySpan<double> weight = runs[r].Weight;
            for (int k = 0; k < weight.Length; k++)
            {
                byUnknown[runs[r].FirstCell + k] += byRun[r] * weight[k] * CellScales.Concentration;
            }
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

    private void Assemble<T, TSink>(ReadOnlySpan<double> y, ref TSink sink)
        where T : struct, IScalar<T>
        where TSink : struct, ITermSink<T>
    {
        T current = sink.Seed(y[layout.Current] * scales.Current, 3, scales.Current);
        sink.Add(current * leadResistance, new(VoltagePart.Electronic));
        sink.Add(current * jointResistance, new(VoltagePart.Joints));
        if (hasElectrolyte)
        {
            for (int s = 0; s < resistance.Length; s++)
            {
                sink.Add(
                    current * sink.Seed(resistance[s], 0, resistanceSlope[s]), new(VoltagePart.Ohmic, s, runOf[s]));
            }

            LayerEnds<T, TSink>(current, ref sink);
        }

        if (negative is not null)
        {
            Electrode<T, TSink>(negative, y[..layout.PositiveParticle], current, ref sink);
        }

        if (positive is not null)
        {
            Electrode<T, TSink>(positive, y[..layout.Current], current, ref sink);
        }

        Faces<T, TSink>(current, ref sink);
    }

    /// <summary>Charge transfer at planar electrodes.</summary>
    private void Faces<T, TSink>(T current, ref TSink sink)
        where T : struct, IScalar<T>
        where TSink : struct, ITermSink<T>
    {
        int last = layout.Cells - 1;
        if (negativeFace is { } left)
        {
            LithiumKernel.Potential(
                left, sink.Side(line, 0, concentration[0], 1), -current, thermalVoltage, out T overpotential);
            sink.Add(-overpotential, new(VoltagePart.LithiumKinetics, First: 0));
            sink.Add(current * left.FilmResistance, new(VoltagePart.LithiumFilm));
        }

        if (positiveFace is { } right)
        {
            LithiumKernel.Potential(
                right, sink.Side(line, last, concentration[last], 1), current, thermalVoltage, out T overpotential);
            sink.Add(overpotential, new(VoltagePart.LithiumKinetics, First: last));
            sink.Add(current * right.FilmResistance, new(VoltagePart.LithiumFilm));
        }
    }

    /// <summary>Diffusion potentials from the ends of the layers: f·ln c where a layer ends, −f·ln c where it begins.</summary>
    private void LayerEnds<T, TSink>(T current, ref TSink sink)
        where T : struct, IScalar<T>
        where TSink : struct, ITermSink<T>
    {
        int last = layout.Cells - 1;
        if (negative is null && runOf[0] >= 0)
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
                T surface = FaceKernel.JointSurface(before, after, -current, line.JointPartition[at]);
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

        if (positive is null && runOf[^1] >= 0)
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

    /// <summary>Potential of the electrode against the electrolyte, both as means over its thickness.</summary>
    /// <param name="electrode">The electrode.</param>
    /// <param name="y">State up to the outermost shell of the electrode.</param>
    /// <param name="current">I [A/m²].</param>
    /// <param name="sink">Receives the terms.</param>
    private void Electrode<T, TSink>(ParticleElectrode electrode, ReadOnlySpan<double> y, T current, ref TSink sink)
        where T : struct, IScalar<T>
        where TSink : struct, ITermSink<T>
    {
        int shell = y.Length - 1, segment = electrode.Sign < 0 ? 0 : runOf.Length - 1;
        ParticleArray particle = electrode.Particle;
        T reaction = current * electrode.CurrentFactor;
        T diffusivity = sink.Seed(particle.SurfaceDiffusivity[0], 2, particle.SurfaceDiffusivitySlope[0]);
        T surface = sink.Seed(y[shell], 2, 1.0) - (reaction * (particle.FluxFactor * particle.SurfaceDistance) / diffusivity);
        (double potential, double slope) = electrode.OpenCircuit(surface.Value, temperature);
        double sign = electrode.Sign;
        sink.Add(sign * sink.Chain(surface, potential, slope), new(VoltagePart.OpenCircuit, Second: shell, SecondScale: 1.0));
        sink.Add(reaction * (sign * electrode.Surface.FilmResistance), new(VoltagePart.Film));
        bool withSalt = hasElectrolyte && runOf[segment] >= 0;
        for (int i = 0; i < electrode.Count; i++)
        {
            int cell = electrode.FirstCell + i;
            double weight = sign * electrode.Share[i];
            T salt = sink.Seed(concentration[cell], 1, 1.0);
            T overpotential = ReactionKernel.Overpotential(electrode.Surface, salt, surface, reaction, thermalVoltage);
            sink.Add(overpotential * weight, new(VoltagePart.Kinetics, First: cell, Second: shell, SecondScale: 1.0));
            if (withSalt)
            {
                sink.Add(Diffusion<T, TSink>(segment, salt, ref sink) * weight, Salt(runOf[segment], cell));
            }
        }
    }
}
