using System.Collections.Immutable;
using Lamella.Cells.Protocols;
using Lamella.Core.Quantities;
using Lamella.Materials.Records;

namespace Lamella.Studies.Experiments;

/// <summary>Compares the conditions of a fact with those that are simulated.</summary>
internal static class ConditionCheck
{
    private const double SameShare = 1e-6;

    internal static ImmutableArray<string> Compare(PublishedFact fact, double temperature, CurrentLoad? load)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        if (fact.Conditions.Temperature is { } measured && Math.Abs(measured - temperature) > 0.01)
        {
            found.Add(FormattableString.Invariant(
                $"{fact.Id} was measured at {measured - 273.15:G5} degC but is simulated at {temperature - 273.15:G5} degC."));
        }

        bool isRate = load?.Stated.Dimension.Kind == QuantityKind.CRate;
        if (isRate && fact.Conditions.CRate is { } rate && Differ(rate, load!.Stated.InSi))
        {
            found.Add(FormattableString.Invariant($"{fact.Id} was measured at {rate}C but is simulated at {load}."));
        }

        bool isDensity = load is not null && load.Stated.Dimension == Dimension.Of("A/m2");
        if (isDensity && fact.Conditions.CurrentDensity is { } density && Differ(density, load!.Stated.InSi))
        {
            found.Add(FormattableString.Invariant($"{fact.Id} was measured at {density / 10.0:G6} mA/cm2 but is simulated at {load}."));
        }

        return found.ToImmutable();
    }

    private static bool Differ(double a, double b) => Math.Abs(a - b) > SameShare * Math.Abs(a);
}
