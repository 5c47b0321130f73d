using System.Numerics;
using System.Text.Json;
using Lamella.Core.Measurements;
using Lamella.Tests;

namespace Lamella.Analysis.Tests.Impedance;

/// <summary>A file of shared/reference/impedance.</summary>
internal sealed class ReferenceSpectrum
{
    private ReferenceSpectrum(JsonElement root)
    {
        Root = root;
        double[] real = Numbers(root.GetProperty("Z").GetProperty("re")), imaginary = Numbers(root.GetProperty("Z").GetProperty("im"));
        Spectrum = SyntheticSpectrum.Make(Numbers(root.GetProperty("f")), real.Zip(imaginary, (x, y) => new Complex(x, y)));
    }

    internal JsonElement Root { get; }

    internal Spectrum Spectrum { get; }

    /// <summary>Reads a file, or skips the test where the shared folder is absent.</summary>
    internal static ReferenceSpectrum Read(string folder, string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(
            SharedFolder.Require(Path.Combine("reference", "impedance", folder, name + ".json"))));
        return new ReferenceSpectrum(document.RootElement.Clone());
    }

    internal static double[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? double.NaN : item.GetDouble())];
}
