namespace Lamella.Cells.SingleParticle;

/// <summary>Derivatives of the explicit parts of the voltage.</summary>
internal sealed class ReducedGradient(ReducedLayout layout)
{
    /// <summary>Gets the derivatives of the voltage without its two sides by salt, particles and I, shape (border + 1).</summary>
    internal double[] Rest { get; } = new double[layout.Current + 1];

    /// <summary>Gets the derivatives of E of the negative side by salt, particles and o [A/m²].</summary>
    internal double[] Negative { get; } = new double[layout.Current + 1];

    /// <summary>Gets the derivatives of E of the positive side by salt, particles and o [A/m²].</summary>
    internal double[] Positive { get; } = new double[layout.Current + 1];

    /// <summary>Gets ∂U by the outermost shell and by o, of the negative side.</summary>
    internal double[] NegativeOpen { get; } = new double[2];

    /// <summary>Gets ∂U by the outermost shell and by o, of the positive side.</summary>
    internal double[] PositiveOpen { get; } = new double[2];

    internal double[] OpenOf(ReducedSide side) => side.Sign < 0 ? NegativeOpen : PositiveOpen;

    internal double[] Of(ReducedSide side) => side.Sign < 0 ? Negative : Positive;

    internal void Clear()
    {
        Array.Clear(Rest);
        Array.Clear(Negative);
        Array.Clear(Positive);
    }
}
