using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Lamella.Analysis.Arrhenius;
using Lamella.Analysis.Conductivity;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Analysis.Techniques;
using Lamella.Analysis.Tests.Impedance.Fitting;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;

namespace Lamella.Analysis.Tests.Techniques;

/// <summary>What was put into the spectra of <c>examples/impedance</c> comes out, through the same door that a user takes.</summary>
[Trait("Level", "identity")]
public sealed class ImpedanceTechniquesTests
{
    private const string Cell = "p(R1,CPE1)-p(R2,CPE2)-CPE3";
    private static readonly (string Name, string Value)[] Sample = [("circuit", Cell), ("thickness", "1.02 +- 0.01 mm"), ("diameter", "12 +- 0.05 mm")];

    [Fact]
    public void Circuit_OneSpectrum_HoldsWhatWasPutIn()
    {
        AnalysisOutcome outcome = Run(new CircuitTechnique(), Spectra("pellet-20degC.csv"), ("circuit", Cell));

        FoundQuantity bulk = outcome.Quantities.Single(found => found.Key == "r1");
        bulk.Low!.Value.ShouldBeLessThan(54831.667);
        bulk.High!.Value.ShouldBeGreaterThan(54831.667);
        outcome.Quantities.Single(found => found.Key == "cpe1_n").Value.Value.ShouldBe(0.96, 0.003);
        outcome.Figures[0].EqualAxes.ShouldBeTrue();
        outcome.Warnings.ShouldBeEmpty();
        outcome.Tables[0].Rows.Length.ShouldBe(8);
    }

    [Fact]
    public void Circuit_WithArea_GivesResistancesTimesArea()
    {
        AnalysisOutcome outcome = Run(new CircuitTechnique(), Spectra("pellet-20degC.csv"), ("circuit", Cell), ("area", "2.0 +- 0.1 cm2"));

        FoundQuantity plain = outcome.Quantities.Single(found => found.Key == "r1"), perArea = outcome.Quantities.Single(found => found.Key == "r1_area");
        perArea.Value.Value.ShouldBe(2.0 * plain.Value.Value, 1e-6 * plain.Value.Value);
        (perArea.Value.Uncertainty / perArea.Value.Value).ShouldBe(0.0501, 2e-4);
    }

    [Fact]
    public void Circuit_SeveralCircuits_AreRanked()
    {
        AnalysisOutcome outcome = Run(new CircuitTechnique(), Spectra("pellet-20degC.csv"), ("circuit", "p(R1,CPE1)-CPE2"), ("circuit", Cell));

        outcome.Method.ShouldBe("circuit-comparison/1");
        outcome.Tables[0].Rows[0][0].Text.ShouldBe(Cell);
        outcome.Tables[1].Rows[0][3].Number!.Value.ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Circuit_Joint_GivesOneExponentForAll()
    {
        AnalysisOutcome outcome = Run(new CircuitTechnique(), Series(), ("circuit", Cell), ("joint", "CPE1.n"), ("joint", "CPE2.n"));

        outcome.Quantities.Select(found => found.Key).ShouldBe(["cpe1_n", "cpe2_n"]);
        outcome.Quantities[0].Low!.Value.ShouldBeLessThan(0.96);
        outcome.Quantities[0].High!.Value.ShouldBeGreaterThan(0.96);
    }

    [Fact]
    public void Conductivity_OneSpectrum_StatesItsReferenceStates()
    {
        AnalysisOutcome outcome = Run(new ConductivityTechnique(), Spectra("pellet-20degC.csv"), [.. Sample, ("temperature", "20 degC")]);

        FoundQuantity total = outcome.Quantities.Single(found => found.Key == "conductivity_total"), bulk = outcome.Quantities.Single(found => found.Key == "conductivity_bulk");
        total.Value.State.ShouldBe(ReferenceState.Pellet);
        bulk.Value.State.ShouldBe(ReferenceState.BulkPhase);
        total.Value.Temperature.ShouldBe(293.15);
        bulk.Low!.Value.ShouldBeLessThan(1.6448e-3); // mS/cm: L/(54831.67 Ω·A)
        bulk.High!.Value.ShouldBeGreaterThan(1.6448e-3);
    }

    /// <summary>A folder with a temperature series gives conductivity and activation energy in one command.</summary>
    [Theory]
    [InlineData("bulk", 0.32)]
    [InlineData("grain-boundary", 0.40)]
    public void Arrhenius_Folder_GivesTheEnergyThatWasPutIn(string part, double energy)
    {
        AnalysisOutcome outcome = Run(new ArrheniusTechnique(), Series(), [.. Sample, ("part", part)]);

        FoundQuantity found = outcome.Quantities.Single(quantity => quantity.Key == "activation_energy");
        found.Low!.Value.ShouldBeLessThan(energy);
        found.High!.Value.ShouldBeGreaterThan(energy);
        found.Value.Uncertainty.ShouldBeLessThan(0.002);
        outcome.Warnings.ShouldContain(warning => warning.Code == "temperatures-from-names");
        outcome.Tables.Single(table => table.Title == "Conductivities").Rows.Length.ShouldBe(5);
    }

    /// <summary>Not even a circuit has to be named: the relaxation times suggest it, and a warning says so.</summary>
    [Fact]
    public void Arrhenius_FolderWithoutCircuit_TakesTheSuggestedOne()
    {
        AnalysisOutcome outcome = Run(new ArrheniusTechnique(), Series(), ("thickness", "1.02 mm"), ("diameter", "12 mm"));

        outcome.Quantities.Single(quantity => quantity.Key == "activation_energy").Value.Value.ShouldBe(0.3825, 0.005);
        outcome.Warnings.Single(warning => warning.Code == "circuit-suggested").Text.ShouldContain("Fix it with --circuit");
    }

    [Fact]
    public void Arrhenius_StatedConductivities_NeedNoSpectrum()
    {
        AnalysisOutcome outcome = Run(
            new ArrheniusTechnique(), [], ("point", "0 degC = 2.1e-5 S/cm"), ("point", "25 degC = 8.9e-5 S/cm"), ("point", "50 degC = 2.9e-4 S/cm"), ("predict", "40 degC"));

        outcome.Quantities.Single(quantity => quantity.Key == "activation_energy").Value.Value.ShouldBe(0.425, 0.01);
        outcome.Quantities.Single(quantity => quantity.Key == "conductivity_predicted").Value.Temperature.ShouldBe(313.15);
    }

    [Fact]
    public void Arrhenius_FarPrediction_IsMarkedSerious() =>
        Run(new ArrheniusTechnique(), Series(), [.. Sample, ("predict", "-100 degC")]).Warnings
            .ShouldContain(warning => warning.Code == "beyond-support" && warning.Level == WarningLevel.Serious);

    [Fact]
    public void Techniques_MissingInput_SayWhatIsNeeded()
    {
        ImmutableArray<NamedMeasurement> one = Spectra("pellet-20degC.csv");
        void Refuses(IAnalysisTechnique technique, ImmutableArray<NamedMeasurement> measurements, string problem, params (string Name, string Value)[] settings) =>
            Should.Throw<InputException>(() => Run(technique, measurements, settings)).Message.ShouldContain(problem);

        Refuses(new ConductivityTechnique(), one, "--circuit: is given more than once", [.. Sample, ("circuit", "R0-C1")]);
        Refuses(new CircuitTechnique(), Series(), "several circuits for one spectrum", ("circuit", "R0-C1"), ("circuit", "R0"));
        Refuses(new ConductivityTechnique(), one, "--thickness: is missing", ("circuit", Cell));
        Refuses(new ConductivityTechnique(), one, "--area: is missing", ("circuit", Cell), ("thickness", "1 mm"));
        Refuses(new ConductivityTechnique(), one, "is given beside an area", [.. Sample, ("area", "1 cm2")]);
        Refuses(new ConductivityTechnique(), one, "'R1' cannot be used", [.. Sample, ("assign", "R1")]);
        Refuses(new ArrheniusTechnique(), [], "--point: is missing");
        Refuses(new CircuitTechnique(), [.. one, NamedMeasurement.Of("short.csv", ReferenceCases.Of([1.0, 10.0], [new(1.0, -1.0), new(1.0, -2.0)]))], "short.csv: 2 points give 4 numbers", ("circuit", Cell));
        Refuses(new ArrheniusTechnique(), one, "given beside spectra", [.. Sample, ("point", "25 degC = 1 S/m")]);
        Refuses(new ArrheniusTechnique(), [], "'25 degC = 1 V' cannot be used", ("point", "25 degC = 1 V"));
        Refuses(new ArrheniusTechnique(), [one[0] with { File = "nameless.csv" }], "is not named after one temperature", Sample);
        Refuses(new ArrheniusTechnique(), Series(), "names 2 temperatures for 5 spectra", [.. Sample, ("temperatures", "0 degC, 20 degC")]);
        Refuses(new ArrheniusTechnique(), one, "'20' is no temperature", [.. Sample, ("temperatures", "20")]);
        Refuses(new ArrheniusTechnique(), one, "1 different temperatures", Sample);
        Refuses(new ArrheniusTechnique(), Series(), "no resistance of the circuit was taken for the bulk", [.. Sample, ("part", "bulk"), ("assign", "R1=electrode")]);
    }

    private static AnalysisOutcome Run(IAnalysisTechnique technique, ImmutableArray<NamedMeasurement> measurements, params (string Name, string Value)[] settings) =>
        technique.Run(measurements, TechniqueSettings.For(technique, settings));

    private static ImmutableArray<NamedMeasurement> Series() =>
        Spectra("pellet-80degC.csv", "pellet-00degC.csv", "pellet-20degC.csv", "pellet-40degC.csv", "pellet-60degC.csv");

    private static ImmutableArray<NamedMeasurement> Spectra(params string[] files) =>
    [
        .. files.Select(file =>
        {
            double[][] rows =
            [
                .. File.ReadLines(RepositoryFolder.PathOf("examples", "impedance", file)).Skip(1)
                    .Select(line => line.Split(',').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray()),
            ];
            return NamedMeasurement.Of(file, ReferenceCases.Of([.. rows.Select(row => row[0])], [.. rows.Select(row => new Complex(row[1], -row[2]))]));
        }),
    ];
}
