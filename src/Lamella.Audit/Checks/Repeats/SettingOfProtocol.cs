using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Materials.Records;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>A setting that a protocol states in two places is one setting: a range is not its lower end.</summary>
internal sealed class SettingOfProtocol() : Check(
    "setting of a protocol",
    "Is a setting of one protocol the same wherever it is stated?",
    "identity of the protocol")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from protocol in audit.Set.Claims.Where(claim => claim.Kind == "protocol" && claim.Value.Qualifier is FactQualifier.Exact or FactQualifier.Range)
            .GroupBy(claim => (Subject: audit.Set.Subject(claim), claim.Quantity))
        from pair in protocol.ToArray().Pairs()
        where pair.First.Place != pair.Second.Place && pair.First.Agrees(pair.Second)
            && pair.First.Value.Unit.Dimension == pair.Second.Value.Unit.Dimension && Ends(pair.First) != Ends(pair.Second)
        select AuditCase.Missing(
            this,
            protocol.Key.Subject,
            $"{protocol.Key.Quantity.Replace('_', ' ')}: {pair.First.Value} ({pair.First.Place}) = {pair.Second.Value} ({pair.Second.Place})",
            "which of the two was set",
            pair.First,
            pair.Second);

    private static (double Low, double High) Ends(Claim claim)
    {
        Interval setting = claim.Value.AsSetting();
        return (Math.Round(setting.Low, 9), Math.Round(setting.High, 9));
    }
}
