using System.Text.Json;
using Lamella.Tests;

namespace Lamella.Materials.Tests;

/// <summary>Reads shared reference data.</summary>
internal static class SharedData
{
    internal static string RequireFile(params string[] parts) => SharedFolder.Require(Path.Combine(parts));

    internal static JsonElement RequireJson(params string[] parts)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(RequireFile(parts)));
        return document.RootElement.Clone();
    }

    /// <summary>Rows (arguments, value) of one sampled function of a parameter set.</summary>
    internal static IReadOnlyList<(double[] Arguments, double Value)> RequireTable(string set, string function)
    {
        JsonElement samples = RequireJson("reference", "cells", "params", set + ".json")
            .GetProperty(function).GetProperty("samples");
        return samples.GetProperty("points").EnumerateArray()
            .Select(point => point.EnumerateArray().Select(number => number.GetDouble()).ToArray())
            .Zip(samples.GetProperty("values").EnumerateArray().Select(number => number.GetDouble()))
            .ToArray();
    }
}
