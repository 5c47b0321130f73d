using Lamella.Cells.Experiments;
using Lamella.Core.Errors;
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
