namespace Lamella.Cells.Spectra;

/// <summary>Follows over a spectrum what the mesh adds to it, and says where that is too much.</summary>
internal sealed class MeshResolution
{
    /// <summary>Share of |Z| that the mesh may add unsaid.</summary>
    internal const double Allowed = 0.005;

    private double lowest = double.PositiveInfinity;
    private double highest;
    private double largest;

    /// <summary>Takes one frequency.</summary>
    /// <param name="frequency">f [Hz].</param>
    /// <param name="error">Estimated error over |Z| [–].</param>
    internal void See(double frequency, double error)
    {
        if (error > Allowed)
        {
            (lowest, highest, largest) = (Math.Min(lowest, frequency), Math.Max(highest, frequency), Math.Max(largest, error));
        }
    }

    /// <summary>Says which frequencies are unresolved.</summary>
    /// <returns>One sentence or none.</returns>
    internal IEnumerable<string> Warnings()
    {
        if (highest > 0.0)
        {
            yield return FormattableString.Invariant(
                $"the mesh does not resolve diffusion from {lowest:G3} Hz to {highest:G3} Hz: |Z| is off by up to {100.0 * largest:G2} % there; take more shells (particles) or more cells in each layer");
        }
    }
}
