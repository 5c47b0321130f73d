using Lamella.Cells.Description;
using Lamella.Cells.HalfCell;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Core.Quantities;

namespace Lamella.Studies.Experiments;

/// <summary>The resistance of a cell at equilibrium in the first instant of a small current.</summary>
/// <remarks>
/// R = [V(+i) − V(−i)]/2i at t = 0: the open-circuit voltage and every even term of the kinetics drop out. The current is
/// chosen for 1 mV, where asinh(i/2i₀) is linear to 7e-5. No diffusion has happened yet, which is what an impedance shows
/// above the frequencies of diffusion.
/// </remarks>
internal sealed class ResistanceMeasurement(CellDescription cell, SimulationOptions options)
{
    private const double Probe = 0.01;
    private const double TargetVoltage = 1e-3;
    private const double Instant = 1e-6;

    internal SimulatedPoint Run(ExperimentPoint point, CellSimulator simulator, CancellationToken cancellation)
    {
        CellState start = simulator.Equilibrium(cell.Cathode is null ? 0.5 : point.StateOfCharge);
        (double first, _, _) = At(Probe);
        if (!(first > 0.0))
        {
            return new SimulatedPoint
            {
                Value = PointSimulator.InUnitOf(point, 0.0), Reason = "the resistance is 0 or no current passes the cell at equilibrium",
            };
        }

        double current = TargetVoltage / first;
        (_, CellRun up, CellRun down) = At(current);
        double resistance = Part(point.Part, up.Splits[0], down.Splits[0]) / (2.0 * current);
        bool perArea = point.Fact.Unit.Dimension == Dimension.Of("ohm cm2");
        return new SimulatedPoint
        {
            Value = PointSimulator.InUnitOf(point, perArea ? resistance : resistance / cell.Area),
            Runs = options.KeepRuns ? [down, up] : [],
            Split = options.KeepRuns ? up.Splits[0] : null,
            CurrentDensity = current,
        };

        (double Resistance, CellRun Up, CellRun Down) At(double density)
        {
            CellRun plus = Pulse(density), minus = Pulse(-density);
            bool both = !plus.Splits.IsEmpty && !minus.Splits.IsEmpty;
            return (both ? (plus.Splits[0].Total - minus.Splits[0].Total) / (2.0 * density) : 0.0, plus, minus);
        }

        CellRun Pulse(double density) => simulator.Run(
            new Protocol([Step(density)]), start, new RunOptions { SplitVoltage = true }, cancellation);
    }

    private static ProtocolStep Step(double density) => new()
    {
        Label = FormattableString.Invariant($"Pulse of {density / 10.0:G4} mA/cm2"),
        Control = StepControl.Current,
        Value = density,
        MaximumDuration = Instant,
    };

    private static double Part(ResistancePart part, VoltageSplit up, VoltageSplit down) => part switch
    {
        ResistancePart.Electrolyte => Electrolyte(up) - Electrolyte(down),
        ResistancePart.Interface => Interface(up) - Interface(down),
        _ => up.Total - down.Total,
    };

    private static double Electrolyte(VoltageSplit split) => split.Ohmic.Sum(layer => layer.Voltage) + split.Joints;

    private static double Interface(VoltageSplit split) =>
        split.LithiumKinetics + split.LithiumFilm + split.CathodeKinetics + split.CathodeFilm;
}
