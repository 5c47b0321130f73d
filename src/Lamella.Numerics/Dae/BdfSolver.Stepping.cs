namespace Lamella.Numerics.Dae;

/// <content>Beginning and trying steps.</content>
public sealed partial class BdfSolver
{
    private const int MaximumFailures = 10; // of one kind at one point
    private const int MaximumFailuresAtStart = 40; // the first step is a guess that derivatives of zero cannot improve
    private const double FirstStepShare = 1e-3; // of the time to the stop time
    private const double FirstStepChange = 0.5; // in units of the tolerance

    private bool rampUp; // while true, order and step grow with every step
    private bool testsAll; // whether the error test has the weights of the corrector

    private BdfStatus Begin(double time)
    {
        (Time, StepStart, stepEnd, RootIndex, rampUp) = (time, time, time, -1, true);
        Array.Clear(work.Untested);
        system!.MarkUntested(work.Untested);
        testsAll = !Options.ExcludeAlgebraicFromErrorTest && !work.Untested.Contains(true);
        SetWeights(work.Y);
        CallbackStatus status = work.Initialiser.Run(system!, time, work.Weights, work.Y, work.YPrime);
        if (status != CallbackStatus.Success)
        {
            BdfStatus failure = status == CallbackStatus.Fatal ? BdfStatus.FatalCallback : BdfStatus.InitialisationFailed;
            return Fail(failure, time, work.Initialiser.LastCorrection, "no consistent initial values were found");
        }

        work.Corrector.Begin(system!, jacobianIsFresh: true);
        work.History.Begin(work.Y, work.YPrime, step: 1.0); // the step is chosen when the first stop time is known
        if (work.RootCount > 0 && work.Roots.Begin(system!, time, work.Y, work.YPrime) != CallbackStatus.Success)
        {
            return Fail(BdfStatus.FatalCallback, time, default, "the root functions could not be evaluated");
        }

        return BdfStatus.Initialised;
    }

    private void SetWeights(ReadOnlySpan<double> y)
    {
        BdfKernels.Weights(y, Options.RelativeTolerance, work.AbsoluteTolerances, work.Weights);
        for (int i = 0; !testsAll && i < work.Weights.Length; i++)
        {
            bool tested = !work.Untested[i] && (work.Initialiser.Differential[i] || !Options.ExcludeAlgebraicFromErrorTest);
            work.TestWeights[i] = tested ? work.Weights[i] : 0.0;
        }
    }

    private double FirstStep(double stopTime)
    {
        double longest = Math.Min(stopTime - Time, Options.MaximumStep);
        if (Options.InitialStep > 0.0)
        {
            return Math.Min(Options.InitialStep, longest);
        }

        double step = double.IsFinite(longest) ? FirstStepShare * longest : 1.0;
        double speed = BdfKernels.Norm(work.YPrime, work.Weights);
        step = speed * step > FirstStepChange ? FirstStepChange / speed : step;
        return Math.Max(step, Math.Min(Options.MinimumStep, longest));
    }

    /// <summary>Tries steps until one is accepted; <see cref="Time"/> and the root search stay where they are.</summary>
    private BdfStatus Advance(double stopTime)
    {
        BdfHistory history = work.History;
        if (counters.Steps >= Options.MaximumSteps)
        {
            return Fail(BdfStatus.TooManySteps, Time, default, "the allowed number of steps is used up");
        }

        double start = stepEnd;
        SetWeights(history.State);
        if (history.OrderUsed == 0)
        {
            history.RescaleFirstStep(FirstStep(stopTime));
        }

        // Stretching a step by a thousandth avoids a tiny one just before the stop time.
        bool last = start + Math.Min(1.001 * history.Step, Options.MaximumStep) >= stopTime;
        if (last)
        {
            SetStep(stopTime - start);
        }

        int errorFailures = 0, correctorFailures = 0;
        while (true)
        {
            double end = last ? stopTime : start + history.Step;
            history.SetCoefficients();
            CorrectorOutcome outcome = work.Corrector.Run(
                history, end, Options.CorrectorTolerance, work.Weights, work.Y, work.YPrime, work.Correction);
            BdfErrors errors = outcome == CorrectorOutcome.Converged ? new(history, work.Correction, TestedWeights) : default;
            bool accurate = outcome == CorrectorOutcome.Converged && errors.Tested <= 1.0;
            outcome = accurate ? CorrectSensitivities(end) : outcome;
            if (accurate && outcome == CorrectorOutcome.Converged)
            {
                Accept(errors, start, end);
                return BdfStatus.StepTaken;
            }

            history.Restore();
            if (outcome == CorrectorOutcome.Converged)
            {
                errorFailures++;
                counters.ErrorTestFailures++;
                RetryAfterError(errors, errorFailures);
            }
            else
            {
                correctorFailures++;
                counters.CorrectorFailures++;
                SetStep(0.25 * history.Step);
            }

            (rampUp, last) = (false, false);
            BdfStatus verdict = Judge(outcome, errorFailures, correctorFailures, start);
            if (verdict != BdfStatus.StepTaken)
            {
                return Blame(verdict, outcome, start);
            }
        }
    }

    /// <summary>Tells whether a failed step is worth repeating: <see cref="BdfStatus.StepTaken"/> if so.</summary>
    private BdfStatus Judge(CorrectorOutcome outcome, int errorFailures, int correctorFailures, double start)
    {
        if (outcome == CorrectorOutcome.Fatal)
        {
            return BdfStatus.FatalCallback;
        }

        int allowed = work.History.OrderUsed == 0 ? MaximumFailuresAtStart : MaximumFailures;
        if (errorFailures >= allowed)
        {
            return BdfStatus.ErrorTestFailed;
        }

        if (correctorFailures >= allowed)
        {
            return BdfStatus.CorrectorFailed;
        }

        double smallest = Math.Max(Options.MinimumStep, 8.0 * RoundOff * Math.Abs(start));
        return work.History.Step < smallest ? BdfStatus.StepTooSmall : BdfStatus.StepTaken;
    }

    private BdfStatus Blame(BdfStatus status, CorrectorOutcome outcome, double time) => outcome switch
    {
        CorrectorOutcome.Converged => Fail(status, time, work.Correction, "the local error stays above the tolerance"),
        CorrectorOutcome.NotConverged =>
            Fail(status, time, work.Corrector.LastCorrection, "the nonlinear equations cannot be solved beyond this point"),
        CorrectorOutcome.Recoverable => Fail(status, time, default, "the system cannot be evaluated beyond this point"),
        _ => Fail(status, time, default, "the system asked to stop"),
    };

    private ReadOnlySpan<double> TestedWeights => testsAll ? work.Weights : work.TestWeights;

    private void SetStep(double step)
    {
        if (work.History.OrderUsed == 0)
        {
            work.History.RescaleFirstStep(step);
        }
        else
        {
            work.History.Step = step;
        }
    }

    private void RetryAfterError(BdfErrors errors, int failures)
    {
        double ratio = failures == 1 ? errors.RetryRatio() : 0.25;
        work.History.Order = failures <= 2 ? errors.BestOrder : 1;
        SetStep(ratio * work.History.Step);
    }

    private void Accept(BdfErrors errors, double start, double end)
    {
        BdfHistory history = work.History;
        counters.Steps++;
        int order = history.Order;
        double step = history.Step;
        rampUp &= errors.BestOrder == order && order < Options.MaximumOrder;
        int nextOrder = order;
        double ratio = 1.0;
        if (!rampUp)
        {
            nextOrder = errors.Next(Options.MaximumOrder, out ratio);
        }
        else if (history.OrderUsed > 0)
        {
            (nextOrder, ratio) = (order + 1, 2.0);
        }

        bool keep = order < Options.MaximumOrder; // for the choice of a higher order at the next step
        sensitivities?.Accept(history, keep);
        history.Accept(work.Correction, keep);
        history.Order = nextOrder;
        history.Step = Math.Clamp(ratio * step, Options.MinimumStep, Options.MaximumStep);
        (StepStart, stepEnd) = (start, end);
    }

    /// <summary>Puts the last good state back and says what went wrong.</summary>
    private BdfStatus Fail(BdfStatus status, double time, ReadOnlySpan<double> weighted, string cause)
    {
        (int unknown, double size) = (-1, 0.0);
        for (int i = 0; i < weighted.Length; i++)
        {
            double magnitude = Math.Abs(weighted[i] * work.Weights[i]);
            if (magnitude > size || (double.IsNaN(magnitude) && !double.IsNaN(size)))
            {
                (unknown, size) = (i, magnitude);
            }
        }

        Diagnostics = new BdfDiagnostics
        {
            Time = time,
            Step = work.History.Step,
            Order = work.History.Order,
            Unknown = unknown,
            Size = size,
            Cause = cause,
        };
        if (counters.Steps > 0 && work.History.OrderUsed > 0)
        {
            work.History.Interpolate(Time - stepEnd, work.Y, work.YPrime);
            sensitivities?.MoveTo(work.History, Time - stepEnd);
        }

        return status;
    }
}
