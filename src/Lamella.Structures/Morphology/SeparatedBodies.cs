using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Structures.Morphology;

/// <summary>Bodies that a phase was cut into at its narrow places.</summary>
/// <param name="Numbers">Number of the body of each voxel, from 1 in the order of the volume, x fastest; 0 outside the phase.</param>
/// <param name="Diameters">Diameters of the balls with the volumes of the bodies [m], in the order of the numbers.</param>
/// <param name="Throats">Diameters of the largest balls that fit through the throats between bodies [m], ascending.</param>
public sealed record SeparatedBodies(
    ImmutableArray<int> Numbers, [property: Unit("m")] ImmutableArray<double> Diameters, [property: Unit("m")] ImmutableArray<double> Throats)
{
    /// <summary>Returns the diameter below which a share of the volume of all bodies lies.</summary>
    /// <param name="share">Share [–], 0 to 1; 0.5 for the median.</param>
    /// <returns>The diameter [m]; NaN where there is no body.</returns>
    public double DiameterAt(double share)
    {
        double[] sorted = [.. Diameters.Order()];
        double whole = sorted.Sum(diameter => diameter * diameter * diameter), below = 0.0;
        foreach (double diameter in sorted)
        {
            below += diameter * diameter * diameter;
            if (below >= share * whole)
            {
                return diameter;
            }
        }

        return double.NaN;
    }

    /// <summary>Returns the diameter below which a share of the throats lies.</summary>
    /// <param name="share">Share [–], 0 to 1.</param>
    /// <returns>The diameter [m]; NaN where there is no throat.</returns>
    public double ThroatAt(double share) =>
        Throats.Length == 0 ? double.NaN : Throats[Math.Clamp((int)Math.Ceiling(share * Throats.Length) - 1, 0, Throats.Length - 1)];
}
