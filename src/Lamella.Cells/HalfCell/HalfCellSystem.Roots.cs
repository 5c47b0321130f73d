using Lamella.Numerics.Dae;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.HalfCell;

/// <summary>What may end a step; also the index of its root function.</summary>
internal enum CellEvent
{
    /// <summary>The voltage fell to the lower limit.</summary>
    LowerVoltage,

    /// <summary>The voltage rose to the upper limit.</summary>
    UpperVoltage,

    /// <summary>The current fell below its limit.</summary>
    CurrentCutOff,

    /// <summary>The lithium foil is used up.</summary>
    LithiumExhausted,

    /// <summary>The counter lithium foil is used up.</summary>
    CounterLithiumExhausted,

    /// <summary>The salt is used up somewhere in the electrolyte.</summary>
    SaltDepleted,

    /// <summary>The surface of a cathode particle is full or empty.</summary>
    HostExhausted,
}

/// <content>Events that end a step.</content>
internal sealed partial class HalfCellSystem
{
    private const double Inactive = 1.0;

    /// <summary>Share of the rest concentration below which the salt counts as depleted [–].</summary>
    private const double DepletedShare = 1e-6;

    /// <summary>Distance from a full or an empty particle surface that counts as reaching it [–].</summary>
    private const double HostMargin = 1e-4;

    /// <inheritdoc/>
    public int RootCount => 7;

    /// <summary>Gets or sets the voltage that ends the step from above [V]; NaN for none.</summary>
    internal double LowerVoltage { get; set; } = double.NaN;

    /// <summary>Gets or sets the voltage that ends the step from below [V]; NaN for none.</summary>
    internal double UpperVoltage { get; set; } = double.NaN;

    /// <summary>Gets or sets the current density whose undershoot ends the step [A/m²]; NaN for none.</summary>
    internal double CurrentCutOff { get; set; } = double.NaN;

    /// <inheritdoc/>
    public CallbackStatus EvaluateRoots(
        double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> values)
    {
        if (!Unpack(y))
        {
            return CallbackStatus.Recoverable;
        }

        line.Update(concentration);
        double voltage = UpdatedVoltage(y);
        values[(int)CellEvent.LowerVoltage] = double.IsNaN(LowerVoltage) ? Inactive : voltage - LowerVoltage;
        values[(int)CellEvent.UpperVoltage] = double.IsNaN(UpperVoltage) ? Inactive : UpperVoltage - voltage;
        values[(int)CellEvent.CurrentCutOff] = double.IsNaN(CurrentCutOff)
            ? Inactive
            : Math.Abs(y[layout.Current]) - (CurrentCutOff / scales.Current);
        values[(int)CellEvent.LithiumExhausted] = y[layout.Lithium];
        values[(int)CellEvent.CounterLithiumExhausted] = counter is null ? Inactive : y[layout.CounterLithium];
        values[(int)CellEvent.SaltDepleted] = LeastSaltShare(y) - DepletedShare;
        values[(int)CellEvent.HostExhausted] = cathode is null ? Inactive : HostRoom(y) - HostMargin;
        return double.IsNaN(voltage) ? CallbackStatus.Recoverable : CallbackStatus.Success;
    }

    /// <summary>Least salt concentration over the rest concentration, lithium faces included [–]; 1 without a binary layer.</summary>
    /// <param name="y">State.</param>
    /// <returns>The share; negative where a face asks for more salt than there is.</returns>
    internal double LeastSaltShare(ReadOnlySpan<double> y)
    {
        double applied = y[layout.Current] * scales.Current;
        double least = Math.Min(1.0, FaceShare(y, 0, -applied));
        for (int k = 0; k < layout.Cells; k++)
        {
            double share = y[CellLayout.PerCell * k] * CellScales.Concentration / line.RestConcentration[k];
            least = line.IsBinary(k) ? Math.Min(least, share) : least;
        }

        return counter is null ? least : Math.Min(least, FaceShare(y, layout.Cells - 1, applied));
    }

    /// <summary>Tells whether a particle surface is full or empty already, so that a held voltage has nothing left to do.</summary>
    /// <param name="y">State.</param>
    /// <param name="margin">What counts as the end [–].</param>
    /// <returns>True at the end of the host.</returns>
    internal bool IsHostExhausted(ReadOnlySpan<double> y, double margin = 2.0 * HostMargin) =>
        cathode is not null && HostRoom(y) < margin;

    /// <summary>Least room for lithium, or lithium, left at a particle surface [–].</summary>
    private double HostRoom(ReadOnlySpan<double> y)
    {
        particles!.Update(layout.Particles(y));
        SurfaceState(y);
        double least = 1.0;
        foreach (double x in surface)
        {
            least = Math.Min(least, Math.Min(x, 1.0 - x));
        }

        return least;
    }

    /// <summary>Salt at an electrode face over the rest concentration [–].</summary>
    private double FaceShare(ReadOnlySpan<double> y, int cell, double inward)
    {
        FaceSide<Scalar> side = line.Side(cell, y[CellLayout.PerCell * cell] * CellScales.Concentration);
        return line.IsBinary(cell)
            ? FaceKernel.BlockedSurface<Scalar>(side, inward).Value / line.RestConcentration[cell]
            : 1.0;
    }
}
