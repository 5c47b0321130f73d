using Lamella.Cells.Protocols;
using Lamella.Cells.Running;
using Lamella.Numerics.Dae;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>What may end a step; also the index of its root function.</summary>
internal enum CellEvent
{
    /// <summary>The voltage fell to the lower limit.</summary>
    LowerVoltage,

    /// <summary>The voltage rose to the upper limit.</summary>
    UpperVoltage,

    /// <summary>The current fell below its limit.</summary>
    CurrentCutOff,

    /// <summary>The lithium of the negative side is used up.</summary>
    NegativeExhausted,

    /// <summary>The lithium of the positive side is used up.</summary>
    PositiveExhausted,

    /// <summary>The salt is used up somewhere in the electrolyte.</summary>
    SaltDepleted,

    /// <summary>The surface of a particle is full or empty.</summary>
    HostExhausted,

    /// <summary>The cell became hotter or colder than any cell is.</summary>
    TemperatureLimit,
}

/// <content>Events that end a step.</content>
internal sealed partial class ContinuumSystem
{
    private const double Inactive = 1.0;

    /// <inheritdoc/>
    public int RootCount => 8;

    /// <inheritdoc/>
    public CallbackStatus EvaluateRoots(
        double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> values)
    {
        if (!Unpack(time, y))
        {
            return CallbackStatus.Recoverable;
        }

        line.Update(concentration);
        double voltage = UpdatedVoltage(y);
        values[(int)CellEvent.LowerVoltage] = double.IsNaN(Limits.LowerVoltage) ? Inactive : voltage - Limits.LowerVoltage;
        values[(int)CellEvent.UpperVoltage] = double.IsNaN(Limits.UpperVoltage) ? Inactive : Limits.UpperVoltage - voltage;
        values[(int)CellEvent.CurrentCutOff] = double.IsNaN(Limits.CurrentCutOff)
            ? Inactive
            : Math.Abs(y[layout.Current]) - (Limits.CurrentCutOff / scales.Current);
        values[(int)CellEvent.NegativeExhausted] = LithiumLeft(negativeFace, y);
        values[(int)CellEvent.PositiveExhausted] = LithiumLeft(positiveFace, y);
        values[(int)CellEvent.SaltDepleted] = LeastSaltShare(y) - CellLimits.DepletedShare;
        values[(int)CellEvent.HostExhausted] = groups.IsEmpty ? Inactive : HostRoom(y, yPrime) - CellLimits.HostMargin;
        values[(int)CellEvent.TemperatureLimit] = layout.Temperature < 0 ? Inactive : ModelScope.TemperatureRoom(temperature);
        return double.IsNaN(voltage) ? CallbackStatus.Recoverable : CallbackStatus.Success;
    }

    /// <inheritdoc/>
    public StepOutcome? PhysicalLimit(double time, ReadOnlySpan<double> y) =>
        Voltage(time, y) is var _ && LeastSaltShare(y) < CellLimits.NearlyDepleted ? Outcome((int)CellEvent.SaltDepleted, time, y)
        : IsHostExhausted(y, CellLimits.NearlyExhausted) ? Outcome((int)CellEvent.HostExhausted, time, y)
        : null;

    /// <inheritdoc/>
    public StepOutcome? NothingToDo(ReadOnlySpan<double> y) => Load.Control == StepControl.Voltage && IsHostExhausted(y)
        ? CellLimits.NothingToHold
        : null;

    /// <inheritdoc/>
    public StepOutcome Outcome(int root, double time, ReadOnlySpan<double> y)
    {
        PlanarFace? face = (CellEvent)root == CellEvent.NegativeExhausted ? negativeFace : positiveFace;
        return CellLimits.Outcome((CellEvent)root, Voltage(time, y), Limits, face?.Collector?.Name);
    }

    /// <summary>Least salt concentration over the rest concentration, at electrodes and joints too [–]; 1 without a binary layer.</summary>
    /// <param name="y">State, which the electrolyte line was updated with.</param>
    /// <returns>The share; negative where a face asks for more salt than there is.</returns>
    internal double LeastSaltShare(ReadOnlySpan<double> y)
    {
        double least = Math.Min(FaceShare(negativeFace, y), FaceShare(positiveFace, y));
        for (int k = 0; k < layout.Cells; k++)
        {
            double share = y[CellLayout.PerCell * k] * CellScales.Concentration / line.RestConcentration[k];
            least = line.IsBinary(k) ? Math.Min(least, share) : least;
            least = line.Paths[k].Joint is null ? least : Math.Min(least, JointShare(k, y));
        }

        return least;
    }

    /// <summary>Tells whether a particle surface is full or empty already, so that a held voltage has nothing left to do.</summary>
    /// <param name="y">State.</param>
    /// <param name="margin">What counts as the end [–].</param>
    /// <returns>True at the end of the host.</returns>
    internal bool IsHostExhausted(ReadOnlySpan<double> y, double margin = 2.0 * CellLimits.HostMargin) =>
        !groups.IsEmpty && HostRoom(y, default) < margin;

    /// <summary>Least room for lithium, or lithium, left at a particle surface [–].</summary>
    private double HostRoom(ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        double least = 1.0;
        foreach (PorousLine electrode in porous)
        {
            UpdateGroups(electrode, y, yPrime);
            foreach (ParticleGroup group in electrode.Groups)
            {
                least = Math.Min(least, group.Room());
            }
        }

        return least;
    }

    /// <summary>Lithium of a planar electrode before it ends the step [scale of amounts].</summary>
    private double LithiumLeft(PlanarFace? face, ReadOnlySpan<double> y) =>
        face is null || double.IsNaN(face.LeastLithium) ? Inactive : y[face.Lithium] - (face.LeastLithium / scales.Amount);

    /// <summary>Least salt on both sides of a joint over the rest concentration [–].</summary>
    private double JointShare(int k, ReadOnlySpan<double> y)
    {
        FacePath path = line.Paths[k];
        FaceSide<Scalar> left = SideOf(k, path.LeftHost), right = SideOf(k + 1, path.RightHost);
        double before = PathCurrent(path.Left, k, y), after = PathCurrent(path.Right, k, y);
        double atLeft = double.PositiveInfinity, atRight = double.PositiveInfinity;
        if (left.IsBinary && right.IsBinary)
        {
            atLeft = FaceKernel.JointSurface<Scalar>(left, right, before, after, line.JointPartition[k]).Value;
            atRight = line.JointPartition[k] * atLeft;
        }
        else if (left.IsBinary)
        {
            atLeft = FaceKernel.BlockedSurface<Scalar>(left, -before).Value;
        }
        else if (right.IsBinary)
        {
            atRight = FaceKernel.BlockedSurface<Scalar>(right, after).Value;
        }

        return Math.Min(atLeft / line.RestConcentration[k], atRight / line.RestConcentration[k + 1]);
    }

    /// <summary>Salt at an electrode face over the rest concentration [–].</summary>
    private double FaceShare(PlanarFace? face, ReadOnlySpan<double> y)
    {
        if (face is null || face.ViaHost || !line.IsBinary(face.Cell))
        {
            return 1.0;
        }

        FaceSide<Scalar> side = line.Side(face.Cell, y[CellLayout.PerCell * face.Cell] * CellScales.Concentration);
        return FaceKernel.BlockedSurface<Scalar>(side, face.Sign * y[layout.Current] * scales.Current).Value / line.RestConcentration[face.Cell];
    }
}
