using Lamella.Audit.Characteristics;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>One species has one photoelectron line of a level (two where spin and orbit couple) and one band of a vibration, wherever it is reported.</summary>
/// <remarks>
/// A group may vibrate in several modes under one name, as the split asymmetric stretch of a phosphate: bands that all lie in the known
/// range are not asked about, and bands beyond it stay open here; that a band lies outside is the matter of another rule.
/// </remarks>
internal sealed class OneSpeciesOneLine() : Check(
    "one species, one line",
    "Do all lines that are assigned to one species and level, or one vibration, lie at one place?",
    "definition of an assignment; resolution and charge referencing: D. R. Baer et al., J. Vac. Sci. Technol. A 37 (2019) 031401, doi 10.1116/1.5065501")
{
    private static readonly string[] Quantities = ["xps_peak", "raman_peak", "ftir_peak"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from quantity in Quantities
        from family in audit.Set.Of(quantity).Where(claim => claim.Value.IsNumber && Label(claim).Length > 0)
            .GroupBy(claim => (Subject: audit.Set.Subject(claim), Label: Label(claim)))
        let lines = family.OrderBy(claim => claim.Value.Interval(0.0).Middle).ToArray()
        where lines.Length > 1 && lines.DistinctBy(line => line.Value.Interval(0.0).Middle).Count() > Bands(audit, quantity, family.Key.Label)
            && !AreModes(audit, quantity, family.Key.Label, lines)
        select audit.Ask(this, Pose(quantity, family.Key.Subject, family.Key.Label, lines));

    // Some groups show several bands side by side, and a p, d or f level without its momentum shows both.
    private static int Bands(AuditCase audit, string quantity, string label) =>
        Math.Max(Known(audit, quantity, label)?.Bands ?? 1, quantity == "xps_peak" && IsDoublet(label) ? 2 : 1);

    private static bool IsDoublet(string label)
    {
        string level = label.Split(':')[0].TrimEnd();
        return level.Length > 1 && level[^1] is 'p' or 'd' or 'f' && char.IsAsciiDigit(level[^2]);
    }

    private static bool AreModes(AuditCase audit, string quantity, string label, Claim[] lines) =>
        quantity != "xps_peak" && Known(audit, quantity, label) is { } known && lines.All(line => known.Range.Contains(line.Value.Interval(0.0).Middle));

    private static CharacteristicLine? Known(AuditCase audit, string quantity, string label) => audit.Known.Lines
        .FirstOrDefault(line => line.Technique == quantity && label.StartsWith(line.Label, StringComparison.OrdinalIgnoreCase));

    private static string Label(Claim claim)
    {
        string assignment = (claim.At("assignment") ?? claim.At("assignment_printed"))?.Text ?? string.Empty;
        int end = assignment.IndexOf('(', StringComparison.Ordinal);
        string plain = (end > 0 ? assignment[..end] : assignment).Trim();
        if (plain.Contains('/', StringComparison.Ordinal) || plain.Contains(',', StringComparison.Ordinal))
        {
            return string.Empty; // several species share the label
        }

        return plain.Length > 0 && claim.At("core_level") is { } level ? $"{level.Text}: {plain}" : plain;
    }

    private static Question Pose(string quantity, string about, string label, Claim[] lines)
    {
        string repeat = quantity == "xps_peak" ? UsualAssumptions.BindingEnergyRepeat : UsualAssumptions.BandRepeat;
        Unit unit = lines[0].Value.Unit;
        return new Question
        {
            About = about,
            Relation = Relation.Equal,
            Words = $"every line of '{label}' lies at one place",
            Left = new Side($"lowest line, {lines[0].Id}", unit, values => Widened(lines[0], values)),
            Right = new Side($"highest line, {lines[^1].Id}", unit, values => Widened(lines[^1], values)),
            Claims = [.. lines],
            Assumptions = [repeat],
            Settles = quantity == "xps_peak" ? "a fit with one line per species, and the reference of the energy scale" : "which mode each band belongs to",
            IsRuleOfExperience = quantity != "xps_peak",
        };

        Interval Widened(Claim claim, AssumptionValues values)
        {
            double half = 0.5 * values.InSi(repeat);
            Interval line = claim.Value.Interval(values.About);
            return new Interval(line.Low - half, line.High + half);
        }
    }
}
