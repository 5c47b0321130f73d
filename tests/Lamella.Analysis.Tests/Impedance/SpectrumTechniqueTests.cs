using System.Numerics;
using Lamella.Analysis.Techniques;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Tests.Impedance;

[Trait("Level", "unit")]
public sealed class SpectrumTechniqueTests
{
    private static readonly double[] Frequency = SyntheticSpectrum.Frequencies(1e5, 0.1, 8);

    public static TheoryData<string> Names => ["kramers-kronig", "relaxation-times"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_OneSpectrum_GivesQuantitiesTablesAndFigures(string name)
    {
        AnalysisOutcome outcome = Run(name, [("one", Valid(1))]);

        outcome.Quantities.ShouldNotBeEmpty();
        outcome.Quantities.Select(quantity => quantity.Key).ShouldBeUnique();
        outcome.Quantities.ShouldAllBe(quantity => double.IsFinite(quantity.Value.Value));
        outcome.Figures.Count(figure => figure.EqualAxes && figure.Title.StartsWith("Nyquist", StringComparison.Ordinal)).ShouldBe(1);
        outcome.Figures.ShouldContain(figure => figure.Title.StartsWith("Residuals", StringComparison.Ordinal) && figure.X.Logarithmic);
        outcome.CannotSay.ShouldNotBeEmpty();
        outcome.Basis.ShouldAllBe(line => line.Length > 20);
        outcome.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Run_RelaxationTimes_DrawsTheCurveInItsBandAndItsProcesses()
    {
        OutcomeFigure figure = Run("relaxation-times", [("one", Valid(1))]).Figures[0];

        OutcomeCurve band = figure.Curves.Single(curve => curve.Mark == OutcomeMark.Band), line = figure.Curves.Single(curve => curve.Mark == OutcomeMark.Line);
        figure.X.Logarithmic.ShouldBeTrue();
        line.X.Length.ShouldBe(801);
        line.Y.Zip(band.Low, band.High).ShouldAllBe(point => point.Second <= point.First && point.First <= point.Third);
        band.High.Zip(band.Low).ShouldContain(point => point.First > point.Second);
        figure.Curves.Single(curve => curve.Mark == OutcomeMark.Chosen).X.Single().ShouldBe(1e-3, 2e-5);
    }

    [Fact]
    public void Run_SeveralSpectra_TellsThemApart()
    {
        foreach (string name in Names.Select(row => row.Data))
        {
            AnalysisOutcome outcome = Run(name, [("one", Valid(1)), ("two", Valid(2))]);

            outcome.Quantities.Select(quantity => quantity.Key).ShouldBeUnique();
            outcome.Quantities.ShouldContain(quantity => quantity.Key.EndsWith("_2", StringComparison.Ordinal) && quantity.Name.StartsWith("two: ", StringComparison.Ordinal));
            outcome.Tables[0].Rows.Length.ShouldBe(2);
        }
    }

    [Fact]
    public void Run_SpectrumThatDrifts_IsASeriousWarning()
    {
        int count = Frequency.Length;
        var drifting = SyntheticSpectrum.Make(Frequency, Valid(1).Impedance.Select((z, i) => 20.0 + ((z - 20.0) * (1.0 + (0.1 * Math.Pow(10.0, (i - count + 1.0) / 8.0))))));

        AnalysisOutcome outcome = Run("kramers-kronig", [("one", drifting)]);

        outcome.Warnings.ShouldContain(warning => warning.Code == "violates-kramers-kronig" && warning.Level == WarningLevel.Serious);
        outcome.Warnings.ShouldContain(warning => warning.Code == "drift");
    }

    [Fact]
    public void Run_AreaGiven_GivesResistancesTimesAreaWithBothUncertainties()
    {
        var quantity = Run("relaxation-times", [("one", Valid(1))], ("area", "2 +- 0.1 cm2")).Quantities
            .Single(found => found.Key == "areal_resistance_of_process_1");

        quantity.Value.Value.ShouldBe(200.0, 2.0);
        (quantity.Value.Uncertainty / quantity.Value.Value).ShouldBe(0.05, 0.002);
    }

    [Fact]
    public void Run_TooFewPoints_NamesTheFile()
    {
        var few = SyntheticSpectrum.Make(Frequency.Take(5), Valid(1).Impedance.Take(5));

        foreach (string name in Names.Select(row => row.Data))
        {
            Should.Throw<InputException>(() => Run(name, [("cell-7.mpr", few)])).Message.ShouldStartWith("cell-7.mpr: 5 points at 5 different frequencies are too few.");
        }
    }

    [Fact]
    public void Run_OneOfSeveralTooShort_IsLeftOutWithAWarning()
    {
        var few = SyntheticSpectrum.Make(Frequency.Take(5), Valid(1).Impedance.Take(5));

        foreach (string name in Names.Select(row => row.Data))
        {
            AnalysisOutcome outcome = Run(name, [("short.mpr", few), ("long.mpr", Valid(1))]);

            outcome.Warnings.Single(warning => warning.Code == "left-out").Text.ShouldStartWith("short.mpr: 5 points");
            outcome.Tables[0].Rows.Length.ShouldBe(1);
        }
    }

    private static AnalysisOutcome Run(string name, (string Name, Spectrum Spectrum)[] spectra, params (string, string)[] settings)
    {
        IAnalysisTechnique technique = AnalysisTechniques.Find(name);
        return technique.Run([.. spectra.Select(item => NamedMeasurement.Of(item.Name, item.Spectrum))], TechniqueSettings.For(technique, settings), CancellationToken.None);
    }

    private static Spectrum Valid(ulong seed) => SyntheticSpectrum.Of(Frequency, Arc, 1e-3, seed);

    private static Complex Arc(double omega) => 20.0 + SyntheticSpectrum.Zarc(omega, 100.0, 1e-3, 0.85);
}
