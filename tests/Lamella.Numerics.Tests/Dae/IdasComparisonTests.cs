using Lamella.Numerics.Dae;
using Lamella.Numerics.Tests.Dae.Oracle;

namespace Lamella.Numerics.Tests.Dae;

/// <summary>Agreement with SUNDIALS IDAS within both solvers' tolerances, at no more steps and fewer residuals.</summary>
public sealed class IdasComparisonTests
{
    [Theory]
    [InlineData(1e-4, 40.0)]
    [InlineData(1e-6, 40.0)]
    [InlineData(1e-6, 4e4)]
    [InlineData(1e-8, 4e8)]
    [Trait("Level", "reference")]
    public void Robertson_StateAndSteps_AgreeWithIdas(double tolerance, double end)
    {
        Assert.SkipUnless(Idas.IsInstalled, IdasOracle.Missing);
        double[] start = [1.0, 0.0, 0.0], absolute = [tolerance * 1e-6, tolerance * 1e-12, tolerance * 1e-2];
        IdasOracle.Answer expected = IdasOracle.Solve(
            RobertsonTests.System(), start, tolerance, absolute, end, bandwidth: 2, roots: false);
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = tolerance, AbsoluteTolerances = [.. absolute] });
        solver.Initialise(RobertsonTests.System(), 0.0, start, new double[3]).ShouldBe(BdfStatus.Initialised);

        solver.Solve(end).ShouldBe(BdfStatus.StopTimeReached);

        for (int i = 0; i < 3; i++)
        {
            solver.State[i].ShouldBe(expected.State[i], 100.0 * tolerance * Math.Abs(expected.State[i]));
        }

        ((double)solver.Statistics.Steps).ShouldBeLessThan(1.25 * expected.Steps);
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    [Trait("Level", "reference")]
    public void PorousElectrode_RootTimeAndState_AgreeWithIdas(double tolerance)
    {
        Assert.SkipUnless(Idas.IsInstalled, IdasOracle.Missing);
        PorousElectrode electrode = new();
        double[] start = PorousElectrode.Start(), absolute = new double[300];
        Array.Fill(absolute, tolerance);
        IdasOracle.Answer expected = IdasOracle.Solve(
            electrode, start, tolerance, absolute, end: 0.75, bandwidth: 4, roots: true);
        expected.Root.ShouldBeTrue();
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance });
        solver.Initialise(electrode, 0.0, start, new double[300]).ShouldBe(BdfStatus.Initialised);

        solver.Solve(0.75).ShouldBe(BdfStatus.RootFound);

        solver.Time.ShouldBe(expected.Time, 10.0 * tolerance);
        solver.RootDirections[0].ShouldBe((sbyte)-1);
        for (int i = 0; i < 300; i++)
        {
            solver.State[i].ShouldBe(expected.State[i], 30.0 * tolerance * (1.0 + Math.Abs(expected.State[i])));
        }

        BdfStatistics cost = solver.Statistics;
        cost.ResidualEvaluations.ShouldBeLessThan((int)expected.Residuals);
        ((double)cost.Steps).ShouldBeLessThan(1.1 * expected.Steps);
    }

    [Fact]
    [Trait("Level", "reference")]
    public void NonlinearDiffusion_State_AgreesWithIdas()
    {
        Assert.SkipUnless(Idas.IsInstalled, IdasOracle.Missing);
        const int cells = 60;
        const double tolerance = 1e-7;
        DiffusionLine line = new(cells, 1.0, held: true, nonlinearity: 10.0);
        double[] start = new double[cells], absolute = new double[cells];
        Array.Fill(absolute, tolerance);
        IdasOracle.Answer expected = IdasOracle.Solve(line, start, tolerance, absolute, end: 0.02, bandwidth: 1, roots: false);
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance });
        solver.Initialise(line, 0.0, start, new double[cells]).ShouldBe(BdfStatus.Initialised);

        solver.Solve(0.02).ShouldBe(BdfStatus.StopTimeReached);

        for (int i = 0; i < cells; i++)
        {
            solver.State[i].ShouldBe(expected.State[i], 30.0 * tolerance);
        }
    }
}
