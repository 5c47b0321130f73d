using System.Collections.Immutable;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Sensitivities;

/// <summary>Carries ∂y/∂p through a protocol: over the ends of steps, whose instants depend on p too.</summary>
/// <remarks>
/// Where a root function g ends a step at t*, dt*/dp = −(dg/dp)/(dg/dt), and the next step starts with s + ẏ·dt*/dp.
/// <b>Source.</b> Rozenvasser, Automation and Remote Control 28 (1967) 590; Galán, Feehery and Barton, Appl. Numer. Math. 31
/// (1999) 17, <see href="https://doi.org/10.1016/S0168-9274(98)00125-1"/>.
/// </remarks>
internal sealed class SensitivityCarrier
{
    private const double RelativeInstant = 1e-6; // of the time of the step, for derivatives by time

    private readonly SteppedSystem stepped;
    private readonly ImmutableArray<ChangedCell> changed;
    private readonly SensitivityRecorder[] recorders;
    private readonly ProtocolWalk[] walks;
    private readonly double[] openCircuit;
    private readonly double[] later;
    private readonly double[] roots;
    private readonly double[] changedRoots;
    private bool isCarrying;

    internal SensitivityCarrier(SteppedSystem stepped, ImmutableArray<ChangedCell> changed)
    {
        (this.stepped, this.changed) = (stepped, changed);
        System = new SensitiveSystem(stepped, changed);
        Carried = new double[changed.Length * stepped.Size];
        recorders = new SensitivityRecorder[changed.Length];
        walks = new ProtocolWalk[changed.Length];
        openCircuit = new double[changed.Length];
        later = new double[stepped.Size];
        (roots, changedRoots) = (new double[stepped.RootCount], new double[stepped.RootCount]);
    }

    /// <summary>Gets the system that the solver integrates.</summary>
    internal SensitiveSystem System { get; }

    /// <summary>Gets ∂y/∂p of the state from which the next step starts, shape (parameters, n).</summary>
    internal double[] Carried { get; }

    /// <summary>Gets what was recorded, parameter by parameter.</summary>
    internal IReadOnlyList<SensitivityRecorder> Recorders => recorders;

    /// <summary>Begins a run.</summary>
    /// <param name="protocols">The protocol of each changed cell.</param>
    /// <param name="initial">∂y/∂p of the first state, shape (parameters, n).</param>
    internal void BeginRun(ImmutableArray<Protocol> protocols, ImmutableArray<double> initial)
    {
        initial.CopyTo(Carried);
        for (int p = 0; p < changed.Length; p++)
        {
            walks[p] = new ProtocolWalk(protocols[p]);
            recorders[p] = new SensitivityRecorder();
        }
    }

    /// <summary>Goes to the next step in the protocols of the changed cells.</summary>
    internal void NextStep(bool early)
    {
        foreach (ProtocolWalk walk in walks)
        {
            walk.Next(early);
        }
    }

    /// <summary>Lets the changed cells rest, as the cell does, to find their open circuit.</summary>
    internal void ArmRest()
    {
        for (int p = 0; p < changed.Length; p++)
        {
            changed[p].Arming.ArmRest(walks[p].Current.Step);
        }
    }

    /// <summary>Keeps the voltages at open circuit.</summary>
    internal void RememberOpenCircuit(BdfSolver solver)
    {
        if (!Begin(solver))
        {
            return;
        }

        for (int p = 0; p < changed.Length; p++)
        {
            openCircuit[p] = changed[p].System.Voltage(0.0, changed[p].Move(solver.State, solver.Sensitivity(p)));
        }
    }

    /// <summary>Sets the changed cells to their step.</summary>
    internal void Arm(ReadOnlySpan<double> state)
    {
        for (int p = 0; p < changed.Length; p++)
        {
            ProtocolStep step = StepOf(p);
            changed[p].Arming.Arm(step, changed[p].Move(state, CarriedOf(p)));
        }
    }

    /// <summary>Begins to integrate the sensitivities; false where they have no consistent start.</summary>
    internal bool Begin(BdfSolver solver) => isCarrying = solver.InitialiseSensitivities(Carried) == BdfStatus.Initialised;

    /// <summary>Goes over to the piece of the step that begins at a time.</summary>
    internal void NextPiece(double begin, BdfSolver solver)
    {
        isCarrying = false;
        for (int p = 0; p < changed.Length; p++)
        {
            solver.Sensitivity(p).CopyTo(CarriedOf(p));
            changed[p].Arming.ArmPiece(StepOf(p), begin);
        }
    }

    /// <summary>Records the derivatives of what is measured at the present instant.</summary>
    internal void Sample(BdfSolver solver)
    {
        for (int p = 0; p < changed.Length; p++)
        {
            recorders[p].Add(Rates(p, solver.Time, solver.State, solver.Sensitivity(p)));
        }
    }

    /// <summary>Ends a step: moves the sensitivities to its end, which depends on p.</summary>
    internal void EndStep(BdfSolver solver, double duration, int first)
    {
        if (!isCarrying)
        {
            Array.ForEach(recorders, recorder => recorder.EndStep(first, 0.0, default)); // a later piece found no start
            return;
        }

        double instant = RelativeInstant * Math.Max(solver.Time, double.Epsilon);
        for (int p = 0; p < changed.Length; p++)
        {
            double shift = Shift(p, solver, duration, instant);
            Span<double> carried = CarriedOf(p);
            Along(solver.State, solver.Derivative, instant);
            MeasuredRates byTime = Difference(stepped.Cell, solver.Time + instant, later, solver.Time, solver.State, instant);
            recorders[p].EndStep(first, shift, byTime);
            ReadOnlySpan<double> s = solver.Sensitivity(p);
            for (int i = 0; i < carried.Length; i++)
            {
                carried[i] = s[i] + (shift * solver.Derivative[i]);
            }
        }
    }

    /// <summary>Ends a step that never carried its load.</summary>
    internal void EndWithoutStart(ReadOnlySpan<double> state)
    {
        for (int p = 0; p < changed.Length; p++)
        {
            recorders[p].EndWithoutStart(Rates(p, 0.0, state, CarriedOf(p)).Voltage);
        }
    }

    private Span<double> CarriedOf(int parameter) => Carried.AsSpan(parameter * stepped.Size, stepped.Size);

    private ProtocolStep StepOf(int parameter)
    {
        ProtocolStep step = walks[parameter].Current.Step;
        return step.Sweep is { } sweep ? sweep.Armed(step, double.IsNaN(sweep.From) ? openCircuit[parameter] : sweep.From) : step;
    }

    /// <summary>dt*/dp of the end of the step [s per unit of p].</summary>
    private double Shift(int p, BdfSolver solver, double duration, double instant)
    {
        if (solver.RootIndex < 0)
        {
            return changed[p].Quotient(StepOf(p).MaximumDuration, duration);
        }

        int root = solver.RootIndex;
        stepped.EvaluateRoots(solver.Time, solver.State, solver.Derivative, roots);
        double value = roots[root];
        SteppedSystem other = changed[p].Arming.Stepped;
        ReadOnlySpan<double> moved = changed[p].Move(solver.State, solver.Sensitivity(p));
        other.EvaluateRoots(solver.Time, moved, solver.Derivative, changedRoots);
        Along(solver.State, solver.Derivative, instant);
        stepped.EvaluateRoots(solver.Time + instant, later, solver.Derivative, roots);
        double byTime = (roots[root] - value) / instant;
        return byTime == 0.0 ? 0.0 : -changed[p].Quotient(changedRoots[root], value) / byTime;
    }

    /// <summary>Derivatives by p at one instant of the step.</summary>
    private MeasuredRates Rates(int p, double time, ReadOnlySpan<double> y, ReadOnlySpan<double> s) =>
        Difference(changed[p].System, time, changed[p].Move(y, s), time, y, changed[p].Change);

    private MeasuredRates Difference(
        ICellSystem other, double otherTime, ReadOnlySpan<double> otherState, double time, ReadOnlySpan<double> state, double change)
    {
        ICellSystem cell = stepped.Cell;
        var changedValues = new MeasuredRates(
            other.Voltage(otherTime, otherState), other.Current(otherState), other.Charge(otherState),
            other.Energy(otherState), other.TemperatureOf(otherTime, otherState));
        return new MeasuredRates(
            (changedValues.Voltage - cell.Voltage(time, state)) / change,
            (changedValues.Current - cell.Current(state)) / change,
            (changedValues.Charge - cell.Charge(state)) / change,
            (changedValues.Energy - cell.Energy(state)) / change,
            (changedValues.Temperature - cell.TemperatureOf(time, state)) / change);
    }

    private void Along(ReadOnlySpan<double> y, ReadOnlySpan<double> slope, double instant)
    {
        for (int i = 0; i < later.Length; i++)
        {
            later[i] = y[i] + (instant * slope[i]);
        }
    }
}
