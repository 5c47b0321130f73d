using System.Collections.Immutable;
using Lamella.Cells.Tests.Continuum;
using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Tests.Calibration;

/// <summary>Derivatives that runs carry along, against differences of runs with tight tolerances.</summary>
public sealed class CarriedDerivativesTests
{
    private const double Warm = 313.15; // [K]

    private static readonly SimulationOptions Tight = SimulationOptions.Coarse with
    {
        Mesh = SimulationOptions.Coarse.Mesh with { RelativeTolerance = 1e-8, AbsoluteTolerance = 1e-10 },
    };

    /// <summary>Xu2019: [solid diffusivity m²/s, contact resistance Ω·m², electrode thickness m]; the last changes the loading too.</summary>
    private static CellFamily HalfCell { get; } = new(values => CellFamily.HalfCell.Build(null, values.AsSpan(0, 2)) is var cell
        ? cell with { Positive = ReferenceCells.Xu2019.PorousPositive! with { Particles = cell.PorousPositive!.Particles, Thickness = values[2] } }
        : cell);

    private static readonly double[] Values = [2.2e-14, 1.5e-3, 7e-5];

    private static ImmutableArray<FreeParameter> Parameters { get; } =
    [
        CellFamily.Parameter("solid diffusivity", "m2/s", 1e-15, 1e-12, 1e-14),
        CellFamily.Parameter("contact resistance", "ohm cm2", 0.0, 1e-2, 5e-3, logarithmic: false),
        CellFamily.Parameter("thickness", "um", 5e-5, 9e-5, 6e-5, logarithmic: false, prior: new GaussianPrior(7e-5, 6e-5, 8e-5)),
    ];

    [Fact]
    [Trait("Level", "reference")]
    public void Evaluate_ChargeThenDischarge_MeetsTightDifferences()
    {
        ExperimentPoint[] points =
        [
            TestFacts.Capacity("F900-0001", 150.0, 1.0),
            TestFacts.Capacity("F900-0002", 150.0, 4.0) with { Temperature = Warm },
            TestFacts.Capacity("F900-0003", 4.0, 2.0, temperature: Warm) with { Fact = TestFacts.Fact("F900-0003", "mAh", 4.0) },
        ];

        MeetsDifferences(HalfCell, points, Parameters, Values, 2e-3);
    }

    [Fact]
    [Trait("Level", "reference")]
    public void Evaluate_Overpotentials_MeetsTightDifferences() => MeetsDifferences(
        CellFamily.Ceramic,
        [CellFamily.Overpotential(1, 2.0, 50.0), CellFamily.Overpotential(2, 100.0, 50.0)],
        CellFamily.CeramicParameters,
        [0.05, 10.0],
        1e-5);

    [Fact]
    [Trait("Level", "unit")]
    public void Gives_KindsOfMeasurements_AreThoseWithDerivatives()
    {
        ExperimentPoint[] points =
        [
            CellFamily.Overpotential(1, 2.0, 50.0),
            TestFacts.Of(ExperimentKind.Resistance, "ohm cm2", 10.0, "F900-0002"),
            TestFacts.Of(ExperimentKind.TransferenceNumber, "1", 0.5, "F900-0003"),
        ];
        CarriedDerivatives derivatives = Derivatives(CellFamily.Ceramic, points, CellFamily.CeramicParameters);

        Enumerable.Range(0, 4).Select(derivatives.Gives).ShouldBe([true, false, false, true]); // the last is a prior
    }

    /// <summary>A resistance among the facts: its derivatives are differences, those of the overpotential are carried.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Fit_CarriedOrDifferences_GiveTheSameFit()
    {
        ImmutableArray<ExperimentPoint> points = CellFamily.Measure(
            CellFamily.Ceramic, [0.05, 10.0], [CellFamily.Overpotential(1, 50.0), TestFacts.Of(ExperimentKind.Resistance, "ohm cm2", null, "F900-0002")]);
        CalibrationProblem problem = Problem(CellFamily.Ceramic, points, CellFamily.CeramicParameters);

        CalibrationResult carried = Calibrator.Fit(problem, null, null, TestContext.Current.CancellationToken);
        CalibrationResult plain = Calibrator.Fit(
            problem, new CalibrationOptions { CarryDerivatives = false }, null, TestContext.Current.CancellationToken);

        carried.CarriedDerivatives.ShouldBeGreaterThan(0);
        plain.CarriedDerivatives.ShouldBe(0);
        carried.Evaluations.ShouldBeLessThan(plain.Evaluations / 2);
        for (int i = 0; i < 2; i++)
        {
            double deviation = Math.Sqrt(plain.ScaledCovariance[3 * i]);
            (carried.ScaledValues[i] - plain.ScaledValues[i]).ShouldBe(0.0, 1e-3 * deviation);
            carried.ScaledCovariance[3 * i].ShouldBe(plain.ScaledCovariance[3 * i], 0.02 * plain.ScaledCovariance[3 * i]);
        }
    }

    /// <summary>Where the cell next to the fitted one is none, differences serve; they stay on the other side.</summary>
    [Fact]
    [Trait("Level", "unit")]
    public void Evaluate_CellOfAnotherKindBeside_LeavesTheFitToDifferences()
    {
        var family = new CellFamily(values => values[0] is 0.05 or 0.02
            ? CellFamily.Ceramic.Build(null, values)
            : throw new ArgumentException("no cell"));

        Derivatives(family, [CellFamily.Overpotential(1, 2.0, 50.0)], CellFamily.CeramicParameters)
            .Evaluate([0.05, 10.0], new double[2]).ShouldBeFalse();
    }

    private static void MeetsDifferences(
        CellFamily family, ExperimentPoint[] points, ImmutableArray<FreeParameter> parameters, double[] values, double tolerance)
    {
        int n = values.Length, priors = parameters.Count(parameter => parameter.Prior is not null);
        double[] jacobian = new double[(points.Length + priors) * n];

        Derivatives(family, points, parameters).Evaluate(values, jacobian).ShouldBeTrue();

        for (int j = 0; j < n; j++)
        {
            double change = 1e-3 * values[j];
            double[] above = Residuals(family, points, parameters, values, j, change), below = Residuals(family, points, parameters, values, j, -change);
            double largest = points.Select((_, i) => Math.Abs(above[i] - below[i])).Max() / (2.0 * change);
            for (int i = 0; i < points.Length + priors; i++)
            {
                jacobian[(i * n) + j].ShouldBe((above[i] - below[i]) / (2.0 * change), tolerance * largest, $"residual {i}, parameter {j}");
            }
        }
    }

    private static double[] Residuals(
        CellFamily family, ExperimentPoint[] points, ImmutableArray<FreeParameter> parameters, double[] values, int moved, double change)
    {
        double[] at = [.. values], residuals = new double[points.Length + parameters.Count(parameter => parameter.Prior is not null)];
        at[moved] += change;
        new ResidualModel(Problem(family, points, parameters), Facts(points), Tight, null, TestContext.Current.CancellationToken)
            .Evaluate(at, residuals).ShouldBeTrue();
        return residuals;
    }

    private static CarriedDerivatives Derivatives(CellFamily family, ExperimentPoint[] points, ImmutableArray<FreeParameter> parameters) => new(
        Problem(family, points, parameters),
        Facts(points),
        new CalibrationOptions { Simulation = Tight },
        null,
        TestContext.Current.CancellationToken);

    private static Measured[] Facts(ExperimentPoint[] points) =>
        [.. points.Select(point => new Measured(point, point.Fact.Value!.CentreInSi, 0.01 * point.Fact.Value.CentreInSi))];

    private static CalibrationProblem Problem(
        CellFamily family, IEnumerable<ExperimentPoint> points, ImmutableArray<FreeParameter> parameters) => new()
        {
            Cells = family, Points = [.. points], Parameters = parameters, Uncertainty = FactUncertainty.OnePercent,
        };
}
