namespace Lamella.Cli.Tests.Verbs;

/// <summary>Bad studies through the command line: the message says where, what is allowed and what to do; nothing is written.</summary>
[Trait("Level", "contract")]
public sealed class DossierBadInputTests
{
    private const string Cell = "cell.yaml", Experiments = "experiments.yaml", Calibration = "calibration.yaml";
    private const string Conductivity = "      value: 0.58 mS/cm\n      state: effective in host\n";

    /// <summary>File, what it says, what it says instead, text on the line that the message points at, words of the message.</summary>
    public static TheoryData<string, string, string, string, string[]> Spoilt { get; } = new()
    {
        { Cell, "diameter: {", "diamter: {", "diamter:", ["'diamter' is no key", "Did you mean 'diameter'?"] },
        { Cell, "  porosity:\n", "  porositty:\n", "porositty:", ["'porositty' is no key", "Did you mean 'porosity'?"] },
        { Cell, "{value: 300 um", "{value: 300", "{value: 300,", ["has no unit", "Allowed: a length above 0 um", "Add the unit"] },
        { Cell, "{value: 300 um", "{value: 300 mV", "300 mV", ["is 300 mV, which is a voltage", "Give a length"] },
        { Cell, "{value: 300 um", "{value: -300 um", "-300 um", ["is -300 um", "above 0 um", "check its sign"] },
        { Cell, Conductivity, "      value: 0.58 mS/cm\n", "value: 0.58 mS/cm", ["does not say what it was measured on", "bulk phase", "state: effective in host"] },
        { Cell, "active: {value: 80 wt%", "active: {value: 85 wt%", "85 wt%", ["adds up to 105 wt%", "add up to 100 wt%", "Correct the shares"] },
        { Cell, "value: 48.3 vol%", "value: 148.3 vol%", "148.3 vol%", ["is 148.3 vol%", "at most", "Correct the value"] },
        { Cell, "    salt volume fraction:", "    porosity: 30 vol%\n    salt volume fraction:", "salt volume fraction:", ["larger than the porosity 30 vol%", "at most the porosity"] },
        { Cell, "  porosity:\n", "  thickness: 5 um\n  porosity:\n", "value: 1.9 mg/cm2", ["would fill more than the thickness", "1.9 mg/cm2 of loading, 5 um of thickness and 50 vol% of porosity", "leave out thickness or porosity"] },
        { Cell, "  porosity:\n", "  thickness: 30 um\n  porosity:\n", "value: 1.9 mg/cm2", ["contradict each other", "30 um of thickness and 50 vol% of porosity", "within 2 %"] },
        { Cell, "lower: {value: 2.8 V", "lower: {value: 4.8 V", "4.8 V", ["4.8 V is not below the upper cut-off 4.35 V", "lower < upper", "Exchange the two"] },
        { Cell, "1C: {value: 200 mA/g", "1C: {value: 0 mA/g", "0 mA/g", ["is 0 mA/g", "above 0 mA/g"] },
        { Cell, "ncm811-chen2020", "ncm811-chem2020", "ncm811-chem2020", ["is no active material", "lfp-afshar2017", "Did you mean 'ncm811-chen2020'?"] },
        { Cell, "lithium-xu2019", "lithium-xu2091", "lithium-xu2091", ["'lithium-xu2091' is no", "Did you mean 'lithium-xu2019'?"] },
        { Cell, "source: F003-0007", "source: F003-9999", "F003-9999", ["'F003-9999' is not among the shipped ones", "'assumed'", "Look the id up"] },
        { Cell, "source: F003-0007", "source: F003-0107", "F003-0107", ["'F003-0107' is sealed", "facts with a value", "Cite what"] },
        { Experiments, "F003-0106, rate: 1C", "F003-0106, rate: 0C", "rate: 0C", ["is 0 C", "a current above 0"] },
        { Experiments, "rate: 1C", "rate: 1 V", "1 V", ["a voltage", "0.1C or 0.15 mA/cm2"] },
        { Experiments, "F003-0106", "F003-9999", "F003-9999", ["'F003-9999' is no published fact", "identifiers of data/papers"] },
        { Experiments, "F003-0106", "F003-0105", "F003-0105, rate: 1C", ["'F003-0105' stands twice", "each fact once", "Remove one"] },
        { Experiments, "F003-0106", "F003-0007", "F003-0007", ["'F003-0007'", "conductivity"] },
        { Experiments, "publication: zheng2025", "publication: zheng2024", "zheng2024", ["li2024, yang2026, zheng2025", "Did you mean 'zheng2025'?"] },
        { Experiments, "kind: discharge capacity", "kind: discharge capacty", "capacty", ["overpotential, resistance", "Did you mean 'discharge capacity'?"] },
        { Experiments, "variant: coin", "variant: coyn", "F003-0105", ["no variant 'coyn'", "coin, pouch, symmetric", "Did you mean 'coin'?"] },
        { Calibration, "F003-0108", "F003-0107", "F003-0107", ["'F003-0107' is sealed", "facts with a value", "it stays a prediction"] },
        { Calibration, "F003-0108", "F003-0007", "F003-0007", ["nothing measured may enter both sides", "cell.yaml(", "each fact on one side"] },
        { Calibration, "F003-0108", "F003-0054", "F003-0054", ["no experiment says how the fact 'F003-0054' was measured", "Add a point for it"] },
        { Calibration, "F003-0108", "F003-9999", "F003-9999", ["'F003-9999' is no published fact", "identifiers of data/papers"] },
        { Calibration, "path: cathode/solid diffusivity\n", "path: cathode/solid difusivity\n", "solid difusivity", ["has no value 'cathode/solid difusivity'", "Did you mean 'cathode/solid diffusivity'?"] },
        { Calibration, "[180 mAh/g, 260 mAh/g]", "[260 mAh/g, 180 mAh/g]", "[260 mAh/g, 180 mAh/g]", ["260 mAh/g and 180 mAh/g", "the lower first"] },
    };

    /// <summary>Content that is no description at all, for each of the files.</summary>
    public static TheoryData<string, byte[], string> NoText
    {
        get
        {
            var data = new TheoryData<string, byte[], string>();
            foreach (string file in new[] { Cell, Experiments, Calibration })
            {
                data.Add(file, [], "the file is empty");
                data.Add(file, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0xFF, 0xD8, 0xFE], "not UTF-8");
                data.Add(file, [0x61, 0x3A, 0x20, 0x00, 0x01, 0x02], "control character");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task Dossier_SpoiltFile_SaysWhereWhatIsAllowedAndWhatToDo(
        string file, string old, string replacement, string at, string[] words)
    {
        using var study = new StudyCopy();
        study.Change(file, old, replacement);

        CommandLineRun run = await RefusedAsync(study);

        run.Error.ShouldStartWith(study.PlaceOf(file, at));
        run.Error.ShouldContain("^");
        run.Error.ShouldContain("Allowed: ");
        words.ShouldAllBe(word => run.Error.Contains(word, StringComparison.Ordinal), run.Error);
    }

    [Theory]
    [MemberData(nameof(NoText))]
    public async Task Dossier_FileWithoutText_SaysSo(string file, byte[] content, string problem)
    {
        using var study = new StudyCopy();
        File.WriteAllBytes(study.At(file), content);

        CommandLineRun run = await RefusedAsync(study);

        run.Error.ShouldStartWith($"error: {study.At(file)}(1,");
        run.Error.ShouldContain(problem);
    }

    /// <summary>A fact that calibrates, then is cited as input too: the other order of the same contradiction.</summary>
    [Theory]
    [InlineData("F003-0108", Calibration, "used by the calibration")]
    [InlineData("F003-0105", Experiments, "to be predicted")]
    public async Task Dossier_CitedFactOnAnotherSide_NamesBothPlaces(string fact, string other, string use)
    {
        using var study = new StudyCopy();
        study.Change(Cell, "source: F003-0007", $"source: {fact}");

        CommandLineRun run = await RefusedAsync(study);

        run.Error.ShouldStartWith(study.PlaceOf(other, fact));
        run.Error.ShouldContain(study.PlaceOf(Cell, $"source: {fact}")["error: ".Length..]);
        run.Error.ShouldContain(use);
    }

    [Theory]
    [InlineData(Cell, "it describes the cell")]
    [InlineData(Experiments, "'lamella run'")]
    public async Task Dossier_MissingFile_SaysWhatItIsFor(string file, string words)
    {
        using var study = new StudyCopy();
        File.Delete(study.At(file));

        CommandLineRun run = await RefusedAsync(study);

        run.Error.ShouldContain($"error: {study.At(file)}: the file does not exist");
        run.Error.ShouldContain(words);
    }

    [Theory]
    [InlineData(Cell)]
    [InlineData(Experiments)]
    [InlineData(Calibration)]
    public async Task Dossier_UnreadableFile_SaysThatItMayNotBeRead(string file)
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Who may read everything meets no unreadable file.");
        using var study = new StudyCopy();
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
        }
        else
        {
            File.SetUnixFileMode(study.At(file), UnixFileMode.None);
        }

        CommandLineRun run = await RefusedAsync(study);

        run.Error.ShouldContain($"error: {study.At(file)}: the file may not be read");
    }

    [Fact]
    public async Task Dossier_FolderInPlaceOfAFile_SaysSo()
    {
        using var study = new StudyCopy();
        File.Delete(study.Cell);
        Directory.CreateDirectory(study.Cell);

        (await RefusedAsync(study)).Error.ShouldContain($"error: {study.Cell}: this is a folder, not a file.");
    }

    [Theory]
    [InlineData("nowhere", "the folder of the study does not exist")]
    [InlineData("cell.yaml", "this is a file; a study is the folder around it")]
    public async Task Dossier_NoFolder_NamesAnExample(string name, string problem)
    {
        using var study = new StudyCopy();

        CommandLineRun run = await RefusedAsync(study, study.At(name));

        run.Error.ShouldContain($"error: {study.At(name)}: {problem}");
        run.Error.ShouldContain("examples/zheng2025-aiose");
    }

    [Fact]
    public async Task Dossier_EmptyName_IsBadInput()
    {
        using var study = new StudyCopy();

        (await RefusedAsync(study, string.Empty)).Error.ShouldContain("its name is empty");
    }

    private static async Task<CommandLineRun> RefusedAsync(StudyCopy study, string? folder = null)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("dossier", folder ?? study.Folder, "--output", study.Output);

        run.ExitCode.ShouldBe(ExitCode.BadInput, run.Error);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldNotContain("   at ");
        run.Error.ShouldNotContain("Exception");
        run.Error.TrimEnd()[^1].ShouldBeOneOf('.', '?'); // it ends with what to do, a sentence
        study.Written.ShouldBeEmpty();
        return run;
    }
}
