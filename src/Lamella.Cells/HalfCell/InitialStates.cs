using Lamella.Cells.Description;

namespace Lamella.Cells.HalfCell;

/// <summary>Equilibrium states.</summary>
internal static class InitialStates
{
    /// <summary>Makes the equilibrium state of a cell.</summary>
    /// <param name="system">The discretised cell.</param>
    /// <param name="cell">Its description.</param>
    /// <param name="stoichiometry">x of the cathode [–]; ignored without one.</param>
    /// <param name="temperature">T [K].</param>
    /// <returns>The state.</returns>
    internal static CellState Equilibrium(
        HalfCellSystem system, CellDescription cell, double stoichiometry, double temperature)
    {
        CellLayout layout = system.Layout;
        double[] y = new double[layout.Size];
        double potential = cell.Cathode?.Material.OpenCircuitPotential.At(stoichiometry, temperature) ?? 0.0;
        for (int k = 0; k < layout.Cells; k++)
        {
            int at = CellLayout.PerCell * k;
            y[at] = system.Line.IsBinary(k) ? system.Line.RestConcentration[k] / CellScales.Concentration : 1.0;
            y[at + CellLayout.Solid] = k >= layout.CathodeStart ? potential : 0.0;
        }

        layout.Particles(y.AsSpan()).Fill(stoichiometry);
        y[layout.Lithium] = Foil(cell.Lithium) / system.Scales.Amount;
        y[layout.CounterLithium] = cell.CounterLithium is { } counter ? Foil(counter) / system.Scales.Amount : 0.0;
        return new CellState([.. y]);
    }

    private static double Foil(LithiumElectrode electrode) => electrode.Thickness / electrode.Metal.MolarVolume;
}
