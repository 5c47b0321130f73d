namespace Lamella.Analysis.Impedance.Validity;

/// <summary>Chooses the function and the number of relaxations by which a spectrum is described.</summary>
internal static class OrderSelection
{
    private const double Growth = 1.22; // between the rungs of the ladder
    private const int MostPerDecade = 6; // closer relaxations are alike to 1e-4 and describe nothing more

    /// <summary>Returns the description with the smallest information criterion.</summary>
    internal static LinearDescription Best(OrderedSpectrum points, KramersKronigOptions options)
    {
        LinearDescription? best = null;
        ImpedanceRepresentation[] functions = options.Representation is { } one
            ? [one]
            : [ImpedanceRepresentation.Impedance, ImpedanceRepresentation.Admittance];
        foreach (ImpedanceRepresentation function in functions)
        {
            foreach (int order in options.Order is { } fixedOrder ? [fixedOrder] : Ladder(points))
            {
                var candidate = new LinearDescription(points, new DescriptionShape(function, order, true, true, 0.0));
                best = best is null || candidate.Information < best.Information ? candidate : best;
            }
        }

        return best!;
    }

    /// <summary>Returns the orders to try, rising; at least half of the numbers stay free.</summary>
    internal static IEnumerable<int> Ladder(OrderedSpectrum points)
    {
        double decades = Math.Log10(points.Frequency[0] / points.Frequency[^1]);
        int most = Math.Min(points.Count - 3, Math.Max(4, (int)Math.Ceiling(MostPerDecade * decades)));
        for (int order = 4; order <= most; order = Math.Max(order + 1, (int)(order * Growth)))
        {
            yield return order;
        }
    }
}
