using System.Collections.Immutable;
using Lamella.Materials.Laws;
using MathNet.Numerics.Distributions;

namespace Lamella.Cells.Description;

/// <summary>Splits particles into populations with a spread of sizes or of plateau potentials.</summary>
/// <remarks>
/// n populations of equal volume stand at the middles (k + ½)/n of the distribution: radii R·e^(s·z_k − shift) of a lognormal one
/// whose volume per surface stays that of R, potentials U(x) + δ·z_k of a normal one, z_k normal deviates. Smaller particles
/// take the lower potentials on charge.
/// </remarks>
public static class PopulationSpread
{
    /// <summary>Splits a population.</summary>
    /// <param name="whole">The population of mean radius and potential.</param>
    /// <param name="count">n, from 1.</param>
    /// <param name="radiusSpread">s, standard deviation of ln R [–], ≥ 0.</param>
    /// <param name="plateauSpread">δ, standard deviation of the potential [V], ≥ 0.</param>
    /// <returns>n populations with the volume and the surface of the whole; the whole itself for n = 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static ImmutableArray<ActiveParticles> Split(ActiveParticles whole, int count, double radiusSpread, double plateauSpread)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(radiusSpread);
        ArgumentOutOfRangeException.ThrowIfNegative(plateauSpread);
        if (count == 1)
        {
            return [whole];
        }

        double[] deviates = [.. Enumerable.Range(0, count).Select(k => Normal.InvCDF(0.0, 1.0, (k + 0.5) / count))];

        // Equal volumes: the surface is Σ 3v/R, so the mean of 1/R must stay 1/R.
        double inverse = deviates.Average(z => Math.Exp(-radiusSpread * z));
        return
        [
            .. deviates.Select(z => whole with
            {
                VolumeFraction = whole.VolumeFraction / count,
                Radius = whole.Radius * inverse * Math.Exp(radiusSpread * z),
                Material = plateauSpread == 0.0
                    ? whole.Material
                    : whole.Material with { OpenCircuitPotential = whole.Material.OpenCircuitPotential.ShiftedBy(plateauSpread * z) },
            }),
        ];
    }
}
