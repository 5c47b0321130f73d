using System.Collections.Immutable;

namespace Lamella.Analysis.Plating;

/// <summary>Looks for shorts from one half cycle to the next.</summary>
/// <remarks>
/// <para>A half cycle counts as shorted where its voltage fell by <see cref="PlatingOptions.ShortDrop"/>: inside it, against the sound half cycle
/// before it (in proportion to the current where that fell; a rising current never lowers an overpotential), or against the polarisation of
/// the sound cell. Noise and loss of rectification count together. Slow decay from cycle to cycle, as surfaces grow rough, is no drop.</para>
/// <para>That a detector of V → 0 alone reports a critical current far too high: Counihan et al., Joule 8 (2024) 64,
/// doi 10.1016/j.joule.2023.11.007, and the worked example of docs/explanation/plating.md.</para>
/// </remarks>
internal sealed class ShortDetector(PlatingOptions options)
{
    private const double NoisyTimes = 5.0;
    private const double NoisyShare = 0.002; // of the overpotential: noise below it matters nowhere
    private const double LeastTransience = 0.03;
    private const double FlatShare = 0.25;
    private const double Significant = 6.0; // standard deviations of the voltage

    private readonly List<HalfCycleRecord> sound = [];
    private readonly List<ShortFinding> found = [];

    /// <summary>Goes through the half cycles.</summary>
    internal ImmutableArray<ShortFinding> Find(ImmutableArray<HalfCycleRecord> halves)
    {
        foreach (HalfCycleRecord half in halves)
        {
            ImmutableArray<EvidenceItem> evidence = [.. Evidence(half)];
            bool hasVoltage = evidence.Any(item => item.Kind is ShortEvidence.VoltageDrop or ShortEvidence.BelowPolarisation);
            if (sound.Count > 0 && (hasVoltage || evidence.Length >= 2))
            {
                double before = Reference(half).AreaResistance, after = After(half);
                found.Add(new ShortFinding
                {
                    Kind = after < options.HardShare * before ? ShortKind.Hard : ShortKind.Soft,
                    HalfCycle = half.Number,
                    Time = half.Drop > options.ShortDrop * half.Largest ? half.DropTime : half.Start,
                    Evidence = evidence,
                    ResistanceBefore = before,
                    ResistanceAfter = after,
                });
            }
            else if (half.Plateau > 0.0)
            {
                sound.Add(half);
            }
        }

        int lastSound = sound.Count > 0 ? sound[^1].Number : 0;
        return [.. found.Select(finding => finding with { Recovers = finding.HalfCycle < lastSound })];
    }

    // What a half cycle that shorted on its way has left is read at its end.
    private double After(HalfCycleRecord half) =>
        half.Drop > options.ShortDrop * half.Largest ? half.Final / half.CurrentDensity : half.AreaResistance;

    private IEnumerable<EvidenceItem> Evidence(HalfCycleRecord half)
    {
        static EvidenceItem Item(ShortEvidence kind, FormattableString text) => new(kind, FormattableString.Invariant(text));
        double significant = Significant * half.Noise;
        double before = half.Drop + half.Final;
        bool isNucleation = half.Drop <= half.FrontArc * (1.0 + 1e-9) && half.DropTime < half.Start + (0.25 * half.Duration);
        if (half.Drop > Math.Max(significant, options.ShortDrop * Math.Max(before, half.Largest)) && !isNucleation)
        {
            yield return Item(ShortEvidence.VoltageDrop, $"within the half cycle the overpotential fell by {1e3 * half.Drop:G3} mV for good, to {1e3 * half.Final:G3} mV");
        }

        if (sound.Count == 0)
        {
            yield break;
        }

        HalfCycleRecord reference = Reference(half);
        double expected = reference.Plateau * Math.Min(1.0, half.CurrentDensity / reference.CurrentDensity);

        // A voltage far on the wrong side of zero is a spoilt sample or another cell: a short leaves none.
        bool isWrongSide = half.Plateau < -expected;
        if (isWrongSide)
        {
            yield break;
        }

        if (half.Plateau < (1.0 - options.ShortDrop) * expected && expected - half.Plateau > significant)
        {
            yield return Item(ShortEvidence.VoltageDrop, $"the plateau is {1e3 * half.Plateau:G3} mV at {0.1 * half.CurrentDensity:G3} mA/cm² after {1e3 * reference.Plateau:G3} mV at {0.1 * reference.CurrentDensity:G3} mA/cm² in half cycle {reference.Number}");
        }

        if (options.Cell == PlatingCell.Symmetric && PolarisationLaw.Fit(sound, options.Temperature) is { } law
            && half.Plateau < (1.0 - options.ShortDrop) * law.At(half.CurrentDensity))
        {
            yield return Item(ShortEvidence.BelowPolarisation, $"the sound half cycles give {1e3 * law.At(half.CurrentDensity):G3} mV at this current; {1e3 * half.Plateau:G3} mV were measured");
        }

        double quiet = Median(sound.Select(item => item.Noise));
        if (half.Noise > NoisyTimes * quiet && half.Noise > NoisyShare * Math.Max(half.Plateau, 0.0) && quiet > 0.0)
        {
            yield return Item(ShortEvidence.Noise, $"the noise is {1e3 * half.Noise:G2} mV after {1e3 * quiet:G2} mV");
        }

        HalfCycleRecord[] alike = [.. sound.Where(item => item.Polarity == half.Polarity)];
        double usual = alike.Length > 0 ? Median(alike.Select(item => item.Transience)) : 0.0;
        if (usual > LeastTransience && half.Transience < FlatShare * usual)
        {
            yield return Item(ShortEvidence.LossOfRectification, $"the overpotential changes by {100.0 * half.Transience:G2} % within the half cycle after {100.0 * usual:G2} %: the cell answers like a resistor");
        }
    }

    /// <summary>Returns the last sound half cycle of the same polarity, else the last one.</summary>
    private HalfCycleRecord Reference(HalfCycleRecord half) => sound.LastOrDefault(item => item.Polarity == half.Polarity) ?? sound[^1];

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
