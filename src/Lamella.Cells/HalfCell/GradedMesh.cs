namespace Lamella.Cells.HalfCell;

/// <summary>Smoothly graded cell widths; smooth grading keeps the second order of the finite volumes.</summary>
internal static class GradedMesh
{
    /// <summary>Splits a length into cells that shrink towards both ends.</summary>
    /// <param name="length">Length [m].</param>
    /// <param name="cells">Number of cells, ≥ 1.</param>
    /// <param name="grading">0 (uniform) to below 1.</param>
    /// <returns>Cell widths [m], shape (cells).</returns>
    internal static double[] BothEnds(double length, int cells, double grading) =>
        Widths(length, cells, s => ((1.0 - grading) * s) + (grading * 0.5 * (1.0 - Math.Cos(Math.PI * s))));

    /// <summary>Splits a length into cells that shrink towards its end.</summary>
    /// <param name="length">Length [m].</param>
    /// <param name="cells">Number of cells, ≥ 1.</param>
    /// <param name="grading">0 (uniform) to below 1.</param>
    /// <returns>Cell widths [m], shape (cells).</returns>
    internal static double[] TowardsEnd(double length, int cells, double grading) =>
        Widths(length, cells, s => ((1.0 - grading) * s) + (grading * Math.Sin(0.5 * Math.PI * s)));

    private static double[] Widths(double length, int cells, Func<double, double> edge)
    {
        double[] widths = new double[cells];
        for (int k = 0; k < cells; k++)
        {
            widths[k] = length * (edge((k + 1.0) / cells) - edge((double)k / cells));
        }

        return widths;
    }
}
