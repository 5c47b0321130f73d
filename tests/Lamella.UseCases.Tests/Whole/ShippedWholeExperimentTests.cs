using System.Text.RegularExpressions;
using Lamella.Cells.Experiments;
using Lamella.Cells.Results;
using Lamella.Studies.Whole;

namespace Lamella.UseCases.Tests.Whole;

/// <summary>The experiments that each shipped study simulates from beginning to end: which, what they show, and what they do not touch.</summary>
public sealed partial class ShippedWholeExperimentTests(ShippedStudies studies)
{
    [Theory]
    [InlineData("zheng2025-aiose", "polarisation", "critical-current", "bruce-vincent", "gitt", "rate-test", "copper-efficiency")]
    [InlineData("li2024-qcpe", "polarisation", "critical-current", "tafel", "bruce-vincent")]
    [InlineData("yang2026-pgpe", "critical-current", "tafel", "bruce-vincent")]
    [Trait("Level", "contract")]
    public void WholeExperiments_Example_AreThoseOfThePublication(string example, params string[] expected) =>
        studies.Get(example).Result.WholeExperiments.Select(whole => whole.Description.Experiment?.Name).OfType<string>().Distinct()
            .ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    [Trait("Level", "contract")]
    public void Page_WholeExperiment_HasAFigureAndItsCommand(string example)
    {
        ShippedStudy study = studies.Get(example);
        Dictionary<string, string> sections = Section().Matches(study.Page).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        string[] commands = [.. study.Json().GetProperty("whole_experiments").EnumerateArray().Select(whole => whole.GetProperty("command").GetString()!)];

        study.Result.WholeExperiments.Length.ShouldBe(commands.Length);
        foreach ((WholeExperimentResult whole, string command) in study.Result.WholeExperiments.Zip(commands))
        {
            string section = sections[whole.Description.Name];
            section.ShouldContain("<figure", Case.Sensitive, whole.Description.Name);
            section.ShouldContain($"<code>{command.Replace("\"", "&quot;", StringComparison.Ordinal)}</code>");
            command.ShouldStartWith("lamella run cell.yaml --calibrated ");
        }
    }

    /// <summary>What a publication reports beside an experiment is shown with its side, and a sealed value never.</summary>
    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    [Trait("Level", "contract")]
    public void Page_FactsBeside_ShowSealedOnesWithoutValue(string example)
    {
        ShippedStudy study = studies.Get(example);
        foreach (WholeExperimentResult whole in study.Result.WholeExperiments)
        {
            string section = Section().Matches(study.Page).Single(match => match.Groups[1].Value == whole.Description.Name).Groups[2].Value;
            foreach (var fact in whole.Description.Beside)
            {
                string row = section.Split("<tr>").Single(part => part.Contains($"<small>{fact.Id},", StringComparison.Ordinal));
                row.Contains(">sealed<", StringComparison.Ordinal).ShouldBe(fact.IsSealed, fact.Id);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    [Trait("Level", "contract")]
    public void WholeExperiments_Example_RunToTheirEndOrSayWhy(string example)
    {
        foreach (WholeExperimentResult whole in studies.Get(example).Result.WholeExperiments)
        {
            StepResult[] steps = [.. whole.Runs.SelectMany(run => run.Steps)];
            steps.ShouldAllBe(step => step.Ending != StepEnding.SolverStopped && step.Ending != StepEnding.CannotStart, whole.Description.Name);
            steps.ShouldAllBe(step => step.Reason.Length > 0);
        }
    }

    /// <summary>An ohmic film and little salt: voltage over current stays within a few per cent, and its parts add up to it.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Polarisation_Aiose_PartsAddUpToTheVoltage()
    {
        WholeExperimentResult whole = Find("zheng2025-aiose", "Polarisation of Li | AIOSE | Li");

        foreach (ReportedRow row in whole.Findings.Rows)
        {
            row.Values[4..].Sum().ShouldBe(row.Values[2], 1e-6 * row.Values[2], row.Label);
        }

        double[] resistances = [.. whole.Findings.Rows.Select(row => row.Values[2] / row.Values[0])];
        resistances.Max().ShouldBeLessThan(1.03 * resistances.Min());
    }

    /// <summary>The high-frequency end is the electrolyte, and the width up to 0.1 Hz is the interface of both faces.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Spectra_Aiose_AgreeWithTheResistancesOfThePolarisation()
    {
        WholeExperimentResult whole = Find("zheng2025-aiose", "Spectra of Li | AIOSE | Li before and after polarisation");
        var spectrum = whole.Stages[0].Run.Spectra[0].Spectrum;
        double perArea = 1e4 * whole.Cell.Area;
        double electrolyte = 1e4 * 300e-6 / 0.058; // 300 um of 0.58 mS/cm, the described layer [ohm cm2]

        whole.Stages[0].Run.Spectra.Length.ShouldBe(2);
        spectrum.Frequency[0].ShouldBe(3e6);
        (spectrum.Real[0] * perArea).ShouldBe(electrolyte, 0.01 * electrolyte);
        double interfaces = whole.Findings.Values.Single(value => value.Name == "interfacial resistance after").Value;
        double plateau = spectrum.Real[spectrum.NegativeImaginary.Select((value, index) => (value, index)).Skip(30).MinBy(pair => pair.value).index];
        (plateau * perArea).ShouldBe(electrolyte + interfaces, 0.02 * (electrolyte + interfaces));
    }

    /// <summary>The stated exchange current density is found again where the resistance leaves it visible, and not claimed where not.</summary>
    [Theory]
    [InlineData("Tafel scan of Li | QCPE@P-DOL | Li", 0.171)]
    [InlineData("Tafel scan of Li | QCPE | Li", double.NaN)]
    [Trait("Level", "identity")]
    public void Tafel_Qcpe_FindsTheInputOrSaysThatItCannot(string name, double expected)
    {
        WholeExperimentResult whole = Find("li2024-qcpe", name);
        double found = whole.Findings.Values.Single(value => value.Name == "exchange current density").Value;

        if (double.IsNaN(expected))
        {
            found.ShouldBe(double.NaN);
            whole.Findings.Notes.ShouldContain(note => note.StartsWith("The resistance hides the kinetics"));
        }
        else
        {
            found.ShouldBe(expected, 0.05 * expected);
        }
    }

    /// <summary>2FDc/((1−t)L) of a symmetric cell that stays at its mean concentration bounds what can be sustained for ever.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void CriticalCurrent_Aiose_EndsWithTheSaltAboveTheLimitingCurrent()
    {
        WholeExperimentResult whole = Find("zheng2025-aiose", "Critical current of Li | AIOSE | Li");
        var layer = (Lamella.Cells.Description.BinaryLayer)whole.Cell.Layers.Single();
        double concentration = layer.RestConcentration, temperature = whole.Description.Temperature;
        double limit = 2.0 * 96485.33212 * layer.Diffusivity.At(concentration, temperature) * concentration
            / ((1.0 - layer.TransferenceNumber.At(concentration, temperature)) * layer.Thickness) / 10.0; // [mA/cm2]

        double sustained = whole.Findings.Values.Single().Value;
        whole.Runs.Single().Steps[^1].Ending.ShouldBe(StepEnding.SaltDepleted);
        sustained.ShouldBeGreaterThan(0.9 * limit);
        sustained.ShouldBeLessThan(2.0 * limit); // a half cycle of 30 min ends before the profile is steady
    }

    private WholeExperimentResult Find(string example, string name) =>
        studies.Get(example).Result.WholeExperiments.Single(whole => whole.Description.Name == name);

    [GeneratedRegex("<h2 id=\"[^\"]*\">([^<]*)</h2>(.*?)</section>", RegexOptions.Singleline)]
    private static partial Regex Section();
}
