using Lamella.Materials.Laws;

namespace Lamella.Cells.Continuum;

/// <summary>Equilibrium of particles that each separate into two phases: most are empty or full, none in between.</summary>
/// <remarks>
/// Filling every particle to the mean would put all of them on the branch on which U rises, where no particle stays. Of all
/// mixes with the wanted lithium this is the one nearest to the two-phase potential: particles with the highest plateau are full
/// first, and the remainder of at most half a particle is spread over the branches of both phases.
/// </remarks>
internal static class SeparatedEnsemble
{
    private const int Bisections = 100;
    private const double Margin = 1e-9; // of the stoichiometry, from empty and full

    /// <summary>Tells whether a mean stoichiometry lies where its material separates.</summary>
    internal static bool IsNeeded(IReadOnlyList<ParticleGroup> groups, double[] mean) =>
        groups.Where((group, m) => group.Description.Material.UnstableStoichiometry is { } gap && gap.Contains(mean[m])).Any();

    /// <summary>Fills the particles.</summary>
    /// <param name="groups">The populations of one electrode.</param>
    /// <param name="mean">Their mean stoichiometries; only the lithium they hold together counts.</param>
    /// <param name="y">Receives the stoichiometries.</param>
    /// <param name="temperature">T [K].</param>
    /// <returns>The common potential [V].</returns>
    internal static double Fill(IReadOnlyList<ParticleGroup> groups, double[] mean, double[] y, double temperature)
    {
        Particle[] order =
        [
            .. groups.SelectMany(group => Enumerable.Range(0, group.Lanes).Select(lane => new Particle(group, lane, temperature)))
                .OrderByDescending(particle => particle.Plateau),
        ];
        double wanted = groups.Select((group, m) => mean[m] * group.Capacity.Sum()).Sum();
        double plateau = order.Sum(particle => particle.Plateau * particle.Capacity) / order.Sum(particle => particle.Capacity);
        int full = Enumerable.Range(0, order.Length + 1).MinBy(count => Math.Abs(Held(order, count, plateau) - wanted));
        double potential = Potential(order, full, wanted, plateau);
        for (int k = 0; k < order.Length; k++)
        {
            order[k].Store(y, order[k].At(potential, isFull: k < full));
        }

        return potential;
    }

    private static double Held(Particle[] order, int full, double potential) =>
        order.Select((particle, k) => particle.Capacity * particle.At(potential, isFull: k < full)).Sum();

    /// <summary>The potential at which empty and full particles hold the lithium, within what their branches reach.</summary>
    private static double Potential(Particle[] order, int full, double wanted, double plateau)
    {
        double below = plateau, above = plateau;
        for (int k = 0; k < order.Length; k++)
        {
            below = Math.Min(below, order[k].LeastOfEmpty);
            above = Math.Max(above, order[k].MostOfFull);
        }

        for (int k = 0; k < Bisections && above - below > 1e-14; k++)
        {
            double middle = 0.5 * (below + above);
            (below, above) = Held(order, full, middle) > wanted ? (middle, above) : (below, middle);
        }

        return 0.5 * (below + above);
    }

    /// <summary>The particles of one group in one cell of the mesh.</summary>
    private sealed class Particle
    {
        private readonly ParticleGroup group;
        private readonly int lane;
        private readonly double temperature;
        private readonly ValidRange gap;

        internal Particle(ParticleGroup group, int lane, double temperature)
        {
            (this.group, this.lane, this.temperature) = (group, lane, temperature);
            gap = group.Description.Material.UnstableStoichiometry ?? new ValidRange(0.5, 0.5); // one falling branch
            Capacity = group.Capacity[lane];
            Plateau = PotentialAt(0.5 * (gap.Lower + gap.Upper));
            (LeastOfEmpty, MostOfFull) = (PotentialAt(gap.Lower), PotentialAt(gap.Upper));
        }

        internal double Capacity { get; }

        internal double Plateau { get; }

        internal double LeastOfEmpty { get; }

        internal double MostOfFull { get; }

        internal double At(double potential, bool isFull)
        {
            bool isWhole = gap.Lower == gap.Upper;
            (double low, double high) = isWhole ? (Margin, 1.0 - Margin) : isFull ? (gap.Upper, 1.0 - Margin) : (Margin, gap.Lower);
            for (int k = 0; k < Bisections && high - low > 1e-15; k++)
            {
                double middle = 0.5 * (low + high);
                (low, high) = PotentialAt(middle) > potential ? (middle, high) : (low, middle);
            }

            return 0.5 * (low + high);
        }

        internal void Store(double[] y, double stoichiometry)
        {
            Span<double> shells = group.Shells(y.AsSpan());
            for (int at = lane; at < shells.Length; at += group.Lanes)
            {
                shells[at] = stoichiometry;
            }
        }

        private double PotentialAt(double stoichiometry) => group.OpenCircuitPotential.At(stoichiometry, temperature);
    }
}
