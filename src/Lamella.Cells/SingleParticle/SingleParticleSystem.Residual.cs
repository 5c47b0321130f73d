using Lamella.Cells.Continuum;
using Lamella.Numerics.Dae;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.SingleParticle;

/// <content>The equations.</content>
internal sealed partial class SingleParticleSystem
{
    /// <inheritdoc/>
    public CallbackStatus EvaluateResidual(
        double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        if (!Update(time, y, yPrime))
        {
            return CallbackStatus.Recoverable;
        }

        double applied = y[layout.Current] * scales.Current;
        SaltResidual(applied, y, yPrime, residual);
        double voltage = RestOfVoltage(applied) + SideResidual(negative, applied, y, yPrime, residual)
            + SideResidual(positive, applied, y, yPrime, residual);
        residual[layout.Voltage] = y[layout.Voltage] - voltage;
        residual[layout.Current] = Load.Miss(time, applied, y[layout.Voltage]).Residual / ControlScale;
        residual[layout.Charge] = yPrime[layout.Charge] - (applied / scales.Charge);
        residual[layout.Energy] = yPrime[layout.Energy] - (applied * y[layout.Voltage] / scales.Energy);
        residual[layout.Temperature] = TemperatureResidual(time, y, yPrime);
        return double.IsFinite(voltage) ? CallbackStatus.Success : CallbackStatus.Recoverable;
    }

    /// <summary>o of a side [A/m²].</summary>
    private static double Oxidation(ReducedSide side, double applied, ReadOnlySpan<double> yPrime) =>
        (side.Sign * applied) - (side.Capacitance * yPrime[side.Potential]);

    /// <summary>Updates all properties, those of the salt perhaps in the end cells only; false where the state is unphysical.</summary>
    private bool Update(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, bool onlyEnds = false)
    {
        double kelvin = TemperatureOf(time, y);
        bool physical = ModelScope.IsTemperature(kelvin);
        if (physical && kelvin != temperature)
        {
            SetTemperature(kelvin);
        }

        for (int k = 0; k < concentration.Length; k++)
        {
            concentration[k] = y[k] * CellScales.Concentration;
            physical &= concentration[k] > 0.0;
        }

        if (!physical)
        {
            return false;
        }

        if (onlyEnds)
        {
            line.UpdateDiffusion(concentration, 0);
            line.UpdateDiffusion(concentration, layout.Cells - 1);
        }
        else
        {
            line.UpdateDiffusion(concentration);
        }

        double applied = y[layout.Current] * scales.Current;
        return IsInside(negative, applied, y, yPrime) && IsInside(positive, applied, y, yPrime);
    }

    private static bool IsInside(ReducedSide side, double applied, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        if (!side.IsPorous)
        {
            return true;
        }

        side.Particle!.Update(side.ShellsOf(y));
        return side.SurfaceStoichiometry(y, Oxidation(side, applied, yPrime)) is > 0.0 and < 1.0;
    }

    private void SaltResidual(double applied, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        if (hasElectrolyte)
        {
            UpdateFluxes(applied);
        }

        double fluxIn = 0.0; // anions neither enter nor leave through an electrode
        ReadOnlySpan<double> storage = line.Storage;
        for (int k = 0; k < saltFlux.Length; k++)
        {
            double fluxOut = saltFlux[k];
            residual[k] = storage[k] > 0.0
                ? yPrime[k] + ((fluxOut - fluxIn) / (storage[k] * CellScales.Concentration))
                : y[k] - 1.0;
            fluxIn = fluxOut;
        }
    }

    /// <summary>Salt flux through the right face of each cell but the last; four faces inside a layer at once.</summary>
    private void UpdateFluxes(double applied)
    {
        for (int s = 0; s < hasSalt.Length; s++)
        {
            (int k, int last) = (line.Segments[s].First, line.Segments[s].Last);
            for (; hasSalt[s] && k + Lanes4.Count <= last; k += Lanes4.Count)
            {
                Lanes4 ionic = -applied * Lanes4.Load(share.AsSpan(k));
                FaceKernel.SaltFlux(line.FourSides(k, concentration), line.FourSides(k + 1, concentration), ionic, 1.0).Store(saltFlux.AsSpan(k));
            }

            for (; k <= last && k + 1 < layout.Cells; k++)
            {
                FaceSide<Scalar> left = line.Side(k, concentration[k]), right = line.Side(k + 1, concentration[k + 1]);
                saltFlux[k] = FaceKernel.SaltFlux<Scalar>(left, right, -applied * share[k], line.JointPartition[k]).Value;
            }
        }
    }

    /// <summary>Equations of one side; returns what it adds to the terminal voltage [V].</summary>
    private double SideResidual(
        ReducedSide side, double applied, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        double oxidation = Oxidation(side, applied, yPrime), potential = y[side.Potential], film = y[side.Film];
        residual[side.Potential] = potential - PotentialOf(side, y, oxidation);
        residual[side.Film] = film
            - (side.FilmResistance * ((side.Sign * applied) - (side.FilmCapacitance * yPrime[side.Film])));
        residual[side.Lithium] = yPrime[side.Lithium] + (side.IsPorous ? 0.0 : oxidation / scales.Charge);
        if (side.IsPorous)
        {
            side.Particle!.Residual(
                side.ShellsOf(y), side.ShellsOf(yPrime), [oxidation * side.InverseArea], side.ShellsOf(residual));
        }

        return side.Sign * (potential + film);
    }
}
