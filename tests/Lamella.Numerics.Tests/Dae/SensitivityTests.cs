using Lamella.Numerics.Dae;

namespace Lamella.Numerics.Tests.Dae;

public sealed class SensitivityTests
{
    /// <summary>Robertson's rate constants; values printed by SUNDIALS' example cvsRoberts_FSA_dns at t = 0.4, five digits.</summary>
    [Fact]
    [Trait("Level", "published")]
    public void Robertson_SensitivitiesToTheRateConstants_AreThePublishedOnes()
    {
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = 1e-8, AbsoluteTolerances = [1e-12, 1e-16, 1e-10] });
        solver.Initialise(new RobertsonWithRates(), 0.0, [1.0, 0.0, 0.0], new double[3]).ShouldBe(BdfStatus.Initialised);
        solver.InitialiseSensitivities(new double[9]).ShouldBe(BdfStatus.Initialised);

        solver.Solve(0.4).ShouldBe(BdfStatus.StopTimeReached);

        double[][] published =
        [
            [-3.5595e-01, 3.9025e-04, 3.5556e-01],
            [9.5431e-08, -2.1309e-10, -9.5218e-08],
            [-1.5833e-11, -5.2900e-13, 1.6362e-11],
        ];
        for (int p = 0; p < 3; p++)
        {
            for (int i = 0; i < 3; i++)
            {
                // The example itself ran at a relative tolerance of 1e-4.
                solver.Sensitivity(p)[i].ShouldBe(published[p][i], 2e-4 * Math.Abs(published[p][i]));
            }
        }
    }

    /// <summary>ẋ = −p·x, 0 = z − x²: ∂x/∂p = −t·e^(−pt), ∂z/∂p = 2x·∂x/∂p; also after a restart and within steps.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Decay_SensitivityToTheRate_IsExactAlsoAfterRestartAndWithinSteps()
    {
        const double rate = 0.7;
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-9 });
        solver.Initialise(new Decay(rate), 0.0, [1.0, 0.0], new double[2]).ShouldBe(BdfStatus.Initialised);
        solver.InitialiseSensitivities([0.0, 99.0]).ShouldBe(BdfStatus.Initialised);
        solver.Sensitivity(0)[1].ShouldBe(0.0, 1e-14); // the algebraic element is computed, whatever was given
        solver.Solve(1.0).ShouldBe(BdfStatus.StopTimeReached);
        solver.Restart().ShouldBe(BdfStatus.Initialised);
        double[] s = new double[2], slope = new double[2];
        while (solver.Step(3.0) == BdfStatus.StepTaken)
        {
            double middle = 0.5 * (solver.StepStart + solver.Time);
            solver.InterpolateSensitivity(0, middle, s, slope);
            s[0].ShouldBe(-middle * Math.Exp(-rate * middle), 1e-6);
        }

        double x = Math.Exp(-rate * 3.0);
        solver.Time.ShouldBe(3.0);
        solver.Sensitivity(0)[0].ShouldBe(-3.0 * x, 1e-7);
        solver.Sensitivity(0)[1].ShouldBe(2.0 * x * -3.0 * x, 1e-7);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Sensitivities_NotAskedForOrNotPossible_SayWhatToDo()
    {
        BdfSolver solver = new();
        solver.Initialise(ExactSolutionTests.Forced(), 0.0, [0.0, 0.0], new double[2]).ShouldBe(BdfStatus.Initialised);

        Should.Throw<InvalidOperationException>(() => solver.InitialiseSensitivities(new double[2]))
            .Message.ShouldContain("ISensitivitySystem");
        Should.Throw<InvalidOperationException>(() => solver.Sensitivity(0).ToArray())
            .Message.ShouldContain("InitialiseSensitivities first");
        solver.Initialise(new Decay(1.0), 0.0, [1.0, 1.0], new double[2]).ShouldBe(BdfStatus.Initialised);
        Should.Throw<ArgumentException>(() => solver.InitialiseSensitivities(new double[3])).Message.ShouldContain("got 3");
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Solve_WithSensitivities_KeepsTheAccuracyOfTheState()
    {
        BdfSolver plain = new(new BdfOptions { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-6 });
        BdfSolver carrying = new(plain.Options);
        plain.Initialise(new Decay(2.0), 0.0, [1.0, 1.0], new double[2]);
        plain.Solve(2.0).ShouldBe(BdfStatus.StopTimeReached);
        carrying.Initialise(new Decay(2.0), 0.0, [1.0, 1.0], new double[2]);
        carrying.InitialiseSensitivities(new double[2]);
        carrying.Solve(2.0).ShouldBe(BdfStatus.StopTimeReached);

        carrying.State[0].ShouldBe(Math.Exp(-4.0), 1e-5);
        Math.Abs(carrying.Statistics.Steps - plain.Statistics.Steps).ShouldBeLessThanOrEqualTo(2);
    }

    /// <summary>A dense parametric system with exact matrices.</summary>
    private abstract class Parametric(int size, int parameters) : ISensitivitySystem
    {
        private readonly double[] matrix = new double[size * size];
        private readonly Lamella.Numerics.Linear.DenseLu lu = new(size);

        public int Size => size;

        public int RootCount => 0;

        public int ParameterCount => parameters;

        protected double[] ByState { get; } = new double[size * size];

        protected abstract bool[] Differential { get; }

        public void MarkDifferential(Span<bool> differential) => Differential.CopyTo(differential);

        public abstract CallbackStatus EvaluateResidual(
            double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual);

        public abstract CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime);

        public CallbackStatus EvaluateSensitivityResidual(
            int parameter,
            double time,
            ReadOnlySpan<double> y,
            ReadOnlySpan<double> yPrime,
            ReadOnlySpan<double> s,
            ReadOnlySpan<double> sPrime,
            Span<double> residual)
        {
            ParameterSlope(parameter, y, residual);
            for (int i = 0; i < size; i++)
            {
                residual[i] += Differential[i] ? sPrime[i] : 0.0;
                for (int j = 0; j < size; j++)
                {
                    residual[i] += ByState[(i * size) + j] * s[j];
                }
            }

            return CallbackStatus.Success;
        }

        public CallbackStatus Factor(double derivativeFactor)
        {
            ByState.CopyTo(matrix, 0);
            for (int i = 0; i < size; i++)
            {
                matrix[i * (size + 1)] += Differential[i] ? derivativeFactor : 0.0;
            }

            return lu.Factor(matrix) ? CallbackStatus.Success : CallbackStatus.Recoverable;
        }

        public void Solve(Span<double> rightHandSide) => lu.Solve(rightHandSide);

        protected abstract void ParameterSlope(int parameter, ReadOnlySpan<double> y, Span<double> slope);

        public CallbackStatus EvaluateRoots(
            double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> values) => CallbackStatus.Success;
    }

    private sealed class Decay(double rate) : Parametric(2, 1)
    {
        protected override bool[] Differential { get; } = [true, false];

        public override CallbackStatus EvaluateResidual(
            double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
        {
            (residual[0], residual[1]) = (yPrime[0] + (rate * y[0]), y[1] - (y[0] * y[0]));
            return CallbackStatus.Success;
        }

        public override CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
        {
            (ByState[0], ByState[1], ByState[2], ByState[3]) = (rate, 0.0, -2.0 * y[0], 1.0);
            return CallbackStatus.Success;
        }

        protected override void ParameterSlope(int parameter, ReadOnlySpan<double> y, Span<double> slope) =>
            (slope[0], slope[1]) = (y[0], 0.0);
    }

    private sealed class RobertsonWithRates() : Parametric(3, 3)
    {
        protected override bool[] Differential { get; } = [true, true, false];

        public override CallbackStatus EvaluateResidual(
            double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual) =>
            RobertsonTests.System().EvaluateResidual(time, y, yPrime, residual);

        public override CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
        {
            double[] slow = [0.04, -1e4 * y[2], -1e4 * y[1]];
            for (int j = 0; j < 3; j++)
            {
                (ByState[j], ByState[3 + j], ByState[6 + j]) = (slow[j], -slow[j], 1.0);
            }

            ByState[4] += 6e7 * y[1];
            return CallbackStatus.Success;
        }

        protected override void ParameterSlope(int parameter, ReadOnlySpan<double> y, Span<double> slope) =>
            (slope[0], slope[1], slope[2]) = parameter switch
            {
                0 => (y[0], -y[0], 0.0),
                1 => (-y[1] * y[2], y[1] * y[2], 0.0),
                _ => (0.0, y[1] * y[1], 0.0),
            };
    }
}
