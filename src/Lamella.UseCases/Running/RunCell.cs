using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Cells.HalfCell;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Core.Provenance;
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

        MaterialLibrary materials = MaterialLibrary.LoadShipped();
        CellDescription cell = document.Build(materials);
        Protocol protocol = ProtocolText.Parse(request.Protocol, cell, request.ProtocolName);
        CellSimulator simulator = CellSimulator.Create(cell, request.Temperature ?? document.Temperature);
        CellRun run = simulator.Run(protocol, simulator.Equilibrium(request.StateOfCharge), cancellation: cancellation);
        return new RunReport(cell, run) { Notes = Notes(document.Inputs(materials)) };
    }

    private static ImmutableArray<string> Notes(DescribedInputs inputs)
    {
        // A law may stand beside its value at the state of rest under one path: one input, not two.
        string[] assumed =
        [
            .. inputs.Values.Where(input => input.IsAssumed).Select(input => input.Path)
                .Concat(inputs.Laws.Where(law => law.Source.Confidence == Confidence.Assumed).Select(law => law.Path))
                .Distinct(),
        ];
        int all = inputs.Values.Select(input => input.Path).Concat(inputs.Laws.Select(law => law.Path)).Distinct().Count();
        return assumed.Length == 0
            ? inputs.Notes
            : inputs.Notes.Add($"{assumed.Length} of {all} inputs are assumed: {string.Join(", ", assumed)}.");
    }
}
