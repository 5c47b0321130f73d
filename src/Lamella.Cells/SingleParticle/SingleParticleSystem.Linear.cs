using Lamella.Cells.Continuum;
using Lamella.Numerics.Dae;
using Lamella.Numerics.Dual;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.SingleParticle;

/// <content>Exact Jacobian and linear algebra: salt and particles are tridiagonal, the current borders them.</content>
internal sealed partial class SingleParticleSystem
{
    private readonly double[] saltLower;
    private readonly double[] saltDiagonal;
    private readonly double[] saltShifted;
    private readonly double[] saltUpper;
    private readonly TridiagonalBatch saltBatch;
    private readonly double[] currentColumn;
    private readonly double[] currentResponse;
    private double derivativeFactor;
    private double controlCurrent; // ∂(control)/∂I
    private double controlVoltage; // ∂(control)/∂V
    private double voltageByCurrent; // dV/dI with salt and particles following
    private double currentPivot;

    /// <inheritdoc/>
    public CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        if (!Update(y))
        {
            return CallbackStatus.Recoverable;
        }

        line.UpdateWithSlopes(concentration);
        SaltJacobian(y[layout.Current] * scales.Current);
        ParticleJacobian(negative, layout.NegativeParticle, layout.NegativeShells, y);
        ParticleJacobian(positive, layout.PositiveParticle, layout.PositiveShells, y);
        UpdateGradient(y);
        (_, controlCurrent, controlVoltage) = Load.Miss(time, y[layout.Current] * scales.Current, y[layout.Voltage]);
        controlCurrent *= scales.Current / ControlScale;
        controlVoltage /= ControlScale;
        return CallbackStatus.Success;
    }

    /// <inheritdoc/>
    public CallbackStatus Factor(double derivativeFactor)
    {
        this.derivativeFactor = derivativeFactor;
        for (int k = 0; k < saltShifted.Length; k++)
        {
            saltShifted[k] = saltDiagonal[k] + (line.Storage[k] > 0.0 ? derivativeFactor : 0.0);
        }

        if (!saltBatch.Factor(saltLower, saltShifted, saltUpper)
            || !(negative?.Particle.Factor(derivativeFactor) ?? true)
            || !(positive?.Particle.Factor(derivativeFactor) ?? true))
        {
            return CallbackStatus.Recoverable;
        }

        currentColumn.CopyTo(currentResponse, 0);
        SolveStates(currentResponse);
        voltageByCurrent = byUnknown[layout.Current] - Slope(currentResponse);
        currentPivot = controlCurrent + (controlVoltage * voltageByCurrent);
        return currentPivot != 0.0 && double.IsFinite(currentPivot) ? CallbackStatus.Success : CallbackStatus.Recoverable;
    }

    /// <inheritdoc/>
    public void Solve(Span<double> rightHandSide)
    {
        SolveStates(rightHandSide);
        double voltage = rightHandSide[layout.Voltage] + Slope(rightHandSide); // at an unchanged current
        double current = (rightHandSide[layout.Current] - (controlVoltage * voltage)) / currentPivot;
        rightHandSide[layout.Current] = current;
        rightHandSide[layout.Voltage] = voltage + (voltageByCurrent * current);
        for (int i = 0; i < layout.Current; i++)
        {
            rightHandSide[i] -= currentResponse[i] * current;
        }

        double rate = current * scales.Current / scales.Charge, inverse = 1.0 / derivativeFactor;
        rightHandSide[layout.Charge] = (rightHandSide[layout.Charge] + rate) * inverse;
        rightHandSide[layout.Lithium] = (rightHandSide[layout.Lithium] + (negativeFace is null ? 0.0 : rate)) * inverse;
        rightHandSide[layout.CounterLithium] =
            (rightHandSide[layout.CounterLithium] - (positiveFace is null ? 0.0 : rate)) * inverse;
    }

    /// <summary>∂V/∂(salt and particles) times a vector.</summary>
    private double Slope(ReadOnlySpan<double> vector)
    {
        double sum = 0.0;
        for (int i = 0; i < layout.Current; i++)
        {
            sum += byUnknown[i] * vector[i];
        }

        return sum;
    }

    private void SolveStates(Span<double> vector)
    {
        saltBatch.Solve(vector[..layout.Cells]);
        negative?.Particle.Solve(vector.Slice(layout.NegativeParticle, layout.NegativeShells));
        positive?.Particle.Solve(vector.Slice(layout.PositiveParticle, layout.PositiveShells));
    }

    private void SaltJacobian(double applied)
    {
        Array.Clear(saltLower);
        Array.Clear(saltDiagonal);
        Array.Clear(saltUpper);
        Array.Clear(currentColumn);
        for (int k = 0; k < layout.Cells; k++)
        {
            if (!(line.Storage[k] > 0.0))
            {
                saltDiagonal[k] = 1.0;
            }

            if (!hasElectrolyte || k + 1 == layout.Cells)
            {
                continue;
            }

            Dual4 flux = FaceKernel.SaltFlux(
                line.Side(k, concentration[k], 0), line.Side(k + 1, concentration[k + 1], 1),
                Dual4.Seed(-applied * share[k], 2, -share[k] * scales.Current), line.JointPartition[k]);
            if (line.Storage[k] > 0.0)
            {
                double weight = 1.0 / line.Storage[k];
                saltDiagonal[k] += weight * flux.Slope(0);
                saltUpper[k] = weight * flux.Slope(1);
                currentColumn[k] += weight * flux.Slope(2) / CellScales.Concentration;
            }

            if (line.Storage[k + 1] > 0.0)
            {
                double weight = 1.0 / line.Storage[k + 1];
                saltDiagonal[k + 1] -= weight * flux.Slope(1);
                saltLower[k + 1] = -weight * flux.Slope(0);
                currentColumn[k + 1] -= weight * flux.Slope(2) / CellScales.Concentration;
            }
        }
    }

    private void ParticleJacobian(ParticleElectrode? electrode, int start, int shells, ReadOnlySpan<double> y)
    {
        if (electrode is not null)
        {
            electrode.Particle.Jacobian(y.Slice(start, shells));
            currentColumn[start + shells - 1] = electrode.ShellFactor * scales.Current;
        }
    }
}
