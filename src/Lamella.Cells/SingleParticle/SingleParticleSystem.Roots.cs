using Lamella.Cells.Continuum;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;
using Lamella.Numerics.Dae;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.SingleParticle;

/// <content>Events that end a step.</content>
internal sealed partial class SingleParticleSystem
{
    private const double Inactive = 1.0;

    /// <inheritdoc/>
    public int RootCount => 8;

    /// <inheritdoc/>
    public CallbackStatus EvaluateRoots(
        double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> values)
    {
        if (!Update(time, y, yPrime, onlyEnds: true))
        {
            return CallbackStatus.Recoverable;
        }

        double voltage = y[layout.Voltage];
        values[(int)CellEvent.LowerVoltage] = double.IsNaN(Limits.LowerVoltage) ? Inactive : voltage - Limits.LowerVoltage;
        values[(int)CellEvent.UpperVoltage] = double.IsNaN(Limits.UpperVoltage) ? Inactive : Limits.UpperVoltage - voltage;
        values[(int)CellEvent.CurrentCutOff] = double.IsNaN(Limits.CurrentCutOff)
            ? Inactive
            : Math.Abs(y[layout.Current]) - (Limits.CurrentCutOff / scales.Current);
        values[(int)CellEvent.NegativeExhausted] = negative.IsPorous ? Inactive : y[layout.Lithium];
        values[(int)CellEvent.PositiveExhausted] = positive.IsPorous ? Inactive : y[layout.CounterLithium];
        values[(int)CellEvent.SaltDepleted] = LeastSaltShare(y) - CellLimits.DepletedShare;
        values[(int)CellEvent.HostExhausted] = HostRoom(y, yPrime) - CellLimits.HostMargin;
        values[(int)CellEvent.TemperatureLimit] = cell.Thermal is null ? Inactive : ModelScope.TemperatureRoom(temperature);
        return double.IsNaN(voltage) ? CallbackStatus.Recoverable : CallbackStatus.Success;
    }

    /// <inheritdoc/>
    public StepOutcome? PhysicalLimit(double time, ReadOnlySpan<double> y)
    {
        double[] none = new double[y.Length];
        return !Update(time, y, none) ? null
            : LeastSaltShare(y) < CellLimits.NearlyDepleted ? Outcome((int)CellEvent.SaltDepleted, time, y)
            : HostRoom(y, none) < CellLimits.NearlyExhausted ? Outcome((int)CellEvent.HostExhausted, time, y)
            : null;
    }

    /// <inheritdoc/>
    public StepOutcome? NothingToDo(ReadOnlySpan<double> y)
    {
        double[] none = new double[y.Length];
        return Load.Control == StepControl.Voltage && Update(0.0, y, none) && HostRoom(y, none) < 2.0 * CellLimits.HostMargin
            ? CellLimits.NothingToHold
            : null;
    }

    /// <inheritdoc/>
    public StepOutcome Outcome(int root, double time, ReadOnlySpan<double> y) =>
        CellLimits.Outcome((CellEvent)root, Voltage(time, y), Limits);

    /// <summary>Least salt over rest salt, planar faces included [–]; 1 without a binary layer.</summary>
    private double LeastSaltShare(ReadOnlySpan<double> y)
    {
        double applied = y[layout.Current] * scales.Current, least = 1.0;
        for (int k = 0; k < layout.Cells; k++)
        {
            double share = concentration[k] / line.RestConcentration[k];
            least = line.IsBinary(k) ? Math.Min(least, share) : least;
        }

        least = negative.IsPorous || !hasElectrolyte ? least : Math.Min(least, FaceShare(0, -applied));
        return positive.IsPorous || !hasElectrolyte ? least : Math.Min(least, FaceShare(layout.Cells - 1, applied));
    }

    private double FaceShare(int at, double inward) => line.IsBinary(at)
        ? FaceKernel.BlockedSurface<Scalar>(line.Side(at, concentration[at]), inward).Value / line.RestConcentration[at]
        : 1.0;

    /// <summary>Least room for lithium, or lithium, left at a particle surface [–].</summary>
    private double HostRoom(ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        double applied = y[layout.Current] * scales.Current;
        return Math.Min(Room(negative, applied, y, yPrime), Room(positive, applied, y, yPrime));
    }

    private static double Room(ReducedSide side, double applied, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        if (!side.IsPorous)
        {
            return 1.0;
        }

        double x = side.SurfaceStoichiometry(y, Oxidation(side, applied, yPrime));
        return Math.Min(x, 1.0 - x);
    }
}
