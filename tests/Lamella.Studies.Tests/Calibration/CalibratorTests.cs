using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Numerics.Fitting;
using Lamella.Numerics.Random;
using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Tests.Calibration;

/// <summary>Fits to simulated truth, where the answer is known.</summary>
public sealed class CalibratorTests
{
    private static readonly double[] Currents = [2.0, 10.0, 40.0, 150.0];
    private static readonly double[] Truth = [0.05, 10.0];

    [Fact]
    [Trait("Level", "identity")]
    public void Fit_CapacitiesOfAKnownHalfCell_RecoverItsParameters()
    {
        double[] truth = [2.2e-14, 1.5e-3];
        ImmutableArray<ExperimentPoint> points = CellFamily.Measure(
            CellFamily.HalfCell, truth, [Capacity(1, 0.2), Capacity(2, 2.0), Capacity(3, 4.0), Capacity(4, 8.0)]);

        CalibrationResult fit = Fit(Problem(CellFamily.HalfCell, points,
        [
            CellFamily.Parameter("solid diffusivity", "m2/s", 1e-15, 1e-12, 1e-14),
            CellFamily.Parameter("contact resistance", "ohm cm2", 0.0, 1e-2, 5e-3, logarithmic: false),
        ]));

        fit.IsConverged.ShouldBeTrue();
        fit.ChiSquare.ShouldBeLessThan(1e-3);
        fit.Parameters[0].Value.InSi.ShouldBe(truth[0], 0.01 * truth[0]);
        fit.Parameters[1].Value.InSi.ShouldBe(truth[1], 0.03 * truth[1]);
        fit.Parameters[1].Value.Unit.Symbol.ShouldBe("ohm cm2");
        fit.Parameters.ShouldAllBe(parameter => parameter.IsIdentified);
        fit.Facts[2].Residual.ShouldBe((fit.Facts[2].Fitted.Value - fit.Facts[2].Measured.Value) / fit.Facts[2].Measured.Uncertainty, 1e-9);
    }

    /// <summary>Of many noisy repetitions, the 90 % intervals of the parameters hold the truth in about 90 %.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Fit_ManyNoisyRepetitions_UncertaintiesCoverTheTruth()
    {
        const int repetitions = 60;
        var generator = new SeededGenerator(7);
        int covered = 0;
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            ImmutableArray<ExperimentPoint> points = CellFamily.Measure(CellFamily.Ceramic, Truth, Points(), _ => 0.01 * generator.NextNormal());
            CalibrationResult fit = Fit(Problem(CellFamily.Ceramic, points, CellFamily.CeramicParameters));
            for (int i = 0; i < 2; i++)
            {
                double away = Math.Log(fit.Parameters[i].Value.InSi / Truth[i]) / Math.Log(fit.Parameters[i].UncertaintyFactor);
                covered += Math.Abs(away) < 1.645 ? 1 : 0;
            }
        }

        // Binomial: 90 % of 120 with a standard deviation of 3.3.
        covered.ShouldBeInRange(98, 118);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Fit_ConductivityAndFilmInSeries_AreReportedAsOneCombination()
    {
        ImmutableArray<ExperimentPoint> points = CellFamily.Measure(CellFamily.Ceramic, [0.05, 10.0, 1e-3], Points());

        CalibrationResult fit = Fit(Problem(CellFamily.Ceramic, points,
        [
            CellFamily.Parameter("conductivity", "S/m", 0.005, 0.5, 0.02),
            CellFamily.Parameter("exchange current density", "A/m2", 1.0, 200.0, 50.0),
            CellFamily.Parameter("film resistance", "ohm m2", 1e-6, 1e-1, 1e-4),
        ]));

        FittedParameter film = fit.Parameters[2];
        film.IsIdentified.ShouldBeFalse();
        film.Verdict.ShouldContain("Not identified");
        film.PosteriorToPrior.ShouldBeGreaterThan(0.5);
        fit.Parameters[1].IsIdentified.ShouldBeTrue();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Fit_ParameterThatNoFactSees_KeepsItsPrior()
    {
        ImmutableArray<ExperimentPoint> points = CellFamily.Measure(CellFamily.Ceramic, Truth, Points());
        var family = new CellFamily(values => CellFamily.Ceramic.Build(null, values.AsSpan(0, 2)));
        var prior = new GaussianPrior(0.4, 0.3, 0.5);

        CalibrationResult fit = Fit(Problem(family, points,
            [.. CellFamily.CeramicParameters, CellFamily.Parameter("unseen", "1", 0.0, 1.0, 0.4, logarithmic: false, prior: prior)]));

        FittedParameter unseen = fit.Parameters[2];
        unseen.Value.Value.ShouldBe(0.4, 1e-6);
        unseen.Value.Uncertainty.ShouldBe(0.2 / Math.Sqrt(12.0), 0.002);
        unseen.PosteriorToPrior.ShouldBe(1.0, 1e-3);
        unseen.Verdict.ShouldContain("say nothing about it; its uncertainty is that of the assumed range");
        unseen.Prior.ShouldBe("about 0.4, from the assumed range 0.3 to 0.5");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Fit_TruthBeyondTheBounds_RestsAtTheBoundAndSaysSo()
    {
        ImmutableArray<ExperimentPoint> points = CellFamily.Measure(CellFamily.Ceramic, Truth, Points());

        CalibrationResult fit = Fit(Problem(CellFamily.Ceramic, points,
            [CellFamily.Parameter("conductivity", "S/m", 0.005, 0.03, 0.02), CellFamily.CeramicParameters[1]]));

        fit.Parameters[0].Bound.ShouldBe(ActiveBound.Upper);
        fit.Parameters[0].Verdict.ShouldContain("Rests at its upper bound");
        fit.Parameters[0].IsIdentified.ShouldBeFalse();
        fit.Notes.ShouldContain(note => note.Contains("standard uncertainties only"));
    }

    [Fact]
    [Trait("Level", "property")]
    public void Fit_OneOrTwoThreads_GivesTheSameBits()
    {
        ImmutableArray<ExperimentPoint> points = CellFamily.Measure(CellFamily.HalfCell, [2.2e-14, 1.5e-3], [Capacity(1, 0.5), Capacity(2, 6.0)]);
        CalibrationProblem problem = Problem(CellFamily.HalfCell, points,
            [CellFamily.Parameter("D", "m2/s", 1e-15, 1e-12, 1e-14), CellFamily.Parameter("R", "ohm m2", 0.0, 1e-2, 5e-3, logarithmic: false)]);

        CalibrationResult one = Fit(problem, threads: 1), two = Fit(problem, threads: 2);

        two.Values.ShouldBe(one.Values);
        two.ScaledCovariance.ShouldBe(one.ScaledCovariance);
        two.Evaluations.ShouldBe(one.Evaluations);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Fit_SealedFact_IsRefused()
    {
        ArgumentException error = Should.Throw<ArgumentException>(
            () => Fit(Problem(CellFamily.Ceramic, [CellFamily.Overpotential(1, 10.0)], CellFamily.CeramicParameters)));

        error.Message.ShouldContain("'F900-0001' is sealed");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Fit_NothingToFit_ComparesTheStatedValues()
    {
        ImmutableArray<ExperimentPoint> points = CellFamily.Measure(CellFamily.Ceramic, Truth, Points());
        var family = new CellFamily(_ => CellFamily.Ceramic.Build(null, Truth));

        CalibrationResult fit = Fit(Problem(family, points, []));

        fit.ChiSquare.ShouldBe(0.0, 1e-6);
        fit.Notes.ShouldHaveSingleItem().ShouldContain("Nothing was fitted");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Fit_ImpossibleCellAtTheStart_TellsTheInputError()
    {
        var family = new CellFamily(_ => throw new InputException(InputPlace.Whole("cell.yaml"), "no cell", string.Empty, "fix it"));
        ExperimentPoint point = CellFamily.Overpotential(1, 10.0, 50.0);

        Should.Throw<InputException>(() => Fit(Problem(family, [point], CellFamily.CeramicParameters))).Problem.ShouldBe("no cell");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Fit_Cancelled_Stops()
    {
        ImmutableArray<ExperimentPoint> points = CellFamily.Measure(CellFamily.Ceramic, Truth, Points());
        using var source = new CancellationTokenSource();

        Should.Throw<OperationCanceledException>(() => Calibrator.Fit(
            Problem(CellFamily.Ceramic, points, CellFamily.CeramicParameters), null, source.Cancel, source.Token));
    }

    private static CalibrationResult Fit(CalibrationProblem problem, int threads = 2) => Calibrator.Fit(
        problem, new CalibrationOptions { Threads = threads }, null, TestContext.Current.CancellationToken);

    private static CalibrationProblem Problem(
        ICellFamily family, ImmutableArray<ExperimentPoint> points, ImmutableArray<FreeParameter> parameters) => new()
        {
            Cells = family, Points = points, Parameters = parameters, Uncertainty = FactUncertainty.OnePercent,
        };

    private static ExperimentPoint Capacity(int number, double rate) =>
        TestFacts.Capacity(FormattableString.Invariant($"F900-{number:D4}"), null, rate);

    private static ExperimentPoint[] Points() => [.. Currents.Select((current, index) => CellFamily.Overpotential(index + 1, current))];
}
