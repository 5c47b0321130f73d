using Lamella.Numerics.Random;

namespace Lamella.Structures.Generation;

/// <summary>Hard spheres at random, in clusters or alone, in a box whose opposite faces are joined.</summary>
/// <remarks>
/// Spheres start at random places, or touching an earlier one with the probability of agglomeration. Pairs that overlap are
/// then pushed apart, the lighter one farther, until no overlap is left that matters. Random close packing of equal
/// spheres, 0.64, is the limit; beyond 0.58 the pushing rarely ends.
/// <b>Source.</b> After Mościński, Bargieł, Rycerz and Jacobs, Mol. Simul. 3 (1989) 201, <see href="https://doi.org/10.1080/08927028908031373"/>.
/// </remarks>
internal sealed class SpherePacking
{
    internal const double Densest = 0.58;
    private const int MostSweeps = 4000;
    private const double Tolerance = 2e-3; // of the smaller radius
    private readonly VoxelBox _box;
    private readonly double[] _lengths;
    private readonly double[] _at;
    private readonly double[] _radii;
    private readonly PeriodicCells _cells;

    private SpherePacking(VoxelBox box, double[] radii)
    {
        (_box, _radii, _at) = (box, radii, new double[3 * radii.Length]);
        _lengths = [box.Length(0), box.Length(1), box.Length(2)];
        _cells = new PeriodicCells(box, 2.0 * radii.Max(), radii.Length);
    }

    /// <summary>Packs spheres.</summary>
    /// <param name="box">The box.</param>
    /// <param name="radii">Radii [m], at least one; the spheres keep this order.</param>
    /// <param name="agglomeration">Probability that a sphere starts at another one [–], 0 to 1.</param>
    /// <param name="generator">Draws the places.</param>
    /// <param name="cancellation">Stops between two sweeps.</param>
    /// <returns>The spheres.</returns>
    /// <exception cref="Core.Errors.InputException">They do not fit.</exception>
    internal static Capsule[] Pack(VoxelBox box, double[] radii, double agglomeration, SeededGenerator generator, CancellationToken cancellation)
    {
        var packing = new SpherePacking(box, radii);
        packing.Scatter(agglomeration, generator);
        double worst = packing.Sort();
        for (int sweep = 0; worst > Tolerance && sweep < MostSweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            worst = packing.Sweep();
        }

        if (worst > Tolerance)
        {
            throw RecipeErrors.Wrong(
                FormattableString.Invariant($"the spheres could not be packed: after {MostSweeps} sweeps two still overlap by {worst:P1} of a radius."),
                FormattableString.Invariant($"fractions up to about {Densest}; wider size distributions pack more densely."),
                "Lower the fraction, let the spheres overlap, or take another seed.");
        }

        return [.. Enumerable.Range(0, radii.Length).Select(k => Capsule.Sphere(packing._at[3 * k], packing._at[(3 * k) + 1], packing._at[(3 * k) + 2], radii[k]))];
    }

    /// <summary>Draws radii until they fill a fraction, and scales them by a factor near 1 so that they fill it exactly.</summary>
    internal static double[] DrawRadii(VoxelBox box, double fraction, SizeDistribution diameter, SeededGenerator generator)
    {
        double wanted = fraction * box.Volume, filled = 0.0;
        var radii = new List<double>();
        while (filled < wanted)
        {
            double radius = diameter.DrawRadius(generator), volume = 4.0 / 3.0 * Math.PI * radius * radius * radius;
            if (radii.Count > 0 && filled + volume - wanted > wanted - filled)
            {
                break; // nearer without this one
            }

            radii.Add(radius);
            filled += volume;
        }

        double factor = radii.Count > 0 ? PortableFunctions.Exp(PortableFunctions.Log(wanted / filled) / 3.0) : 1.0;
        return [.. radii.Select(radius => factor * radius)];
    }

    private void Scatter(double agglomeration, SeededGenerator generator)
    {
        for (int k = 0; k < _radii.Length; k++)
        {
            bool joins = generator.NextUniform() < agglomeration && k > 0;
            if (!joins)
            {
                for (int axis = 0; axis < 3; axis++)
                {
                    _at[(3 * k) + axis] = generator.NextUniform() * _lengths[axis];
                }

                continue;
            }

            int host = generator.NextBelow(k);
            (double x, double y, double z) = RandomDirection.Draw(generator);
            double away = _radii[host] + _radii[k];
            _at[3 * k] = Wrapped(_at[3 * host] + (away * x), 0);
            _at[(3 * k) + 1] = Wrapped(_at[(3 * host) + 1] + (away * y), 1);
            _at[(3 * k) + 2] = Wrapped(_at[(3 * host) + 2] + (away * z), 2);
        }
    }

    /// <summary>Sorts the spheres into cells. Returns infinity, so that at least one sweep follows.</summary>
    private double Sort()
    {
        _cells.Clear();
        for (int k = 0; k < _radii.Length; k++)
        {
            _cells.Add(k, _at.AsSpan(3 * k, 3));
        }

        return double.PositiveInfinity;
    }

    /// <summary>Pushes every overlapping pair apart once.</summary>
    /// <returns>The largest overlap met, over the smaller radius [–].</returns>
    private double Sweep()
    {
        double worst = 0.0;
        for (int k = 0; k < _radii.Length; k++)
        {
            int cx = _cells.Of(0, _at[3 * k]), cy = _cells.Of(1, _at[(3 * k) + 1]), cz = _cells.Of(2, _at[(3 * k) + 2]);
            for (int z = Low(2, cz); z <= High(2, cz); z++)
            {
                for (int y = Low(1, cy); y <= High(1, cy); y++)
                {
                    for (int x = Low(0, cx); x <= High(0, cx); x++)
                    {
                        for (int other = _cells.First(x, y, z); other >= 0; other = _cells.Next(other))
                        {
                            worst = other < k ? Math.Max(worst, Push(k, other)) : worst;
                        }
                    }
                }
            }
        }

        Sort();
        return worst;
    }

    // Fewer than three cells along an axis would be met twice.
    private int Low(int axis, int cell) => _cells.Along(axis) < 3 ? 0 : cell - 1;

    private int High(int axis, int cell) => _cells.Along(axis) < 3 ? _cells.Along(axis) - 1 : cell + 1;

    private double Push(int first, int second)
    {
        Span<double> way = stackalloc double[3];
        double squared = 0.0;
        for (int axis = 0; axis < 3; axis++)
        {
            double d = _at[(3 * first) + axis] - _at[(3 * second) + axis];
            way[axis] = d - (_lengths[axis] * Math.Round(d / _lengths[axis]));
            squared += way[axis] * way[axis];
        }

        double reach = _radii[first] + _radii[second];
        if (squared >= reach * reach)
        {
            return 0.0;
        }

        double distance = Math.Sqrt(squared), overlap = reach - distance;
        if (distance == 0.0)
        {
            (way[0], distance) = (1.0, 1.0); // the same place: apart along x
        }

        double a = _radii[first] * _radii[first] * _radii[first], b = _radii[second] * _radii[second] * _radii[second];
        for (int axis = 0; axis < 3; axis++)
        {
            double step = overlap * way[axis] / distance;
            _at[(3 * first) + axis] = Wrapped(_at[(3 * first) + axis] + (step * b / (a + b)), axis);
            _at[(3 * second) + axis] = Wrapped(_at[(3 * second) + axis] - (step * a / (a + b)), axis);
        }

        return overlap / Math.Min(_radii[first], _radii[second]);
    }

    private double Wrapped(double coordinate, int axis)
    {
        double wrapped = coordinate - (_lengths[axis] * Math.Floor(coordinate / _lengths[axis]));
        return wrapped < _lengths[axis] ? wrapped : 0.0;
    }
}
