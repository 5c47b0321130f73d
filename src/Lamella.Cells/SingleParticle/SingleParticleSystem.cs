using Lamella.Cells.Continuum;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;

namespace Lamella.Cells.SingleParticle;

/// <summary>A cell with one particle per porous electrode, with or without its electrolyte. See README.md of this folder.</summary>
internal sealed partial class SingleParticleSystem : ISpectralSystem
{
    private readonly CellDescription cell;
    private readonly CellScales scales;
    private readonly bool hasElectrolyte;
    private readonly ElectrolyteLine line;
    private readonly ReducedLayout layout;
    private readonly ReducedSide negative;
    private readonly ReducedSide positive;
    private readonly double leadResistance; // contact and electrons [Ω·m²]
    private readonly double[] pathLength; // of each segment as the mean path sees it [m]
    private readonly bool[] hasSalt; // per segment
    private readonly double[] concentration;
    private readonly double[] saltFlux; // through the right face of each cell [mol/(m²·s)]
    private readonly double[] share; // of the current that the electrolyte carries at the right face of each cell
    private double temperature;
    private double thermalVoltage;
    private double jointResistance; // [Ω·m²]

    internal SingleParticleSystem(CellDescription cell, CellOptions options, double temperature, bool hasElectrolyte)
    {
        RequireSupported(cell);
        (this.cell, this.temperature, Temperature) = (cell, temperature, temperature);
        this.hasElectrolyte = hasElectrolyte;
        scales = new CellScales(cell.OneCCurrentDensity > 0.0 ? cell.OneCCurrentDensity : 10.0);
        line = new ElectrolyteLine(
            cell, hasElectrolyte ? options : options with { CellsPerLayer = 1, ElectrodeCells = 1 }, temperature);
        hasSalt = [.. line.Segments.Select(segment => segment.Layer is BinaryLayer)];
        negative = new ReducedSide(cell.Negative, options, temperature, -1, line, cell.Joints[0]);
        positive = new ReducedSide(cell.Positive, options, temperature, 1, line, cell.Joints[^1]);
        layout = new ReducedLayout(
            line.Count, negative.IsPorous ? options.Shells : 0, positive.IsPorous ? options.Shells : 0);
        Place(negative, layout.NegativeParticle, layout.NegativeShells, layout.NegativePotential, layout.NegativeFilm, layout.Lithium);
        Place(positive, layout.PositiveParticle, layout.PositiveShells, layout.PositivePotential, layout.PositiveFilm, layout.CounterLithium);
        leadResistance = cell.ContactResistance + (hasElectrolyte ? negative.SolidResistance + positive.SolidResistance : 0.0);
        (pathLength, share) = (new double[hasSalt.Length], new double[line.Count]);
        (concentration, saltFlux) = (new double[line.Count], new double[line.Count]);
        FillPaths();
        (diffusional, resistance) = (new double[hasSalt.Length], new double[hasSalt.Length]);
        SetTemperature(temperature);
        gradient = new ReducedGradient(layout);
        linear = new ReducedMatrix(layout);
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

    /// <inheritdoc/>
    public LoadRow LoadRow => new(layout.Current, scales.Current, 1.0);

    private double ControlScale => Load.Control == StepControl.Current ? scales.Current : 1.0;

    /// <inheritdoc/>
    public void MarkDifferential(Span<bool> differential)
    {
        differential.Clear();
        for (int k = 0; k < layout.Cells; k++)
        {
            differential[k] = line.IsBinary(k);
        }

        differential[layout.Cells..layout.Current].Fill(true);
        differential[layout.Temperature] = cell.Thermal is not null;
        differential[layout.Charge] = differential[layout.Energy] = true;
        differential[layout.Lithium] = differential[layout.CounterLithium] = true;
        Mark(negative, differential);
        Mark(positive, differential);

        static void Mark(ReducedSide side, Span<bool> differential)
        {
            differential[side.Potential] = side.Capacitance > 0.0;
            differential[side.Film] = side.FilmCapacitance > 0.0 && side.FilmResistance > 0.0;
        }
    }

    /// <inheritdoc/>
    public double Voltage(double time, ReadOnlySpan<double> y) => y[layout.Voltage];

    /// <inheritdoc/>
    public double Current(ReadOnlySpan<double> y) => y[layout.Current] * scales.Current;

    /// <inheritdoc/>
    public double Charge(ReadOnlySpan<double> y) => y[layout.Charge] * scales.Charge;

    /// <inheritdoc/>
    public double Energy(ReadOnlySpan<double> y) => y[layout.Energy] * scales.Energy;

    /// <inheritdoc/>
    public double[] Equilibrium(double stateOfCharge)
    {
        SetTemperature(Temperature.Start);
        double[] y = new double[layout.Size];
        for (int k = 0; k < layout.Cells; k++)
        {
            y[k] = line.IsBinary(k) ? line.RestConcentration[k] / CellScales.Concentration : 1.0;
        }

        y[layout.Temperature] = temperature / CellScales.Temperature;
        Fill(negative);
        Fill(positive);
        y[layout.Voltage] = y[positive.Potential] - y[negative.Potential];
        return y;

        void Fill(ReducedSide side)
        {
            y[side.Lithium] = side.Foil / scales.Amount;
            if (side.IsPorous)
            {
                double stoichiometry = side.StoichiometryAt(stateOfCharge);
                side.ShellsOf(y.AsSpan()).Fill(stoichiometry);
                y[side.Potential] = side.OpenCircuit(stoichiometry, temperature).Potential;
            }
        }
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

    private static void Place(ReducedSide side, int shellStart, int shells, int potential, int film, int lithium) =>
        (side.ShellStart, side.Shells, side.Potential, side.Film, side.Lithium) = (shellStart, shells, potential, film, lithium);

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
            _ => "an electrode without a store of lithium",
        };
    }

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
        Fill(negative, 0);
        Fill(positive, pathLength.Length - 1);

        void Fill(ReducedSide side, int segment)
        {
            pathLength[segment] /= side.IsPorous ? 3.0 : 1.0; // i grows linearly: ∫(x/L)²dx = L/3
            double passed = 0.0;
            for (int i = 0; i < side.Share.Length; i++)
            {
                passed += side.Share[i];
                share[side.FirstCell + i] = side.Sign < 0 ? passed : 1.0 - passed;
            }
        }
    }
}
