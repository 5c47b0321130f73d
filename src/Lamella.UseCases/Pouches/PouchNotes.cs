using System.Collections.Immutable;
using Lamella.Energy.Claims;
using Lamella.UseCases.Designs;

namespace Lamella.UseCases.Pouches;

/// <summary>What stands beside a verdict, in sentences: what is missing or assumed, what would settle it.</summary>
public static class PouchNotes
{
    /// <summary>Writes the notes of a result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The sentences; none where there is nothing to say.</returns>
    public static ImmutableArray<string> Of(PouchAuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var notes = ImmutableArray.CreateBuilder<string>();
        if (!result.Missing.IsEmpty)
        {
            notes.Add($"Missing: {string.Join("; ", result.Missing)}. With it the verdict could be given.");
        }

        if (result is { Ceiling: { } ceiling, Standard: null })
        {
            notes.Add(FormattableString.Invariant(
                $"Coating{(result.Claim.Electrolyte is null ? " alone allows" : " and electrolyte alone allow")} at most {ceiling / DesignUnits.WattHourPerKilogram:F0} Wh/kg, of which the claim is {100.0 * result.Claim.Energy / ceiling:F0} %."));
        }

        if (!result.Assumed.IsEmpty)
        {
            notes.Add($"Not stated{(result.Missing.IsEmpty ? ", assumed by the budgets" : " either")}: {string.Join(", ", result.Assumed)}.");
        }

        if (result.Verdict is PouchVerdict.NotReproducible or PouchVerdict.OnlyWithoutPackaging)
        {
            AddShortfall(notes, result);
        }

        if (result.ImpliedDensity is { } density)
        {
            notes.Add(FormattableString.Invariant($"The claims per mass and per volume imply {density / 1000.0:F2} kg/L."));
        }

        if (result.Elsewhere is { Standard: { } standard, Favourable: { } favourable } other)
        {
            notes.Add(FormattableString.Invariant(
                $"With what {other.Claim.Place} says: {standard / DesignUnits.WattHourPerKilogram:F0} to {favourable / DesignUnits.WattHourPerKilogram:F0} Wh/kg, {other.Verdict.Text()}."));
        }

        return notes.ToImmutable();
    }

    private static void AddShortfall(ImmutableArray<string>.Builder notes, PouchAuditResult result)
    {
        if (result.NeededArealCapacity is { } needed && result.Coating is { } coating)
        {
            notes.Add(FormattableString.Invariant(
                $"The favourable budget needs {needed / DesignUnits.MilliampereHourPerSquareCentimetre:F2} mAh/cm2, {needed / coating / 3600.0:F0} mAh per g of coating."));
        }

        if (result.LeftForTheRest is { } left)
        {
            notes.Add(FormattableString.Invariant(
                $"The claim leaves {100.0 * left:F1} mg/cm2 for collectors, separator and packaging beside coating, electrolyte and lithium."));
        }
    }
}
