using System.Numerics;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;
using Lamella.Numerics.Dae;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.Spectra;

/// <summary>Response of a linearised model to a small voltage.</summary>
internal sealed class LinearResponse
{
    private readonly ISpectralSystem system;
    private readonly ComplexSparseLu factors;
    private readonly double[] push; // −∂F/∂V of the held voltage, per volt
    private readonly double[] real;
    private readonly double[] imaginary;
    private readonly Complex[] change;

    internal LinearResponse(ISpectralSystem system, OperatingPoint point)
    {
        this.system = system;
        int n = system.Size;
        double[] more = new double[n];
        (push, real, imaginary, change) = (new double[n], new double[n], new double[n], new Complex[n]);

        // The set point enters one equation linearly: a volt more tells its factor exactly, whatever the model scales it with.
        Hold(point.Voltage + 1.0);
        Require(system.EvaluateResidual(0.0, point.State, point.Rate, more));
        Hold(point.Voltage);
        Require(system.EvaluateResidual(0.0, point.State, point.Rate, push));
        for (int i = 0; i < n; i++)
        {
            push[i] -= more[i];
        }

        Require(system.EvaluateJacobian(0.0, point.State, point.Rate));
        var entries = new SparsePencilBuilder(n);
        system.Linearise(entries);
        factors = new ComplexSparseLu(entries.Build());
    }

    /// <summary>Gets the change of the state per current density of 1 A/m² at the last frequency.</summary>
    internal ReadOnlySpan<Complex> Change => change;

    /// <summary>Computes Z at one frequency.</summary>
    /// <param name="shift">iω [1/s].</param>
    /// <returns>Z per geometric area [Ω·m²].</returns>
    /// <exception cref="ArgumentException">No current flows or the equations have no solution.</exception>
    internal Complex Impedance(Complex shift)
    {
        for (int i = 0; i < change.Length; i++)
        {
            change[i] = push[i];
        }

        if (!factors.Factor(shift))
        {
            throw new ArgumentException(Unsolvable(shift));
        }

        factors.Solve(change);
        for (int i = 0; i < change.Length; i++)
        {
            (real[i], imaginary[i]) = (change[i].Real, change[i].Imaginary);
        }

        var current = new Complex(system.Current(real), system.Current(imaginary)); // Current is linear in the state
        Complex impedance = 1.0 / current;
        if (!double.IsFinite(impedance.Real) || !double.IsFinite(impedance.Imaginary))
        {
            throw new ArgumentException(Unsolvable(shift));
        }

        for (int i = 0; i < change.Length; i++)
        {
            change[i] *= impedance;
        }

        return impedance;
    }

    private static string Unsolvable(Complex shift) => FormattableString.Invariant(
        $"The cell has no finite impedance at {shift.Imaginary / (2.0 * Math.PI):G4} Hz: no current can follow the voltage. Give a blocking electrode a double-layer capacitance.");

    private static void Require(CallbackStatus status)
    {
        if (status != CallbackStatus.Success)
        {
            throw new ArgumentException("The state is outside what the model describes: salt or lithium is used up. Choose another state.");
        }
    }

    private void Hold(double voltage) => system.Load = new CellLoad(StepControl.Voltage, voltage);
}
