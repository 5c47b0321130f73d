using System.Globalization;
using System.Text.Json;
using Lamella.Tests;

namespace Lamella.Analysis.Tests;

/// <summary>The worked examples with known answers in shared/reference/impedance/f_methods.</summary>
internal static class FormulaCases
{
    private const string Folder = "reference/impedance/f_methods/";

    /// <summary>Returns the expected numbers of a method, or skips the test.</summary>
    internal static JsonElement Expected(string method) =>
        JsonDocument.Parse(File.ReadAllText(SharedFolder.Require(Folder + "expected.json"))).RootElement.GetProperty(method);

    /// <summary>Reads the columns of a table, or skips the test.</summary>
    internal static double[][] Columns(string file, int count)
    {
        string[][] rows = [.. File.ReadLines(SharedFolder.Require(Folder + file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
        return [.. Enumerable.Range(0, count).Select(column => rows.Select(row => double.Parse(row[column], CultureInfo.InvariantCulture)).ToArray())];
    }

    /// <summary>Reads a number.</summary>
    internal static double Number(this JsonElement element, params string[] path) =>
        path.Aggregate(element, (at, name) => at.GetProperty(name)).GetDouble();
}
