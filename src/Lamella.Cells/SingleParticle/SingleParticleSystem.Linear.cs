using Lamella.Cells.Continuum;
using Lamella.Numerics.Dae;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.SingleParticle;

/// <content>Exact Jacobian and linear algebra: salt and particles are tridiagonal, ten unknowns border them.</content>
internal sealed partial class SingleParticleSystem
{
    private readonly ReducedGradient gradient;
    private readonly ReducedMatrix linear;
    private double derivative; // c of the last factorisation [1/s]

    /// <inheritdoc/>
    public CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        if (!Update(y, yPrime))
        {
            return CallbackStatus.Recoverable;
        }

        double applied = y[layout.Current] * scales.Current;
        line.UpdateWithSlopes(concentration);
        UpdateSegments(slopes: true);
        SaltJacobian(applied);
        negative.Particle?.Jacobian(negative.ShellsOf(y));
        positive.Particle?.Jacobian(positive.ShellsOf(y));
        UpdateGradients(applied, y, yPrime);
        (_, double byCurrent, double byVoltage) = Load.Miss(time, applied, y[layout.Voltage]);
        linear.ControlCurrent = byCurrent * scales.Current / ControlScale;
        linear.ControlVoltage = byVoltage / ControlScale;
        return CallbackStatus.Success;
    }

    /// <inheritdoc/>
    public CallbackStatus Factor(double derivativeFactor)
    {
        for (int k = 0; k < layout.Cells; k++)
        {
            linear.SaltShifted[k] = linear.SaltDiagonal[k] + (line.Storage[k] > 0.0 ? derivativeFactor : 0.0);
        }

        if (!linear.SaltFactors.Factor(linear.SaltLower, linear.SaltShifted, linear.SaltUpper)
            || !FactorParticle(negative, derivativeFactor) || !FactorParticle(positive, derivativeFactor))
        {
            return CallbackStatus.Recoverable;
        }

        linear.SaltByCurrent.CopyTo(linear.SaltResponse, 0);
        linear.SaltFactors.Solve(linear.SaltResponse);
        FillBorder(derivativeFactor);
        return linear.BorderFactors.Factor(linear.Border) ? CallbackStatus.Success : CallbackStatus.Recoverable;
    }

    /// <inheritdoc/>
    public void Solve(Span<double> rightHandSide)
    {
        Span<double> salt = rightHandSide[..layout.Cells], border = rightHandSide[layout.Current..];
        linear.SaltFactors.Solve(salt);
        border[layout.Voltage - layout.Current] += Product(gradient.Rest, salt);
        Forward(negative, rightHandSide, salt);
        Forward(positive, rightHandSide, salt);
        linear.BorderFactors.Solve(border);
        for (int k = 0; k < salt.Length; k++)
        {
            salt[k] -= linear.SaltResponse[k] * border[0];
        }

        Backward(negative, rightHandSide);
        Backward(positive, rightHandSide);
    }

    private static double Product(double[] gradient, ReadOnlySpan<double> vector)
    {
        double sum = 0.0;
        for (int i = 0; i < vector.Length; i++)
        {
            sum += gradient[i] * vector[i];
        }

        return sum;
    }

    private bool FactorParticle(ReducedSide side, double derivativeFactor)
    {
        if (!side.IsPorous)
        {
            return true;
        }

        if (!side.Particle!.Factor(derivativeFactor))
        {
            return false;
        }

        double[] response = linear.Response(side);
        Array.Clear(response);
        response[^1] = side.ShellFactor;
        side.Particle.Solve(response);
        return true;
    }

    private void Forward(ReducedSide side, Span<double> vector, ReadOnlySpan<double> salt)
    {
        double known = Product(gradient.Of(side), salt);
        if (side.IsPorous)
        {
            side.Particle!.Solve(side.ShellsOf(vector));
            int outermost = side.ShellStart + side.Shells - 1;
            known += gradient.Of(side)[outermost] * vector[outermost];
        }

        vector[side.Potential] += known;
    }

    private void Backward(ReducedSide side, Span<double> vector)
    {
        if (side.IsPorous)
        {
            double oxidation = (side.Sign * vector[layout.Current] * scales.Current)
                - (side.Capacitance * derivative * vector[side.Potential]);
            ReadOnlySpan<double> response = linear.Response(side);
            Span<double> shells = side.ShellsOf(vector);
            for (int i = 0; i < shells.Length; i++)
            {
                shells[i] -= response[i] * oxidation;
            }
        }
    }

    /// <summary>Fills the border after salt and particles are eliminated.</summary>
    private void FillBorder(double derivativeFactor)
    {
        derivative = derivativeFactor;
        Array.Clear(linear.Border);
        Set(layout.Current, layout.Current, linear.ControlCurrent);
        Set(layout.Current, layout.Voltage, linear.ControlVoltage);
        Set(layout.Charge, layout.Charge, derivativeFactor);
        Set(layout.Charge, layout.Current, -scales.Current / scales.Charge);
        Set(layout.Temperature, layout.Temperature, 1.0);
        Set(layout.Voltage, layout.Voltage, 1.0);
        Set(layout.Voltage, layout.Current, Product(gradient.Rest, linear.SaltResponse) - gradient.Rest[^1]);
        FillSide(negative, derivativeFactor);
        FillSide(positive, derivativeFactor);
    }

    private void FillSide(ReducedSide side, double derivativeFactor)
    {
        double[] own = gradient.Of(side);
        double byOxidation = own[^1]; // dE/do with the particle following
        if (side.IsPorous)
        {
            byOxidation -= own[side.ShellStart + side.Shells - 1] * linear.Response(side)[^1];
        }

        double perCurrent = side.Sign * scales.Current, perRate = side.Capacitance * derivativeFactor;
        Set(side.Potential, side.Potential, 1.0 + (byOxidation * perRate));
        Set(side.Potential, layout.Current, Product(own, linear.SaltResponse) - (byOxidation * perCurrent));
        Set(side.Film, side.Film, 1.0 + (side.FilmResistance * side.FilmCapacitance * derivativeFactor));
        Set(side.Film, layout.Current, -side.FilmResistance * perCurrent);
        Set(layout.Voltage, side.Potential, -side.Sign);
        Set(layout.Voltage, side.Film, -side.Sign);
        Set(side.Lithium, side.Lithium, derivativeFactor);
        if (!side.IsPorous)
        {
            Set(side.Lithium, layout.Current, perCurrent / scales.Charge);
            Set(side.Lithium, side.Potential, -perRate / scales.Charge);
        }
    }

    private void Set(int row, int column, double value) =>
        linear.Border[((row - layout.Current) * ReducedLayout.Border) + column - layout.Current] = value;

    private void SaltJacobian(double applied)
    {
        Array.Clear(linear.SaltLower);
        Array.Clear(linear.SaltDiagonal);
        Array.Clear(linear.SaltUpper);
        Array.Clear(linear.SaltByCurrent);
        for (int k = 0; k < layout.Cells; k++)
        {
            if (!(line.Storage[k] > 0.0))
            {
                linear.SaltDiagonal[k] = 1.0;
            }

            if (hasElectrolyte && k + 1 < layout.Cells)
            {
                SaltFaceJacobian(k, applied);
            }
        }
    }

    private void SaltFaceJacobian(int k, double applied)
    {
        Dual4 flux = FaceKernel.SaltFlux(
            line.Side(k, concentration[k], 0), line.Side(k + 1, concentration[k + 1], 1),
            Dual4.Seed(-applied * share[k], 2, -share[k] * scales.Current), line.JointPartition[k]);
        if (line.Storage[k] > 0.0)
        {
            double weight = 1.0 / line.Storage[k];
            linear.SaltDiagonal[k] += weight * flux.Slope(0);
            linear.SaltUpper[k] = weight * flux.Slope(1);
            linear.SaltByCurrent[k] += weight * flux.Slope(2) / CellScales.Concentration;
        }

        if (line.Storage[k + 1] > 0.0)
        {
            double weight = 1.0 / line.Storage[k + 1];
            linear.SaltDiagonal[k + 1] -= weight * flux.Slope(1);
            linear.SaltLower[k + 1] = -weight * flux.Slope(0);
            linear.SaltByCurrent[k + 1] -= weight * flux.Slope(2) / CellScales.Concentration;
        }
    }
}
