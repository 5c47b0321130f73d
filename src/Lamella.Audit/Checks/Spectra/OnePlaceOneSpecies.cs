using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Materials.Records;

namespace Lamella.Audit.Checks.Spectra;

/// <summary>A range of bands that is given to one group holds no band that is given to another.</summary>
internal sealed class OnePlaceOneSpecies() : Check(
    "one place, one species",
    "Is a range of bands of one material assigned to one group only?",
    "definition of an assignment")
{
    private static readonly string[] Quantities = ["ftir_peak", "raman_peak"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from quantity in Quantities
        from system in audit.Set.Of(quantity).Where(claim => Group(claim).Length > 0).GroupBy(audit.Set.Subject)
        from range in system.Where(claim => claim.Value.Qualifier == FactQualifier.Range)
        from other in system
        where other != range && Group(other) != Group(range) && range.Value.AsSetting().Overlaps(other.Value.AsSetting())
            && (other.Value.Qualifier != FactQualifier.Range || string.CompareOrdinal(range.Id, other.Id) < 0)
        select AuditCase.Missing(
            this,
            system.Key,
            $"bands of '{Text(range)}' ({range.Value}) lie apart from those of '{Text(other)}' ({other.Value})",
            "spectra of substances that have only one of the two groups",
            range,
            other);

    private static string Text(Claim claim) => (claim.At("assignment") ?? claim.At("assignment_printed"))?.Text ?? string.Empty;

    // The first word of an assignment names the group: 'PO4 3- vibrations' and 'PO4 bending' are one.
    private static string Group(Claim claim) => Text(claim).Split([' ', ',', '('], 2)[0];
}
