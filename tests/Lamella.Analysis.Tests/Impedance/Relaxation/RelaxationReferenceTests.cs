using System.Text.Json;
using Lamella.Analysis.Impedance.Relaxation;

namespace Lamella.Analysis.Tests.Impedance.Relaxation;

/// <summary>The spectra of shared/reference/impedance/c_drt, whose processes are known exactly.</summary>
[Trait("Level", "reference")]
public sealed class RelaxationReferenceTests
{
    /// <summary>Without noise, or with noise of 0.5 ohm on processes of 10 to 200 ohm.</summary>
    public static TheoryData<string> Exact => new(
        "bayesdrt_2RC_noiseless", "bayesdrt_2ZARC_noiseless", "bayesdrt_Gerischer_noiseless", "bayesdrt_RC-ZARC_noiseless",
        "bayesdrt_ZARC-RL_noiseless", "bayesdrt_ZARC_noiseless", "pyDRTtools_1ZARC", "pyDRTtools_2ZARC0", "pyDRTtools_2ZARC3",
        "pyDRTtools_2ZARC5");

    public static TheoryData<string> Noisy => new(
        from circuit in new[] { "2RC", "2ZARC", "Gerischer", "RC-ZARC", "ZARC-RL", "ZARC" }
        from noise in new[] { "0.25", "1.0" }
        select $"bayesdrt_{circuit}_uniform_{noise}");

    [Theory]
    [MemberData(nameof(Exact))]
    public void Run_ExactCase_FindsEveryProcessWithItsArea(string name)
    {
        var (result, areas) = Analyse(name);

        result.Peaks.Length.ShouldBe(areas.Length, result.Circuit.Text);
        foreach ((RelaxationPeakRecord peak, double area) in result.Peaks.Zip(areas))
        {
            peak.Area.ShouldBe(area, 0.05 * Math.Abs(area));
        }
    }

    [Theory]
    [MemberData(nameof(Noisy))]
    public void Run_NoisyCase_FindsEveryProcessWithinItsUncertainty(string name)
    {
        var (result, areas) = Analyse(name);

        result.Peaks.Length.ShouldBe(areas.Length, result.Circuit.Text);
        foreach ((RelaxationPeakRecord peak, double area) in result.Peaks.Zip(areas))
        {
            peak.Area.ShouldBe(area, 3.0 * peak.AreaStandardUncertainty);
            peak.AreaStandardUncertainty.ShouldBeLessThan(0.15 * Math.Abs(area));
        }
    }

    [Theory]
    [MemberData(nameof(Exact))]
    [MemberData(nameof(Noisy))]
    public void Run_AnyCase_DrawsAsManyPeaksAsProcesses(string name)
    {
        var (result, areas) = Analyse(name);

        double highest = result.Distribution.Max(Math.Abs);
        double[] size = [.. result.Distribution.Select(Math.Abs)];
        Enumerable.Range(1, size.Length - 2)
            .Count(i => size[i] > 0.02 * highest && size[i] >= size[i - 1] && size[i] > size[i + 1])
            .ShouldBe(areas.Length);
    }

    // Single relaxation times are infinitely narrow peaks: the distance of curves means nothing there.
    public static TheoryData<string> Curves =>
        [.. Exact.Select(row => row.Data).Concat(Noisy.Select(row => row.Data)).Where(name => !name.Contains("RC", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Curves))]
    public void Run_AnyCase_IsNoFurtherFromTheTruthThanThePublicTools(string name)
    {
        var reference = ReferenceSpectrum.Read("c_drt", name);
        var result = RelaxationAnalysis.Run(reference.Spectrum);

        double best = reference.Root.GetProperty("runs").EnumerateArray()
            .Where(run => run.TryGetProperty("rel_L2_error_vs_exact", out JsonElement error) && error.ValueKind == JsonValueKind.Number)
            .Min(run => run.GetProperty("rel_L2_error_vs_exact").GetDouble());
        Distance(result, reference.Root.GetProperty("exact")).ShouldBeLessThan(1.05 * best);
    }

    /// <summary>|γ − γ_exact|/|γ_exact| over the points of the reference.</summary>
    private static double Distance(RelaxationResult result, JsonElement exact)
    {
        double[] tau = ReferenceSpectrum.Numbers(exact.GetProperty("tau")), gamma = ReferenceSpectrum.Numbers(exact.GetProperty("gamma"));
        double first = Math.Log(result.TimeConstants[0]), step = Math.Log(result.TimeConstants[1]) - first;
        double difference = 0.0, size = 0.0;
        for (int i = 0; i < tau.Length; i++)
        {
            double place = (Math.Log(tau[i]) - first) / step;
            int below = (int)place;
            double drawn = result.Distribution[below] + ((place - below) * (result.Distribution[below + 1] - result.Distribution[below]));
            difference += (drawn - gamma[i]) * (drawn - gamma[i]);
            size += gamma[i] * gamma[i];
        }

        return Math.Sqrt(difference / size);
    }

    private static (RelaxationResult Result, double[] Areas) Analyse(string name)
    {
        var reference = ReferenceSpectrum.Read("c_drt", name);
        double[] areas = [.. reference.Root.GetProperty("truth").GetProperty("processes").EnumerateArray()
            .OrderBy(process => process.GetProperty("tau").GetDouble()).Select(process => process.GetProperty("R").GetDouble())];
        return (RelaxationAnalysis.Run(reference.Spectrum), areas);
    }
}
