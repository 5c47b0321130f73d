using Lamella.Cells.Continuum;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;
using Lamella.Core;
using Lamella.Numerics.Dae;
using Lamella.Numerics.Dual;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.SingleParticle;

/// <summary>A cell with one particle per porous electrode, with or without its electrolyte. See README.md of this folder.</summary>
internal sealed partial class SingleParticleSystem : ICellSystem
{
    private readonly CellDescription cell;
    private readonly double temperature;
    private readonly double thermalVoltage;
    private readonly CellScales scales;
    private readonly bool hasElectrolyte;
    private readonly ElectrolyteLine line;
    private readonly ReducedLayout layout;
    private readonly ParticleElectrode? negative;
    private readonly ParticleElectrode? positive;
    private readonly LithiumFace? negativeFace;
    private readonly LithiumFace? positiveFace;
    private readonly double leadResistance; // contact and electrons [Ω·m²]
    private readonly double jointResistance; // [Ω·m²]
    private readonly double[] pathLength; // of each segment as the mean path sees it [m]
    private readonly int[] runOf;
    private readonly SaltRun[] runs;
    private readonly double[] concentration;
    private readonly double[] share; // of the current that the electrolyte carries at the right face of each cell

    internal SingleParticleSystem(CellDescription cell, CellOptions options, double temperature, bool hasElectrolyte)
    {
        RequireSupported(cell);
        (this.cell, this.temperature, Temperature) = (cell, temperature, temperature);
        this.hasElectrolyte = hasElectrolyte;
        thermalVoltage = PhysicalConstants.ThermalVoltage(temperature);
        scales = new CellScales(cell.OneCCurrentDensity > 0.0 ? cell.OneCCurrentDensity : 10.0);
        line = new ElectrolyteLine(
            cell, hasElectrolyte ? options : options with { CellsPerLayer = 1, ElectrodeCells = 1 }, temperature);
        runOf = new int[line.Segments.Length];
        runs = SaltRun.Find(line, runOf);
        (diffusional, diffusionalSlope) = (new double[runOf.Length], new double[runOf.Length]);
        (resistance, resistanceSlope) = (new double[runOf.Length], new double[runOf.Length]);
        (negative, positive) = (ElectrodeOf(cell.Negative, -1, options), ElectrodeOf(cell.Positive, 1, options));
        (negativeFace, positiveFace) = (FaceOf(cell.Negative), FaceOf(cell.Positive));
        layout = new ReducedLayout(
            line.Count, negative is null ? 0 : options.Shells, positive is null ? 0 : options.Shells);
        pathLength = new double[runOf.Length];
        share = new double[line.Count];
        FillPaths();
        leadResistance = cell.ContactResistance
            + (hasElectrolyte ? (negative?.SolidResistance ?? 0.0) + (positive?.SolidResistance ?? 0.0) : 0.0);
        jointResistance = line.JointResistance.ToArray().Sum();
        concentration = new double[line.Count];
        (byUnknown, byRun) = (new double[layout.Size], new double[runs.Length]);
        (saltLower, saltDiagonal, saltUpper) = (new double[line.Count], new double[line.Count], new double[line.Count]);
        saltShifted = new double[line.Count];
        saltBatch = new TridiagonalBatch(line.Count, 1);
        (currentColumn, currentResponse) = (new double[layout.Size], new double[layout.Size]);
    }

    /// <inheritdoc/>
    public string ModelName => hasElectrolyte ? "spme/1" : "spm/1";

    /// <inheritdoc/>
    public int Size => layout.Size;

    /// <inheritdoc/>
    public CellLoad Load { get; set; } = CellLoad.Rest;

    /// <inheritdoc/>
    public StepLimits Limits { get; set; } = StepLimits.None;

    /// <inheritdoc/>
    public SetPoint Temperature { get; set; }

    internal ReducedLayout Layout => layout;

    /// <inheritdoc/>
    public void MarkDifferential(Span<bool> differential)
    {
        differential.Clear();
        for (int k = 0; k < layout.Cells; k++)
        {
            differential[k] = line.IsBinary(k);
        }

        differential[layout.Cells..layout.Current].Fill(true);
        differential[layout.Charge] = differential[layout.Lithium] = differential[layout.CounterLithium] = true;
    }

    /// <inheritdoc/>
    public CallbackStatus EvaluateResidual(
        double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        if (!Update(y))
        {
            return CallbackStatus.Recoverable;
        }

        SaltResidual(y, yPrime, residual);
        ParticleResidual(negative, layout.NegativeParticle, layout.NegativeShells, y, yPrime, residual);
        ParticleResidual(positive, layout.PositiveParticle, layout.PositiveShells, y, yPrime, residual);
        double applied = y[layout.Current] * scales.Current, voltage = UpdatedVoltage(y);
        residual[layout.Voltage] = y[layout.Voltage] - voltage;
        residual[layout.Current] = Load.Miss(time, applied, y[layout.Voltage]).Residual / ControlScale;
        residual[layout.Temperature] = y[layout.Temperature] - 1.0;
        double rate = applied / scales.Charge; // of charge and of lithium, scaled alike [1/s]
        residual[layout.Charge] = yPrime[layout.Charge] - rate;
        residual[layout.Lithium] = yPrime[layout.Lithium] - (negativeFace is null ? 0.0 : rate);
        residual[layout.CounterLithium] = yPrime[layout.CounterLithium] + (positiveFace is null ? 0.0 : rate);
        return double.IsNaN(voltage) ? CallbackStatus.Recoverable : CallbackStatus.Success;
    }

    /// <inheritdoc/>
    public double Voltage(double time, ReadOnlySpan<double> y) => y[layout.Voltage];

    /// <inheritdoc/>
    public double Current(ReadOnlySpan<double> y) => y[layout.Current] * scales.Current;

    /// <inheritdoc/>
    public double Charge(ReadOnlySpan<double> y) => y[layout.Charge] * scales.Charge;

    /// <inheritdoc/>
    public double TemperatureOf(double time, ReadOnlySpan<double> y) => temperature;

    /// <inheritdoc/>
    public double[] Equilibrium(double stateOfCharge)
    {
        double[] y = new double[layout.Size];
        for (int k = 0; k < layout.Cells; k++)
        {
            y[k] = line.IsBinary(k) ? line.RestConcentration[k] / CellScales.Concentration : 1.0;
        }

        Shells(y.AsSpan(), negative).Fill(negative?.StoichiometryAt(stateOfCharge) ?? 0.0);
        Shells(y.AsSpan(), positive).Fill(positive?.StoichiometryAt(stateOfCharge) ?? 0.0);
        y[layout.Lithium] = Foil(cell.Negative);
        y[layout.CounterLithium] = Foil(cell.Positive);
        y[layout.Temperature] = 1.0;
        y[layout.Voltage] = Update(y) ? UpdatedVoltage(y) : double.NaN;
        return y;
    }

    /// <inheritdoc/>
    public void GuessLoad(Span<double> y)
    {
        if (Load.Control == StepControl.Current)
        {
            y[layout.Current] = Load.SetPoint.Start / scales.Current;
        }
    }

    /// <inheritdoc/>
    public string Describe(int unknown) => unknown switch
    {
        < 0 => "no single variable stands out",
        _ when unknown < layout.Cells => $"the salt concentration in {line.Segments.Last(s => s.First <= unknown).Name} dominates",
        _ when unknown < layout.Current => "the lithium in the particles dominates",
        _ => "a cell-level variable dominates",
    };

    private double ControlScale => Load.Control == StepControl.Current ? scales.Current : 1.0;

    private Span<double> Shells(Span<double> y, ParticleElectrode? electrode) => electrode is null
        ? []
        : electrode.Sign < 0
            ? y.Slice(layout.NegativeParticle, layout.NegativeShells)
            : y.Slice(layout.PositiveParticle, layout.PositiveShells);

    private double Foil(Electrode electrode) =>
        electrode is LithiumElectrode foil ? foil.Thickness / foil.Metal.MolarVolume / scales.Amount : 0.0;

    private static void RequireSupported(CellDescription cell)
    {
        string? reason = Reason(cell.Negative) ?? Reason(cell.Positive)
            ?? (cell.Layers.Any(layer => layer is HostGuestLayer) ? "a host-guest layer" : null);
        if (reason is not null)
        {
            throw new ArgumentException(
                $"'{cell.Name}' has {reason}; the models 'spm' and 'spme' know lithium, porous electrodes with one kind of particle, binary and single-ion layers. Choose the model 'dfn'.",
                nameof(cell));
        }

        static string? Reason(Electrode electrode) => electrode switch
        {
            LithiumElectrode => null,
            PorousElectrode { Particles.Length: 1 } => null,
            PorousElectrode => "an electrode with several kinds of particles",
            _ => "an electrode without lithium",
        };
    }

    private ParticleElectrode? ElectrodeOf(Electrode electrode, int sign, CellOptions options)
    {
        if (electrode is not PorousElectrode porous)
        {
            return null;
        }

        Segment pores = line.Segments[sign < 0 ? 0 : line.Segments.Length - 1];
        return new ParticleElectrode(
            porous, options, temperature, sign, pores.First, line.Widths.Slice(pores.First, pores.Count));
    }

    private LithiumFace? FaceOf(Electrode electrode) =>
        electrode is LithiumElectrode metal ? LithiumFace.Of(metal, temperature) : null;

    private void FillPaths()
    {
        for (int s = 0; s < pathLength.Length; s++)
        {
            Segment segment = line.Segments[s];
            foreach (double width in line.Widths.Slice(segment.First, segment.Count))
            {
                pathLength[s] += width;
            }
        }

        share.AsSpan().Fill(1.0);
        Fill(negative);
        Fill(positive);

        void Fill(ParticleElectrode? electrode)
        {
            if (electrode is null)
            {
                return;
            }

            pathLength[electrode.Sign < 0 ? 0 : pathLength.Length - 1] /= 3.0;
            double passed = 0.0;
            for (int i = 0; i < electrode.Count; i++)
            {
                passed += electrode.Share[i];
                share[electrode.FirstCell + i] = electrode.Sign < 0 ? passed : 1.0 - passed;
            }
        }
    }

    /// <summary>Updates all properties; false where the state is unphysical.</summary>
    private bool Update(ReadOnlySpan<double> y)
    {
        bool physical = true;
        for (int k = 0; k < concentration.Length; k++)
        {
            concentration[k] = y[k] * CellScales.Concentration;
            physical &= concentration[k] > 0.0;
        }

        if (!physical)
        {
            return false;
        }

        line.Update(concentration);
        return IsInside(negative, layout.NegativeParticle, layout.NegativeShells, y)
            && IsInside(positive, layout.PositiveParticle, layout.PositiveShells, y);
    }

    private bool IsInside(ParticleElectrode? electrode, int start, int shells, ReadOnlySpan<double> y)
    {
        if (electrode is null)
        {
            return true;
        }

        ReadOnlySpan<double> x = y.Slice(start, shells);
        electrode.Particle.Update(x);
        return electrode.SurfaceStoichiometry(x, y[layout.Current] * scales.Current) is > 0.0 and < 1.0;
    }

    private void SaltResidual(ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        double applied = y[layout.Current] * scales.Current, fluxIn = 0.0;
        FaceSide<Scalar> left = line.Side(0, concentration[0]);
        for (int k = 0; k < layout.Cells; k++)
        {
            double fluxOut = 0.0;
            if (hasElectrolyte && k + 1 < layout.Cells)
            {
                FaceSide<Scalar> right = line.Side(k + 1, concentration[k + 1]);
                fluxOut = FaceKernel.SaltFlux<Scalar>(left, right, -applied * share[k], line.JointPartition[k]).Value;
                left = right;
            }

            residual[k] = line.Storage[k] > 0.0
                ? yPrime[k] + ((fluxOut - fluxIn) / (line.Storage[k] * CellScales.Concentration))
                : y[k] - 1.0;
            fluxIn = fluxOut;
        }
    }

    private void ParticleResidual(
        ParticleElectrode? electrode, int start, int shells, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        if (electrode is not null)
        {
            electrode.Particle.Residual(
                y.Slice(start, shells), yPrime.Slice(start, shells),
                [y[layout.Current] * scales.Current * electrode.CurrentFactor], residual.Slice(start, shells));
        }
    }
}
