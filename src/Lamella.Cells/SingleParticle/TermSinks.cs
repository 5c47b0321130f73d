using System.Runtime.CompilerServices;
using Lamella.Cells.Continuum;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.SingleParticle;

/// <summary>Collects the terms of the terminal voltage, so that one text gives the voltage and its gradient.</summary>
/// <remarks>
/// Directions: 0 mean salt of a run of layers, 1 salt of a cell [mol/m³], 2 salt of a second cell [mol/m³] or a
/// stoichiometry, 3 the scaled current.
/// </remarks>
internal interface ITermSink<T>
    where T : struct, IScalar<T>
{
    /// <summary>Makes a number that depends on one direction.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="direction">The direction.</param>
    /// <param name="slope">Its derivative along that direction.</param>
    T Seed(double value, int direction, double slope);

    /// <summary>Makes f(x) from the value and the slope of f.</summary>
    T Chain(T argument, double value, double slope);

    /// <summary>Gets a cell of the electrolyte whose salt stands for a direction.</summary>
    FaceSide<T> Side(ElectrolyteLine line, int cell, double concentration, int direction);

    /// <summary>Adds a term to the voltage.</summary>
    /// <param name="term">The term [V].</param>
    /// <param name="run">Run of layers that direction 0 means; −1 for none.</param>
    /// <param name="first">Unknown that direction 1 means; −1 for none.</param>
    /// <param name="second">Unknown that direction 2 means; −1 for none.</param>
    /// <param name="secondScale">Unit of direction 2 per unknown.</param>
    void Add(T term, int run, int first, int second, double secondScale = CellScales.Concentration);
}

/// <summary>Adds up the voltage alone.</summary>
internal struct VoltageSum : ITermSink<Scalar>
{
    internal double Total { get; private set; }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Scalar Seed(double value, int direction, double slope) => value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Scalar Chain(Scalar argument, double value, double slope) => value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly FaceSide<Scalar> Side(ElectrolyteLine line, int cell, double concentration, int direction) =>
        line.Side(cell, concentration);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Scalar term, int run, int first, int second, double secondScale) => Total += term.Value;
}

/// <summary>Adds up the gradient of the voltage.</summary>
/// <param name="byUnknown">Receives ∂V/∂y, shape (n).</param>
/// <param name="byRun">Receives ∂V by the mean salt of each run.</param>
/// <param name="current">Index of the current.</param>
internal readonly struct VoltageGradient(double[] byUnknown, double[] byRun, int current) : ITermSink<Dual4>
{
    /// <inheritdoc/>
    public Dual4 Seed(double value, int direction, double slope) => Dual4.Seed(value, direction, slope);

    /// <inheritdoc/>
    public Dual4 Chain(Dual4 argument, double value, double slope) => new(value, argument.Slopes * slope);

    /// <inheritdoc/>
    public FaceSide<Dual4> Side(ElectrolyteLine line, int cell, double concentration, int direction) =>
        line.Side(cell, concentration, direction);

    /// <inheritdoc/>
    public void Add(Dual4 term, int run, int first, int second, double secondScale)
    {
        byUnknown[current] += term.Slope(3);
        if (run >= 0)
        {
            byRun[run] += term.Slope(0);
        }

        if (first >= 0)
        {
            byUnknown[first] += term.Slope(1) * CellScales.Concentration;
        }

        if (second >= 0)
        {
            byUnknown[second] += term.Slope(2) * secondScale;
        }
    }
}
