using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core;
using Lamella.Materials.Electrodes;

namespace Lamella.Materials.OpenCircuit;

/// <summary>Solves F·c_max·Δx/ρ = q for c_max or for q, and guards the crystal's lithium sites.</summary>
internal readonly record struct CapacityBalance(
    double MaximumConcentration, double SpecificCapacity, bool IsRenormalised, bool ExceedsSites)
{
    /// <summary>One mAh/g in C/kg.</summary>
    private const double CoulombPerKilogram = 3600.0;

    internal static CapacityBalance Solve(
        ActiveMaterial material,
        double charged,
        double discharged,
        double? specificCapacity,
        ImmutableArray<string>.Builder notes)
    {
        double span = discharged - charged;
        return specificCapacity is double capacity
            ? FromCapacity(material, span, discharged, capacity, notes)
            : FromSites(material, span, discharged, notes);
    }

    private static CapacityBalance FromCapacity(
        ActiveMaterial material, double span, double discharged, double capacity, ImmutableArray<string>.Builder notes)
    {
        double sites = material.CrystallographicSites;
        double theoretical = PhysicalConstants.Faraday * sites / material.CrystalDensity;
        if (!(capacity > 0.0 && capacity <= theoretical))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"A reversible capacity of {capacity / CoulombPerKilogram:F2} mAh/g of {material.Name} "
                + $"is impossible: it must be above 0 and at most {theoretical / CoulombPerKilogram:F1} "
                + $"mAh/g, one lithium per formula unit. Check whether the capacity is per mass of "
                + $"active material."));
        }

        double maximum = capacity * material.CrystalDensity / (PhysicalConstants.Faraday * span);
        bool exceeds = maximum * discharged > sites;
        bool publishedExceeds = material.PublishedMaximumConcentration * discharged > sites;
        string beyond = publishedExceeds
            ? FormattableString.Invariant($", above the {sites:F0} lithium sites of the crystal")
            : string.Empty;
        notes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"c_max of {material.Name} is {maximum:F0} mol/m3, so that x = {discharged - span:F4} to {discharged:F4} "
            + $"holds {capacity / CoulombPerKilogram:F2} mAh/g "
            + $"(published with U(x): {material.PublishedMaximumConcentration:F0}{beyond})."));
        if (exceeds)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"c_max·x = {maximum * discharged:F0} mol/m3 at the lower cut-off exceeds the {sites:F0} "
                + $"lithium sites of {material.Name} by {100.0 * ((maximum * discharged / sites) - 1.0):F1} "
                + $"%: the published U(x) spans too few x between these cut-offs for this capacity. "
                + $"The lithium exchanged ({maximum * span:F0} mol/m3) is possible; x is read as the "
                + $"argument of U(x), not as an occupancy."));
        }

        return new CapacityBalance(maximum, capacity, publishedExceeds, exceeds);
    }

    private static CapacityBalance FromSites(
        ActiveMaterial material, double span, double discharged, ImmutableArray<string>.Builder notes)
    {
        double sites = material.CrystallographicSites;
        double published = material.PublishedMaximumConcentration;
        bool exceeds = published * discharged > sites;
        double maximum = exceeds ? sites / discharged : published;
        double capacity = PhysicalConstants.Faraday * maximum * span / material.CrystalDensity;
        if (exceeds)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The published c_max of {material.Name}, {published:F0} mol/m3, puts {published * discharged:F0} "
                + $"mol/m3 of lithium into a crystal with {sites:F0} sites: a fit artefact. It is renormalised "
                + $"to {maximum:F0} mol/m3 (host full at x = {discharged:F4})."));
        }

        notes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"No reversible capacity is stated for {material.Name}: {capacity / CoulombPerKilogram:F1} "
            + $"mAh/g follows from c_max = {maximum:F0} mol/m3 between the cut-offs."));
        return new CapacityBalance(maximum, capacity, exceeds, ExceedsSites: false);
    }
}
