using System.Collections.Immutable;
using Lamella.Cells.Results;
using Lamella.Core.Provenance;
using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;
using Lamella.Studies.Prediction;
using Lamella.Studies.Whole;

namespace Lamella.Studies;

/// <summary>Collects what a reader of the result should mind, each sentence once, in a fixed order.</summary>
internal static class StudyWarnings
{
    /// <summary>Below so many equal samples, the ends of a 90 % interval scatter by more than a third of a standard deviation [–].</summary>
    private const double FewSamples = 50.0;

    internal static ImmutableArray<string> Collect(
        Study study, IEnumerable<StudyVariant> variants, CalibrationResult calibration, ImmutableArray<PredictedPoint> points, IEnumerable<WholeExperimentResult> whole, double effective)
    {
        var found = new List<string>(study.Warnings);
        found.AddRange(variants.SelectMany(variant => variant.Inputs.Notes));
        found.AddRange(Charges(points));
        if (!calibration.IsConverged)
        {
            found.AddRange(calibration.Notes);
        }

        string[] open = [.. calibration.Parameters.Where(parameter => !parameter.IsIdentified).Select(parameter => parameter.Name)];
        if (open.Length > 0)
        {
            found.Add($"The facts do not identify {string.Join(", ", open)}: their uncertainty enters every interval.");
        }

        string[] full = [.. points.Where(EndsWithTheHost).Select(point => point.Point.Fact.Id)];
        if (full.Length > 0)
        {
            found.Add($"These discharges end when the surface of the particles is full, before the cut-off: the open-circuit potential does not fall to it within its range ({string.Join(", ", full)}).");
        }

        if (effective < FewSamples)
        {
            found.Add(FormattableString.Invariant(
                $"The facts are far from linear in the fitted values: the samples behind the intervals are worth {effective:F0} equal ones only, so the ends of intervals are rough. More samples sharpen them."));
        }

        IEnumerable<CellRun> runs = points.SelectMany(point => point.Simulated.Runs).Concat(whole.SelectMany(done => done.Runs));
        found.AddRange(ExtrapolationWarnings.Join(runs.SelectMany(run => run.Warnings)));
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static bool EndsWithTheHost(PredictedPoint point) =>
        point.Point.Kind == ExperimentKind.DischargeCapacity && !point.Simulated.Runs.IsEmpty
        && point.Simulated.Runs[^1].Steps[^1].Ending == StepEnding.HostExhausted;

    private static IEnumerable<string> Charges(ImmutableArray<PredictedPoint> points) =>
        from point in points
        let charge = point.Point.Charge
        where charge is not null && charge.Source.Origin == Origin.Assumed
        group point.Point.Fact.Id by $"{charge} ({charge.Source.Citation})" into same
        select $"The charge before the discharge is assumed: {same.Key}, for {same.Count()} points.";
}
