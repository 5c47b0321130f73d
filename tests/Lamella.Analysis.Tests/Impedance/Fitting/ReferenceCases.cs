using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;
using Lamella.Tests;

namespace Lamella.Analysis.Tests.Impedance.Fitting;

/// <summary>One spectrum, circuit and weighting of the reference results, with the best fit that any tool found.</summary>
/// <param name="Case">Name of the file.</param>
/// <param name="Circuit">The circuit in our language, its parameters in the order of the reference.</param>
/// <param name="IsUnit">Whether the weights are 1 rather than 1/|Z|.</param>
/// <param name="Guess">The poor guess.</param>
public sealed record ReferenceCase(string Case, string Circuit, bool IsUnit, double[] Guess);

/// <summary>The reference results of circuit fits. Files are read where they lie; nothing of them is copied.</summary>
internal static class ReferenceCases
{
    private const string Folder = "reference/impedance/b_cnls";

    /// <summary>Gets every case: 16 files, in all circuits and weightings that have a reference.</summary>
    internal static ImmutableArray<ReferenceCase> All { get; } =
    [
        new("LPSCl_m25C_R0-p(R1,CPE1)-CPE2", "R0-p(R1,CPE1)-CPE2", false, [100, 900, 1e-9, 0.9, 1e-6, 0.9]),
        new("LPSCl_m25C_p(R1,CPE1)-CPE2", "p(R1,CPE1)-CPE2", true, [900, 1e-9, 0.9, 1e-6, 0.9]),
        new("LPSCl_m25C_p(R1,CPE1)-CPE2", "p(R1,CPE1)-CPE2", false, [900, 1e-9, 0.9, 1e-6, 0.9]),
        new("LPSCl_m25C_p(R1,CPE1)-p(R2,CPE2)-CPE3", "p(R1,CPE1)-p(R2,CPE2)-CPE3", false, [500, 1e-10, 0.95, 500, 1e-8, 0.8, 1e-6, 0.9]),
        new("SSB_AtRest_R0-3RQ-CPE", "R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)-CPE4", false, [30, 40, 1e-8, 0.9, 10, 1e-5, 0.8, 50, 0.01, 0.8, 1, 0.6]),
        .. Both("dummycell_Circuit1_EIS_1.z", "R0-p(R1,C1)", 100, 400, 1e-5), .. Both("dummycell_Circuit1_EIS_1.z", "R0-p(R1,CPE1)", 100, 400, 1e-5, 0.9),
        .. Both("dummycell_Circuit1_EIS_2.z", "R0-p(R1,C1)", 100, 400, 1e-5), .. Both("dummycell_Circuit1_EIS_2.z", "R0-p(R1,CPE1)", 100, 400, 1e-5, 0.9),
        .. Both("exampleData_R0-p(R1,C1)-p(R2-Wo1,C2)", "R0-p(R1,C1)-p(R2-Wo1,C2)", 0.01, 0.01, 100, 0.01, 0.05, 100, 1),
        .. Both("exampleData_R0-p(R1,CPE1)-p(R2-Wo1,CPE2)", "R0-p(R1,CPE1)-p(R2-Wo1,CPE2)", 0.016, 0.0087, 3.3, 0.9, 0.0054, 0.063, 233, 0.22, 0.9),
        .. Both("pyimpspec_CIRCUIT_15_C(R-Q(R-Ws))", "p(C1,R1-p(CPE1,R2-Ws1))", 1e-10, 1000, 1e-5, 0.85, 400, 1500, 100),
        .. Both("pyimpspec_CIRCUIT_17_HavriliakNegami", "HN1", 1.2, 0.7, 0.9, 0.6),
        .. Both("pyimpspec_CIRCUIT_18_R-Gerischer", "R0-G1", 8, 40, 0.02),
        .. Both("pyimpspec_CIRCUIT_1_R(RC)(RW)", "R0-p(R1,C1)-p(R2,W1)", 120, 150, 1e-6, 400, 2000),
        .. Both("pyimpspec_CIRCUIT_2_R(RQ)", "R0-p(R1,CPE1)", 100, 400, 1e-4, 0.9),
        .. Both("pyimpspec_CIRCUIT_3_Randles_CPE_W", "R0-p(CPE1,R1-W1)", 15, 1e-5, 0.9, 120, 200),
        .. Both("pyimpspec_CIRCUIT_4_La-R-RQ-RQ", "La1-R0-p(R1,CPE1)-p(R2,CPE2)", 1e-6, 0.9, 0.02, 0.1, 500, 0.8, 0.01, 4, 0.5),
        .. Both("pyimpspec_CIRCUIT_5_3ZARC", "R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)", 150, 200, 2e-7, 0.9, 800, 1e-6, 0.9, 500, 1e-5, 0.9),
    ];

    /// <summary>Reads the spectrum of a case, or skips the test.</summary>
    internal static Spectrum Spectrum(string name)
    {
        using JsonDocument document = Open(name);
        ImmutableArray<double> frequency = Numbers(document.RootElement.GetProperty("f"));
        JsonElement z = document.RootElement.GetProperty("Z");
        ImmutableArray<double> real = Numbers(z.GetProperty("re")), imaginary = Numbers(z.GetProperty("im"));
        return Of(frequency, [.. real.Zip(imaginary, (re, im) => new Complex(re, im))]);
    }

    /// <summary>Makes a spectrum from numbers.</summary>
    internal static Spectrum Of(ImmutableArray<double> frequency, ImmutableArray<Complex> impedance) =>
        new(new ResultProvenance("test data", [], "0.1.0", string.Empty), frequency, impedance);

    /// <summary>Returns the least sum of squares that any tool found for a case.</summary>
    internal static double Best(ReferenceCase reference)
    {
        using JsonDocument document = Open(reference.Case);
        string sum = reference.IsUnit ? "S_unit" : "S_modulus(pseudo_chi2)";
        return Fits(document, reference).Where(fit => fit.TryGetProperty(sum, out _)).Min(fit => fit.GetProperty(sum).GetDouble());
    }

    /// <summary>Returns the parameters and standard errors of the independent fit; errors are NaN where it had none.</summary>
    internal static (double Sum, ImmutableArray<double> Values, ImmutableArray<double> Errors) Independent(ReferenceCase reference)
    {
        using JsonDocument document = Open(reference.Case);
        JsonElement fit = Fits(document, reference).Last(candidate => candidate.GetProperty("tool").GetString()!.StartsWith("independent", StringComparison.Ordinal));
        ImmutableArray<double> errors =
            [.. fit.GetProperty("stderr").EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble())];
        return (fit.GetProperty("S").GetDouble(), Numbers(fit.GetProperty("params")), errors);
    }

    private static ReferenceCase[] Both(string name, string circuit, params double[] guess) =>
        [new(name, circuit, true, guess), new(name, circuit, false, guess)];

    private static IEnumerable<JsonElement> Fits(JsonDocument document, ReferenceCase reference) => document.RootElement.GetProperty("fits").EnumerateArray()
        .Where(fit => fit.GetProperty("weight").GetString() == (reference.IsUnit ? "unit" : "modulus")
            && fit.GetProperty("params") is { ValueKind: JsonValueKind.Array } parameters && parameters.GetArrayLength() == reference.Guess.Length);

    private static JsonDocument Open(string name) => JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Require($"{Folder}/{name}.json")));

    private static ImmutableArray<double> Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];
}
