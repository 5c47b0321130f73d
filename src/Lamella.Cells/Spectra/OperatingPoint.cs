using System.Collections.Immutable;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Spectra;

/// <summary>The consistent state about which a model is linearised.</summary>
internal sealed class OperatingPoint
{
    /// <summary>Drift of the voltage during one period that counts as none [V]; the thermal voltage is 25 mV.</summary>
    private const double NegligibleDrift = 1e-3;

    private readonly double[] y;
    private readonly double[] rate;
    private readonly double drift; // of the voltage [V/s]

    internal OperatingPoint(ISpectralSystem system, ReadOnlySpan<double> state, bool openCircuit)
    {
        double current = openCircuit ? 0.0 : system.Current(state);
        system.Load = new CellLoad(StepControl.Current, current);
        system.Limits = StepLimits.None;
        y = state.ToArray();
        rate = new double[y.Length];
        system.GuessLoad(y);
        var solver = new BdfSolver();
        BdfStatus status = solver.Initialise(system, 0.0, y, rate);
        if (status != BdfStatus.Initialised)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"No state of the cell meets {current / 10.0:G4} mA/cm2 here ({solver.Diagnostics.Cause}): a spectrum needs a state that holds. Rest the cell first."),
                nameof(state));
        }

        solver.State.CopyTo(y);
        solver.Derivative.CopyTo(rate);
        (Voltage, Current, Temperature) = (system.Voltage(0.0, y), current, system.TemperatureOf(0.0, y));
        drift = Drift(system);
    }

    internal ReadOnlySpan<double> State => y;

    internal ReadOnlySpan<double> Rate => rate;

    internal double Voltage { get; }

    internal double Current { get; }

    internal double Temperature { get; }

    /// <summary>Says where the state moves on during one period.</summary>
    internal IEnumerable<string> Warnings(ImmutableArray<double> frequencies)
    {
        double lowest = frequencies.Min();
        if (Math.Abs(drift) / lowest > NegligibleDrift)
        {
            yield return FormattableString.Invariant(
                $"the state drifts by {1e3 * drift:G3} mV/s: below {Math.Abs(drift) / NegligibleDrift:G3} Hz the spectrum is that of a frozen state; rest the cell for longer");
        }
    }

    /// <summary>Change of the voltage over the shortest time that rounding allows, at the rates of the state.</summary>
    private double Drift(ISpectralSystem system)
    {
        double largest = 1e-12;
        for (int i = 0; i < y.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(rate[i]) / (1.0 + Math.Abs(y[i])));
        }

        double time = 1e-6 / largest;
        double[] later = [.. y.Zip(rate, (value, slope) => value + (slope * time))];
        var solver = new BdfSolver();
        return solver.Initialise(system, 0.0, later, rate) == BdfStatus.Initialised
            ? (system.Voltage(0.0, solver.State) - Voltage) / time
            : 0.0;
    }
}
