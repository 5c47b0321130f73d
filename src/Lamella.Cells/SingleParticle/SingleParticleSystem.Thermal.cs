using Lamella.Cells.Continuum;
using Lamella.Core;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.SingleParticle;

/// <content>
/// Temperature: prescribed over time, or from the balance C·dT/dt = I·V − Σ o·(U − T·∂U/∂T) − h·(T − T_a) per geometric
/// area, as in the continuum model.
/// </content>
internal sealed partial class SingleParticleSystem
{
    /// <summary>Half the temperature difference of ∂U/∂T [K].</summary>
    private const double EntropyStep = 0.5;

    /// <inheritdoc/>
    public double TemperatureOf(double time, ReadOnlySpan<double> y) =>
        cell.Thermal is null ? Temperature.At(time) : y[layout.Temperature] * CellScales.Temperature;

    private void SetTemperature(double kelvin)
    {
        temperature = kelvin;
        thermalVoltage = PhysicalConstants.ThermalVoltage(kelvin);
        line.SetTemperature(kelvin);
        negative.SetTemperature(kelvin);
        positive.SetTemperature(kelvin);
        jointResistance = negative.JointResistance + positive.JointResistance;
        foreach (double joint in line.JointResistance)
        {
            jointResistance += joint;
        }

        UpdateSegments();
    }

    private double TemperatureResidual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        if (cell.Thermal is not { } thermal)
        {
            return y[layout.Temperature] - (Temperature.At(time) / CellScales.Temperature);
        }

        double applied = y[layout.Current] * scales.Current;
        double ambient = double.IsNaN(thermal.Ambient) ? Temperature.At(time) : thermal.Ambient;
        double heat = (applied * y[layout.Voltage]) - Stored(negative, applied, y, yPrime) - Stored(positive, applied, y, yPrime);
        return yPrime[layout.Temperature]
            - ((heat - (thermal.Cooling * (temperature - ambient))) / (thermal.HeatCapacity * CellScales.Temperature));
    }

    /// <summary>Power that the reaction of a side stores, o·(U − T·∂U/∂T) [W/m²].</summary>
    private double Stored(ReducedSide side, double applied, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        double oxidation = Oxidation(side, applied, yPrime);
        return side.IsPorous ? oxidation * Enthalpy(side, side.SurfaceStoichiometry(y, oxidation)).Value : 0.0;
    }

    /// <summary>U − T·∂U/∂T and its slope [V].</summary>
    private (double Value, double Slope) Enthalpy(ReducedSide side, double stoichiometry)
    {
        (double middle, double slope) = side.OpenCircuit(stoichiometry, temperature);
        (double above, double aboveSlope) = side.OpenCircuit(stoichiometry, temperature + EntropyStep);
        (double below, double belowSlope) = side.OpenCircuit(stoichiometry, temperature - EntropyStep);
        double share = temperature / (2.0 * EntropyStep);
        return (middle - (share * (above - below)), slope - (share * (aboveSlope - belowSlope)));
    }

    /// <summary>∂F/∂T by central differences, since laws are functions of a plain T; the error is of order 1e-9.</summary>
    private bool TemperatureColumn(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        const double Step = 1e-5; // of the temperature scale, 3 mK
        double[] state = linear.ShiftedState, below = linear.ShiftedResidual, column = linear.TemperatureColumn;
        y.CopyTo(state);
        state[layout.Temperature] = y[layout.Temperature] + Step;
        bool whole = EvaluateResidual(time, state, yPrime, column) == CallbackStatus.Success;
        state[layout.Temperature] = y[layout.Temperature] - Step;
        whole &= EvaluateResidual(time, state, yPrime, below) == CallbackStatus.Success;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = (column[i] - below[i]) / (2.0 * Step);
        }

        return whole;
    }

    /// <summary>∂(heat balance)/∂I, ∂V, o and the outermost shells.</summary>
    private void HeatJacobian(double applied, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        double weight = -1.0 / (cell.Thermal!.HeatCapacity * CellScales.Temperature); // of heat in the residual
        linear.HeatByCurrent = weight * y[layout.Voltage] * scales.Current;
        linear.HeatByVoltage = weight * applied;
        Side(negative, y, yPrime);
        Side(positive, y, yPrime);

        void Side(ReducedSide side, ReadOnlySpan<double> state, ReadOnlySpan<double> rate)
        {
            if (side.IsPorous)
            {
                double oxidation = Oxidation(side, applied, rate);
                (double value, double slope) = Enthalpy(side, side.SurfaceStoichiometry(state, oxidation));
                ParticleArray particle = side.Particle!;
                double diffusivity = particle.SurfaceDiffusivity[0], distance = side.InverseArea * particle.FluxFactor * particle.SurfaceDistance;
                double byShell = 1.0 + (oxidation * distance * particle.SurfaceDiffusivitySlope[0] / (diffusivity * diffusivity));
                side.HeatByShell = -weight * oxidation * slope * byShell;
                side.HeatByOxidation = -weight * (value - (oxidation * slope * distance / diffusivity));
            }
        }
    }
}
