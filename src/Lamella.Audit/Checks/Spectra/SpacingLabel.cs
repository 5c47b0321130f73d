using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Spectra;

/// <summary>A distance of planes that is assigned to a phase must be one that its lattice has.</summary>
internal sealed partial class SpacingLabel() : Check(
    "label of a spacing",
    "Does the lattice of the named phase have planes at the stated distance?",
    "lattice parameters of data/audit/materials.yaml")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from spacing in audit.Set.Of("lattice_spacing")
        let label = (spacing.At("assignment") ?? spacing.At("assignment_printed"))?.Text
        where label is not null
        let phase = audit.Known.FindAtBegin(label)
        where phase?.Lattice is not null
        let planes = Planes().Match(label)
        where planes.Success
        let distance = phase.Lattice!.Spacing(Index(planes, 1), Index(planes, 2), Index(planes, 3))
        select audit.Ask(this, new Question
        {
            About = spacing.About,
            Relation = Relation.Equal,
            Words = $"stated distance = distance of {planes.Value} in {phase.Name}",
            Left = Side.Of(spacing, $"{spacing.Id} as stated"),
            Right = new Side($"{planes.Value} of {phase.Name}", spacing.Value.Unit, _ => Interval.Exactly(distance).Widened(0.015)),
            Claims = [spacing],
            Settles = "several families of planes and their angles",
        });

    private static int Index(Match planes, int group) => int.Parse(planes.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\((\d) ?(\d) ?(\d)\)")]
    private static partial Regex Planes();
}
