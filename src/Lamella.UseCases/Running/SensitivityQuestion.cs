using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Cells.Experiments;
using Lamella.Cells.Running;
using Lamella.Cells.Sensitivities;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Materials.Parameters;

namespace Lamella.UseCases.Running;

/// <summary>By which inputs of a cell a run is derived.</summary>
internal sealed class SensitivityQuestion
{
    private const string Place = "--sensitivity";

    private readonly ImmutableArray<(string Path, Quantity Input)> inputs;
    private readonly ImmutableArray<CellParameter> parameters;

    private SensitivityQuestion(CellDocument document, ImmutableArray<string> paths)
    {
        MaterialLibrary materials = MaterialLibrary.LoadShipped();
        inputs = [.. paths.Select(path => (path, Stated(document, path, materials)))];
        parameters = [.. paths.Select(path => CellParameter.OfPath(document, path, materials))];
    }

    /// <summary>Reads the question.</summary>
    /// <exception cref="InputException">A path is none of the cell or its value is not stated, or the plan is no protocol.</exception>
    internal static SensitivityQuestion Of(RunRequest request, RunnableCell input, RunPlan plan)
    {
        if (plan.Protocol is null)
        {
            throw Refused("an experiment has no sensitivities of its own.", "steps, by --step or --protocol", "Write the steps of the experiment as a protocol.");
        }

        if (request.Calibrated)
        {
            throw Refused("a calibrated cell is not that of its file, whose paths name the inputs.", "the cell as it is described", "Leave --calibrated out, or write the calibrated values into a copy of the cell file.");
        }

        return input.Document is { } document ? new SensitivityQuestion(document, request.Sensitivities)
            : throw Refused("a BPX file has no paths by which its inputs could be named.", "a cell.yaml", "Describe the cell in a cell.yaml.");
    }

    /// <summary>Makes the simulator that carries the derivatives along.</summary>
    /// <exception cref="InputException">A small change of an input gives no cell, or one of another kind.</exception>
    internal SensitivitySimulator Simulator(CellDescription cell, double temperature, CellOptions options)
    {
        try
        {
            return SensitivitySimulator.Create(cell, parameters, temperature, options);
        }
        catch (ArgumentException problem)
        {
            throw Refused(Sentence(problem), string.Empty, "Leave this input out.");
        }
    }

    /// <summary>Puts the derivatives beside the inputs.</summary>
    internal ImmutableArray<InputSensitivity> Answer(SensitivityRun run) =>
        [.. inputs.Zip(run.Parameters, (input, derivatives) => new InputSensitivity(input.Path, input.Input, derivatives))];

    private static Quantity Stated(CellDocument document, string path, MaterialLibrary materials)
    {
        Quantity? found;
        try
        {
            found = document.Find(path);
        }
        catch (ArgumentException problem)
        {
            throw Refused(Sentence(problem), AllStated(document, materials), "Name an input by its path in cell.yaml.");
        }

        if (found is null)
        {
            throw Refused($"'{path}' is not stated in the cell file.", AllStated(document, materials), $"Add '{path}' to the cell file, or name another input.");
        }

        return path == "temperature"
            ? throw Refused("the temperature is a condition of the run, not an input of the cell.", AllStated(document, materials), "Run at two temperatures and compare.")
            : found.InSi != 0.0 ? found : throw Refused($"'{path}' is {found}: there is no scale on which it changes.", "a value other than 0", "State a value, or name another input.");
    }

    private static string AllStated(CellDocument document, MaterialLibrary materials) => string.Join(
        ", ", document.Inputs(materials).Values.Where(input => !input.IsDefault && input.Path != "temperature").Select(input => input.Path));

    private static string Sentence(ArgumentException problem) => problem.Message.Split(" (Parameter", 2)[0];

    private static InputException Refused(string problem, string allowed, string remedy) => new(InputPlace.Whole(Place), problem, allowed, remedy);
}
