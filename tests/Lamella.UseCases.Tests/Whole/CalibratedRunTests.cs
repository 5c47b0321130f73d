using System.Text.Json;
using Lamella.Core.Errors;
using Lamella.UseCases.Dossiers;
using Lamella.UseCases.Running;

namespace Lamella.UseCases.Tests.Whole;

/// <summary>A run with --calibrated is the run of the dossier.</summary>
public sealed class CalibratedRunTests
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
            settings: {currents: [0.1 mA/cm2, 0.2 mA/cm2], half cycle: {value: 30 min, source: F003-0062}}
            beside: [F003-0054]
          - name: Impedance of the cell
            variant: capacitances
            steps: [Rest for 1 min, Measure impedance from 100 kHz to 1 Hz]
        """;

    private const string Calibration = """
        facts: [F003-0049]
        parameters:
          - path: lithium/film resistance
            bounds: [1 ohm cm2, 200 ohm cm2]
            scale: logarithmic
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Level", "contract")]
    public void Run_CalibratedWithTheDossiersSettings_GivesItsNumbers()
    {
        using var work = new Workspace();
        string folder = Study(work);
        StudyReport dossier = MakeDossier.Run(folder, null, Token);
        var whole = dossier.Result.WholeExperiments[0];

        RunReport run = RunCell.Run(
            new RunRequest
            {
                CellFile = Path.Combine(folder, "cell.yaml"), Calibrated = true, Temperature = whole.Description.Temperature, Experiment = whole.Description.Experiment,
                CheckMesh = false,
            },
            Token);

        run.Stages[0].Run.Series.Voltage.ShouldBe(whole.Stages[0].Run.Series.Voltage);
        run.Experiment!.Findings.Rows.SelectMany(row => row.Values).ShouldBe(whole.Findings.Rows.SelectMany(row => row.Values));
        run.Warnings.ShouldContain(warning => warning.StartsWith("Calibrated values: lithium/film resistance"));
        run.Stages[0].Run.Series.Voltage.Max().ShouldBeGreaterThan(
            RunCell.Run(new RunRequest { CellFile = Path.Combine(folder, "cell.yaml"), Experiment = whole.Description.Experiment, CheckMesh = false }, Token)
                .Run.Series.Voltage.Max() * 1.1); // the fit moved the film, or this would test nothing
    }

    [Fact]
    [Trait("Level", "contract")]
    public void Json_WholeExperiments_CarryCommandSettingsAndFindings()
    {
        using var work = new Workspace();
        StudyReport dossier = MakeDossier.Run(Study(work), null, Token);

        using JsonDocument json = JsonDocument.Parse(dossier.ToJson());
        JsonElement[] whole = [.. json.RootElement.GetProperty("whole_experiments").EnumerateArray()];

        whole[0].GetProperty("command").GetString().ShouldBe(
            "lamella run cell.yaml --calibrated --temperature \"25 degC\" --experiment critical-current --set \"currents=0.1 mA/cm2, 0.2 mA/cm2\" --set \"half cycle=30 min\"");
        whole[1].GetProperty("command").GetString().ShouldBe(
            "lamella run cell.yaml --calibrated --variant \"capacitances\" --temperature \"25 degC\" --step \"Rest for 1 min\" --step \"Measure impedance from 100 kHz to 1 Hz\"");
        whole[0].GetProperty("values")[0].GetProperty("value").GetDouble().ShouldBe(0.2, 1e-9);
        whole[0].GetProperty("beside")[0].GetString().ShouldBe("F003-0054");
        whole[1].GetProperty("protocol").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("my-cell.yaml", true, "no cell of a study")]
    [InlineData("cell.yaml", false, "no calibration.yaml")]
    [Trait("Level", "contract")]
    public void Run_CalibratedWhereNothingCalibrates_IsRefused(string file, bool hasCalibration, string problem)
    {
        using var work = new Workspace();
        string folder = Study(work);
        File.Copy(Path.Combine(folder, "cell.yaml"), Path.Combine(folder, "my-cell.yaml"));
        if (!hasCalibration)
        {
            File.Delete(Path.Combine(folder, "calibration.yaml"));
        }

        var error = Should.Throw<InputException>(() => RunCell.Run(
            new RunRequest { CellFile = Path.Combine(folder, file), Calibrated = true, Protocol = "Rest for 1 s" }, Token));

        error.Problem.ShouldContain(problem);
        error.Remedy.ShouldNotBeEmpty();
    }

    private static string Study(Workspace work) =>
        work.Study("mine", ("cell.yaml", Cell), ("experiments.yaml", Experiments), ("calibration.yaml", Calibration));
}
