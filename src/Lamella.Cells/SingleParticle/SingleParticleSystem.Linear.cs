using Lamella.Cells.Continuum;
using Lamella.Numerics.Dae;
using Lamella.Numerics.Dual;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.SingleParticle;

/// <content>Exact Jacobian and linear algebra: salt and particles are tridiagonal, seven unknowns border them and four follow.</content>
internal sealed partial class SingleParticleSystem
{
    private readonly ReducedGradient gradient;
    private readonly ReducedMatrix linear;
    private double derivative; // c of the last factorisation [1/s]

    /// <inheritdoc/>
    public CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        bool hasHeat = cell.Thermal is not null;
        if ((hasHeat && !TemperatureColumn(time, y, yPrime)) || !Update(time, y, yPrime))
        {
            return CallbackStatus.Recoverable;
        }

        double applied = y[layout.Current] * scales.Current;
        line.UpdateWithSlopes(concentration);
        SaltJacobian(applied);
        negative.Particle?.Jacobian(negative.ShellsOf(y));
        positive.Particle?.Jacobian(positive.ShellsOf(y));
        UpdateGradients(applied, y, yPrime);
        if (hasHeat)
        {
            HeatJacobian(applied, y, yPrime);
        }

        (_, double byCurrent, double byVoltage) = Load.Miss(time, applied, y[layout.Voltage]);
        linear.ControlCurrent = byCurrent * scales.Current / ControlScale;
        linear.ControlVoltage = byVoltage / ControlScale;
        linear.EnergyByCurrent = -y[layout.Voltage] * scales.Current / scales.Energy;
        linear.EnergyByVoltage = -applied / scales.Energy;
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
        if (cell.Thermal is not null)
        {
            linear.TemperatureColumn.AsSpan(0, layout.Current).CopyTo(linear.TemperatureResponse);
            SolveStates(linear.TemperatureResponse);
        }

        FillBorder(derivativeFactor);
        return linear.FactorBorder() ? CallbackStatus.Success : CallbackStatus.Recoverable;
    }

    /// <inheritdoc/>
    public void Solve(Span<double> rightHandSide)
    {
        Span<double> salt = rightHandSide[..layout.Cells], border = rightHandSide[layout.Current..];
        SolveStates(rightHandSide);
        rightHandSide[layout.Voltage] += Product(gradient.Rest, salt);
        Forward(negative, rightHandSide, salt);
        Forward(positive, rightHandSide, salt);
        linear.SolveBorder(border);
        Kernels.AddScaled(salt, -border[0], linear.SaltResponse);

        if (cell.Thermal is not null)
        {
            Kernels.AddScaled(rightHandSide[..layout.Current], -rightHandSide[layout.Temperature], linear.TemperatureResponse);
        }

        Backward(negative, rightHandSide);
        Backward(positive, rightHandSide);
    }

    /// <summary>Solves for salt and particles alone.</summary>
    private void SolveStates(Span<double> vector)
    {
        linear.SaltFactors.Solve(vector[..layout.Cells]);
        negative.Particle?.Solve(negative.ShellsOf(vector));
        positive.Particle?.Solve(positive.ShellsOf(vector));
    }

    private static double Product(double[] gradient, ReadOnlySpan<double> vector) => Kernels.Dot(vector, gradient);

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
            int outermost = side.ShellStart + side.Shells - 1;
            known += gradient.Of(side)[outermost] * vector[outermost];
            vector[layout.Temperature] -= side.HeatByShell * vector[outermost];
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
            Kernels.AddScaled(side.ShellsOf(vector), -oxidation, response);
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
        Set(layout.Energy, layout.Energy, derivativeFactor);
        Set(layout.Energy, layout.Current, linear.EnergyByCurrent);
        Set(layout.Energy, layout.Voltage, linear.EnergyByVoltage);
        Set(layout.Voltage, layout.Voltage, 1.0);
        Set(layout.Voltage, layout.Current, Product(gradient.Rest, linear.SaltResponse) - gradient.Rest[^1]);
        FillSide(negative, derivativeFactor);
        FillSide(positive, derivativeFactor);
        FillTemperature(derivativeFactor);
    }

    private void FillTemperature(double derivativeFactor)
    {
        if (cell.Thermal is null)
        {
            Set(layout.Temperature, layout.Temperature, 1.0);
            return;
        }

        ReadOnlySpan<double> column = linear.TemperatureColumn, response = linear.TemperatureResponse;
        Set(layout.Temperature, layout.Voltage, linear.HeatByVoltage);
        Set(layout.Voltage, layout.Temperature, column[layout.Voltage] + Product(gradient.Rest, response[..layout.Cells]));
        double byCurrent = linear.HeatByCurrent, byTemperature = derivativeFactor + column[layout.Temperature];
        foreach (ReducedSide side in (ReadOnlySpan<ReducedSide>)[negative, positive])
        {
            double[] own = gradient.Of(side);
            double coupled = column[side.Potential] + Product(own, response[..layout.Cells]);
            if (side.IsPorous)
            {
                int outermost = side.ShellStart + side.Shells - 1;
                double byOxidation = side.HeatByOxidation - (side.HeatByShell * linear.Response(side)[^1]);
                coupled += own[outermost] * response[outermost];
                byTemperature -= side.HeatByShell * response[outermost];
                byCurrent += byOxidation * side.Sign * scales.Current;
                Set(layout.Temperature, side.Potential, -byOxidation * side.Capacitance * derivativeFactor);
            }

            Set(side.Potential, layout.Temperature, coupled);
            Set(side.Film, layout.Temperature, column[side.Film]);
        }

        Set(layout.Temperature, layout.Current, byCurrent);
        Set(layout.Temperature, layout.Temperature, byTemperature);
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
