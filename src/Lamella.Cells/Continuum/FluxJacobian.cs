namespace Lamella.Cells.Continuum;

/// <summary>Derivatives of the salt flux through each face, to make solutions of the linear system conserve salt exactly.</summary>
/// <remarks>
/// Elimination over fine cells leaves round-off of 1e-16 times the ratio of diffusion rate to step rate in the salt of
/// every cell. Computing the salt once more from the fluxes of the solution makes each flux leave one cell and enter the
/// next to the last bit, whatever the round-off in the flux itself. Units: salt per area in the scale of c, per unknown.
/// </remarks>
internal sealed class FluxJacobian(int cells)
{
    private readonly double[] byLeft = new double[cells];
    private readonly double[] byRight = new double[cells];
    private readonly double[] byOwn = new double[cells];
    private readonly double[] byNext = new double[cells];
    private readonly double[] byTotal = new double[cells];
    private readonly double[] rightHandSide = new double[cells];

    internal void Clear()
    {
        Array.Clear(byOwn);
        Array.Clear(byNext);
        Array.Clear(byTotal);
    }

    /// <summary>Takes the derivatives along the concentrations beside face k.</summary>
    internal void SetConcentrations(int k, double left, double right) => (byLeft[k], byRight[k]) = (left, right);

    /// <summary>Adds the derivative along a current at face k.</summary>
    internal void AddCurrent(CurrentPath path, int k, double slope) =>
        (path == CurrentPath.Own ? byOwn : path == CurrentPath.Next ? byNext : byTotal)[k] += slope;

    /// <summary>Keeps the salt balances of a right-hand side, less what the temperature does to them.</summary>
    internal void Keep(ReadOnlySpan<double> along)
    {
        for (int k = 0; k < rightHandSide.Length; k++)
        {
            rightHandSide[k] = along[CellLayout.PerCell * k];
        }
    }

    /// <summary>Subtracts a multiple of a cell-level column from the salt balances kept.</summary>
    internal void Subtract(ReadOnlySpan<double> column, double factor)
    {
        for (int k = 0; k < rightHandSide.Length; k++)
        {
            rightHandSide[k] -= column[CellLayout.PerCell * k] * factor;
        }
    }

    /// <summary>Computes the salt of every cell from the fluxes of the solution.</summary>
    /// <param name="along">The solution along x; its salt is overwritten.</param>
    /// <param name="storage">ε·Δx per cell [m]; cells without salt stay as they are.</param>
    /// <param name="current">The applied current of the solution.</param>
    /// <param name="derivativeFactor">c [1/s].</param>
    internal void Conserve(Span<double> along, ReadOnlySpan<double> storage, double current, double derivativeFactor)
    {
        double fluxIn = 0.0, own = along[0];
        for (int k = 0; k < storage.Length; k++)
        {
            int at = CellLayout.PerCell * k, next = at + CellLayout.PerCell;
            double fluxOut = 0.0, beyond = 0.0;
            if (k + 1 < storage.Length)
            {
                beyond = along[next];
                fluxOut = (byLeft[k] * own) + (byRight[k] * beyond) + (byOwn[k] * along[at + CellLayout.IonicCurrent])
                    + (byNext[k] * along[next + CellLayout.IonicCurrent]) - (byTotal[k] * current);
            }

            if (storage[k] > 0.0)
            {
                along[at] = (rightHandSide[k] - ((fluxOut - fluxIn) / storage[k])) / derivativeFactor;
            }

            (fluxIn, own) = (fluxOut, beyond);
        }
    }
}
