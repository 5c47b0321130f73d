using Lamella.Cells.Description;

namespace Lamella.Cells.Continuum;

/// <summary>Equilibrium states.</summary>
internal static class EquilibriumState
{
    private const int Bisections = 200;
    private const double Margin = 1e-9; // of the stoichiometry, from empty and full

    /// <summary>Makes the equilibrium state of a cell.</summary>
    /// <param name="system">The discretised cell, at its temperature.</param>
    /// <param name="cell">Its description.</param>
    /// <param name="stateOfCharge">1 at the upper cut-off, 0 at the lower [–].</param>
    /// <param name="temperature">T [K].</param>
    /// <returns>The state.</returns>
    internal static double[] Make(ContinuumSystem system, CellDescription cell, double stateOfCharge, double temperature)
    {
        CellLayout layout = system.Layout;
        double[] y = new double[layout.Size];
        double below = Fill(system.Negative, y, stateOfCharge, temperature) ?? Fill(system.NegativeFace!, y, system);
        double above = Fill(system.Positive, y, stateOfCharge, temperature) ?? Fill(system.PositiveFace!, y, system);
        for (int k = 0; k < layout.Cells; k++)
        {
            int at = CellLayout.PerCell * k;
            y[at] = system.Line.IsBinary(k) ? system.Line.RestConcentration[k] / CellScales.Concentration : 1.0;
            y[at + CellLayout.Electrolyte] = -below;
        }

        SetPotential(system.Negative, y, below);
        SetPotential(system.Positive, y, above);
        if (layout.Temperature >= 0)
        {
            y[layout.Temperature] = temperature / CellScales.Temperature;
        }

        return y;
    }

    private static double Fill(PlanarFace face, double[] y, ContinuumSystem system)
    {
        double lithium = face.InitialLithium, rest = face.RestPotential(lithium);
        y[face.Lithium] = lithium / system.Scales.Amount;
        if (face.Potential >= 0)
        {
            y[face.Potential] = rest;
        }

        return rest;
    }

    private static void SetPotential(PorousLine? electrode, double[] y, double potential)
    {
        for (int k = electrode?.Phase.Segment.First ?? 0; k <= (electrode?.Phase.Segment.Last ?? -1); k++)
        {
            y[(CellLayout.PerCell * k) + CellLayout.Potential] = potential;
        }
    }

    /// <summary>Fills the particles of an electrode; returns its potential against lithium, null without an electrode.</summary>
    private static double? Fill(PorousLine? electrode, double[] y, double stateOfCharge, double temperature)
    {
        if (electrode is null)
        {
            return null;
        }

        double[] x = [.. electrode.Groups.Select(g => Linear(g.Description, stateOfCharge))];
        if (SeparatedEnsemble.IsNeeded(electrode.Groups, x))
        {
            return SeparatedEnsemble.Fill(electrode.Groups, x, y, temperature);
        }

        double[] potential = [.. electrode.Groups.Select((g, m) => g.OpenCircuitPotential.At(x[m], temperature))];
        double common = potential[0];
        if (potential.Max() - potential.Min() > 1e-12)
        {
            common = Balance(electrode, x, potential, temperature);
        }

        for (int m = 0; m < x.Length; m++)
        {
            electrode.Groups[m].Shells(y.AsSpan()).Fill(x[m]);
        }

        return common;
    }

    private static double Linear(ActiveParticles particles, double stateOfCharge) => particles.DischargedStoichiometry
        + (stateOfCharge * (particles.ChargedStoichiometry - particles.DischargedStoichiometry));

    /// <summary>One potential for all groups that holds the lithium of the linear mix; potentials fall with lithium.</summary>
    private static double Balance(PorousLine electrode, double[] x, double[] potential, double temperature)
    {
        double[] capacity = [.. electrode.Groups.Select(g => g.Capacity.Sum())];
        double wanted = Lithium();
        double low = potential.Min(), high = potential.Max();
        for (int i = 0; i < Bisections && high - low > 1e-14; i++)
        {
            double middle = 0.5 * (low + high);
            for (int m = 0; m < x.Length; m++)
            {
                x[m] = Invert(electrode.Groups[m], middle, temperature);
            }

            (low, high) = Lithium() > wanted ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);

        double Lithium() => x.Zip(capacity, (filled, all) => filled * all).Sum();
    }

    private static double Invert(ParticleGroup group, double potential, double temperature)
    {
        double low = Margin, high = 1.0 - Margin;
        for (int i = 0; i < Bisections && high - low > 1e-15; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = group.OpenCircuitPotential.At(middle, temperature) > potential ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }
}
