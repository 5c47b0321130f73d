using System.Collections.Immutable;
using Lamella.Materials.Electrodes;

namespace Lamella.Materials.OpenCircuit;

/// <summary>The stoichiometries between two cut-offs and the c_max that makes them hold the stated capacity.</summary>
/// <remarks>
/// <para>Balance: F·c_max·(x_discharged − x_charged)/ρ = q, with q the specific reversible capacity.</para>
/// <para>
/// Published c_max values are fits of whole cells: some exceed the lithium sites of the crystal (63 104 of Chen2020
/// against 49 137 mol/m³). Mixed with a capacity per mass they would double-count lithium, so c_max always follows from the
/// balance, and x keeps only its role as the argument of U(x).
/// </para>
/// </remarks>
public sealed record StoichiometryWindow
{
    private ImmutableArray<string> _searchNotes = [];

    /// <summary>Gets x at the upper cut-off [–].</summary>
    public required double Charged { get; init; }

    /// <summary>Gets x at the lower cut-off [–].</summary>
    public required double Discharged { get; init; }

    /// <summary>Gets the effective c_max, lithium per particle volume at x = 1 of U(x) [mol/m³].</summary>
    public required double MaximumConcentration { get; init; }

    /// <summary>Gets the reversible capacity per mass of active material [C/kg]; 3600 C/kg is 1 mAh/g.</summary>
    public required double SpecificCapacity { get; init; }

    /// <summary>Gets a value indicating whether c_max differs from the published one because of the site limit.</summary>
    public required bool IsRenormalised { get; init; }

    /// <summary>Gets a value indicating whether c_max·x exceeds the sites at the lower cut-off, so that x is no occupancy.</summary>
    public required bool ExceedsSites { get; init; }

    /// <summary>Gets a value indicating whether U(x) is used outside its fitted range.</summary>
    public required bool IsExtrapolated { get; init; }

    /// <summary>Gets what was done, in sentences for the list of warnings.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Finds the window.</summary>
    /// <param name="material">The active material.</param>
    /// <param name="lowerCutOff">Lower cut-off of the half-cell against lithium [V].</param>
    /// <param name="upperCutOff">Upper cut-off of the half-cell against lithium [V].</param>
    /// <param name="temperature">T [K].</param>
    /// <param name="specificCapacity">
    /// q per mass of active material [C/kg], or null for what the crystal's sites and the published c_max allow.
    /// </param>
    /// <returns>The window.</returns>
    /// <exception cref="ArgumentException">
    /// The cut-offs are in the wrong order, U(x) does not reach one of them or does not fall between them, or the capacity
    /// exceeds what the crystal can exchange.
    /// </exception>
    public static StoichiometryWindow Find(
        ActiveMaterial material,
        double lowerCutOff,
        double upperCutOff,
        double temperature,
        double? specificCapacity = null)
    {
        ArgumentNullException.ThrowIfNull(material);
        ImmutableArray<string>.Builder notes = ImmutableArray.CreateBuilder<string>();
        CutOffSearch search = new(material, temperature, notes);
        (double charged, double discharged) = search.Find(lowerCutOff, upperCutOff);
        bool extrapolated = search.NoteExtrapolation(charged, discharged);
        return Balance(material, charged, discharged, extrapolated, notes.ToImmutable(), specificCapacity);
    }

    /// <summary>Returns the window with another capacity; the stoichiometries at the cut-offs do not depend on it.</summary>
    /// <param name="material">The material for which the window was found.</param>
    /// <param name="specificCapacity">q per mass of active material [C/kg], or null as for <see cref="Find"/>.</param>
    /// <returns>What <see cref="Find"/> gives for that capacity, without searching again.</returns>
    /// <exception cref="ArgumentException">The capacity exceeds what the crystal can exchange.</exception>
    public StoichiometryWindow WithCapacity(ActiveMaterial material, double? specificCapacity)
    {
        ArgumentNullException.ThrowIfNull(material);
        return Balance(material, Charged, Discharged, IsExtrapolated, _searchNotes, specificCapacity);
    }

    private static StoichiometryWindow Balance(
        ActiveMaterial material,
        double charged,
        double discharged,
        bool extrapolated,
        ImmutableArray<string> searchNotes,
        double? specificCapacity)
    {
        ImmutableArray<string>.Builder notes = searchNotes.ToBuilder();
        CapacityBalance balance = CapacityBalance.Solve(material, charged, discharged, specificCapacity, notes);
        return new StoichiometryWindow
        {
            Charged = charged,
            Discharged = discharged,
            MaximumConcentration = balance.MaximumConcentration,
            SpecificCapacity = balance.SpecificCapacity,
            IsRenormalised = balance.IsRenormalised,
            ExceedsSites = balance.ExceedsSites,
            IsExtrapolated = extrapolated,
            Notes = notes.ToImmutable(),
            _searchNotes = searchNotes,
        };
    }
}
