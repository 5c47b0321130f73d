using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Lamella.Cells.Experiments;
using Lamella.Cells.Running;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Cli.Verbs;

/// <summary>Reads the arguments of <c>lamella run</c> that the parser cannot check by itself.</summary>
internal static class RunArguments
{
    private static readonly QuantityRule Temperatures = QuantityRule.Like("25 degC").Above("-150 degC").Below("300 degC");

    /// <summary>Returns what messages call the protocol, and the steps, one a line.</summary>
    internal static (string Name, string Text) Protocol(IReadOnlyList<string> steps, string? file)
    {
        if (file is null == (steps.Count == 0))
        {
            throw Wrong("--step", "give the steps either by --step or by --protocol.", "Add for example --step \"Discharge at 1C until 2.8 V\".");
        }

        if (file is null)
        {
            return ("--step", string.Join('\n', steps));
        }

        return File.Exists(file)
            ? (file, ReadText(file))
            : throw Wrong("--protocol", $"the file '{file}' does not exist.", "Check the path.");
    }

    /// <summary>Refuses steps from two places.</summary>
    internal static void RequireOneOf(IReadOnlyList<string> steps, string? file, string? experiment)
    {
        int given = (steps.Count > 0 ? 1 : 0) + (file is null ? 0 : 1) + (experiment is null ? 0 : 1);
        if (given != 1)
        {
            throw Wrong("--experiment", "give the steps either by --step, by --protocol or by --experiment.", "Keep one of them.");
        }
    }

    /// <summary>Returns the named experiment with its settings, or null where none is named.</summary>
    internal static CellExperiment? Experiment(string? name, IReadOnlyList<string> settings)
    {
        if (name is null)
        {
            return settings.Count == 0 ? null : throw Wrong("--set", "there is no experiment whose setting this could be.", "Name it with --experiment.");
        }

        CellExperiment experiment = CellExperiments.Find(name, InputPlace.Whole("--experiment"));
        foreach (string setting in settings)
        {
            string[] parts = setting.Split('=', 2, StringSplitOptions.TrimEntries);
            experiment = parts.Length == 2
                ? experiment.With(new SettingText(InputPlace.Whole("--set"), parts[0], parts[1]))
                : throw Wrong("--set", $"'{setting}' has no '='.", "Write for example --set \"rates=0.2C, 1C\".", "NAME=VALUE");
        }

        return experiment;
    }

    /// <summary>Returns the path of a file that must be there.</summary>
    internal static string ExistingFile(string path) =>
        File.Exists(path) ? path : throw Wrong("--protocol", $"the file '{path}' does not exist.", "Check the path.");

    /// <summary>Returns times in s, or none.</summary>
    internal static ImmutableArray<double> Times(string option, string? text)
    {
        const string remedy = "Write for example --fields \"0 s, 10 min, 1 h\".";
        var times = ImmutableArray.CreateBuilder<double>();
        foreach (string item in text?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        {
            times.Add(Quantity.TryParse(item, out Quantity? time, out _) && time.Dimension == Dimension.Time && time.InSi >= 0.0
                ? time.InSi
                : throw Wrong(option, $"'{item}' is no time since the run began.", remedy, "times of 0 s or more, separated by commas"));
        }

        return times.ToImmutable();
    }

    /// <summary>Returns paths of inputs, each once.</summary>
    internal static ImmutableArray<string> Paths(IReadOnlyList<string> texts) =>
    [
        .. texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries)).Distinct()
            .Select(path => path.Length > 0 ? path : throw Wrong("--sensitivity", "a path is empty.", "Write for example --sensitivity \"cathode/solid diffusivity\".")),
    ];

    /// <summary>Returns one of a few words; the first where none is given.</summary>
    internal static string OneOf(string option, string? text, params IReadOnlyList<string> words) => text is null ? words[0]
        : words.Contains(text) ? text
        : throw Wrong(option, $"'{text}' is none of the words.", $"Write for example {option} {words[1]}.", string.Join(", ", words));

    /// <summary>Returns model, mesh and tolerances.</summary>
    internal static CellOptions Options(string? model, int refine, double? tolerance)
    {
        if (model is not null && !CellModels.Names.Contains(model))
        {
            string? nearest = Suggestion.Nearest(model, CellModels.Names);
            throw Wrong("--model", $"'{model}' is no model.", nearest is null ? "Write for example --model spme." : $"Did you mean '{nearest}'?", string.Join(", ", CellModels.Names));
        }

        if (refine is < 1 or > 16)
        {
            throw Wrong("--refine", FormattableString.Invariant($"{refine} is no refinement of the mesh."), "Write for example --refine 2.", "1 to 16");
        }

        if (tolerance is { } given && !(given is >= 1e-10 and <= 1e-3))
        {
            throw Wrong("--tolerance", FormattableString.Invariant($"{given} is no tolerance."), "Write for example --tolerance 1e-6.", "1e-10 to 1e-3");
        }

        var usual = new CellOptions();
        return usual with
        {
            Model = model ?? usual.Model,
            CellsPerLayer = refine * usual.CellsPerLayer,
            ElectrodeCells = refine * usual.ElectrodeCells,
            Shells = refine * usual.Shells,
            RelativeTolerance = tolerance ?? usual.RelativeTolerance,
            AbsoluteTolerance = tolerance / 100.0 ?? usual.AbsoluteTolerance,
        };
    }

    /// <summary>Checks a number of threads.</summary>
    internal static int Threads(int value) => value is >= 1 and <= 1024
        ? value : throw Wrong("--threads", FormattableString.Invariant($"{value} is no number of threads."), "Write for example --threads 2.", "1 to 1024");

    /// <summary>Returns a temperature in K, or null where none is given.</summary>
    internal static double? Temperature(string? text)
    {
        if (text is null)
        {
            return null;
        }

        const string remedy = "Write for example --temperature \"-20 degC\".";
        Quantity quantity = Quantity.Parse(text);
        if (!Temperatures.Fits(quantity.Dimension))
        {
            throw Wrong("--temperature", quantity.Unit == Unit.One ? $"'{text}' has no unit." : $"'{text}' is a {quantity.Dimension.Name}.", remedy, Temperatures.Describe());
        }

        return Temperatures.Contains(quantity.InSi)
            ? quantity.InSi
            : throw Wrong("--temperature", $"'{text}' is too {(quantity.InSi > Temperatures.Example.InSi ? "hot" : "cold")} for any cell.", remedy, Temperatures.Describe());
    }

    /// <summary>Checks a state of charge.</summary>
    internal static double? StateOfCharge(double? value, string option = "--from") => value is null or (>= 0.0 and <= 1.0)
        ? value
        : throw Wrong(
            option,
            string.Create(CultureInfo.InvariantCulture, $"the state of charge {value} is outside 0 to 1."),
            "Write 0 for a discharged and 1 for a charged cell.");

    private static string ReadText(string file)
    {
        const string remedy = "Check that this is the right file, and save it as UTF-8 in your editor.";
        try
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file));
            return text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
                ? throw Wrong(file, "this is no text file: it holds control characters.", remedy, "one step a line")
                : text.TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw Wrong(file, "this is no text file: it holds bytes that are not UTF-8.", remedy, "one step a line");
        }
    }

    private static InputException Wrong(string place, string problem, string remedy, string allowed = "") =>
        new(InputPlace.Whole(place), problem, allowed, remedy);
}
