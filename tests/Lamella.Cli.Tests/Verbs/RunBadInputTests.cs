namespace Lamella.Cli.Tests.Verbs;

/// <summary>Bad arguments of <c>lamella run</c>: what is wrong, what to write, and nothing simulated or written.</summary>
[Trait("Level", "contract")]
public sealed class RunBadInputTests
{
    private const string Good = "Discharge at 1C until 2.8 V";

    [Theory]
    [InlineData("", "--step(1,1): the protocol has no step", "Write one step a line")]
    [InlineData("Discharge at 0C until 2.8 V", "--step(1,14): a current of 0 neither charges nor discharges", "Rest for 20 min")]
    [InlineData("Discharge at -1C until 2.8 V", "--step(1,14): the current -1 C has a sign", "write it without sign")]
    [InlineData("Discharg at 1C", "--step(1,1): 'Discharg' starts no step", "Did you mean 'Discharge'?")]
    [InlineData("Discharge at 1C until 9 V", "--step(1,23): 9 V is outside the cut-offs", "2.8 V to 4.35 V")]
    [InlineData("Discharge at 1 V", "--step(1,14)", "a C-rate (0.2C, C/5)")]
    [InlineData("Rest for 20", "--step(1,", "20 min")]
    public async Task Run_WrongStep_PointsIntoIt(string step, string problem, string advice)
    {
        CommandLineRun run = await RefusedAsync("--step", step);

        run.Error.ShouldContain(problem);
        run.Error.ShouldContain(advice);
    }

    [Theory]
    [InlineData("--temperature", "60", "'60' has no unit", "above -150 degC and below 300 degC")]
    [InlineData("--temperature", "60 mV", "'60 mV' is a voltage", "--temperature \"-20 degC\"")]
    [InlineData("--temperature", "5000 degC", "too hot for any cell", "below 300 degC")]
    [InlineData("--temperature", "-200 degC", "too cold for any cell", "above -150 degC")]
    [InlineData("--temperature", "warm", "'warm'", "")]
    [InlineData("--from", "1.5", "the state of charge 1.5 is outside 0 to 1", "1 for a charged cell")]
    [InlineData("--from", "NaN", "the state of charge NaN is outside 0 to 1", "1 for a charged cell")]
    [InlineData("--from", "full", "'full'", "'lamella run --help'")]
    [InlineData("--model", "dnf", "'dnf' is no model", "Did you mean 'dfn'?")]
    [InlineData("--refine", "0", "0 is no refinement of the mesh", "1 to 16")]
    [InlineData("--tolerance", "1", "1 is no tolerance", "1e-10 to 1e-3")]
    [InlineData("--fields", "0 s, 5", "'5' is no time since the run began", "0 s, 10 min, 1 h")]
    [InlineData("--check-mesh", "perhaps", "'perhaps' is none of the words", "auto, yes, no")]
    [InlineData("--on-failure", "halt", "'halt' is none of the words", "continue, stop")]
    [InlineData("--variant", "puoch", "there is no variant 'puoch'", "Did you mean 'pouch'?")]
    [InlineData("--protocol", "nowhere.txt", "either by --step or by --protocol", "--step \"Discharge at 1C until 2.8 V\"")]
    [InlineData("--output", "", "its name is empty", "results/my-cell")]
    [InlineData("--output", "/", "results replace a folder as a whole", "results/my-cell")]
    [InlineData("--output", ".", "results replace a folder as a whole", "results/my-cell")]
    public async Task Run_WrongOption_SaysWhatToWrite(string option, string value, string problem, string advice)
    {
        CommandLineRun run = await RefusedAsync("--step", Good, option, value);

        run.Error.ShouldContain(problem);
        run.Error.ShouldContain(advice);
    }

    [Fact]
    public async Task Run_NoStep_ShowsHowToGiveOne() =>
        (await RefusedAsync()).Error.ShouldContain("give the steps either by --step or by --protocol");

    [Theory]
    [InlineData(new byte[] { 0x52, 0x65, 0xFF, 0xFE }, "bytes that are not UTF-8")]
    [InlineData(new byte[] { 0x52, 0x65, 0x00, 0x07 }, "control characters")]
    [InlineData(new byte[0], "the protocol has no step")]
    public async Task Run_ProtocolWithoutSteps_NamesTheFile(byte[] content, string problem)
    {
        using var study = new StudyCopy();
        string file = study.At("protocol.txt");
        File.WriteAllBytes(file, content);

        CommandLineRun run = await RefusedAsync(study, study.Cell, "--protocol", file);

        run.Error.ShouldStartWith($"error: {file}");
        run.Error.ShouldContain(problem);
        run.Error.Where(letter => char.IsControl(letter) && letter is not ('\n' or '\r')).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_WrongLineOfAProtocol_NamesFileAndLine()
    {
        using var study = new StudyCopy();
        string file = study.At("protocol.txt");
        File.WriteAllLines(file, [Good, "Recharge at 1C"]);

        (await RefusedAsync(study, study.Cell, "--protocol", file)).Error.ShouldStartWith($"error: {file}(2,1): 'Recharge' starts no step");
    }

    [Fact]
    public async Task Run_CRateOfASymmetricCell_AsksForACurrentDensity()
    {
        using var study = new StudyCopy();

        CommandLineRun run = await RefusedAsync(study, study.Cell, "--step", "Discharge at 1C for 30 min", "--variant", "symmetric");

        run.Error.ShouldContain("a C-rate has no meaning");
        run.Error.ShouldContain("0.2 mA/cm2");
    }

    [Theory]
    [InlineData("nowhere.yaml", "the file does not exist")]
    [InlineData("", "this is a folder, not a file")]
    public async Task Run_NoCellFile_SaysSo(string name, string problem)
    {
        using var study = new StudyCopy();
        string path = Path.Combine(study.Folder, name);

        (await RefusedAsync(study, path, "--step", Good)).Error.ShouldContain($"error: {path}: {problem}");
    }

    [Fact]
    public async Task Run_OutputWithFilesOfTheUser_KeepsThem()
    {
        using var study = new StudyCopy();
        string[] before = [.. Directory.EnumerateFiles(study.Folder).Order(StringComparer.Ordinal)];

        CommandLineRun run = await RefusedAsync(study, study.Cell, "--step", Good, "--output", study.Folder);

        run.Error.ShouldContain("the folder holds 'calibration.yaml', which is no result");
        run.Error.ShouldContain("Name another folder");
        Directory.EnumerateFiles(study.Folder).Order(StringComparer.Ordinal).ShouldBe(before);
    }

    [Fact]
    public async Task Run_OutputBelowAFile_SaysWhichFile()
    {
        using var study = new StudyCopy();

        (await RefusedAsync(study, study.Cell, "--step", Good, "--output", Path.Combine(study.Cell, "inside")))
            .Error.ShouldContain($"'{study.Cell}' is a file");
    }

    private static async Task<CommandLineRun> RefusedAsync(params string[] options)
    {
        using var study = new StudyCopy();
        return await RefusedAsync(study, study.Cell, options);
    }

    private static async Task<CommandLineRun> RefusedAsync(StudyCopy study, string cell, params string[] options)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["run", cell, .. options]);

        run.ExitCode.ShouldBe(ExitCode.BadInput, run.Error);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldNotContain("   at ");
        run.Error.ShouldNotContain("Exception");
        study.Written.ShouldBeEmpty();
        return run;
    }
}
