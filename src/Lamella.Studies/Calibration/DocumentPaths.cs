using System.Globalization;
using Lamella.Cells.Description.Reading;

namespace Lamella.Studies.Calibration;

/// <summary>Paths of values in a cell.yaml.</summary>
internal static class DocumentPaths
{
    private const string Layers = "electrolyte/";

    /// <summary>Tells whether a cell has a value at a path.</summary>
    internal static bool Has(CellDocument document, string path) => document.Paths.Contains(Canonical(document, path));

    /// <summary>Returns the path with its layer by name rather than by number.</summary>
    internal static string Canonical(CellDocument document, string path)
    {
        string[] parts = path.Split('/');
        bool numbered = parts.Length > 2 && path.StartsWith(Layers, StringComparison.Ordinal)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        if (!numbered)
        {
            return path;
        }

        string[] names = [.. document.Paths.Where(known => known.StartsWith(Layers, StringComparison.Ordinal)).Select(known => known.Split('/')[1]).Distinct()];
        int number = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return number >= 1 && number <= names.Length ? Layers + names[number - 1] + path[(Layers.Length + parts[1].Length)..] : path;
    }
}
