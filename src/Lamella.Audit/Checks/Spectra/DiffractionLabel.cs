using Lamella.Audit.Characteristics;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Spectra;

/// <summary>A reflection that is assigned to a phase must be one that the lattice of the phase gives.</summary>
internal sealed class DiffractionLabel() : Check(
    "label of a reflection",
    "Does the lattice of the named phase give a reflection at the stated angle?",
    "Bragg's law with the lattice parameters of data/audit/materials.yaml, Cu Kα1 1.5405929 Å unless the claim states a wavelength")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from peak in audit.Set.Of("xrd_peak")
        let label = (peak.At("assignment") ?? peak.At("assignment_printed"))?.Text
        where label is not null
        let phase = audit.Known.FindAtBegin(label)
        where phase?.Lattice is not null && phase.Reflections.Length > 0
        select Wavelength(peak) is { } wavelength && Forms(audit, phase).Any(form => Angles(form, wavelength).Any())
            ? audit.Ask(this, Pose(audit, peak, phase, wavelength))
            : AuditCase.Missing(this, peak.About, $"stated angle = nearest reflection of {phase.Name}", "a 'wavelength' of the radiation under 'at' at which the phase diffracts", peak);

    // Powder patterns that name no radiation were taken with copper; of any other radiation the wavelength must be stated.
    private static double? Wavelength(Claim peak) => peak.Value("wavelength") is { Low: > 0.0 } stated ? stated.Middle
        : peak.At("radiation")?.Text.Contains("Cu", StringComparison.OrdinalIgnoreCase) == false ? null
        : Lattice.CopperWavelength;

    private static Question Pose(AuditCase audit, Claim peak, KnownMaterialRecord phase, double wavelength)
    {
        double stated = peak.Value.Interval(0.0).Middle;
        double nearest = Forms(audit, phase).SelectMany(form => Angles(form, wavelength)).MinBy(angle => Math.Abs(angle - stated));
        return new Question
        {
            About = peak.About,
            Relation = Relation.Equal,
            Words = $"stated angle = nearest reflection of {phase.Name}",
            Left = Side.Of(peak, $"{peak.Id} as stated"),
            Right = new Side($"nearest reflection of {phase.Name}", peak.Value.Unit, values => Interval.Around(nearest, values.InSi(UsualAssumptions.ReflectionRepeat))),
            Claims = [peak],
            Assumptions = [UsualAssumptions.ReflectionRepeat],
            Settles = "the whole pattern, refined with both phases",
            Remark = Better(audit, stated, phase, wavelength),
        };
    }

    // All forms of a substance: 'TiO2 anatase' is one of TiO2.
    private static IEnumerable<KnownMaterialRecord> Forms(AuditCase audit, KnownMaterialRecord phase) => audit.Known.Materials.Where(other =>
        other.Lattice is not null && other.Reflections.Length > 0 && (other == phase || other.Name.StartsWith(phase.Name + " ", StringComparison.Ordinal)));

    private static IEnumerable<double> Angles(KnownMaterialRecord phase, double wavelength) => phase.Reflections
        .Select(reflection => phase.Lattice!.Angle(reflection.H, reflection.K, reflection.L, wavelength)).Where(double.IsFinite);

    private static string Better(AuditCase audit, double stated, KnownMaterialRecord phase, double wavelength)
    {
        double tolerance = audit.Set.Assumptions.Get(UsualAssumptions.ReflectionRepeat).High * Math.PI / 180.0;
        string[] others =
        [
            .. audit.Known.Materials.Where(other => !Forms(audit, phase).Contains(other) && other.Lattice is not null && other.Reflections.Length > 0
                && Angles(other, wavelength).Any(angle => Math.Abs(angle - stated) <= tolerance)).Select(other => other.Name),
        ];
        return others.Length == 0 ? string.Empty : $"A reflection of {string.Join(", ", others)} lies there.";
    }
}
