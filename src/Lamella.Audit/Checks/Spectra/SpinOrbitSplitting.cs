using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Spectra;

/// <summary>The two lines of a photoelectron level have a distance that hardly depends on the compound.</summary>
internal sealed class SpinOrbitSplitting() : Check(
    "splitting of a level",
    "Do the two lines of a level have the known distance?",
    "splittings of data/audit/materials.yaml, each with its source")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from splitting in audit.Known.Splittings
        from lines in audit.Set.Of("xps_peak").Where(claim => claim.Value.IsNumber && claim.At("core_level")?.Text.StartsWith(splitting.Level, StringComparison.Ordinal) == true)
            .GroupBy(claim => (Subject: audit.Set.Subject(claim), State: claim.At("assignment")?.Text ?? string.Empty))
        let sorted = lines.OrderBy(claim => claim.Value.Interval(0.0).Middle).ToArray()
        where sorted.Length == 2 && sorted[0].At("core_level")!.Text != sorted[1].At("core_level")!.Text
        select audit.Ask(this, new Question
        {
            About = lines.Key.Subject,
            Relation = Relation.Equal,
            Words = $"distance of the two lines of {splitting.Level} = known splitting",
            Left = new Side("distance of the two lines", Unit.Parse("eV"), values => sorted[1].Value.Interval(values.About) - sorted[0].Value.Interval(values.About)),
            Right = new Side($"known splitting of {splitting.Level}", Unit.Parse("eV"), values => splitting.Range + Interval.Around(0.0, 0.5 * values.InSi(UsualAssumptions.BindingEnergyRepeat))),
            Claims = [.. sorted],
            Assumptions = [UsualAssumptions.BindingEnergyRepeat],
            Settles = "the fitted spectrum with its constraints",
        });
}
