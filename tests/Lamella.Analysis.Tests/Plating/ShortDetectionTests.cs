using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using Lamella.Analysis.Plating;
using Lamella.Analysis.Tests.Common;
using Lamella.Core.Measurements;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Plating;

public sealed class ShortDetectionTests
{
    private static readonly PlatingOptions Options = new() { Area = 1e-4 };

    [Fact]
    [Trait("Level", "reference")]
    public void Run_WorkedExample_FindsTheShortsThatAVanishingVoltageMisses()
    {
        JsonElement expected = FormulaCases.Expected("CCD").GetProperty("expected");
        double[][] columns = FormulaCases.Columns("ccd_ramp.csv", 3);

        PlatingResult result = PlatingAnalysis.Run(
            [Records.Series(Enumerable.Range(0, columns[0].Length).Select(i => (columns[0][i], 1e-3 * columns[1][i], columns[2][i])))], [], Options);

        CriticalCurrentResult critical = result.Critical.ShouldNotBeNull();
        (0.1 * critical.Critical).ShouldBe(expected.Number("CCD_conservative (highest j with both half cycles clean)"), 1e-9);
        (0.1 * critical.HighestSoundHalfCycle).ShouldBe(expected.Number("last_clean_j"), 1e-9);
        (0.1 * critical.FirstFailing!.Value).ShouldBe(expected.Number("soft_short_first_seen", "j"), 1e-9);
        critical.FailingPolarity.ShouldBe(-1);
        (0.1 * critical.HardShort!.Value).ShouldBe(expected.Number("hard_short_j"), 1e-9);
        (critical.ArealCharge / 3.6e4).ShouldBe(0.25, 1e-3); // 0.5 h per half cycle at 0.5 mA/cm²
        ShortFinding first = result.FirstShort!;
        first.Kind.ShouldBe(ShortKind.Soft);
        first.HalfCycle.ShouldBe(22);
        (1e4 * first.ResistanceBefore!.Value).ShouldBe(322.0, 3.0);
        (1e4 * first.ResistanceAfter!.Value).ShouldBe(68.0, 1.0);
        first.Evidence.Select(item => item.Kind).Distinct().ShouldBe(
            [ShortEvidence.VoltageDrop, ShortEvidence.BelowPolarisation, ShortEvidence.Noise], ignoreOrder: true);
        result.Shorts.Length.ShouldBe(40 - 21);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_DropInsideAHalfCycle_GivesItsTime()
    {
        TimeSeries series = Ramp(5, (k, positive, share, eta) => k == 3 && !positive && share >= 0.6 ? 0.2 * eta : k > 3 ? 0.2 * eta : eta, 1e-4);

        ShortFinding first = PlatingAnalysis.Run([series], [], Options).FirstShort!;

        first.HalfCycle.ShouldBe(8);
        first.Time!.Value.ShouldBe((7 * 1800.0) + (0.6 * 1800.0), 31.0); // one interval of sampling
        first.Evidence[0].Kind.ShouldBe(ShortEvidence.VoltageDrop);
        first.Recovers.ShouldBeFalse();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_NoiseAndFlatAnswer_IsAShortWithoutADrop()
    {
        var generator = new SeededGenerator(4);
        TimeSeries series = Records.HalfCycles(Enumerable.Range(0, 12).Select(k =>
        {
            int sign = k % 2 == 0 ? 1 : -1;
            bool shorted = k >= 8;
            return (sign * 5e-4, 1800.0, new Func<double, double>(x =>
                sign * ((shorted ? 0.085 : 0.1 + (0.03 * Math.Exp(-x / 0.05)) + (0.02 * x)) + ((shorted ? 1e-3 : 1e-4) * generator.NextNormal()))));
        }));

        ShortFinding first = PlatingAnalysis.Run([series], [], Options).FirstShort!;

        first.HalfCycle.ShouldBe(9);
        first.Evidence.Select(item => item.Kind).ShouldBe([ShortEvidence.Noise, ShortEvidence.LossOfRectification]);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_CellsThatOnlyChangeSlowly_AreSound()
    {
        // Kinetics bends the voltage towards high currents, nucleation falls off, surfaces grow: none of it is a short.
        Func<int, bool, double, double, double> nucleation = (k, _, share, eta) => eta * (1.0 + (k == 0 ? 0.8 * Math.Exp(-share / 0.03) : 0.1 * share));
        PlatingAnalysis.Run([Ramp(12, nucleation, 1e-4)], [], Options).Shorts.ShouldBeEmpty();

        TimeSeries ageing = Records.HalfCycles(Enumerable.Range(0, 200).Select(k => ((k % 2 == 0 ? 1 : -1) * 5e-4, 3600.0, new Func<double, double>(_ => (k % 2 == 0 ? 1 : -1) * 0.1 * Math.Exp(-k / 150.0)))), 10);
        PlatingAnalysis.Run([ageing], [], Options).Shorts.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_ShortThatBurnsThrough_SaysThatItRecovers()
    {
        PlatingResult result = PlatingAnalysis.Run([Ramp(6, (k, _, _, eta) => k == 3 ? 0.1 * eta : eta, 1e-4)], [], Options);

        result.Shorts.Select(finding => finding.HalfCycle).ShouldBe([7, 8]);
        result.Shorts.ShouldAllBe(finding => finding.Recovers);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_ArcOfInterleavedSpectraThatCollapses_IsEvidence()
    {
        ImmutableArray<Spectrum> spectra = [.. new[] { 300.0, 310.0, 305.0, 60.0, 55.0 }.Select(Arc)];

        PlatingResult sound = PlatingAnalysis.Run([Ramp(3, (_, _, _, eta) => eta, 1e-4)], spectra, Options);

        ShortFinding found = sound.Shorts.ShouldHaveSingleItem();
        found.Evidence.Single().Kind.ShouldBe(ShortEvidence.ArcCollapse);
        found.Evidence.Single().Text.ShouldContain("spectrum 4 of 5");
        (found.HalfCycle, found.Time).ShouldBe((0, null)); // five spectra and no pause: their places are not known
        sound.Arcs[0].Width.ShouldBe(300.0, 3.0);
        sound.Arcs[0].Ohmic.ShouldBe(20.0, 1.0);
        PlatingAnalysis.Run([Ramp(3, (_, _, _, eta) => eta, 1e-4)], spectra[..3], Options).Shorts.ShouldBeEmpty();
    }

    /// <summary>Every pause holds a spectrum; the fourth is taken behind half cycle 8, when the arc has collapsed and no voltage tells it.</summary>
    [Fact]
    [Trait("Level", "unit")]
    public void Run_ArcThatCollapsesBetweenHalfCycles_HasTheTimeOfItsPause()
    {
        TimeSeries record = Paused(10, _ => 1.0);
        ImmutableArray<Spectrum> spectra = [.. new[] { 300.0, 310.0, 305.0, 20.0 }.Select(Arc)];

        ShortFinding found = PlatingAnalysis.Run([record], spectra, Options).Shorts.ShouldHaveSingleItem();

        found.Kind.ShouldBe(ShortKind.Hard); // a fifteenth of the arc is left
        found.HalfCycle.ShouldBe(8);
        found.Time!.Value.ShouldBe((8 * 1800.0) + (3 * 300.0), 1.0);
        found.Evidence.Single().Text.ShouldContain("behind half cycle 8; the one before behind half cycle 6");
        PlatingAnalysis.Run([record], spectra, Options with { SpectrumAfter = [0, 2, 3, 5] }).Shorts.Single().HalfCycle.ShouldBe(5);
        PlatingAnalysis.Run([record], [Arc(300.0), .. spectra, Arc(20.0)], Options).Arcs.Select(arc => arc.AfterHalfCycle!.Value).ShouldBe([0, 2, 4, 6, 8, 10]);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_ArcThatCollapsesWithTheVoltage_IsEvidenceOfThatShortAndNoOther()
    {
        ImmutableArray<Spectrum> spectra = [.. new[] { 300.0, 310.0, 80.0, 75.0 }.Select(Arc)];

        ShortFinding same = PlatingAnalysis.Run([Paused(10, k => k >= 5 ? 0.2 : 1.0)], spectra, Options).Shorts[0];
        ImmutableArray<ShortFinding> apart = PlatingAnalysis.Run([Paused(10, k => k >= 9 ? 0.2 : 1.0)], spectra, Options).Shorts;

        same.HalfCycle.ShouldBe(6);
        same.Evidence.Select(item => item.Kind).ShouldContain(ShortEvidence.ArcCollapse);
        same.Evidence.Select(item => item.Kind).ShouldContain(ShortEvidence.VoltageDrop);
        apart.Select(finding => finding.HalfCycle).ShouldBe([6, 10]);
        apart[0].Evidence.Single().Kind.ShouldBe(ShortEvidence.ArcCollapse);
        apart[1].Evidence.Select(item => item.Kind).ShouldNotContain(ShortEvidence.ArcCollapse);
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(new[] { 1, 2 }, "2 half cycles are stated")]
    [InlineData(new[] { 2, 4, 6, 99 }, "Spectrum 4 cannot have been taken behind half cycle 99")]
    [InlineData(new[] { 2, 4, 3, 5 }, "Spectrum 3 cannot have been taken behind half cycle 3")]
    public void Run_PlacesThatCannotBe_AreRefused(int[] places, string message) => Should.Throw<ArgumentException>(
        () => PlatingAnalysis.Run([Paused(10, _ => 1.0)], [.. Enumerable.Repeat(Arc(300.0), 4)], Options with { SpectrumAfter = [.. places] })).Message.ShouldContain(message);

    /// <summary>The current doubles and the voltage falls by less than the drop that counts: only the polarisation of the sound cell tells.</summary>
    [Fact]
    [Trait("Level", "unit")]
    public void Run_VoltageThatStaysWhileTheCurrentDoubles_IsBelowThePolarisation()
    {
        double[] densities = [0.1, 0.2, 0.3, 0.4, 0.5, 1.0];
        TimeSeries series = Records.HalfCycles(densities.SelectMany((j, k) => new[] { 1, -1 }.Select(sign =>
        {
            double eta = (4.0 * 0.025693 * Math.Asinh(Math.Min(j, 0.5) / 2.0)) + (0.250 * Math.Min(j, 0.5));
            return (sign * 1e-3 * j, 1800.0, new Func<double, double>(_ => sign * (k == 5 ? 0.8 : 1.0) * eta));
        })));

        ShortFinding first = PlatingAnalysis.Run([series], [], Options).FirstShort!;

        first.HalfCycle.ShouldBe(11);
        first.Time!.Value.ShouldBe(10 * 1800.0, 1.0);
        first.Evidence.Single().Kind.ShouldBe(ShortEvidence.BelowPolarisation);
    }

    /// <summary>A loose cable is noisy and a creeping contact answers flat: one of the two alone is no short.</summary>
    [Theory]
    [Trait("Level", "unit")]
    [InlineData(1e-3, 0.03)]
    [InlineData(1e-4, 0.0)]
    public void Run_NoiseOrFlatAnswerAlone_IsNoShort(double noise, double arc)
    {
        var generator = new SeededGenerator(4);
        TimeSeries series = Records.HalfCycles(Enumerable.Range(0, 12).Select(k =>
        {
            int sign = k % 2 == 0 ? 1 : -1;
            (double size, double front) = k >= 8 ? (noise, arc) : (1e-4, 0.03);
            return (sign * 5e-4, 1800.0, new Func<double, double>(x => sign * (0.1 + (front * Math.Exp(-x / 0.05)) + (size * generator.NextNormal()))));
        }));

        PlatingAnalysis.Run([series], [], Options).Shorts.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_SampleFarOnTheWrongSide_IsNoShort()
    {
        // A spoilt sample of 10 V on the wrong side within the fourth half cycle.
        TimeSeries series = Ramp(6, (k, positive, share, eta) => k == 1 && !positive && share is > 0.45 and < 0.47 ? -10.0 : eta, 1e-5);
        series.Voltage.Count(voltage => Math.Abs(voltage) > 5.0).ShouldBeGreaterThan(0);

        PlatingResult result = PlatingAnalysis.Run([series], [], Options);

        result.HalfCycles[3].Plateau.ShouldBeLessThan(-0.1);
        result.Shorts.ShouldBeEmpty();
        (0.1 * result.Critical!.Critical).ShouldBe(0.6, 1e-9);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_VoltageThatRunsAway_IsNoShort()
    {
        TimeSeries whole = Ramp(4, (_, _, _, eta) => eta, 0.0);
        TimeSeries cut = Records.HalfCycles(
        [
            .. Enumerable.Range(0, 8).Select(k => ((k % 2 == 0 ? 1 : -1) * 1e-4 * ((k / 2) + 1), 1800.0, new Func<double, double>(_ => (k % 2 == 0 ? 1 : -1) * 0.03 * ((k / 2) + 1)))),
            (5e-4, 600.0, x => 0.15 + (2.0 * Math.Pow(x, 8))),
        ]);

        PlatingAnalysis.Run([whole], [], Options).Critical!.Ending.ShouldBe(CriticalEnding.NotReached);
        CriticalCurrentResult critical = PlatingAnalysis.Run([cut], [], Options).Critical!;
        critical.Ending.ShouldBe(CriticalEnding.Polarisation);
        (0.1 * critical.Critical).ShouldBe(0.4, 1e-9);
        (0.1 * critical.FirstFailing!.Value).ShouldBe(0.5, 1e-9);
    }

    /// <summary>Rising currents, one cycle each, of two electrodes with an exchange current density of 1 mA/cm² and 250 Ω·cm² between them.</summary>
    private static TimeSeries Ramp(int levels, Func<int, bool, double, double, double> change, double noise)
    {
        var generator = new SeededGenerator(17);
        return Records.HalfCycles(Enumerable.Range(0, 2 * levels).Select(h =>
        {
            int k = h / 2, sign = h % 2 == 0 ? 1 : -1;
            double j = 0.1 * (k + 1), eta = (4.0 * 0.025693 * Math.Asinh(j / 2.0)) + (0.250 * j);
            return (sign * 1e-3 * j, 1800.0, new Func<double, double>(share => (sign * change(k, sign > 0, share, eta)) + (noise * generator.NextNormal())));
        }));
    }

    /// <summary>Half cycles of half an hour at one current, with a pause of five minutes behind every second one.</summary>
    private static TimeSeries Paused(int halves, Func<int, double> change)
    {
        var rows = new List<(double, double, double)>();
        double begin = 0.0;
        for (int k = 0; k < halves; k++)
        {
            int sign = k % 2 == 0 ? 1 : -1;
            rows.AddRange(Enumerable.Range(0, 61).Select(i => (begin + (30.0 * i), sign * 5e-4, sign * 0.12 * change(k))));
            begin += 1800.0;
            if (k % 2 == 1 && k + 1 < halves)
            {
                rows.Add((begin + 1.0, 0.0, 0.0));
                rows.Add((begin + 299.0, 0.0, 0.0));
                begin += 300.0;
            }
        }

        return Records.Series(rows);
    }

    private static Spectrum Arc(double width) => Records.Spectrum(Enumerable.Range(0, 61).Select(k =>
    {
        double f = 1e6 * Math.Pow(10.0, -k / 8.0), omega = 2.0 * Math.PI * f;
        return (f, 20.0 + (width / (1.0 + new Complex(0.0, omega * width * 1e-6))) + (3.0 * (1.0 - Complex.ImaginaryOne) / Math.Sqrt(omega)));
    }));
}
