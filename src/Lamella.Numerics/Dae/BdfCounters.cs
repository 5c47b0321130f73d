namespace Lamella.Numerics.Dae;

/// <summary>The running counts behind <see cref="BdfStatistics"/>, shared by the parts of one solver.</summary>
internal sealed class BdfCounters
{
    internal int Steps;
    internal int Residuals;
    internal int Jacobians;
    internal int Factorisations;
    internal int Solves;
    internal int Roots;
    internal int ErrorTestFailures;
    internal int CorrectorFailures;
    internal int Restarts;

    internal BdfStatistics Snapshot(int order, double step) => new()
    {
        Steps = Steps,
        ResidualEvaluations = Residuals,
        JacobianEvaluations = Jacobians,
        Factorisations = Factorisations,
        Solves = Solves,
        RootEvaluations = Roots,
        ErrorTestFailures = ErrorTestFailures,
        CorrectorFailures = CorrectorFailures,
        Restarts = Restarts,
        LastOrder = order,
        LastStep = step,
    };

    internal void Reset() =>
        (Steps, Residuals, Jacobians, Factorisations, Solves, Roots, ErrorTestFailures, CorrectorFailures, Restarts) =
            (0, 0, 0, 0, 0, 0, 0, 0, 0);
}
