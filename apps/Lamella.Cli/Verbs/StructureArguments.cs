using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Structures.Conduction;
using Lamella.Structures.Morphology;
using Lamella.Structures.Voxels;

namespace Lamella.Cli.Verbs;

/// <summary>Reads the arguments of <c>lamella structure</c> that the parser cannot check by itself.</summary>
internal static class StructureArguments
{
    private const string Insulator = "insulator";
    private static readonly QuantityRule Lengths = QuantityRule.Like("0.35 um").Above("0 um");
    private static readonly QuantityRule Conductivities = QuantityRule.Like("0.99 mS/cm").AtLeast("0 S/m");
    private static readonly QuantityRule Resistances = QuantityRule.Like("0.8 ohm cm2").AtLeast("0 ohm cm2");
    private static readonly QuantityRule Sheets = QuantityRule.Like("5 nS").AtLeast("0 S");

    /// <summary>Tells whether an argument names a file that describes a structure.</summary>
    internal static bool IsDescription(string path) => Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML";

    /// <summary>Refuses options that the file already answers.</summary>
    internal static void RefuseBeside(string file, IEnumerable<string> options, System.CommandLine.ParseResult parsed)
    {
        string? given = options.FirstOrDefault(option => parsed.GetResult(option) is System.CommandLine.Parsing.OptionResult { Implicit: false });
        if (given is not null)
        {
            throw Wrong(given, $"'{Path.GetFileName(file)}' already describes volume and phases.", $"Leave {given} out, or change the file.");
        }
    }

    /// <summary>Reads the edges of a voxel.</summary>
    internal static VoxelSize Voxel(string? text)
    {
        if (text is null)
        {
            throw Wrong("--voxel", "the voxel size is missing; image files do not hold a reliable one.", "Add for example --voxel \"0.35 um\".");
        }

        double[] edges = [.. text.Split(',').Select(part => Number("--voxel", part, Lengths))];
        return edges.Length switch
        {
            1 => VoxelSize.Cube(edges[0]),
            3 => new VoxelSize(edges[0], edges[1], edges[2]),
            _ => throw Wrong("--voxel", $"'{text}' holds {edges.Length} lengths.", "Write one length, or three for x, y and z."),
        };
    }

    /// <summary>Reads the phases and gives them their grain boundaries.</summary>
    internal static ImmutableArray<ConductingPhase> Phases(IReadOnlyList<string> phases, IReadOnlyList<string> grains)
    {
        if (phases.Count == 0)
        {
            throw Wrong("--phase", "no phase is given.", "Say what each label is made of, such as --phase 0=insulator --phase 1=\"0.99 mS/cm\".");
        }

        ConductingPhase[] read = [.. phases.Select(Phase)];
        var seen = new HashSet<(string, int)>();
        foreach (string grain in grains)
        {
            (string labels, string value) = Halves("--grain-boundary", grain);
            int index = Find(read, "--grain-boundary", labels);
            RequireOnce(seen, "--grain-boundary", index, labels);
            read[index] = read[index] with { GrainBoundaryResistance = Number("--grain-boundary", value, Resistances) };
        }

        return [.. read];
    }

    /// <summary>Reads what electrons see, for each phase; those that are not named insulate.</summary>
    internal static ImmutableArray<PhaseConductivity> Electronic(ImmutableArray<ConductingPhase> phases, IReadOnlyList<string> given)
    {
        PhaseConductivity[] read = [.. phases.Select(_ => PhaseConductivity.Insulator)];
        var seen = new HashSet<(string, int)>();
        foreach (string text in given)
        {
            (string labels, string value) = Halves("--electronic", text, "1=\"1e-8 S/cm\"");
            int index = Find(phases, "--electronic", labels);
            RequireOnce(seen, "--electronic", index, labels);
            read[index] = Conductivity("--electronic", value);
        }

        return [.. read];
    }

    /// <summary>Refuses a second value for what an option has already given one.</summary>
    internal static void RequireOnce<T>(HashSet<(string, T)> seen, string option, T what, string named)
    {
        if (!seen.Add((option, what)))
        {
            throw Wrong(option, $"'{named}' has a value already.", "Give it one value.");
        }
    }

    /// <summary>Finds the phase that has all labels of a list.</summary>
    internal static int Find(IReadOnlyList<ConductingPhase> phases, string option, string labels)
    {
        ImmutableArray<int> wanted = Labels(option, labels);
        for (int index = 0; index < phases.Count; index++)
        {
            if (wanted.All(phases[index].Labels.Contains))
            {
                return index;
            }
        }

        throw Wrong(option, $"no phase has the labels {labels}.", "Name labels of one --phase.");
    }

    /// <summary>Reads the interfaces.</summary>
    internal static ImmutableArray<PhaseInterface> Interfaces(IReadOnlyList<string> resistances, IReadOnlyList<string> sheets)
    {
        var found = new Dictionary<(string, string), PhaseInterface>();
        var seen = new HashSet<(string, (string, string))>();
        foreach ((string option, string text, QuantityRule rule) in
            resistances.Select(text => ("--interface", text, Resistances)).Concat(sheets.Select(text => ("--sheet", text, Sheets))))
        {
            (string pair, string value) = Halves(option, text);
            string[] names = pair.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (names.Length != 2)
            {
                throw Wrong(option, $"'{pair}' does not name two phases.", $"Write one label of each, such as {option} 1,2=\"{rule.Example}\".");
            }

            (string, string) key = string.CompareOrdinal(names[0], names[1]) < 0 ? (names[0], names[1]) : (names[1], names[0]);
            RequireOnce(seen, option, key, pair);
            PhaseInterface own = found.GetValueOrDefault(key) ?? new PhaseInterface(key.Item1, key.Item2);
            double number = Number(option, value, rule);
            found[key] = option == "--sheet" ? own with { SheetConductance = number } : own with { Resistance = number };
        }

        return [.. found.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    /// <summary>Reads the boundary.</summary>
    internal static ConductionBoundary Boundary(string word) => word switch
    {
        "insulated" => ConductionBoundary.InsulatedSides,
        "sides" => ConductionBoundary.PeriodicSides,
        "periodic" => ConductionBoundary.Periodic,
        _ => throw Wrong("--boundary", $"'{word}' is no boundary.{Hint(word, ["insulated", "sides", "periodic"])}", "Write insulated, sides or periodic."),
    };

    /// <summary>Reads the directions.</summary>
    internal static ImmutableArray<int> Axes(string word, string option = "--direction") => word.Length is >= 1 and <= 3 && word.All(letter => letter is 'x' or 'y' or 'z') && word.Distinct().Count() == word.Length
        ? [.. word.Select(letter => letter - 'x')]
        : throw Wrong(option, $"'{word}' is no set of directions.", "Write one to three of the letters x, y and z, such as xz.");

    /// <summary>Reads phases that only have a name.</summary>
    internal static ImmutableArray<MeasuredPhase> NamedPhases(IReadOnlyList<string> phases) => [.. phases.Select(text =>
    {
        (string labels, string name) = Halves("--phase", text, "0=pore");
        return new MeasuredPhase(name, Labels("--phase", labels));
    })];

    /// <summary>Refuses an option that only means something where a folder is written.</summary>
    internal static bool RequireFolder(string option, string? folder) => folder is not null
        ? true
        : throw Wrong(option, "there is no folder to write them into.", "Add --output and a folder, such as --output results/composite.");

    /// <summary>Reads the level of confidence intervals.</summary>
    internal static double Confidence(double level) => level is >= 0.5 and <= 0.999
        ? level
        : throw Wrong("--confidence", FormattableString.Invariant($"{level} is no level of confidence."), "Write for example 0.95.", "0.5 to 0.999.");

    private static ConductingPhase Phase(string text)
    {
        (string labels, string value) = Halves("--phase", text);
        return new ConductingPhase(labels, Labels("--phase", labels), Conductivity("--phase", value));
    }

    /// <summary>Reads "insulator", one conductivity, or three.</summary>
    private static PhaseConductivity Conductivity(string option, string value)
    {
        if (value == Insulator)
        {
            return PhaseConductivity.Insulator;
        }

        double[] values = [.. value.Split(',').Select(part => Number(option, part, Conductivities))];
        return values.Length switch
        {
            1 => PhaseConductivity.Isotropic(values[0]),
            3 => new PhaseConductivity(values[0], values[1], values[2]),
            _ => throw Wrong(option, $"'{value}' holds {values.Length} conductivities.", "Write one, or three along x, y and z."),
        };
    }

    /// <summary>Reads a list of labels.</summary>
    internal static ImmutableArray<int> Labels(string option, string text) => LabelList.TryParse(text, out ImmutableArray<int> labels, out string fault)
        ? labels
        : throw Wrong(option, $"'{fault}' is no label.", $"Write {LabelList.Allowed}.");

    /// <summary>Parts an argument at its first '='.</summary>
    internal static (string Labels, string Value) Halves(string option, string text, string example = "1=\"0.99 mS/cm\"")
    {
        int at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1
            ? (text[..at].Trim(), text[(at + 1)..].Trim())
            : throw Wrong(option, $"'{text}' is no label and value.", $"Write the label, '=' and the value, such as {option} {example}.");
    }

    /// <summary>Reads a quantity.</summary>
    internal static double Number(string option, string text, QuantityRule rule)
    {
        Quantity quantity = Quantity.Parse(text.Trim());
        if (!rule.Fits(quantity.Dimension))
        {
            string what = quantity.Unit == Unit.One ? $"'{text.Trim()}' has no unit." : $"'{text.Trim()}' is a {quantity.Dimension.Name}.";
            throw Wrong(option, what, $"Write for example \"{rule.Example}\".", rule.Describe());
        }

        return rule.Contains(quantity.InSi) ? quantity.InSi : throw Wrong(option, $"'{text.Trim()}' is out of range.", $"Write for example \"{rule.Example}\".", rule.Describe());
    }

    private static string Hint(string word, string[] known) => Suggestion.Nearest(word, known) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty;

    private static InputException Wrong(string place, string problem, string remedy, string allowed = "") =>
        new(InputPlace.Whole(place), problem, allowed, remedy);
}
