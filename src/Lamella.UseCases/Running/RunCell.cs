using Lamella.Cells.Description;
using Lamella.Cells.Experiments;
using Lamella.Cells.Protocols;

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
        RunnableCell input = request.Calibrated
            ? CalibratedCell.Read(request.CellFile, request.Variant, request.Threads, cancellation)
            : RunnableCell.Read(request.CellFile, request.Variant);
        double temperature = request.Temperature ?? input.Temperature;
        return new CellRunner(request, input, temperature).Run(cell => PlanOf(request, cell), cancellation) with { Notes = input.Notes };
    }

    /// <summary>Reads what is asked for; C-rates and cut-offs mean those of the cell.</summary>
    private static RunPlan PlanOf(RunRequest request, CellDescription cell) =>
        request.PlanFile is { } file ? RunPlanFile.Read(file, cell)
        : request.Experiment is { } experiment ? new RunPlan(null, experiment)
        : new RunPlan(ProtocolText.Parse(request.Protocol, cell, request.ProtocolName, request.ProtocolFolder), null);
}
