using System.Collections.Immutable;
using System.Reflection;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Sensitivities;
using Lamella.Cells.Spectra;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;

namespace Lamella.Cells.Running;

/// <summary>Runs protocols on one described cell at one temperature.</summary>
/// <remarks>
/// <see cref="CellOptions.Model"/> chooses the model; its equations, assumptions and limits are in README.md of its
/// folder. One simulator serves one thread.
/// </remarks>
public sealed class CellSimulator
{
    private static readonly string Version =
        typeof(CellSimulator).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private readonly CellDescription cell;
    private readonly ICellSystem system;
    private readonly CellOptions options;
    private readonly ProtocolDriver driver;

    private CellSimulator(
        CellDescription cell, ICellSystem system, double temperature, CellOptions options, ImmutableArray<ChangedCell> changed)
    {
        (this.cell, this.system, this.options) = (cell, system, options);
        driver = new ProtocolDriver(system, temperature, options, MeasureImpedance, changed);
    }

    /// <summary>Gets the number of unknowns.</summary>
    public int Unknowns => system.Size;

    /// <summary>Builds the model.</summary>
    /// <param name="cell">The described cell.</param>
    /// <param name="temperature">T of the whole cell [K], &gt; 0.</param>
    /// <param name="options">Mesh and tolerances; null for the defaults.</param>
    /// <returns>A simulator.</returns>
    /// <exception cref="ArgumentException">The description has no layer or the wrong number of joints, or asks for what the model cannot do.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="temperature"/> is not positive.</exception>
    public static CellSimulator Create(CellDescription cell, double temperature, CellOptions? options = null) =>
        Create(cell, temperature, options, []);

    /// <summary>Builds the model of cells in series, which need not be equal.</summary>
    /// <param name="series">The cells, of one area.</param>
    /// <param name="temperature">T of all cells [K], &gt; 0.</param>
    /// <param name="options">Mesh and tolerances of each cell; null for the defaults.</param>
    /// <returns>A simulator.</returns>
    /// <exception cref="ArgumentException">There is no cell, their areas differ, or the model cannot do what one asks for.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="temperature"/> is not positive.</exception>
    public static CellSimulator Create(CellSeries series, double temperature, CellOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        if (series.Cells.IsDefaultOrEmpty || series.Cells.Any(cell => cell.Area != series.Cells[0].Area || cell.CellsInSeries != 1))
        {
            throw new ArgumentException(
                $"'{series.Name}' needs at least one cell, all of one area, and each written out by itself.", nameof(series));
        }

        options ??= new CellOptions();
        CellDescription head = series.Cells[0] with
        {
            Name = series.Name,
            LowerCutOff = series.Cells.Sum(cell => cell.LowerCutOff),
            UpperCutOff = series.Cells.Sum(cell => cell.UpperCutOff),
        };
        return new CellSimulator(head, CellModels.Build(series, temperature, options), temperature, options, []);
    }

    /// <summary>Builds the model beside changed ones, by which the derivatives of its runs are carried along.</summary>
    internal static CellSimulator Create(
        CellDescription cell, double temperature, CellOptions? options, ImmutableArray<ChangedCell> changed)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        if (cell.Layers.IsDefaultOrEmpty || cell.Joints.IsDefault || cell.Joints.Length != cell.Layers.Length + 1)
        {
            throw new ArgumentException(
                $"'{cell.Name}' has {(cell.Layers.IsDefault ? 0 : cell.Layers.Length)} electrolyte layers and {(cell.Joints.IsDefault ? 0 : cell.Joints.Length)} joints; give at least one layer, a joint before each and one after the last.",
                nameof(cell));
        }

        options ??= new CellOptions();
        return new CellSimulator(cell, CellModels.Build(cell, temperature, options), temperature, options, changed);
    }

    /// <summary>Makes the equilibrium state at a state of charge.</summary>
    /// <param name="stateOfCharge">1 at the upper cut-off, 0 at the lower [–], from 0 to 1; ignored in a symmetric cell.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stateOfCharge"/> is outside 0 to 1.</exception>
    public CellState Equilibrium(double stateOfCharge)
    {
        if (!(stateOfCharge >= 0.0 && stateOfCharge <= 1.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(stateOfCharge), FormattableString.Invariant($"State of charge {stateOfCharge} must lie between 0 and 1."));
        }

        return new CellState([.. system.Equilibrium(stateOfCharge)]);
    }

    /// <summary>Runs a protocol.</summary>
    /// <param name="protocol">The steps.</param>
    /// <param name="initial">Where to start; from a simulator with the same mesh.</param>
    /// <param name="options">What to keep; null for the series only.</param>
    /// <param name="cancellation">Stops the run between two time steps.</param>
    /// <returns>The run; endings of all kinds are values in it.</returns>
    /// <exception cref="ArgumentException"><paramref name="initial"/> belongs to another mesh.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public CellRun Run(
        Protocol protocol, CellState initial, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(initial);
        RequireOwn(initial);
        options ??= RunOptions.SeriesOnly;
        RunContext context = driver.Run(protocol, initial, options, cancellation);
        return Result(context);
    }

    /// <summary>Gets the model.</summary>
    internal ICellSystem System => system;

    /// <summary>Gets the geometric area [m²].</summary>
    internal double Area => cell.Area;

    /// <summary>Gets where results come from.</summary>
    internal ResultProvenance Provenance => new(system.ModelName, cell.Sources, Version, cell.InputHash);

    /// <summary>Refuses a state of another mesh.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentException">The state has another number of unknowns.</exception>
    internal void RequireOwn(CellState state)
    {
        if (state.Unknowns.Length != system.Size)
        {
            throw new ArgumentException(
                $"The state has {state.Unknowns.Length} unknowns, the model {system.Size}: they come from different meshes.",
                nameof(state));
        }
    }

    private CellSpectrum MeasureImpedance(CellState state, ImmutableArray<double> frequencies, CancellationToken cancellation) =>
        CellSpectra.Measure(this, state, frequencies, new SpectrumOptions { Split = false }, cancellation);

    /// <summary>Runs a protocol with the derivatives by parameters.</summary>
    internal SensitivityRun Run(
        Protocol protocol,
        ImmutableArray<Protocol> changedProtocols,
        ImmutableArray<CellParameter> parameters,
        SensitiveState initial,
        RunOptions? options,
        CancellationToken cancellation)
    {
        SensitivityCarrier carrier = driver.Carrier!;
        carrier.BeginRun(changedProtocols, initial.Derivatives);
        CellRun run = Run(protocol, initial.State, options, cancellation);
        return new SensitivityRun(
            run,
            [.. parameters.Zip(carrier.Recorders, (parameter, recorder) => recorder.Result(parameter))],
            new SensitiveState(run.FinalState, [.. carrier.Carried]));
    }

    private CellRun Result(RunContext context)
    {
        RunRecorder recorder = context.Recorder;
        var series = new TimeSeries(
            Provenance,
            [.. recorder.Time],
            [.. recorder.Current.Select(i => i * cell.Area)],
            [.. recorder.Voltage],
            [.. recorder.Temperature],
            [.. recorder.Step],
            [.. recorder.Cycle]);
        return new CellRun
        {
            Series = series,
            Steps = [.. context.Steps],
            Splits = [.. recorder.Splits],
            Balance = context.Observer.Balance,
            Neglected = context.Observer.Neglected,
            Work = context.Work with { Unknowns = system.Size },
            Spectra = [.. context.Spectra],
            Warnings =
            [
                .. context.Observer.Warnings(),
                .. CellLimits.SeparationWarnings(cell, options),
                .. CellLimits.TemperatureWarnings(recorder.Temperature),
                .. context.Warnings.Distinct(),
            ],
            Fields = context.Fields?.Result(),
            FinalState = new CellState(driver.State),
        };
    }
}
