using System.Collections.Immutable;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Running;

/// <summary>A model of a cell that the protocol driver can run.</summary>
/// <remarks>
/// The driver sets <see cref="Load"/>, <see cref="Limits"/> and <see cref="Temperature"/> before each step, whose time
/// begins at 0. The applied current, the charge and all limits are root functions or unknowns of the system itself.
/// </remarks>
internal interface ICellSystem : IDaeSystem
{
    /// <summary>Gets name and revision, as written into results.</summary>
    string ModelName { get; }

    /// <summary>Gets or sets what is held.</summary>
    CellLoad Load { get; set; }

    /// <summary>Gets or sets what ends the step.</summary>
    StepLimits Limits { get; set; }

    /// <summary>Gets or sets T over the time of the step [K]; the surroundings of a cell with a heat balance.</summary>
    SetPoint Temperature { get; set; }

    /// <summary>Gets the equation of the load, whose unknown is the current.</summary>
    LoadRow LoadRow { get; }

    /// <summary>Makes the equilibrium state.</summary>
    /// <param name="stateOfCharge">1 at the upper cut-off, 0 at the lower [–].</param>
    /// <returns>The state.</returns>
    double[] Equilibrium(double stateOfCharge);

    /// <summary>Presets what the load changes at once, as a guess for the consistent start of a step.</summary>
    /// <param name="y">State; overwritten where the load tells more.</param>
    void GuessLoad(Span<double> y);

    /// <summary>Terminal voltage [V]; NaN where the state is unphysical.</summary>
    /// <param name="time">Time since the step began [s].</param>
    /// <param name="y">State.</param>
    double Voltage(double time, ReadOnlySpan<double> y);

    /// <summary>Current density, charging positive [A/m²].</summary>
    /// <param name="y">State.</param>
    double Current(ReadOnlySpan<double> y);

    /// <summary>Charge passed since the state of charge was made, charging positive [C/m²].</summary>
    /// <param name="y">State.</param>
    double Charge(ReadOnlySpan<double> y);

    /// <summary>Electrical energy put in since the state of charge was made, charging positive [J/m²].</summary>
    /// <param name="y">State.</param>
    double Energy(ReadOnlySpan<double> y);

    /// <summary>Temperature of the cell [K].</summary>
    /// <param name="time">Time since the step began [s].</param>
    /// <param name="y">State.</param>
    double TemperatureOf(double time, ReadOnlySpan<double> y);

    /// <summary>Splits the terminal voltage.</summary>
    /// <param name="time">Time since the step began [s].</param>
    /// <param name="y">State.</param>
    VoltageSplit SplitVoltage(double time, ReadOnlySpan<double> y);

    /// <summary>Says why a root function ended the step.</summary>
    /// <param name="root">Index of the root function.</param>
    /// <param name="time">Time since the step began [s].</param>
    /// <param name="y">State.</param>
    StepOutcome Outcome(int root, double time, ReadOnlySpan<double> y);

    /// <summary>Says which limit of the cell, not of the solver, made a step die; null for none.</summary>
    /// <param name="time">Time since the step began [s].</param>
    /// <param name="y">The last state reached.</param>
    StepOutcome? PhysicalLimit(double time, ReadOnlySpan<double> y);

    /// <summary>Says why a step cannot change anything from here; null where it can.</summary>
    /// <param name="y">State.</param>
    StepOutcome? NothingToDo(ReadOnlySpan<double> y);

    /// <summary>Names an unknown for a message.</summary>
    /// <param name="unknown">Index in the state; −1 for none.</param>
    string Describe(int unknown);

    /// <summary>Begins to follow balances and ranges from a state.</summary>
    /// <param name="y">State.</param>
    ICellObserver Observe(ReadOnlySpan<double> y);
}

/// <summary>The equation of the load of a model.</summary>
/// <param name="Index">Where it and the current stand.</param>
/// <param name="CurrentScale">Unit of the current unknown [A/m²].</param>
/// <param name="VoltageScale">Voltage missed per unit of the residual while a voltage is held [V].</param>
internal readonly record struct LoadRow(int Index, double CurrentScale, double VoltageScale);

/// <summary>Follows what a run must conserve and which parts of its laws it used.</summary>
internal interface ICellObserver
{
    /// <summary>Gets the largest deviations so far.</summary>
    CellBalance Balance { get; }

    /// <summary>Gets what a reduced model leaves out; null for a model that leaves nothing out.</summary>
    NeglectEstimate? Neglected => null;

    /// <summary>Takes one more instant into account.</summary>
    /// <param name="time">Time since the step began [s].</param>
    /// <param name="y">State.</param>
    void See(double time, ReadOnlySpan<double> y);

    /// <summary>Lists laws used outside their range, with the extrapolation.</summary>
    ImmutableArray<string> Warnings();
}
