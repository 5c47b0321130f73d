using System.Collections.Immutable;
using Lamella.Cells.Continuum;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Running;

/// <summary>Cells in series, as in a bipolar stack: one current through all of them, their voltages add up.</summary>
/// <remarks>
/// <para>State: the states of the cells one after the other. Every cell stands under a held voltage of its own, whose
/// equation is taken out: that of the first cell becomes the load of the stack, I·ΣV and so on, that of each other cell
/// I_k = I_1.</para>
/// <para>With the response w_k of a cell to its own voltage, each correction is δ_k = p_k + ν_k·w_k, and the ν_k follow from
/// the currents: the cost is one more solve per cell and factorisation.</para>
/// </remarks>
internal sealed class SeriesSystem : ICellSystem
{
    private const int OwnRoots = 3; // both voltages and the current
    private const double Inactive = 1.0;

    private readonly ImmutableArray<ICellSystem> cells;
    private readonly int[] starts;
    private readonly double[][] responses;
    private readonly double[] rests; // what a correction leaves of each cell's current equation
    private CellLoad load = CellLoad.Rest;
    private SetPoint temperature;
    private double byCurrent; // of the load
    private double byVoltage;

    internal SeriesSystem(ImmutableArray<ICellSystem> cells)
    {
        this.cells = cells;
        starts = new int[cells.Length + 1];
        for (int k = 0; k < cells.Length; k++)
        {
            starts[k + 1] = starts[k] + cells[k].Size;
        }

        responses = [.. cells.Select(cell => new double[cell.Size])];
        rests = new double[cells.Length];
        temperature = cells[0].Temperature;
        foreach (ICellSystem cell in cells)
        {
            cell.Limits = StepLimits.None;
        }
    }

    /// <inheritdoc/>
    public string ModelName => FormattableString.Invariant($"{cells[0].ModelName}, {cells.Length} in series");

    /// <inheritdoc/>
    public int Size => starts[^1];

    /// <inheritdoc/>
    public int RootCount => OwnRoots + cells.Sum(cell => cell.RootCount);

    /// <inheritdoc/>
    public LoadRow LoadRow => cells[0].LoadRow;

    /// <inheritdoc/>
    public CellLoad Load
    {
        get => load;
        set
        {
            load = value;
            foreach (ICellSystem cell in cells)
            {
                cell.Load = new CellLoad(StepControl.Voltage, 0.0); // its equation is then the voltage of the cell
            }
        }
    }

    /// <inheritdoc/>
    public StepLimits Limits { get; set; } = StepLimits.None;

    /// <inheritdoc/>
    public SetPoint Temperature
    {
        get => temperature;
        set
        {
            temperature = value;
            foreach (ICellSystem cell in cells)
            {
                cell.Temperature = value;
            }
        }
    }

    /// <inheritdoc/>
    public void MarkDifferential(Span<bool> differential)
    {
        for (int k = 0; k < cells.Length; k++)
        {
            cells[k].MarkDifferential(differential[starts[k]..starts[k + 1]]);
        }
    }

    /// <inheritdoc/>
    public void MarkUntested(Span<bool> untested)
    {
        for (int k = 0; k < cells.Length; k++)
        {
            cells[k].MarkUntested(untested[starts[k]..starts[k + 1]]);
        }
    }

    /// <inheritdoc/>
    public void RaiseTolerances(Span<double> absolute)
    {
        for (int k = 0; k < cells.Length; k++)
        {
            cells[k].RaiseTolerances(absolute[starts[k]..starts[k + 1]]);
        }
    }

    /// <inheritdoc/>
    public CallbackStatus EvaluateResidual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        double voltage = 0.0, current = Current(y);
        for (int k = 0; k < cells.Length; k++)
        {
            LoadRow row = cells[k].LoadRow;
            Span<double> own = residual[starts[k]..starts[k + 1]];
            CallbackStatus status = cells[k].EvaluateResidual(time, Of(k, y), Of(k, yPrime), own);
            if (status != CallbackStatus.Success)
            {
                return status;
            }

            voltage += own[row.Index] * row.VoltageScale;
            own[row.Index] = (cells[k].Current(Of(k, y)) - current) / row.CurrentScale;
        }

        residual[LoadRow.Index] = load.Miss(time, current, voltage).Residual / LoadRow.CurrentScale;
        return CallbackStatus.Success;
    }

    /// <inheritdoc/>
    public CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        for (int k = 0; k < cells.Length; k++)
        {
            CallbackStatus status = cells[k].EvaluateJacobian(time, Of(k, y), Of(k, yPrime));
            if (status != CallbackStatus.Success)
            {
                return status;
            }
        }

        (_, byCurrent, byVoltage) = load.Miss(time, Current(y), Voltage(time, y));
        return CallbackStatus.Success;
    }

    /// <inheritdoc/>
    public CallbackStatus Factor(double derivativeFactor)
    {
        for (int k = 0; k < cells.Length; k++)
        {
            CallbackStatus status = cells[k].Factor(derivativeFactor);
            if (status != CallbackStatus.Success)
            {
                return status;
            }

            Array.Clear(responses[k]);
            responses[k][cells[k].LoadRow.Index] = 1.0;
            cells[k].Solve(responses[k]);
        }

        return CallbackStatus.Success;
    }

    /// <inheritdoc/>
    public void Solve(Span<double> rightHandSide)
    {
        double resistance = 0.0, known = 0.0; // ΣdV = resistance·dI + known
        for (int k = 0; k < cells.Length; k++)
        {
            LoadRow row = cells[k].LoadRow;
            Span<double> own = rightHandSide[starts[k]..starts[k + 1]];
            rests[k] = own[row.Index] * row.CurrentScale; // of the current beyond that of the first cell; of the load for the first
            own[row.Index] = 0.0;
            cells[k].Solve(own);
            double perVolt = responses[k][row.Index] * row.CurrentScale / row.VoltageScale;
            resistance += 1.0 / perVolt;
            known += ((k == 0 ? 0.0 : rests[k]) - (own[row.Index] * row.CurrentScale)) / perVolt;
        }

        double change = (rests[0] - (byVoltage * known)) / (byCurrent + (byVoltage * resistance));
        for (int k = 0; k < cells.Length; k++)
        {
            LoadRow row = cells[k].LoadRow;
            Span<double> own = rightHandSide[starts[k]..starts[k + 1]];
            double wanted = (change + (k == 0 ? 0.0 : rests[k])) / row.CurrentScale;
            double factor = (wanted - own[row.Index]) / responses[k][row.Index];
            for (int i = 0; i < own.Length; i++)
            {
                own[i] += factor * responses[k][i];
            }
        }
    }

    /// <inheritdoc/>
    public CallbackStatus EvaluateRoots(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> values)
    {
        double voltage = Voltage(time, y);
        values[(int)CellEvent.LowerVoltage] = double.IsNaN(Limits.LowerVoltage) ? Inactive : voltage - Limits.LowerVoltage;
        values[(int)CellEvent.UpperVoltage] = double.IsNaN(Limits.UpperVoltage) ? Inactive : Limits.UpperVoltage - voltage;
        values[(int)CellEvent.CurrentCutOff] = double.IsNaN(Limits.CurrentCutOff)
            ? Inactive
            : (Math.Abs(Current(y)) - Limits.CurrentCutOff) / LoadRow.CurrentScale;
        CallbackStatus status = double.IsNaN(voltage) ? CallbackStatus.Recoverable : CallbackStatus.Success;
        int at = OwnRoots;
        for (int k = 0; k < cells.Length && status == CallbackStatus.Success; at += cells[k++].RootCount)
        {
            status = cells[k].EvaluateRoots(time, Of(k, y), Of(k, yPrime), values.Slice(at, cells[k].RootCount));
        }

        return status;
    }

    /// <inheritdoc/>
    public double[] Equilibrium(double stateOfCharge) => [.. cells.SelectMany(cell => cell.Equilibrium(stateOfCharge))];

    /// <inheritdoc/>
    public void GuessLoad(Span<double> y)
    {
        double voltage = Voltage(0.0, y), value = load.SetPoint.Start;
        double current = load.Control switch
        {
            StepControl.Current => value,
            StepControl.Power => value / voltage,
            StepControl.Resistance => -voltage / value,
            _ => double.NaN,
        };
        for (int k = 0; k < cells.Length && double.IsFinite(current); k++)
        {
            CellLoad held = cells[k].Load;
            cells[k].Load = new CellLoad(StepControl.Current, current);
            cells[k].GuessLoad(y[starts[k]..starts[k + 1]]);
            cells[k].Load = held;
        }
    }

    /// <inheritdoc/>
    public double Voltage(double time, ReadOnlySpan<double> y)
    {
        double sum = 0.0;
        for (int k = 0; k < cells.Length; k++)
        {
            sum += cells[k].Voltage(time, Of(k, y));
        }

        return sum;
    }

    /// <inheritdoc/>
    public double Current(ReadOnlySpan<double> y) => cells[0].Current(Of(0, y));

    /// <inheritdoc/>
    public double Charge(ReadOnlySpan<double> y) => cells[0].Charge(Of(0, y));

    /// <inheritdoc/>
    public double Energy(ReadOnlySpan<double> y)
    {
        double sum = 0.0;
        for (int k = 0; k < cells.Length; k++)
        {
            sum += cells[k].Energy(Of(k, y));
        }

        return sum;
    }

    /// <inheritdoc/>
    /// <remarks>The mean of the cells.</remarks>
    public double TemperatureOf(double time, ReadOnlySpan<double> y)
    {
        double sum = 0.0;
        for (int k = 0; k < cells.Length; k++)
        {
            sum += cells[k].TemperatureOf(time, Of(k, y));
        }

        return sum / cells.Length;
    }

    /// <inheritdoc/>
    public VoltageSplit SplitVoltage(double time, ReadOnlySpan<double> y)
    {
        VoltageSplit sum = cells[0].SplitVoltage(time, Of(0, y));
        sum = sum with { Ohmic = SeriesWords.Name(0, sum.Ohmic) };
        for (int k = 1; k < cells.Length; k++)
        {
            sum = SeriesWords.Add(sum, cells[k].SplitVoltage(time, Of(k, y)), k);
        }

        return sum;
    }

    /// <inheritdoc/>
    public StepOutcome Outcome(int root, double time, ReadOnlySpan<double> y)
    {
        if (root < OwnRoots)
        {
            return CellLimits.Outcome((CellEvent)root, Voltage(time, y), Limits);
        }

        int k = 0;
        for (root -= OwnRoots; root >= cells[k].RootCount; k++)
        {
            root -= cells[k].RootCount;
        }

        return SeriesWords.InCell(k, cells[k].Outcome(root, time, Of(k, y)));
    }

    /// <inheritdoc/>
    public StepOutcome? PhysicalLimit(double time, ReadOnlySpan<double> y)
    {
        for (int k = 0; k < cells.Length; k++)
        {
            if (cells[k].PhysicalLimit(time, Of(k, y)) is { } limit)
            {
                return SeriesWords.InCell(k, limit);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public StepOutcome? NothingToDo(ReadOnlySpan<double> y)
    {
        for (int k = 0; k < cells.Length && load.Control == StepControl.Voltage; k++)
        {
            if (cells[k].NothingToDo(Of(k, y)) is { } idle)
            {
                return SeriesWords.InCell(k, idle);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public string Describe(int unknown)
    {
        int k = unknown < 0 ? 0 : starts.AsSpan(1).IndexOfAnyInRange(unknown + 1, int.MaxValue);
        return unknown < 0 ? cells[0].Describe(unknown) : FormattableString.Invariant($"in cell {k + 1} {cells[k].Describe(unknown - starts[k])}");
    }

    /// <inheritdoc/>
    public ICellObserver Observe(ReadOnlySpan<double> y)
    {
        var observers = ImmutableArray.CreateBuilder<ICellObserver>();
        for (int k = 0; k < cells.Length; k++)
        {
            observers.Add(cells[k].Observe(Of(k, y)));
        }

        return new SeriesObserver(observers.ToImmutable(), [.. starts]);
    }

    /// <summary>Gets the fields of all cells, or null where a model has none.</summary>
    internal IFieldSource? Fields => cells.All(cell => cell is IFieldSource)
        ? new SeriesFields([.. cells.Select(cell => (cell, (IFieldSource)cell))], [.. starts])
        : null;

    /// <summary>Returns the cells with their parts of a state.</summary>
    internal ImmutableArray<(ICellSystem System, double[] State)> Parts(ReadOnlySpan<double> y)
    {
        var parts = ImmutableArray.CreateBuilder<(ICellSystem System, double[] State)>(cells.Length);
        for (int k = 0; k < cells.Length; k++)
        {
            parts.Add((cells[k], Of(k, y).ToArray()));
        }

        return parts.ToImmutable();
    }

    private ReadOnlySpan<double> Of(int k, ReadOnlySpan<double> y) => y[starts[k]..starts[k + 1]];
}
