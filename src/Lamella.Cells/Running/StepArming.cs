using Lamella.Cells.Protocols;

namespace Lamella.Cells.Running;

/// <summary>Sets load, limits and temperature of a model to those of a step, or of a piece of it.</summary>
internal sealed class StepArming(ICellSystem system, double temperature)
{
    /// <summary>Gets the model with the ends of the step.</summary>
    internal SteppedSystem Stepped { get; } = new(system);

    /// <summary>Sets everything that a step prescribes.</summary>
    /// <param name="step">The step; a sweep has its ramp.</param>
    /// <param name="state">The state in which it begins.</param>
    internal void Arm(ProtocolStep step, ReadOnlySpan<double> state)
    {
        bool sweeps = step.Sweep is not null;
        system.Limits = new StepLimits(step.LowerVoltage, step.UpperVoltage, sweeps ? double.NaN : step.CurrentCutOff);
        Stepped.HighestCurrent = sweeps ? step.CurrentCutOff : double.NaN;
        Stepped.ChargeCutOff = step.ChargeCutOff;
        Stepped.ChargeAtStart = system.Charge(state);
        ArmPiece(step, 0.0);
    }

    /// <summary>Sets load and temperature of the piece that begins at a time of the step; the time of the system begins anew.</summary>
    /// <param name="step">The step.</param>
    /// <param name="begin">Time of the step [s].</param>
    internal void ArmPiece(ProtocolStep step, double begin)
    {
        system.Load = new CellLoad(step.Control, step.Value.PieceFrom(begin));
        system.Temperature = TemperatureFrom(step, begin);
    }

    /// <summary>Lets the model rest at the temperature of a step, without limits.</summary>
    /// <param name="step">The step.</param>
    internal void ArmRest(ProtocolStep step)
    {
        system.Load = CellLoad.Rest;
        system.Limits = StepLimits.None;
        system.Temperature = TemperatureFrom(step, 0.0);
    }

    private SetPoint TemperatureFrom(ProtocolStep step, double begin) => step.Temperature?.PieceFrom(begin) ?? temperature;
}
