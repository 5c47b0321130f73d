using System.Text.RegularExpressions;
using Lamella.Cells.Results;
using Lamella.UseCases.Running;

namespace Lamella.UseCases.Tests;

/// <summary>Every cell of docs/first-cell.md runs with every command line that stands under it, and carries its load.</summary>
[Trait("Level", "contract")]
public sealed partial class FirstCellPageTests
{
    [Fact]
    public void FirstCellPage_EveryCell_RunsWithItsCommands()
    {
        (string Cell, string[] Commands)[] lessons = Lessons();
        using var workspace = new Workspace();

        foreach ((string cell, string[] commands) in lessons)
        {
            string file = workspace.At("my-cell.yaml");
            File.WriteAllText(file, cell);
            commands.ShouldNotBeEmpty();
            foreach (string command in commands)
            {
                command.ShouldStartWith("./lamella run my-cell.yaml ");
                RunReport report = RunCell.Run(
                    new RunRequest
                    {
                        CellFile = file,
                        Protocol = string.Join('\n', Steps().Matches(command).Select(match => match.Groups[1].Value)),
                        StateOfCharge = command.Contains("--from 1 ", StringComparison.Ordinal) ? 1.0 : 0.0,
                    },
                    TestContext.Current.CancellationToken);

                report.Run.Steps.ShouldAllBe(step => step.Ending != StepEnding.SolverStopped && step.Ending != StepEnding.CannotStart, command);
                report.Run.Steps.ShouldAllBe(step => Math.Abs(step.Charge) > 0.0 || step.Label.StartsWith("Rest"), command);
                report.Run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
                report.Run.Balance.ChargeDrift.ShouldBeLessThan(1e-12);
            }
        }

        lessons.Length.ShouldBe(3);
    }

    [Fact]
    public void Run_CellWithAssumedMaterial_NamesWhatIsAssumed()
    {
        using var workspace = new Workspace();
        string file = workspace.At("my-cell.yaml");
        File.WriteAllText(file, Lessons()[0].Cell);

        RunReport report = RunCell.Run(
            new RunRequest { CellFile = file, Protocol = "Rest for 1 s" }, TestContext.Current.CancellationToken);

        report.Notes.ShouldContain(note => note.Contains("inputs are assumed") && note.Contains("electrolyte/PEO/conductivity"));
        report.ToJson().ShouldContain("inputs are assumed");
    }

    private static (string Cell, string[] Commands)[] Lessons()
    {
        string page = File.ReadAllText(Path.Combine(Workspace.Examples, "..", "docs", "first-cell.md")).ReplaceLineEndings("\n");
        return
        [
            .. Lesson().Matches(page).Select(match => (
                match.Groups["cell"].Value,
                match.Groups["commands"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))),
        ];
    }

    [GeneratedRegex("```yaml\n(?<cell>.*?)```.*?```sh\n(?<commands>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Lesson();

    [GeneratedRegex("--step \"([^\"]+)\"")]
    private static partial Regex Steps();
}
