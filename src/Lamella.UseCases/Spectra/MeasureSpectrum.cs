using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Spectra;
using Lamella.Core.Errors;
using Lamella.UseCases.Running;

namespace Lamella.UseCases.Spectra;

/// <summary>Reads a described cell, brings it into a state and computes its impedance there.</summary>
public static class MeasureSpectrum
{
    private const double UsualStateOfCharge = 0.5;

    /// <summary>Computes the impedance.</summary>
    /// <param name="request">Of which cell, in which state, at which frequencies.</param>
    /// <param name="cancellation">Stops the work between two frequencies.</param>
    /// <returns>The report.</returns>
    /// <exception cref="InputException">The cell, the steps or the state cannot be used; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static SpectrumReport Run(SpectrumRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        RunnableCell input = RunnableCell.Read(request.CellFile, request.Variant);
        double charge = request.StateOfCharge ?? (input.StateOfCharge > 0.0 ? input.StateOfCharge : UsualStateOfCharge);
        try
        {
            CellSimulator simulator = CellSimulator.Create(input.Cell, request.Temperature ?? input.Temperature, request.Options);
            CellRun? before = Before(request, input, simulator, charge, cancellation);
            CellSpectrum spectrum = CellSpectra.Measure(
                simulator,
                before?.FinalState ?? simulator.Equilibrium(charge),
                FrequencySweep.Logarithmic(request.From, request.To, request.PointsPerDecade),
                new SpectrumOptions { AtOpenCircuit = !request.UnderLoad },
                cancellation);
            return new SpectrumReport(input.Cell, spectrum)
            {
                StateOfCharge = charge, Before = before, Warnings = [.. input.Notes, .. before?.Warnings ?? [], .. spectrum.Warnings],
            };
        }
        catch (ArgumentException failure)
        {
            throw new InputException(
                InputPlace.Whole(request.CellFile), failure.Message.Split(" (Parameter", 2)[0], string.Empty, "Change the cell, its state or the frequencies.");
        }
    }

    /// <summary>Runs the steps that come first, all of which must have carried their load.</summary>
    private static CellRun? Before(
        SpectrumRequest request, RunnableCell input, CellSimulator simulator, double charge, CancellationToken cancellation)
    {
        if (request.Protocol.Length == 0)
        {
            return null;
        }

        Protocol protocol = ProtocolText.Parse(request.Protocol, input.Cell, "--step");
        CellRun run = simulator.Run(protocol, simulator.Equilibrium(charge), cancellation: cancellation);
        return run.Steps.FirstOrDefault(step => step.Ending is StepEnding.CannotStart or StepEnding.SolverStopped) is { } failed
            ? throw new InputException(
                InputPlace.Whole("--step"), $"the step '{failed.Label}' was not done: {failed.Reason}.", string.Empty, "Change the step, or start from another state of charge.")
            : run;
    }
}
