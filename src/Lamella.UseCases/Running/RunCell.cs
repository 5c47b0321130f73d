using Lamella.Cells.Running;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.UseCases.Running;

/// <summary>Reads a described cell and runs a protocol on it.</summary>
public static class RunCell
{
    /// <summary>Runs the request.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="cancellation">Stops the run between two time steps.</param>
    /// <returns>The report.</returns>
    /// <exception cref="Core.Errors.InputException">The cell or the protocol cannot be used; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RunReport Run(RunRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        RunnableCell input = RunnableCell.Read(request.CellFile, request.Variant);
        Protocol protocol = ProtocolText.Parse(request.Protocol, input.Cell, request.ProtocolName);
        CellSimulator simulator = CellSimulator.Create(input.Cell, request.Temperature ?? input.Temperature);
        CellRun run = simulator.Run(
            protocol, simulator.Equilibrium(request.StateOfCharge ?? input.StateOfCharge), cancellation: cancellation);
        return new RunReport(input.Cell, run) { Notes = input.Notes };
    }
}
