using Lamella.Cells.Description;

namespace Lamella.Studies.Experiments;

/// <summary>Tells whether a measurement means something for a cell.</summary>
internal static class Suitability
{
    /// <summary>Says what does not fit, or returns null.</summary>
    internal static string? Problem(CellDescription cell, ExperimentPoint point)
    {
        string kind = ExperimentKeys.Word(point.Kind);
        bool half = cell.Cathode is not null;
        if (point.Kind == ExperimentKind.DischargeCapacity && !half)
        {
            return $"'{cell.Name}' is a symmetric cell and has no {kind}.";
        }

        if (point.Kind is ExperimentKind.Overpotential or ExperimentKind.TransferenceNumber && half)
        {
            return $"'{cell.Name}' has a cathode; the {kind} is measured on a symmetric cell with 'counter lithium'.";
        }

        string? problem = null;
        _ = point.Load?.TryDensity(cell, out _, out problem);
        if (problem is null)
        {
            _ = point.Charge?.Load.TryDensity(cell, out _, out problem);
        }

        if (problem is null)
        {
            _ = point.Charge?.HoldUntil?.TryDensity(cell, out _, out problem);
        }

        return problem;
    }

    internal static void Require(CellDescription cell, ExperimentPoint point)
    {
        if (Problem(cell, point) is { } problem)
        {
            throw new ArgumentException(problem, nameof(point));
        }
    }
}
