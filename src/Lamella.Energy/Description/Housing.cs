using System.Collections.Immutable;

namespace Lamella.Energy.Description;

/// <summary>What encloses the stack.</summary>
public abstract record Housing
{
    private protected Housing()
    {
    }
}

/// <summary>A pouch of laminate with two tabs.</summary>
public sealed record PouchHousing : Housing
{
    /// <summary>Gets the thickness of the laminate [m].</summary>
    public required double LaminateThickness { get; init; }

    /// <summary>Gets the mass of the laminate per area [kg/m²].</summary>
    public required double LaminateMass { get; init; }

    /// <summary>Gets the seal at the two sides and at the bottom, beyond the stack [m].</summary>
    public required double SealMargin { get; init; }

    /// <summary>Gets the seal on the side of the tabs, beyond the stack [m].</summary>
    public required double Terrace { get; init; }

    /// <summary>Gets a value indicating whether the side seals are folded against the body, so that they add no width.</summary>
    public bool HasFoldedSides { get; init; }

    /// <summary>Gets the tab of the cathode, or null for none.</summary>
    public TabDesign? PositiveTab { get; init; }

    /// <summary>Gets the tab of the anode, or null for none.</summary>
    public TabDesign? NegativeTab { get; init; }

    /// <summary>Gets the mass of tapes and sealants [kg].</summary>
    public double TapeMass { get; init; }
}

/// <summary>A tab of a pouch.</summary>
/// <param name="Material">Its name in results.</param>
/// <param name="Width">Width [m].</param>
/// <param name="Length">Length, inside and outside the seal [m].</param>
/// <param name="Thickness">Thickness [m].</param>
/// <param name="Density">Density [kg/m³].</param>
public sealed record TabDesign(string Material, double Width, double Length, double Thickness, double Density)
{
    /// <summary>Gets the mass [kg].</summary>
    public double Mass => Width * Length * Thickness * Density;
}

/// <summary>A coin cell of named parts.</summary>
/// <param name="Diameter">Outer diameter [m].</param>
/// <param name="Height">Outer height [m].</param>
/// <param name="Parts">Can, cap, spring, spacers, gasket.</param>
public sealed record CoinHousing(double Diameter, double Height, ImmutableArray<CoinPart> Parts) : Housing;

/// <summary>A part of a coin cell.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mass">Mass [kg].</param>
/// <param name="Thickness">What it takes of the height of the closed cell [m]; 0 where not stated.</param>
public sealed record CoinPart(string Name, double Mass, double Thickness);
