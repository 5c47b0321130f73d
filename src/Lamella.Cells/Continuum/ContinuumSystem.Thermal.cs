using Lamella.Numerics.Dae;

namespace Lamella.Cells.Continuum;

/// <content>
/// Heat: I·V less the work that the reactions store, Q = I·V − Σ q·(U − T·∂U/∂T), per geometric area.
/// </content>
/// <remarks>
/// With V = Σ of all potential steps this is the ohmic, the reaction and the entropic heat together: Bernardi, Pawlikowski
/// and Newman, J. Electrochem. Soc. 132 (1985) 5, doi 10.1149/1.2113792, without heat of mixing. Charging
/// a double layer counts as heat.
/// </remarks>
internal sealed partial class ContinuumSystem
{
    /// <summary>Half the temperature difference of ∂U/∂T [K].</summary>
    private const double EntropyStep = 0.5;

    private readonly ThermalWorkspace? thermal;

    /// <summary>dT/dt [temperature scale per second].</summary>
    private double HeatingRate(double time, ReadOnlySpan<double> y, double voltage)
    {
        double ambient = double.IsNaN(cell.Thermal!.Ambient) ? Temperature.At(time) : cell.Thermal.Ambient;
        double heat = Heat(y, voltage) - (cell.Thermal.Cooling * (temperature - ambient));
        return heat / (cell.Thermal.HeatCapacity * CellScales.Temperature);
    }

    /// <summary>Heat per geometric area [W/m²]; needs the surfaces of all groups.</summary>
    internal double Heat(ReadOnlySpan<double> y, double voltage)
    {
        double stored = 0.0;
        for (int index = 0; index < groups.Length; index++)
        {
            ParticleGroup group = groups[index];
            ReadOnlySpan<double> enthalpy = Enthalpy(index, withSlope: false);
            for (int lane = 0; lane < group.Lanes; lane++)
            {
                stored += group.Current[lane] / group.InverseArea[lane] * enthalpy[lane];
            }
        }

        return (y[layout.Current] * scales.Current * voltage) - stored;
    }

    /// <summary>U − T·∂U/∂T at the surfaces of one group [V].</summary>
    private ReadOnlySpan<double> Enthalpy(int index, bool withSlope)
    {
        ParticleGroup group = groups[index];
        double[] above = thermal!.Above[index], below = thermal.Below[index], enthalpy = thermal.Enthalpy[index];
        double share = temperature / (2.0 * EntropyStep);
        if (withSlope)
        {
            double[] aboveSlope = thermal.AboveSlope[index], belowSlope = thermal.BelowSlope[index], slope = thermal.EnthalpySlope[index];
            group.OpenCircuitPotential.EvaluateWithSlope(group.Surface, temperature + EntropyStep, above, aboveSlope);
            group.OpenCircuitPotential.EvaluateWithSlope(group.Surface, temperature - EntropyStep, below, belowSlope);
            for (int lane = 0; lane < slope.Length; lane++)
            {
                slope[lane] = group.PotentialSlope[lane] - (share * (aboveSlope[lane] - belowSlope[lane]));
            }
        }
        else
        {
            group.OpenCircuitPotential.Evaluate(group.Surface, temperature + EntropyStep, above);
            group.OpenCircuitPotential.Evaluate(group.Surface, temperature - EntropyStep, below);
        }

        for (int lane = 0; lane < enthalpy.Length; lane++)
        {
            enthalpy[lane] = group.Potential[lane] - (share * (above[lane] - below[lane]));
        }

        return enthalpy;
    }

    /// <summary>∂F/∂T by central differences, since laws are functions of a plain T; the error is of order 1e-9.</summary>
    private bool TemperatureColumn(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        const double Step = 1e-5; // of the temperature scale, 3 mK
        ThermalWorkspace work = thermal!;
        y.CopyTo(work.State);
        work.State[layout.Temperature] = y[layout.Temperature] + Step;
        bool whole = EvaluateResidual(time, work.State, yPrime, work.Column) == CallbackStatus.Success;
        work.State[layout.Temperature] = y[layout.Temperature] - Step;
        whole &= EvaluateResidual(time, work.State, yPrime, work.Residual) == CallbackStatus.Success;
        for (int i = 0; i < work.Column.Length; i++)
        {
            work.Column[i] = (work.Column[i] - work.Residual[i]) / (2.0 * Step);
        }

        ConserveSalt(work.Column);
        return whole;
    }

    /// <summary>Takes the noise of the differences out of the sum of the salt balances of each stretch of salt.</summary>
    private void ConserveSalt(double[] column)
    {
        double sum = 0.0;
        for (int k = 0; k < layout.Cells; k++)
        {
            sum += line.Storage[k] * column[CellLayout.PerCell * k];
            if (line.Storage[k] > 0.0 && (k + 1 == layout.Cells || !(line.Storage[k + 1] > 0.0)))
            {
                column[CellLayout.PerCell * k] -= sum / line.Storage[k];
                sum = 0.0;
            }
        }
    }
}
