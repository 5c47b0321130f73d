using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Cells.Experiments;
using Lamella.Cells.Protocols;
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
        double temperature = request.Temperature ?? document.Temperature;
        ImmutableArray<string> notes = Notes(document.Inputs(materials));
        RunPlan plan = request.PlanFile is { } file ? RunPlanFile.Read(file, cell)
            : request.Experiment is { } experiment ? new RunPlan(null, experiment)
            : new RunPlan(ProtocolText.Parse(request.Protocol, cell, request.ProtocolName, request.ProtocolFolder), null);
        return new CellRunner(request, cell, temperature).Run(plan, cancellation) with { Notes = notes };
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
