using System.Diagnostics;
using System.Globalization;

namespace Lamella.Cli.Tests;

/// <summary>The program as a process of its own, as users start it.</summary>
[Trait("Level", "contract")]
public sealed class ProcessTests
{
    private static readonly string[] Cycle = ["Charge at 0.1C until 4.2 V", "Discharge at 0.1C until 2.8 V"];

    [Theory]
    [InlineData("--version", ExitCode.Success, "")]
    [InlineData("--help", ExitCode.Success, "")]
    [InlineData("qqqqqqqq", ExitCode.BadInput, "'qqqqqqqq' is not known here.")]
    public void Main_Arguments_PassesExitCodeAndStreamsThrough(string argument, int exitCode, string error)
    {
        using Process process = Start(argument);
        string printed = process.StandardError.ReadToEnd();
        process.WaitForExit();

        process.ExitCode.ShouldBe(exitCode);
        printed.ShouldContain(error);
    }

    [Fact]
    public void Main_InterruptedRun_Ends130AndLeavesNoFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no way to send Ctrl-C to one process.");
        string folder = Directory.CreateTempSubdirectory("lamella-").FullName;
        string protocol = Path.Combine(folder, "protocol.txt");
        File.WriteAllLines(protocol, Enumerable.Range(0, 500).SelectMany(_ => Cycle)); // as long as a protocol may be
        string cell = Path.Combine(CommandLineRunner.Root, "examples", "zheng2025-aiose", "cell.yaml");

        using Process process = Start("run", cell, "--protocol", protocol, "--output", Path.Combine(folder, "result"));
        while (!process.HasExited && process.TotalProcessorTime < TimeSpan.FromSeconds(0.5))
        {
            Thread.Sleep(20); // let it get well into the run
        }

        Interrupt(process);
        string printed = process.StandardError.ReadToEnd();
        process.WaitForExit();
        string[] left = [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path))];
        Directory.Delete(folder, recursive: true);

        printed.ShouldContain("Stopped. Nothing half-written was left behind.");
        process.ExitCode.ShouldBe(ExitCode.Interrupted);
        left.ShouldBe(["protocol.txt"]);
    }

    [Theory]
    [InlineData("calibrating")]
    [InlineData("predicting")]
    public void Main_InterruptedDossier_Ends130AndKeepsTheOlderResult(string moment)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no way to send Ctrl-C to one process.");
        using var study = new StudyCopy();
        Directory.CreateDirectory(study.Output);
        File.WriteAllText(Path.Combine(study.Output, "result.json"), "older");

        using Process process = Start("dossier", study.Folder, "--output", study.Output);
        string? line;
        do
        {
            line = process.StandardError.ReadLine();
        }
        while (line?.Contains(moment, StringComparison.Ordinal) == false);

        Interrupt(process);
        string printed = process.StandardError.ReadToEnd();
        process.WaitForExit();

        printed.ShouldContain("Stopped. Nothing half-written was left behind.");
        process.ExitCode.ShouldBe(ExitCode.Interrupted);
        study.Written.ShouldBe(["output"]);
        Directory.EnumerateFileSystemEntries(study.Output).ShouldBe([Path.Combine(study.Output, "result.json")]);
        File.ReadAllText(Path.Combine(study.Output, "result.json")).ShouldBe("older");
    }

    [Fact]
    public async Task Main_InterruptedConduction_Ends130AndLeavesNoResult()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no way to send Ctrl-C to one process.");
        string folder = Directory.CreateTempSubdirectory("lamella-").FullName, volume = Path.Combine(folder, "large.npy");
        string composite = Path.Combine(CommandLineRunner.Root, "data", "structures", "composite.npz");
        await CommandLineRunner.RunAsync("structure", "edit", composite, "--voxel", "1 um", "--mirror", "xyz", "--output", volume);

        using Process process = Start(
            "structure", "conduct", volume, "--voxel", "1 um", "--phase", "0=insulator", "--phase", "1=1 mS/cm", "--phase", "2=900 mS/cm", "--tolerance", "1e-11", "--output", Path.Combine(folder, "result"));
        string? line;
        do
        {
            line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        }
        while (line?.Contains("iteration 2", StringComparison.Ordinal) == false);

        Interrupt(process);
        string printed = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        string[] left = [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order()];
        Directory.Delete(folder, recursive: true);

        printed.ShouldContain("Stopped. Nothing half-written was left behind.");
        process.ExitCode.ShouldBe(ExitCode.Interrupted);
        left.ShouldBe(["large.npy", "large.npy.json"]);
    }

    /// <remarks>The hashes of every kind are pinned in the tests of the room; here the program itself runs on a processor that has no vectors.</remarks>
    [Fact]
    public void Main_ProcessorWithoutVectors_GeneratesTheSameBytes()
    {
        string folder = Directory.CreateTempSubdirectory("lamella-").FullName, recipe = Path.Combine(CommandLineRunner.Root, "examples", "structures", "latp-pvdf.yaml");
        byte[][] made = [.. new[] { "1", "0" }.Select(vectors =>
        {
            string volume = Path.Combine(folder, vectors + ".raw");
            using Process process = Start(("DOTNET_EnableHWIntrinsic", vectors), "structure", "generate", recipe, "--output", volume);
            process.WaitForExit();
            return File.ReadAllBytes(volume);
        })];
        Directory.Delete(folder, recursive: true);

        made[0].Length.ShouldBe(96 * 96 * 96);
        made[1].ShouldBe(made[0]);
    }

    private static void Interrupt(Process process)
    {
        using Process kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -INT {process.Id}")]);
        kill.WaitForExit();
    }

    private static Process Start(params string[] arguments) => Start(("LAMELLA_TEST", "1"), arguments);

    private static Process Start((string Name, string Value) variable, params string[] arguments)
    {
        // The tests and the program are built in one configuration: .../bin/<configuration>/net10.0/
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        string program = Path.Combine(CommandLineRunner.Root, "apps", "Lamella.Cli", "bin", output.Parent!.Name, output.Name, "lamella.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [variable.Name] = variable.Value },
        })!;
    }
}
