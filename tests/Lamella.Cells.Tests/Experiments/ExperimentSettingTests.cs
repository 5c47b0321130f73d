using Lamella.Cells.Experiments;
using Lamella.Cells.Protocols;
using Lamella.Cells.Tests.Continuum;
using Lamella.Core.Errors;

namespace Lamella.Cells.Tests.Experiments;

/// <summary>Settings of experiments: what they print is what they read, and errors say what is allowed.</summary>
public sealed class ExperimentSettingTests
{
    public static TheoryData<string> Names() => new(CellExperiments.All.Select(experiment => experiment.Name));

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Level", "contract")]
    public void Settings_OfEveryExperiment_ReadTheirOwnValuesBack(string name)
    {
        CellExperiment experiment = Find(name);

        foreach (ExperimentSetting setting in experiment.Settings)
        {
            CellExperiment again = experiment.With(new SettingText(InputPlace.Whole("test"), setting.Name, setting.Value));
            again.Settings.Select(other => other.Value).ShouldBe(experiment.Settings.Select(other => other.Value), setting.Name);
            setting.Meaning.ShouldNotBeEmpty();
        }

        experiment.Summary.ShouldEndWith(".");
        experiment.Example.ShouldContain($"--experiment {name}");
    }

    [Theory]
    [InlineData("rate-test", "rates", "0.5C, 2C", "0.5C, 2C")]
    [InlineData("temperature-series", "temperatures", "0 degC, 333.15 K", "0 degC, 60 degC")]
    [InlineData("cycling", "cycles", "3", "3")]
    [InlineData("gitt", "direction", "charge", "charge")]
    [InlineData("critical-current", "half-cycle charge", "0.5 mAh/cm2", "0.5 mAh/cm2")]
    [InlineData("aurbach-efficiency", "loss", "3.69 %", "0.0369")]
    [InlineData("linear-sweep", "to", "5 V", "5 V")]
    [Trait("Level", "unit")]
    public void With_AnotherValue_ChangesThatSettingOnly(string name, string setting, string value, string printed)
    {
        CellExperiment before = Find(name), after = before.With(new SettingText(InputPlace.Whole("test"), setting, value));

        after.Settings.Single(other => other.Name == setting).Value.ShouldBe(printed);
        after.Settings.Where(other => other.Name != setting).Select(other => other.Value)
            .ShouldBe(before.Settings.Where(other => other.Name != setting).Select(other => other.Value));
    }

    [Theory]
    [InlineData("rate-test", "rate", "1C", "no setting of the experiment 'rate-test'", "Did you mean 'rates'?")]
    [InlineData("rate-test", "rates", "1 V", "is 1 V", "a C-rate")]
    [InlineData("rate-test", "rates", "", "is empty", "separated by commas")]
    [InlineData("rate-test", "rest", "5", "is 5", "a time above 0 s")]
    [InlineData("cycling", "cycles", "0", "is '0'", "a whole number from 1")]
    [InlineData("gitt", "direction", "chrge", "Did you mean 'charge'?", "charge or discharge")]
    [InlineData("aurbach-efficiency", "loss", "120 %", "is 120 %", "a share from 0 to 1")]
    [Trait("Level", "unit")]
    public void With_BadValue_SaysWhatIsAllowed(string name, string setting, string value, string problem, string advice)
    {
        InputException error = Should.Throw<InputException>(() => Find(name).With(new SettingText(InputPlace.Whole("test"), setting, value)));

        error.Problem.ShouldContain(problem);
        $"{error.Problem} {error.Allowed} {error.Remedy}".ShouldContain(advice);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Read_YamlFiles_GiveExperimentsAndNestedSteps()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        try
        {
            File.WriteAllText(file, "experiment: rate-test\nrates: [0.5C, 1C]\nrest: 5 min\n");
            var experiment = (RateTest)RunPlanFile.Read(file, ReferenceCells.Xu2019).Experiment!;
            experiment.Rates.Length.ShouldBe(2);
            experiment.Rest.ShouldBe(300.0);

            File.WriteAllText(file, "steps:\n  - Charge at 0.2C\n  - repeat up to: 2\n    name: ageing\n    steps:\n      - Discharge at 1C for 10 min\n      - repeat: 3\n        steps: [Rest for 1 s]\n");
            Protocol protocol = RunPlanFile.Read(file, ReferenceCells.Xu2019).Protocol!;
            ProtocolText.Format(protocol).ShouldBe(
                "Charge at 0.2C until 4.2 V\nRepeat up to 2 times as ageing:\n    Discharge at 1C for 10 min or until 3.5 V\n    Repeat 3 times:\n        Rest for 1 s\n    End\nEnd\n");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("steps:\n  - Charge at 0.2C\n  - Dischage at 1C\n", 3, 5, "Did you mean 'Discharge'?")]
    [InlineData("steps:\n  - repeat: 2\n    steps:\n      - Charge at 1C until 9 V\n", 4, 28, "outside the cut-offs")]
    [InlineData("steps:\n  - repeat: x\n    steps: [Rest for 1 s]\n", 2, 13, "whole number")]
    [InlineData("steps:\n  - repaet: 2\n", 2, 5, "Did you mean 'repeat'?")]
    [InlineData("experiment: ratetest\n", 1, 13, "Did you mean 'rate-test'?")]
    [InlineData("experiment: rate-test\nrates: [1 V]\n", 2, 8, "a C-rate")]
    [InlineData("stpes: []\n", 1, 1, "Did you mean 'steps'?")]
    [Trait("Level", "unit")]
    public void Read_BadYaml_SaysWhereWhatAndWhatToDo(string yaml, int line, int column, string advice)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        try
        {
            File.WriteAllText(file, yaml);
            InputException error = Should.Throw<InputException>(() => RunPlanFile.Read(file, ReferenceCells.Xu2019));
            (error.Place.Line, error.Place.Column).ShouldBe((line, column), error.Message);
            error.Message.ShouldContain(advice);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static CellExperiment Find(string name) => CellExperiments.Find(name, InputPlace.Whole("test"));
}
