using System.Collections.Immutable;
using System.Reflection;
using Lamella.Cells.Description;
using Lamella.Cells.Running;
using Lamella.Cells.Results;
using Lamella.Core.Provenance;
using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;
using Lamella.Studies.Prediction;
using Lamella.Studies.Whole;

namespace Lamella.Studies;

/// <summary>One run of a study: fit, then predictions.</summary>
internal sealed class StudyRun(Study study, StudyOptions options, IProgress<StudyProgress>? progress, CancellationToken cancellation)
{
    /// <summary>Share of the progress given to the fit, whose length nobody knows beforehand.</summary>
    private const double FitShare = 0.4;

    /// <summary>Progress when the predictions are done, where whole experiments follow.</summary>
    private const double PredictedShare = 0.9;

    private static readonly string Version =
        typeof(StudyRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private readonly Lock gate = new();
    private double reported;
    private int evaluations;

    internal StudyResult Run()
    {
        CalibrationProblem problem = study.Problem();
        Report(0.0, "calibrating");
        CalibrationResult calibration = Calibrator.Fit(problem, options.Calibration, Evaluated, cancellation);
        Report(FitShare, "predicting");
        ImmutableArray<PredictedPoint> points = Predictor.Predict(
            problem,
            calibration,
            study.Experiments.Points,
            options.Prediction,
            share => Report(FitShare + ((PredictedShare - FitShare) * share), "predicting"),
            cancellation);
        StudyResult result = Result(calibration, points, WholeExperiments(calibration));
        Report(1.0, "done");
        return result;
    }

    private ImmutableArray<WholeExperimentResult> WholeExperiments(CalibrationResult calibration)
    {
        var done = ImmutableArray.CreateBuilder<WholeExperimentResult>();
        ImmutableArray<WholeExperiment> all = study.Experiments.WholeExperiments;
        foreach (WholeExperiment whole in all)
        {
            Report(PredictedShare + ((1.0 - PredictedShare) * done.Count / all.Length), whole.Name);
            CellDescription cell = study.Build(whole.Variant, calibration);
            done.Add(WholeExperimentRunner.Run(whole, cell, options.Prediction.Threads, cancellation));
        }

        return done.ToImmutable();
    }

    /// <summary>Approaches the fit's share without ever reaching it; a fit usually takes some twenty rounds of derivatives.</summary>
    private void Evaluated()
    {
        double rounds = Interlocked.Increment(ref evaluations) / (1.0 + study.Parameters.Length);
        Report(FitShare * (1.0 - Math.Exp(-rounds / 10.0)), "calibrating");
    }

    private void Report(double fraction, string what)
    {
        if (progress is null)
        {
            return;
        }

        lock (gate)
        {
            reported = Math.Max(reported, Math.Min(fraction, 1.0));
            progress.Report(new StudyProgress(reported, what));
        }
    }

    private StudyResult Result(
        CalibrationResult calibration, ImmutableArray<PredictedPoint> points, ImmutableArray<WholeExperimentResult> whole)
    {
        ReadOnlySpan<double> fitted = calibration.Values.AsSpan();
        var variants = ImmutableArray.CreateBuilder<StudyVariant>();
        foreach (string? name in study.Variants)
        {
            variants.Add(new StudyVariant(
                name,
                study.Family.Stated(name).Build(study.Materials),
                study.Family.Build(name, fitted),
                study.Family.Stated(name).Inputs(study.Materials)));
        }

        int at = 0;
        var experiments = ImmutableArray.CreateBuilder<ExperimentResult>();
        foreach (Experiment experiment in study.Experiments.Experiments)
        {
            experiments.Add(new ExperimentResult(experiment, points.Slice(at, experiment.Points.Length)));
            at += experiment.Points.Length;
        }

        return new StudyResult
        {
            Paper = study.Experiments.Paper,
            Cell = study.Cell,
            Variants = variants.ToImmutable(),
            Calibration = calibration,
            Experiments = experiments.ToImmutable(),
            WholeExperiments = whole,
            Effort = Effort(calibration, points, whole),
            Coverage = options.Prediction.Coverage,
            Warnings = StudyWarnings.Collect(study, variants, calibration, points, whole, EffectiveSamples(points)),
            Provenance = new ResultProvenance(
                CellModels.ContinuumRevision, [.. variants.SelectMany(variant => variant.Described.Sources).Distinct()], Version, study.InputHash),
        };
    }

    private static double EffectiveSamples(ImmutableArray<PredictedPoint> points) =>
        points.IsEmpty ? 0.0 : 1.0 / points[0].Weights.Sum(weight => weight * weight);

    private StudyEffort Effort(
        CalibrationResult calibration, ImmutableArray<PredictedPoint> points, ImmutableArray<WholeExperimentResult> whole)
    {
        // The charge before a discharge is shared by several points: each run counts once.
        HashSet<CellRun> runs = new(
            points.SelectMany(point => point.Simulated.Runs).Concat(whole.SelectMany(done => done.Runs)), ReferenceEqualityComparer.Instance);
        var work = default(SolverWork);
        foreach (CellRun run in runs)
        {
            work = new SolverWork(
                Math.Max(work.Unknowns, run.Work.Unknowns),
                work.Steps + run.Work.Steps,
                work.Residuals + run.Work.Residuals,
                work.Jacobians + run.Work.Jacobians,
                work.Factorisations + run.Work.Factorisations,
                work.ErrorTestFailures + run.Work.ErrorTestFailures,
                work.NewtonFailures + run.Work.NewtonFailures);
        }

        return new StudyEffort
        {
            Runs = runs.Count,
            Work = work,
            LithiumDrift = runs.Select(run => run.Balance.LithiumDrift).DefaultIfEmpty().Max(),
            SaltDrift = runs.Select(run => run.Balance.SaltDrift).DefaultIfEmpty().Max(),
            ChargeDrift = runs.Select(run => run.Balance.ChargeDrift).DefaultIfEmpty().Max(),
            CalibrationEvaluations = calibration.Evaluations,
            Samples = options.Prediction.Samples,
            EffectiveSamples = EffectiveSamples(points),
        };
    }
}
