using System.Runtime.CompilerServices;
using Lamella.Cells.Continuum;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.SingleParticle;

/// <summary>What a term of the voltage stands for.</summary>
internal enum VoltagePart
{
    /// <summary>Potential of the particle surfaces.</summary>
    OpenCircuit,

    /// <summary>Charge transfer at particles.</summary>
    Kinetics,

    /// <summary>Film on particles.</summary>
    Film,

    /// <summary>Charge transfer at planar lithium.</summary>
    LithiumKinetics,

    /// <summary>Film on planar lithium.</summary>
    LithiumFilm,

    /// <summary>Conduction in a layer.</summary>
    Ohmic,

    /// <summary>Joints between layers.</summary>
    Joints,

    /// <summary>Differences of salt concentration.</summary>
    Concentration,

    /// <summary>Electrons in electrodes, collectors and leads.</summary>
    Electronic,
}

/// <summary>What a term stands for and which unknowns it depends on; −1 for none.</summary>
/// <param name="Part">What it stands for.</param>
/// <param name="Segment">Layer of an ohmic term.</param>
/// <param name="First">Unknown that direction 1 means.</param>
/// <param name="Second">Unknown that direction 2 means.</param>
/// <param name="SecondScale">Unit of direction 2 per unknown.</param>
internal readonly record struct Term(
    VoltagePart Part, int Segment = -1, int First = -1, int Second = -1, double SecondScale = CellScales.Concentration);

/// <summary>Collects the terms of the terminal voltage, so that one text gives the voltage, its parts and its gradient.</summary>
/// <remarks>
/// Directions: 1 salt of a cell [mol/m³], 2 salt of a second cell [mol/m³] or a
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
    /// <param name="value">Its value [V].</param>
    /// <param name="term">What it is.</param>
    void Add(T value, in Term term);
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
    public void Add(Scalar value, in Term term) => Total += value.Value;
}

/// <summary>Adds up the gradient of the voltage.</summary>
/// <param name="byUnknown">Receives ∂V/∂y, shape (n).</param>
/// <param name="open">Receives the derivatives of the open-circuit part by directions 2 and 3.</param>
/// <param name="current">Index of the current.</param>
internal readonly struct VoltageGradient(double[] byUnknown, double[] open, int current) : ITermSink<Dual4>
{
    /// <inheritdoc/>
    public Dual4 Seed(double value, int direction, double slope) => Dual4.Seed(value, direction, slope);

    /// <inheritdoc/>
    public Dual4 Chain(Dual4 argument, double value, double slope) => new(value, argument.Slopes * slope);

    /// <inheritdoc/>
    public FaceSide<Dual4> Side(ElectrolyteLine line, int cell, double concentration, int direction) =>
        line.Side(cell, concentration, direction);

    /// <inheritdoc/>
    public void Add(Dual4 value, in Term term)
    {
        byUnknown[current] += value.Slope(3);
        if (term.Part == VoltagePart.OpenCircuit)
        {
            (open[0], open[1]) = (value.Slope(2), value.Slope(3));
        }

        if (term.First >= 0)
        {
            byUnknown[term.First] += value.Slope(1) * CellScales.Concentration;
        }

        if (term.Second >= 0)
        {
            byUnknown[term.Second] += value.Slope(2) * term.SecondScale;
        }
    }
}

/// <summary>Adds up the voltage part by part.</summary>
/// <param name="parts">Receives the parts, shape (<see cref="VoltagePart"/>).</param>
/// <param name="ohmic">Receives the ohmic drop of each layer.</param>
/// <param name="sign">Sign of the terms in the voltage.</param>
internal readonly struct VoltageParts(double[] parts, double[] ohmic, double sign) : ITermSink<Scalar>
{
    /// <inheritdoc/>
    public Scalar Seed(double value, int direction, double slope) => value;

    /// <inheritdoc/>
    public Scalar Chain(Scalar argument, double value, double slope) => value;

    /// <inheritdoc/>
    public FaceSide<Scalar> Side(ElectrolyteLine line, int cell, double concentration, int direction) =>
        line.Side(cell, concentration);

    /// <inheritdoc/>
    public void Add(Scalar value, in Term term)
    {
        parts[(int)term.Part] += sign * value.Value;
        if (term.Segment >= 0)
        {
            ohmic[term.Segment] += sign * value.Value;
        }
    }
}
