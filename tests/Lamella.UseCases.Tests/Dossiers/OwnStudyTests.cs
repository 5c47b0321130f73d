using System.Text.Json;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Studies.Prediction;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Tests.Dossiers;

/// <summary>A study that a user writes: an own cell, nothing fitted, a few facts of a publication to compare with.</summary>
public sealed class OwnStudyTests
{
    private const string Cell = """
        name: my cell
        area: 1 cm2
        temperature: 25 degC
        cut-offs: {lower: 2.8 V, upper: 4.35 V}
        lithium: {thickness: 50 um, exchange current density: 5.1 mA/cm2}
        electrolyte:
          - name: ceramic
            kind: single-ion
            thickness: 300 um
            conductivity: {value: 0.6 mS/cm, state: effective in host, source: assumed, because: a guess}
        cathode:
          material: ncm811-chen2020
          composition: {active: 80 wt%, binder: 10 wt%, carbon: 10 wt%}
          loading: 1.9 mg/cm2
          porosity: 50 vol%
          electrolyte:
            kind: binary
            conductivity: {value: 2 mS/cm, state: bulk phase}
            transference number: 0.4
            thermodynamic factor: 1
            diffusivity: {value: 1e-11 m2/s, state: bulk phase}
            salt concentration: 1 mol/L
        variants:
          symmetric:
            name: my symmetric cell
            cut-offs:
            cathode:
            counter lithium: {thickness: 50 um, exchange current density: 5.1 mA/cm2}
        """;

    private const string Experiments = """
        publication: zheng2025
        experiments:
          - name: Discharges
            kind: discharge capacity
            figure: rate
            charge: {rate: 0.1C, source: assumed, because: not described}
            points:
              - {fact: F003-0105, rate: 0.1C}
              - {fact: F003-0107, rate: 3C}
          - name: Half cycle
            kind: overpotential
            variant: symmetric
            half cycle: 30 min
            points: [{fact: F003-0055, current: 0.15 mA/cm2}]
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Level", "contract")]
    public void Run_WithoutCalibration_PredictsEverythingAndWritesADossier()
    {
        using var work = new Workspace();

        StudyReport report = MakeDossier.Run(work.Study("mine", ("cell.yaml", Cell), ("experiments.yaml", Experiments)), null, Token);
        report.Write(work.At("out"));

        report.Result.Points.Select(point => point.Point.Fact.Id).ShouldBe(["F003-0105", "F003-0107", "F003-0055"]);
        report.Result.Points.ShouldAllBe(point => point.Agreement != Agreement.Calibrated);
        report.Result.Points.ShouldAllBe(point => point.Lower.InSi <= point.Value.InSi && point.Value.InSi <= point.Upper.InSi);
        report.Result.Points[0].Value.InSi.ShouldBeGreaterThan(report.Result.Points[1].Value.InSi); // slower gives more
        report.Result.Calibration.Parameters.ShouldBeEmpty();
        report.Result.Calibration.Facts.ShouldBeEmpty();
        string page = File.ReadAllText(work.At("out", StudyReport.DossierFile));
        page.ShouldContain(">my cell</h1>");
        page.ShouldNotContain(">Calibration</h2>");
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(work.At("out", "result.json")));
        json.RootElement.GetProperty("calibration").GetProperty("facts").GetArrayLength().ShouldBe(0);
        json.RootElement.GetProperty("study").GetString().ShouldBe("my cell");
    }

    /// <summary>V = i·L/σ + 2·(2RT/F)·asinh(i/2i₀): a number worked out by hand, from the text of the files to the report.</summary>
    [Fact]
    [Trait("Level", "published")]
    public void Run_HalfCycleOfACeramic_IsOhmPlusButlerVolmer()
    {
        using var work = new Workspace();
        const double current = 1.5, conductivity = 0.06, thickness = 3e-4, exchange = 51.0; // A/m2, S/m, m, A/m2
        double thermal = PhysicalConstants.GasConstant * 298.15 / PhysicalConstants.Faraday;
        double expected = (current * thickness / conductivity) + (4.0 * thermal * Math.Asinh(current / (2.0 * exchange)));

        StudyReport report = MakeDossier.Run(work.Study("mine", ("cell.yaml", Cell), ("experiments.yaml", Experiments)), null, Token);

        report.Result.Points[^1].Value.InSi.ShouldBe(expected, 1e-5 * expected);
    }

    [Fact]
    [Trait("Level", "contract")]
    public void Run_SameStudyElsewhere_GivesTheSameBytes()
    {
        using var work = new Workspace();
        foreach (string place in new[] { "here", "there" })
        {
            MakeDossier.Run(work.Study(place, ("cell.yaml", Cell), ("experiments.yaml", Experiments)), null, Token).Write(work.At($"out-{place}"));
        }

        Workspace.Contents(work.At("out-here")).Values.ShouldBe(Workspace.Contents(work.At("out-there")).Values);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.2)]
    [InlineData(0.7)]
    [Trait("Level", "contract")]
    public void Run_CancelledUnderWay_Stops(double fraction)
    {
        using var work = new Workspace();
        using var stop = new CancellationTokenSource();
        string study = work.Study("mine", ("cell.yaml", Cell), ("experiments.yaml", Experiments));

        Should.Throw<OperationCanceledException>(() => MakeDossier.Run(study, new StopAt(fraction, stop), stop.Token));

        work.Entries.ShouldBe(["mine"]);
    }

    [Theory]
    [InlineData("cell.yaml", "it describes the cell", "examples/")]
    [InlineData("experiments.yaml", "it says what was measured", "'lamella run'")]
    [Trait("Level", "contract")]
    public void Run_MissingFile_SaysWhatItIsForAndHowToGoOn(string missing, string role, string remedy)
    {
        using var work = new Workspace();
        string study = work.Study("mine", ("cell.yaml", Cell), ("experiments.yaml", Experiments));
        File.Delete(Path.Combine(study, missing));

        var error = Should.Throw<InputException>(() => MakeDossier.Run(study, null, Token));

        error.Place.File.ShouldBe(Path.Combine(study, missing));
        error.Problem.ShouldContain(role);
        error.Remedy.ShouldContain(remedy);
    }

    private sealed class StopAt(double fraction, CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.Fraction >= fraction)
            {
                stop.Cancel();
            }
        }
    }
}
