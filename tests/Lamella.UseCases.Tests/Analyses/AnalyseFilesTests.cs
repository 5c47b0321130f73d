using Lamella.Analysis.Techniques;
using Lamella.Cells.Experiments;
using Lamella.Core.Errors;
using Lamella.Tests;
using Lamella.UseCases.Analyses;
using Lamella.UseCases.Running;

namespace Lamella.UseCases.Tests.Analyses;

[Trait("Level", "contract")]
public sealed class AnalyseFilesTests
{
    [Fact]
    public void Run_FolderOfASimulatedResult_ReadsItsRecordsAndNothingElse()
    {
        using var workspace = new Workspace();
        string folder = workspace.At("result");
        RunCell.Run(new RunRequest { CellFile = Path.Combine(Workspace.Examples, "cells", "li-peo-li.yaml"), Experiment = new BruceVincent(), CheckMesh = false }).Write(folder);

        AnalysisReport report = AnalyseFiles.Run(new AnalysisRequest { Technique = "transference", Paths = [folder] });

        report.Measurements.Select(item => item.Kind).Order().ShouldBe(["spectrum", "spectrum", "time series"]);
        report.Notes.ShouldNotContain(note => note.Contains("was not read"));
        report.Outcome.Quantities[0].Value.Value.ShouldBe(0.176, 0.002);
        report.Write(workspace.At("analysed"));
        File.ReadAllText(workspace.At("analysed", "result.json")).ShouldBe(report.ToJson());
        File.ReadAllText(workspace.At("analysed", "dossier.html")).ShouldContain("Impedance before and after the hold");
    }

    /// <summary>The published report takes 0 °C as 273 K; by the names of the files, in °C, the energy is the reference's 0.8560 eV for 273.15 K.</summary>
    [Theory]
    [Trait("Level", "published")]
    [InlineData("413 K, 423 K, 433 K, 443 K, 453 K, 463 K, 473 K", "sigma-t", 0.8555, 0.0006)]
    [InlineData("413 K, 423 K, 433 K, 443 K, 453 K, 463 K, 473 K", "sigma", 0.8174, 0.0008)]
    [InlineData(null, "sigma-t", 0.8560, 0.0007)]
    public void Run_FolderOfATemperatureSeries_GivesThePublishedEnergyInOneCall(string? temperatures, string form, double energy, double uncertainty)
    {
        string folder = Path.GetDirectoryName(SharedFolder.Require("reference/impedance/e_conductivity/VT_EIS_arrhenius.json"))!;
        (string, string)[] settings = [("circuit", "p(R1,CPE1)-p(R2,CPE2)-CPE3"), ("thickness", "0.21 cm"), ("diameter", "0.8 cm"), ("form", form)];

        AnalysisReport report = AnalyseFiles.Run(new AnalysisRequest { Technique = "arrhenius", Paths = [folder], Settings = temperatures is null ? [.. settings] : [.. settings, ("temperatures", temperatures)] });

        FoundQuantity found = report.Outcome.Quantities.Single(quantity => quantity.Key == "activation_energy");
        found.Value.In("eV").Value.ShouldBe(energy, 0.5e-4);
        found.Value.In("eV").Uncertainty.ShouldBe(uncertainty, 0.51e-4);
        report.Outcome.Tables.Single(table => table.Title == "Conductivities").Rows.Length.ShouldBe(7);
    }

    [Fact]
    public void Run_FolderWithAnotherKindOfFile_TellsItAndGoesOn()
    {
        using var workspace = new Workspace();
        string folder = workspace.Study("mixed", ("notes.txt", "nothing that an instrument writes"));
        File.Copy(Path.Combine(Workspace.Examples, "..", "data", "measurements", "diffusion.csv"), Path.Combine(folder, "diffusion.csv"));

        AnalysisReport report = AnalyseFiles.Run(new AnalysisRequest { Technique = "warburg-diffusivity", Paths = [folder] });

        report.Measurements.Length.ShouldBe(1);
        report.Notes.ShouldContain(note => note.Contains("notes.txt was not read"));
    }

    /// <summary>A series has no single quantity: its page opens with the parameters of every file, not with an empty table.</summary>
    [Fact]
    public void Write_SeriesOfSpectra_OpensWithTheParametersOfEveryFile()
    {
        using var workspace = new Workspace();
        AnalysisReport report = AnalyseFiles.Run(new AnalysisRequest
        {
            Technique = "circuit", Paths = [Path.Combine(Workspace.Examples, "impedance")], Settings = [("circuit", "p(R1,CPE1)-p(R2,CPE2)-CPE3")],
        });

        report.Write(workspace.At("series"));

        string page = File.ReadAllText(workspace.At("series", "dossier.html"));
        page.ShouldNotContain("Every quantity");
        page.IndexOf("Parameters of every spectrum", StringComparison.Ordinal).ShouldBeInRange(1, page.IndexOf("What to mind", page.IndexOf("<main", StringComparison.Ordinal), StringComparison.Ordinal));
        page.ShouldContain("Resistances from spectrum to spectrum");
    }

    [Fact]
    public void Run_MeasurementOfAnotherKind_SaysWhatWasFoundAndWhatIsNeeded()
    {
        string spectrum = Path.Combine(Workspace.Examples, "..", "data", "measurements", "diffusion.csv");

        var failure = Should.Throw<InputException>(() => AnalyseFiles.Run(new AnalysisRequest { Technique = "titration", Paths = [spectrum], Settings = [("particle-radius", "5 um")] }));

        failure.Message.ShouldContain("diffusion.csv (spectrum)");
        failure.Message.ShouldContain("files with a time series");
    }

    [Fact]
    public void Run_UnknownTechnique_NamesTheNearest() => Should.Throw<InputException>(
        () => AnalyseFiles.Run(new AnalysisRequest { Technique = "transferance" })).Message.ShouldContain("Did you mean 'transference'?");
}
