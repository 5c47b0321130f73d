using Lamella.Audit.Claims;
using Lamella.Audit.Closures;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Limits;

/// <summary>A solid that lithium reduces swells between the first and the last step of its products.</summary>
internal sealed class VolumeOfReaction() : Check(
    "volume of the products",
    "Does a swelling lie between the first and the last step of the reaction with lithium?",
    "molar volumes of the products; Y. Zhu, X. He, Y. Mo, ACS Appl. Mater. Interfaces 7 (2015) 23685, doi 10.1021/acsami.5b07517, for the products")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from swelling in audit.Set.Of("volume_expansion_ratio")
        let material = audit.Known.Find(audit.Set.System(swelling.About).Material) ?? audit.Known.FindAtBegin(swelling.About.Split(' ')[0])
        let ladder = VolumeLadder.Find(material?.Name)
        where ladder is not null && !swelling.About.Contains('@', StringComparison.Ordinal)
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(swelling),
            Relation = Relation.Equal,
            Words = "volume of the products / volume of the solid = swelling",
            Left = Side.Of(swelling, "swelling as stated"),
            Right = new Side($"first to last step of {material!.Name}", Unit.One, _ => new Interval(ladder.Steps[0].Ratio, ladder.Steps[^1].Ratio)),
            Claims = [swelling],
            Settles = "which products are there",
            Remark = ladder.Describe(swelling.Value.Interval(0.05).Middle),
        });
}
