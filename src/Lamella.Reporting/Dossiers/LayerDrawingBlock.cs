using System.Collections.Immutable;

namespace Lamella.Reporting.Dossiers;

/// <summary>What a drawn layer is made of; decides its colour and hatching.</summary>
public enum LayerKind
{
    /// <summary>Lithium metal.</summary>
    Lithium,

    /// <summary>A metal foil that carries the current.</summary>
    CurrentCollector,

    /// <summary>A dense ceramic electrolyte.</summary>
    Ceramic,

    /// <summary>A polymer, gel or liquid electrolyte, or a separator filled with one.</summary>
    Polymer,

    /// <summary>An electrolyte of ceramic and polymer.</summary>
    CompositeElectrolyte,

    /// <summary>A porous electrode with its pore filling.</summary>
    PorousElectrode,

    /// <summary>A film, coating, joint or interphase between layers.</summary>
    Film,
}

/// <summary>One layer of a cell.</summary>
public sealed record DrawnLayer
{
    /// <summary>Initializes a layer.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="thickness">Thickness [m], finite and above 0.</param>
    /// <param name="kind">What it is made of.</param>
    /// <exception cref="ArgumentException">The name is missing, or the thickness is not finite and above 0.</exception>
    public DrawnLayer(string name, double thickness, LayerKind kind)
    {
        Name = Require.Text(name, "the name of a drawn layer", "name its material");
        Thickness = thickness > 0.0 && double.IsFinite(thickness)
            ? thickness
            : throw new ArgumentException(FormattableString.Invariant(
                $"Layer '{name}' has the thickness {thickness} m; it must be finite and above 0 m."));
        Kind = kind;
    }

    /// <summary>Gets what the layer is.</summary>
    public string Name { get; }

    /// <summary>Gets the thickness [m].</summary>
    public double Thickness { get; }

    /// <summary>Gets what the layer is made of.</summary>
    public LayerKind Kind { get; }

    /// <summary>Gets a short remark under the thickness, such as the porosity; or empty.</summary>
    public string Remark { get; init; } = "";
}

/// <summary>
/// A cell drawn to scale from the negative (top) to the positive side. Where the thinnest layer is below 1/60 of the thickest,
/// thick layers are drawn broken and layers still too thin to be seen are widened; both are marked and said.
/// </summary>
/// <param name="Caption">What is drawn.</param>
/// <param name="Layers">The layers in order, at least one.</param>
public sealed record LayerDrawingBlock(string Caption, ImmutableArray<DrawnLayer> Layers) : Block
{
    /// <summary>Gets facts to show beside the drawing.</summary>
    public ImmutableArray<KeyValue> Facts { get; init; } = [];
}
