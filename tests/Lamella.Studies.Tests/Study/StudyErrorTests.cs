using Lamella.Core.Errors;

namespace Lamella.Studies.Tests.StudyFiles;

/// <summary>Bad study files: each case points at the place and says what is allowed and what to do.</summary>
[Trait("Level", "unit")]
public sealed class StudyErrorTests
{
    [Theory]
    [InlineData("kind: resistance", "kind: resistence", 22, "'resistence'", "Did you mean 'resistance'?")]
    [InlineData("figure: rate", "figur: rate", 6, "'figur' is no key", "Did you mean 'figure'?")]
    [InlineData("figure: rate", "figure: rates", 6, "'rates'", "Did you mean 'rate'?")]
    [InlineData("fact: F900-0003, rate", "fact: F900-003, rate", 12, "no published fact", "Did you mean 'F900-0003'?")]
    [InlineData("fact: F900-0003, rate", "fact: F900-0002, rate", 12, "stands twice among the experiments", "each fact once")]
    [InlineData("fact: F900-0003, rate: 1C", "fact: F900-0003, rate: 0C", 12, "a current of 0", "above 0")]
    [InlineData("fact: F900-0003, rate: 1C", "fact: F900-0003, rate: 1 V", 12, "a voltage", "0.15 mA/cm2")]
    [InlineData("fact: F900-0003, rate: 1C", "fact: F900-0003, rate: 1C, current: 1 mA/cm2", 12, "a rate and a current are given", "one of the two")]
    [InlineData("fact: F900-0003, rate: 1C", "fact: F900-0003, rate: 1C, half cycle: 1 h", 12, "'half cycle' is no key", "rate")]
    [InlineData("fact: F900-0003, rate: 1C", "fact: F900-0003, rate: 1C, temperature: 25", 12, "has no unit", "25 degC")]
    [InlineData("fact: F900-0003, rate: 1C", "fact: F900-0006, rate: 1C", 12, "is in ohm, a resistance", "mAh/g")]
    [InlineData("fact: F900-0003, rate: 1C", "fact: F900-0003, rate: 1C, variant: coins", 12, "no variant 'coins'", "Did you mean 'coin'?")]
    [InlineData("fact: F900-0003, rate: 1C", "fact: F900-0003, rate: 1C, variant: symmetric", 12, "is a symmetric cell", "Correct the variant")]
    [InlineData("half cycle: {value: 30 min, source: F900-0102}\n", "\n", 14, "lacks the key 'half cycle'", "30 min")]
    [InlineData("    charge: &full {rate: 0.2C, hold until: 0.05C, source: assumed, because: not described}\n", "", 9, "nothing says how the cell was charged", "hold until")]
    [InlineData("source: assumed, because: not described", "because: not described, hold: 1C", 8, "'hold' is no key", "hold until")]
    [InlineData("publication: test2026", "publication: test2025", 1, "'test2025'", "Did you mean 'test2026'?")]
    [InlineData("      - {fact: F900-0005, current: 0.2 mA/cm2}", "      []", 20, "has no point", "at least one")]
    [InlineData("current: 0.2 mA/cm2", "rate: 0.2C", 20, "C-rate has no meaning", "Correct the variant")]
    public void Read_BadExperiments_SaysWhereWhatAndRemedy(string old, string replacement, int line, string problem, string advice) =>
        Check("experiments.yaml", line, problem, advice, new StudyFolder(experiments: Replace(StudyFolder.Experiments, old, replacement)));

    [Theory]
    [InlineData("facts: [F900-0001, F900-0002]", "facts: [F900-0001, F900-0004]", 1, "is sealed", "stays a prediction")]
    [InlineData("facts: [F900-0001, F900-0002]", "facts: [F900-0001, F900-0001]", 1, "stands twice", "each fact once")]
    [InlineData("facts: [F900-0001, F900-0002]", "facts: [F900-0006]", 1, "which no fit can meet", "a number")]
    [InlineData("facts: [F900-0001, F900-0002]", "facts: [F900-0101]", 1, "used by the calibration", "each fact on one side")]
    [InlineData("facts: [F900-0001, F900-0002]", "fact: [F900-0001]", 1, "'fact' is no key", "Did you mean 'facts'?")]
    [InlineData("discharge capacity: 1 %", "discharge capacity: 0 %", 2, "is 0 %", "above 0 %")]
    [InlineData("discharge capacity: 1 %", "capacity: 1 %", 2, "'capacity' is no key", "discharge capacity")]
    [InlineData("path: cathode/solid diffusivity", "path: cathode/solid difusivity", 7, "has no value 'cathode/solid difusivity'", "Did you mean 'cathode/solid diffusivity'?")]
    [InlineData("variants: [coin]", "variants: [coni]", 4, "no variant 'coni'", "Did you mean 'coin'?")]
    [InlineData("variants: [coin]", "variants: [symmetric]", 4, "'symmetric' has no value 'cathode/reversible capacity'", "paths of values")]
    [InlineData("bounds: [120 mAh/g, 180 mAh/g]", "bounds: [180 mAh/g, 120 mAh/g]", 5, "the bounds are 180 mAh/g and 120 mAh/g", "lower bound first")]
    [InlineData("bounds: [120 mAh/g, 180 mAh/g]", "bounds: [120 mAh/g]", 5, "these are no bounds", "two values")]
    [InlineData("bounds: [120 mAh/g, 180 mAh/g]", "bounds: [120 mAh/g, 180 mA/g]", 5, "a capacity per mass and a current per mass", "Give both")]
    [InlineData("bounds: [120 mAh/g, 180 mAh/g]", "bounds: [120 mA/g, 180 mA/g]", 4, "the bound 120 mA/g is not possible", "capacity per mass")]
    [InlineData("bounds: [120 mAh/g, 180 mAh/g]", "bounds: [160 mAh/g, 180 mAh/g]", 4, "lies outside the bounds", "160 mAh/g to 180 mAh/g")]
    [InlineData("bounds: [1e-16 m2/s, 1e-12 m2/s]", "bounds: [0 m2/s, 1e-12 m2/s]", 8, "has no logarithm", "above 0")]
    [InlineData("    scale: logarithmic\n  - path", "    scale: logarithmic\n    prior: assumed range\n  - path", 7, "has no range in cell.yaml", "Add 'range")]
    [InlineData("scale: logarithmic\n  - path", "scale: log\n  - path", 9, "'log'", "linear, logarithmic")]
    [InlineData("prior: assumed range", "prior: flat", 13, "'flat'", "assumed range")]
    [InlineData("path: lithium/film resistance", "path: cathode/solid diffusivity", 10, "stands twice", "each path once per variant")]
    public void Read_BadCalibration_SaysWhereWhatAndRemedy(string old, string replacement, int line, string problem, string advice) =>
        Check("calibration.yaml", line, problem, advice, new StudyFolder(calibration: Replace(StudyFolder.Calibration, old, replacement)));

    /// <summary>Nothing measured may enter both sides.</summary>
    [Theory]
    [InlineData("loading: 3 mg/cm2", "loading: {value: 3 mg/cm2, source: F900-0003}", "experiments.yaml", 12, "'F900-0003' is to be predicted", "cell.yaml(")]
    [InlineData("loading: 3 mg/cm2", "loading: {value: 3 mg/cm2, source: F900-0001}", "calibration.yaml", 1, "'F900-0001' is used by the calibration", "cell.yaml(")]
    [InlineData("loading: 3 mg/cm2", "loading: {value: 3 mg/cm2, source: F900-0103}", "cell.yaml", 21, "'F900-0103' is sealed", "no value can come from it")]
    [InlineData("counter lithium: {thickness: 50 um}", "counter lithium: {thickness: {value: 50 um, source: F900-0006}}", "experiments.yaml", 25, "'F900-0006' is to be predicted", "cell.yaml(")]
    public void Read_FactOnTwoSides_NamesTheFactAndBothPlaces(string old, string replacement, string file, int line, string problem, string other) =>
        Check(file, line, problem, other, new StudyFolder(cell: Replace(StudyFolder.Cell, old, replacement)));

    [Fact]
    public void Read_CalibrationFactWithoutExperiment_IsRefused() => Check(
        "calibration.yaml",
        1,
        "no experiment says how the fact 'F900-0007' was measured",
        "Add a point",
        new StudyFolder(
            experiments: Replace(StudyFolder.Experiments, "      - {fact: F900-0007, part: electrolyte}", string.Empty),
            calibration: Replace(StudyFolder.Calibration, "F900-0002]", "F900-0007]")));

    [Fact]
    public void Read_MissingFolderOrFile_SaysWhich()
    {
        using var folder = new StudyFolder();
        folder.Delete("experiments.yaml");

        Should.Throw<InputException>(folder.Read).Message.ShouldContain("experiments.yaml: the file does not exist");
        Should.Throw<InputException>(() => Study.Read("nowhere", StudyFolder.Materials, folder.FactLibrary))
            .Message.ShouldContain("nowhere: the folder of the study does not exist");
    }

    private static string Replace(string text, string old, string replacement)
    {
        text.ShouldContain(old, Case.Sensitive);
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }

    private static void Check(string file, int line, string problem, string advice, StudyFolder folder)
    {
        using (folder)
        {
            InputException error = Should.Throw<InputException>(folder.Read);
            error.Message.ShouldContain($"{file}({line},");
            error.Message.ShouldContain(problem);
            error.Message.ShouldContain(advice);
            error.Message.ShouldContain("^");
        }
    }
}
