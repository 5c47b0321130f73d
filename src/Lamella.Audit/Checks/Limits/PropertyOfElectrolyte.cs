using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Limits;

/// <summary>Transference number, conductivity and activation energy of conduction belong to an electrolyte, not to the electrode beside it.</summary>
internal sealed class PropertyOfElectrolyte() : Check(
    "property of an electrolyte",
    "Is a property of the electrolyte stated of an electrolyte, not of an electrode?",
    "definition of the transport properties: J. Newman, K. E. Thomas-Alyea, Electrochemical Systems, 3rd ed. (2004), ch. 11")
{
    private static readonly string[] Bulk = ["li_transference_number", "ionic_conductivity", "salt_concentration"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from electrode in audit.Set.Of(Bulk).Where(claim => audit.Known.Find(audit.Set.System(claim.About).Material)?.Capacity is not null)
            .GroupBy(claim => (claim.Quantity, audit.Set.System(claim.About).Material))
        select AuditCase.Missing(
            this,
            string.Join(" and ", electrode.Select(audit.Set.Subject).Distinct()),
            $"{electrode.Key.Quantity.Replace('_', ' ')} belongs to the electrolyte, not to {electrode.Key.Material}",
            "the electrolyte, and the resistances of the interfaces during the measurement",
            [.. electrode]) with
        {
            Remark = electrode.Select(claim => claim.Value.Interval(0.0)).Distinct().Skip(1).Any()
                ? "Two electrodes beside one electrolyte are given two values of it." : string.Empty,
        };
}
