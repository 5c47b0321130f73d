using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;

namespace Lamella.Cells.Sensitivities;

/// <summary>Runs protocols on a described cell and carries the derivatives by chosen parameters along.</summary>
/// <remarks>
/// Forward sensitivities by the staggered direct method: one linear solve per parameter and time step. Loads are those of
/// the protocol of the changed cell: where a C-rate stands for another current density after the change, that counts too.
/// One simulator serves one thread.
/// </remarks>
public sealed class SensitivitySimulator
{
    private readonly CellDescription cell;
    private readonly ImmutableArray<CellParameter> parameters;
    private readonly ImmutableArray<CellDescription> changedCells;
    private readonly ImmutableArray<ChangedCell> changed;
    private readonly CellSimulator simulator;

    private SensitivitySimulator(
        CellDescription cell, ImmutableArray<CellParameter> parameters, double temperature, CellOptions options)
    {
        (this.cell, this.parameters) = (cell, parameters);
        var cells = ImmutableArray.CreateBuilder<CellDescription>();
        var systems = ImmutableArray.CreateBuilder<ChangedCell>();
        foreach (CellParameter parameter in parameters)
        {
            (CellDescription other, double change) = parameter.Changed();
            cells.Add(other);
            systems.Add(new ChangedCell(CellModels.Build(other, temperature, options), temperature, change));
        }

        (changedCells, changed) = (cells.ToImmutable(), systems.ToImmutable());
        simulator = CellSimulator.Create(cell, temperature, options, changed);
        foreach (ChangedCell other in changed)
        {
            if (other.System.Size != simulator.Unknowns)
            {
                throw new ArgumentException(
                    $"A change of '{parameters[changed.IndexOf(other)].Name}' gives a cell with {other.System.Size} unknowns instead of {simulator.Unknowns}: only values within one kind of cell have derivatives.",
                    nameof(parameters));
            }
        }
    }

    /// <summary>Gets the parameters.</summary>
    public ImmutableArray<CellParameter> Parameters => parameters;

    /// <summary>Builds the model and its neighbours.</summary>
    /// <param name="cell">The described cell: that of every parameter at its value.</param>
    /// <param name="parameters">By what to derive; at least one.</param>
    /// <param name="temperature">T of the whole cell [K], &gt; 0.</param>
    /// <param name="options">Mesh and tolerances; null for the defaults.</param>
    /// <returns>A simulator.</returns>
    /// <exception cref="ArgumentException">There is no parameter, or a change of one gives another kind of cell or none.</exception>
    /// <exception cref="Lamella.Core.Errors.InputException">A small change of a parameter gives no cell.</exception>
    public static SensitivitySimulator Create(
        CellDescription cell, ImmutableArray<CellParameter> parameters, double temperature, CellOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return !parameters.IsDefaultOrEmpty
            ? new SensitivitySimulator(cell, parameters, temperature, options ?? new CellOptions())
            : throw new ArgumentException("Name at least one parameter by which to derive.", nameof(parameters));
    }

    /// <summary>Makes the equilibrium state at a state of charge, with its derivatives.</summary>
    /// <param name="stateOfCharge">As in <see cref="CellSimulator.Equilibrium"/>.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stateOfCharge"/> is outside 0 to 1.</exception>
    public SensitiveState Equilibrium(double stateOfCharge)
    {
        CellState state = simulator.Equilibrium(stateOfCharge);
        var derivatives = ImmutableArray.CreateBuilder<double>(changed.Length * simulator.Unknowns);
        foreach (ChangedCell other in changed)
        {
            double[] moved = other.System.Equilibrium(stateOfCharge);
            for (int i = 0; i < moved.Length; i++)
            {
                derivatives.Add(other.Quotient(moved[i], state.Unknowns[i]));
            }
        }

        return new SensitiveState(state, derivatives.ToImmutable());
    }

    /// <summary>Derives a value that the description alone gives, such as its loading or its area.</summary>
    /// <param name="value">The value of a cell.</param>
    /// <returns>∂value/∂p, per SI unit of each parameter, shape (parameters).</returns>
    public ImmutableArray<double> Derivatives(Func<CellDescription, double> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        double own = value(cell);
        return [.. changedCells.Zip(changed, (other, by) => by.Quotient(value(other), own))];
    }

    /// <summary>Runs a protocol.</summary>
    /// <param name="protocol">Makes the protocol of a cell; the steps keep their number and kinds.</param>
    /// <param name="initial">Where to start; from a simulator with the same parameters and mesh.</param>
    /// <param name="options">What to keep; null for the series only.</param>
    /// <param name="cancellation">Stops the run between two time steps.</param>
    /// <returns>The run with its derivatives.</returns>
    /// <exception cref="ArgumentException"><paramref name="initial"/> belongs to another mesh or to other parameters.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public SensitivityRun Run(
        Func<CellDescription, Protocol> protocol,
        SensitiveState initial,
        RunOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(initial);
        if (initial.Derivatives.Length != changed.Length * simulator.Unknowns)
        {
            throw new ArgumentException(
                $"The state has {initial.Derivatives.Length} derivatives, the model {changed.Length} x {simulator.Unknowns}: start from a state of a simulator with the same parameters and mesh.",
                nameof(initial));
        }

        return simulator.Run(protocol(cell), [.. changedCells.Select(protocol)], parameters, initial, options, cancellation);
    }
}
