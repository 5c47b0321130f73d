using System.Text.Json;

namespace Lamella.Materials.Tests;

/// <summary>Test data that lies beside the repository; tests skip with a message where it is absent.</summary>
internal static class SharedData
{
    internal static string RequireFile(params string[] parts)
    {
        string? root = Root();
        string path = root is null ? string.Empty : Path.Combine([root, .. parts]);
        if (!File.Exists(path))
        {
            Assert.Skip($"shared/{string.Join('/', parts)} not found: set LAMELLA_SHARED to the folder that holds PHYSICS.md.");
        }

        return path;
    }

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

    private static string? Root()
    {
        string? stated = Environment.GetEnvironmentVariable("LAMELLA_SHARED");
        if (!string.IsNullOrEmpty(stated))
        {
            return stated;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared");
            if (File.Exists(Path.Combine(candidate, "PHYSICS.md")))
            {
                return candidate;
            }
        }

        return null;
    }
}
