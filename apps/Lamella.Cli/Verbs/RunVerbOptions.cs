using System.CommandLine;
using Lamella.Cells.Experiments;
using Lamella.Cells.Running;
using Lamella.UseCases.Running;

namespace Lamella.Cli.Verbs;

/// <summary>Arguments and options of <c>lamella run</c>.</summary>
internal sealed class RunVerbOptions
{
    internal Argument<string> Cell { get; } = new("CELL") { Description = "Path of a cell.yaml, or of a BPX file (.json)." };

    internal Option<string[]> Step { get; } = new("--step")
    {
        Description = "A step in words, such as \"Charge at 0.2C until 4.35 V\", \"Hold at 4.35 V until C/50\", \"Discharge at 5 mW/cm2 for 1 mAh/cm2\", \"Rest for 20 min at 45 degC\"; repeat the option for more steps.",
    };

    internal Option<string?> Protocol { get; } = new("--protocol")
    {
        Description = "A file instead of --step: one step a line, or YAML with 'steps' or 'experiment'; see docs/protocols.md.",
    };

    internal Option<string?> Experiment { get; } = new("--experiment")
    {
        Description = "A named experiment instead of steps, such as rate-test; 'lamella experiments' lists them.",
    };

    internal Option<string[]> Set { get; } = new("--set")
    {
        Description = "A setting of the experiment, NAME=VALUE, such as \"rates=0.2C, 1C\"; repeat the option for more.",
    };

    internal Option<string?> Variant { get; } = new("--variant") { Description = "A variant of the cell, or several joined by ' + ' that are laid over each other; without it, the base cell." };

    internal Option<bool> Calibrated { get; } = new("--calibrated")
    {
        Description = "Take the values that the calibration.yaml beside the cell.yaml fits, as the dossier of that study does; without it, those that the cell.yaml states.",
    };

    internal Option<string?> Temperature { get; } = new("--temperature") { Description = "Such as \"-20 degC\"; default: that of the cell.yaml." };

    internal Option<double?> From { get; } = new("--from") { Description = "State of charge to start from, 0 (discharged) to 1 (charged); default: 0, for a BPX file what it states." };

    internal Option<string[]> Sensitivity { get; } = new("--sensitivity")
    {
        Description = "Inputs of the cell by whose paths in cell.yaml the run is derived, such as \"cathode/solid diffusivity, lithium/film resistance\".",
    };

    internal Option<string?> Fields { get; } = new("--fields")
    {
        Description = "Times at which the fields inside the cell are written as .npz, such as \"0 s, 10 min, 1 h\".",
    };

    internal Option<string?> OnFailure { get; } = new("--on-failure")
    {
        Description = "What follows a step that cannot carry its load: 'continue' with the next step (the default) or 'stop'.",
    };

    internal Option<string?> CheckMesh { get; } = new("--check-mesh")
    {
        Description = "Whether to run once more on a refined mesh and say where a capacity changes by 0.1 % or more: 'yes', 'no' or 'auto' (the default: with --output, and where it costs little).",
    };

    internal Option<string?> Model { get; } = new("--model")
    {
        Description = "'dfn', the continuum model (the default); 'spme', one particle per porous electrode with the electrolyte; or 'spm', without it.",
    };

    internal Option<int> Refine { get; } = new("--refine")
    {
        Description = "How many times as many cells and shells the mesh has, 1 to 16.",
        DefaultValueFactory = _ => 1,
    };

    internal Option<double?> Tolerance { get; } = new("--tolerance")
    {
        Description = "Relative tolerance of the time integration, 1e-10 to 1e-3; default: 1e-5. The absolute one is a hundredth of it.",
    };

    internal Option<int> Threads { get; } = new("--threads")
    {
        Description = "Threads for runs that do not depend on each other; the result is the same for any number.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    internal Option<string?> Output { get; } = new("--output", "-o")
    {
        Description = "Folder for result.json, series.bdf.csv, series.split.csv and what else was asked for (fields, spectra, findings); without it, nothing is written.",
    };

    internal Option<bool> Json { get; } = new("--json") { Description = "Print the summary as JSON." };

    /// <summary>Makes the request from the parsed command line.</summary>
    internal RunRequest Request(ParseResult parsed)
    {
        string[] steps = parsed.GetValue(Step) ?? [];
        string? file = parsed.GetValue(Protocol), name = parsed.GetValue(Experiment);
        CellExperiment? experiment = RunArguments.Experiment(name, parsed.GetValue(Set) ?? []);
        bool isPlan = file is not null && RunPlanFile.IsYaml(file);
        (string protocolName, string words) = experiment is null && !isPlan ? RunArguments.Protocol(steps, file) : (string.Empty, string.Empty);
        RunArguments.RequireOneOf(steps, file, name);
        return new RunRequest
        {
            CellFile = parsed.GetRequiredValue(Cell),
            Variant = parsed.GetValue(Variant),
            Calibrated = parsed.GetValue(Calibrated),
            Protocol = words,
            ProtocolName = protocolName,
            ProtocolFolder = file is null ? string.Empty : Path.GetDirectoryName(Path.GetFullPath(file)) ?? string.Empty,
            PlanFile = isPlan ? RunArguments.ExistingFile(file!) : null,
            Experiment = experiment,
            Temperature = RunArguments.Temperature(parsed.GetValue(Temperature)),
            StateOfCharge = RunArguments.StateOfCharge(parsed.GetValue(From)),
            Options = RunArguments.Options(parsed.GetValue(Model), parsed.GetValue(Refine), parsed.GetValue(Tolerance)),
            SplitVoltage = parsed.GetValue(Output) is not null,
            IsStored = parsed.GetValue(Output) is not null,
            Sensitivities = RunArguments.Paths(parsed.GetValue(Sensitivity) ?? []),
            FieldTimes = RunArguments.Times("--fields", parsed.GetValue(Fields)),
            WhenAStepFails = RunArguments.OneOf("--on-failure", parsed.GetValue(OnFailure), "continue", "stop") == "stop" ? FailurePolicy.Stop : FailurePolicy.Continue,
            CheckMesh = RunArguments.OneOf("--check-mesh", parsed.GetValue(CheckMesh), "auto", "yes", "no") switch { "yes" => true, "no" => false, _ => null },
            Threads = RunArguments.Threads(parsed.GetValue(Threads)),
        };
    }
}
