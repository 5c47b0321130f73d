using System.Text.Json;
using Lamella.Cells.Results;
using Lamella.Materials.Records;
using Lamella.Studies.Prediction;

namespace Lamella.UseCases.Tests.Dossiers;

/// <summary>What the study of each shipped example says: nothing lost, nothing on two sides, nothing known beforehand.</summary>
public sealed class StudyResultTests(ShippedStudies studies)
{
    private const double RoundOff = 1e-12;

    private static readonly FactLibrary Facts = FactLibrary.LoadShipped();

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    [Trait("Level", "contract")]
    public void Json_Points_AreThoseOfTheExperimentsInTheirOrder(string example)
    {
        ShippedStudy study = studies.Get(example);
        string[] described = Workspace.FactsAfter("fact", Path.Combine(study.Source, "experiments.yaml"));

        described.ShouldNotBeEmpty();
        study.JsonPoints().Select(Id).ShouldBe(described);
    }

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    [Trait("Level", "contract")]
    public void Json_SealedFacts_ArePredictedWithoutMeasuredValue(string example)
    {
        ShippedStudy study = studies.Get(example);
        JsonElement[] points = [.. study.JsonPoints().Where(point => Facts.Get(Id(point)).IsSealed)];

        points.ShouldNotBeEmpty();
        foreach (JsonElement point in points)
        {
            point.GetProperty("sealed").GetBoolean().ShouldBeTrue();
            point.GetProperty("measured").ValueKind.ShouldBe(JsonValueKind.Null);
            point.GetProperty("agreement").GetString().ShouldBe(nameof(Agreement.Sealed));
            point.GetProperty("predicted").GetDouble().ShouldBeGreaterThan(0.0, Id(point));
        }
    }

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    [Trait("Level", "contract")]
    public void Json_OpenFacts_CarryTheMeasuredValue(string example)
    {
        foreach (JsonElement point in studies.Get(example).JsonPoints().Where(point => Facts.Get(Id(point)).Value is { IsComparable: true }))
        {
            PublishedFact fact = Facts.Get(Id(point));
            point.GetProperty("measured").GetDouble().ShouldBe(fact.Value!.Numbers.Average(), 1e-9 * fact.Value.Numbers.Max(), fact.Id);
            point.GetProperty("predicted_unit").GetString().ShouldBe(fact.Unit.Symbol);
        }
    }

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    [Trait("Level", "contract")]
    public void Json_CalibrationFacts_AreNeverPredictions(string example)
    {
        ShippedStudy study = studies.Get(example);
        string[] used = study.JsonCalibration();
        string[] calibrated = [.. study.JsonPoints().Where(point => AgreementOf(point) == nameof(Agreement.Calibrated)).Select(Id)];

        used.ShouldNotBeEmpty();
        calibrated.ShouldBe(used, ignoreOrder: true);
        string plan = File.ReadAllText(Path.Combine(study.Source, "calibration.yaml"));
        used.ShouldAllBe(id => plan.Contains(id));
    }

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    [Trait("Level", "contract")]
    public void Json_CitedInputs_AreNeitherPredictedNorCalibrated(string example)
    {
        ShippedStudy study = studies.Get(example);
        string[] inputs = Workspace.FactsAfter("source", Path.Combine(study.Source, "cell.yaml"));

        inputs.ShouldNotBeEmpty();
        inputs.Intersect(study.JsonPoints().Select(Id)).ShouldBeEmpty();
        inputs.Intersect(study.JsonCalibration()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    [Trait("Level", "identity")]
    public void Run_EveryRun_ConservesLithiumSaltAndCharge(string example)
    {
        ShippedStudy study = studies.Get(example);
        (string Fact, CellRun Run)[] runs = [.. study.Result.Points.SelectMany(p => p.Simulated.Runs.Select(run => (p.Point.Fact.Id, run)))];

        runs.Length.ShouldBeGreaterThanOrEqualTo(study.Result.Points.Length);
        foreach ((string fact, CellRun run) in runs)
        {
            run.Balance.Lithium.ShouldBeGreaterThan(0.0, fact);
            run.Balance.LithiumDrift.ShouldBeInRange(0.0, RoundOff, fact);
            run.Balance.SaltDrift.ShouldBeInRange(0.0, RoundOff, fact);
            run.Balance.ChargeDrift.ShouldBeInRange(0.0, RoundOff, fact);
        }

        double[] whole = [.. study.Result.WholeExperiments.SelectMany(experiment => experiment.Runs).Select(run => run.Balance.LithiumDrift)];
        whole.ShouldAllBe(drift => drift >= 0.0 && drift < RoundOff);
        CellRun[] all = [.. runs.Select(run => run.Run), .. study.Result.WholeExperiments.SelectMany(experiment => experiment.Runs)];
        all.ShouldAllBe(run => run.Balance.ChargeDrift < RoundOff && run.Balance.SaltDrift < RoundOff);
        JsonElement balance = study.Json().GetProperty("balance");
        balance.GetProperty("lithium_drift_relative").GetDouble().ShouldBe(all.Max(run => run.Balance.LithiumDrift));
        balance.GetProperty("salt_drift_relative").GetDouble().ShouldBe(all.Max(run => run.Balance.SaltDrift));
        balance.GetProperty("charge_drift_relative").GetDouble().ShouldBe(all.Max(run => run.Balance.ChargeDrift));
    }

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    [Trait("Level", "contract")]
    public void Json_Intervals_AreFiniteAndContainTheirPrediction(string example)
    {
        foreach (JsonElement point in studies.Get(example).JsonPoints())
        {
            double predicted = point.GetProperty("predicted").GetDouble(); // null, as not finite numbers are written, throws
            (double lower, double upper) = (point.GetProperty("lower").GetDouble(), point.GetProperty("upper").GetDouble());

            lower.ShouldBeInRange(0.0, predicted, Id(point));
            upper.ShouldBeGreaterThan(predicted, Id(point));
        }
    }

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    [Trait("Level", "contract")]
    public void Run_CalibrationFacts_AreMetWithinThreeSigma(string example)
    {
        var calibration = studies.Get(example).Result.Calibration;

        calibration.IsConverged.ShouldBeTrue();
        calibration.Facts.Length.ShouldBeGreaterThan(0);
        foreach (var fact in calibration.Facts)
        {
            double sigmas = (fact.Fitted.InSi - fact.Measured.InSi) / (fact.Measured.Uncertainty * fact.Measured.Unit.Factor);
            Math.Abs(sigmas).ShouldBeLessThan(3.0, fact.Point.Fact.Id);
            fact.Residual.ShouldBe(sigmas, 1e-6);
        }
    }

    private static string Id(JsonElement point) => point.GetProperty("fact").GetString()!;

    private static string? AgreementOf(JsonElement point) => point.GetProperty("agreement").GetString();
}
