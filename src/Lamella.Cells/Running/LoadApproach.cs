using Lamella.Cells.Protocols;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Running;

/// <summary>Finds the consistent start under a load that Newton's method does not find at once: part of the load first.</summary>
/// <remarks>
/// From rest on, the share of the load grows as long as the state before it leads to the next one, and by smaller steps where
/// it does not. Where even the smallest step leads nowhere, the last state reached tells what the cell runs out of.
/// </remarks>
internal sealed class LoadApproach(ICellSystem system, BdfSolver solver)
{
    private const int MostTrials = 100;
    private const double FirstStep = 0.25, SmallestStep = 1e-4; // of the load
    private const double FirstCurrent = 1e-3, CurrentGrowth = 1.5; // for a power from a cell without voltage [A/m²] [–]

    private readonly double[] reached = new double[system.Size];
    private readonly double[] rate = new double[system.Size];

    /// <summary>Gets the share of the load that was reached [–].</summary>
    internal double Share { get; private set; }

    /// <summary>Gets the current density under that share, charging positive [A/m²].</summary>
    internal double Current => system.Current(reached);

    /// <summary>Gets the terminal voltage under that share [V].</summary>
    internal double Voltage => system.Voltage(0.0, reached);

    /// <summary>Gets the limit of the cell that stands in the way, or null where none shows.</summary>
    internal StepOutcome? Limit { get; private set; }

    /// <summary>Approaches the load of the system.</summary>
    /// <param name="integrated">The system as the solver knows it.</param>
    /// <param name="state">State; its differential part is kept, shape (n).</param>
    /// <returns>True where the solver stands at the consistent start.</returns>
    internal bool Run(IDaeSystem integrated, ReadOnlySpan<double> state)
    {
        CellLoad load = system.Load;
        Share = 0.0;
        state.CopyTo(reached);
        bool meets = Try(CellLoad.Rest) && Grow(load);
        Limit = meets ? null : system.PhysicalLimit(0.0, reached) ?? Beyond();
        system.Load = load;
        return meets;

        // What the part of the load that failed last would have done to a cell that shares it evenly.
        StepOutcome? Beyond()
        {
            reached.CopyTo(rate, 0);
            system.GuessLoad(rate);
            return system.PhysicalLimit(0.0, rate);
        }

        bool Try(CellLoad part)
        {
            Array.Clear(rate);
            system.Load = part;
            if (solver.Initialise(integrated, 0.0, reached, rate) != BdfStatus.Initialised)
            {
                return false;
            }

            solver.State.CopyTo(reached);
            return true;
        }

        bool Grow(CellLoad whole)
        {
            double rest = Voltage, value = whole.SetPoint.Start, step = FirstStep;
            for (int trial = 0; trial < MostTrials && Share < 1.0 && step >= SmallestStep; trial++)
            {
                double next = Math.Min(1.0, Share + step);
                bool found = Try(next == 1.0 ? whole : Part(whole, next, rest, value));
                (Share, step) = found ? (next, 2.0 * step) : (Share, 0.25 * step);
            }

            return Share == 1.0 || (whole.Control == StepControl.Power && Share == 0.0 && ByCurrent(whole));
        }

        // Power does not tell the current of a cell without voltage.
        bool ByCurrent(CellLoad whole)
        {
            double wanted = whole.SetPoint.Start, current = FirstCurrent;
            for (int trial = 0; trial < MostTrials && wanted > 0.0 && Try(new CellLoad(StepControl.Current, current)); trial++)
            {
                if (Voltage * current >= wanted)
                {
                    Share = Try(whole) ? 1.0 : Share;
                    return Share == 1.0;
                }

                Share = Voltage * current / wanted;
                current *= CurrentGrowth;
            }

            return false;
        }
    }

    /// <summary>Part of a load between rest and the whole.</summary>
    private static CellLoad Part(CellLoad whole, double share, double rest, double value) => whole.Control switch
    {
        StepControl.Voltage => new CellLoad(StepControl.Voltage, rest + (share * (value - rest))),
        StepControl.Resistance => new CellLoad(StepControl.Resistance, value / share),
        _ => new CellLoad(whole.Control, share * value),
    };
}
