using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lamella.Cli.Tests.Verbs;

/// <summary>The command that a dossier prints for a whole experiment, typed as it stands there.</summary>
[Trait("Level", "contract")]
public sealed partial class WholeExperimentCommandTests : IDisposable
{
    private const string Cell = """
        name: Li | ceramic | Li
        area: 1 cm2
        temperature: 25 degC
        lithium:
          thickness: 50 um
          film resistance: {value: 20 ohm cm2, range: [5 ohm cm2, 80 ohm cm2], source: assumed, because: start of the calibration}
        electrolyte:
          - {name: ceramic, kind: single-ion, thickness: 300 um, conductivity: {value: 0.6 mS/cm, state: effective in host}}
        counter lithium: {thickness: 50 um}
        variants:
          thick:
            electrolyte:
              - {name: ceramic, kind: single-ion, thickness: 500 um, conductivity: {value: 0.6 mS/cm, state: effective in host}}
          capacitances:
            lithium: {double layer capacitance: 10 uF/cm2}
        """;

    private const string Experiments = """
        publication: zheng2025
        experiments:
          - name: Impedance
            kind: resistance
            points: [{fact: F003-0049}]
        whole experiments:
          - name: Steps of current
            experiment: critical-current
            temperature: 40 degC
            settings: {currents: [0.1 mA/cm2, 0.2 mA/cm2], half cycle: 30 min}
          - name: Impedance of the thick cell
            variant: thick + capacitances
            state of charge: 50 %
            steps: [Rest for 1 min, Measure impedance from 100 kHz to 1 Hz]
        """;

    private const string Calibration = """
        facts: [F003-0049]
        parameters:
          - path: lithium/film resistance
            bounds: [1 ohm cm2, 200 ohm cm2]
            scale: logarithmic
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("lamella-").FullName;

    [Fact]
    public async Task Dossier_PrintedCommands_GiveTheStepsAndFindingsOfTheDossier()
    {
        Write("cell.yaml", Cell);
        Write("experiments.yaml", Experiments);
        Write("calibration.yaml", Calibration);
        CommandLineRun dossier = await CommandLineRunner.RunAsync("dossier", folder, "--output", Path.Combine(folder, "out"), "--json");
        using JsonDocument study = JsonDocument.Parse(dossier.Output);
        JsonElement[] whole = [.. study.RootElement.GetProperty("whole_experiments").EnumerateArray()];

        whole.Length.ShouldBe(2);
        foreach (JsonElement experiment in whole)
        {
            string[] words = [.. Word().Matches(experiment.GetProperty("command").GetString()!).Select(word => word.Value.Trim('"'))];
            words[..3].ShouldBe(["lamella", "run", "cell.yaml"]);
            CommandLineRun run = await CommandLineRunner.RunAsync(["run", Path.Combine(folder, "cell.yaml"), .. words[3..], "--check-mesh", "no", "--json"]);

            run.ExitCode.ShouldBe(0, run.Error);
            using JsonDocument again = JsonDocument.Parse(run.Output);
            bool isNamed = experiment.TryGetProperty("values", out JsonElement values);
            JsonElement stage = isNamed ? again.RootElement.GetProperty("stages")[0] : again.RootElement;
            JsonElement.DeepEquals(stage.GetProperty("steps"), experiment.GetProperty("stages")[0].GetProperty("steps")).ShouldBeTrue(run.Output);
            if (isNamed)
            {
                again.RootElement.GetProperty("values")[0].GetProperty("value").GetDouble().ShouldBe(values[0].GetProperty("value").GetDouble());
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();
}
