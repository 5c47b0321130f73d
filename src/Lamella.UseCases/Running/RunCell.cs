using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Cells.HalfCell;
using Lamella.Cells.Protocols;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;

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
        CellDocument document = CellDocument.Read(request.CellFile, FactLibrary.LoadShipped());
        if (request.Variant is { } variant)
        {
            document = document.Variant(variant);
        }

        CellDescription cell = document.Build(MaterialLibrary.LoadShipped());
        Protocol protocol = ProtocolText.Parse(request.Protocol, cell, request.ProtocolName);
        CellSimulator simulator = CellSimulator.Create(cell, request.Temperature ?? document.Temperature);
        return new RunReport(
            cell, simulator.Run(protocol, simulator.Equilibrium(request.StateOfCharge), cancellation: cancellation));
    }
}
