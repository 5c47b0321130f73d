using Lamella.Audit.Characteristics;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Spectra;

/// <summary>A band or line must lie where its group or species is known to lie.</summary>
internal sealed class CharacteristicRange() : Check(
    "place of a band",
    "Does a band or line lie where the group or species that it is assigned to is known?",
    "tables of characteristic frequencies and binding energies in data/audit/materials.yaml, each with its source")
{
    private static readonly string[] Quantities = ["ftir_peak", "raman_peak", "xps_peak"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from peak in audit.Set.Of(Quantities)
        where peak.Value.IsNumber
        let label = Label(peak)
        where label.Length > 0
        let line = audit.Known.Lines.FirstOrDefault(line => line.Technique == peak.Quantity && label.StartsWith(line.Label, StringComparison.OrdinalIgnoreCase))
        where line is not null
        select audit.Ask(this, Pose(audit, peak, line));

    private static string Label(Claim peak)
    {
        string assignment = (peak.At("assignment") ?? peak.At("assignment_printed"))?.Text ?? string.Empty;
        string[] level = peak.At("core_level")?.Text.Split(' ') ?? [];
        return assignment.Length > 0 && level.Length > 1 ? $"{level[0]} {level[1]}: {assignment}" : assignment;
    }

    private static Question Pose(AuditCase audit, Claim peak, CharacteristicLine line)
    {
        string repeat = peak.Quantity == "xps_peak" ? UsualAssumptions.BindingEnergyRepeat : UsualAssumptions.BandRepeat;
        double stated = peak.Value.Interval(0.0).Middle;
        string[] others = [.. audit.Known.Lines.Where(other => other.Technique == peak.Quantity && other != line && other.Range.Contains(stated)
            && (peak.Quantity != "xps_peak" || other.Label.Split(':')[0] == line.Label.Split(':')[0])).Select(other => other.Label)];
        return new Question
        {
            About = peak.About,
            Relation = Relation.Equal,
            Words = $"place of the band = known range of '{line.Label}'",
            Left = Side.Of(peak, $"{peak.Id} as stated"),
            Right = new Side($"known range of '{line.Label}'", peak.Value.Unit, values =>
                line.Range + Interval.Around(0.0, values.InSi(repeat))),
            Claims = [peak],
            Assumptions = [repeat],
            Settles = "a reference spectrum of the species",
            Remark = others.Length == 0 ? string.Empty : $"In the range of {string.Join(", ", others)}.",
        };
    }
}
