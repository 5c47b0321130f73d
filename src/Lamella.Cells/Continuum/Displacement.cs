using Lamella.Core;

namespace Lamella.Cells.Continuum;

/// <summary>A layer with geometric capacitance: displacement beside its ionic current.</summary>
/// <remarks>
/// W = Φ(right end) − Φ(left end), the ohmic drop of the half cells at the ends included; ionic current = −I + C·dW/dt, as
/// the displacement current along +x is −C·dW/dt. C = ε₀·ε_r/L.
/// </remarks>
internal sealed class Displacement(Segment segment, CellLayout layout)
{
    /// <summary>Gets the layer.</summary>
    internal Segment Segment { get; } = segment;

    /// <summary>Gets the index of W.</summary>
    internal int Index { get; } = layout.AddBorder();

    /// <summary>Gets C per area [F/m²].</summary>
    internal double Capacitance { get; } =
        PhysicalConstants.VacuumPermittivity * segment.Layer.RelativePermittivity / segment.Layer.Thickness;
}
