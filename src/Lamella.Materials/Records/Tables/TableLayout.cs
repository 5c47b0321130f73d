using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;

namespace Lamella.Materials.Records.Tables;

/// <summary>How a review table is put together from records; a YAML file of <c>data/tables</c> or of the user.</summary>
internal sealed record TableLayout(string Name, string Publication, string Place, ImmutableArray<TableColumn> Columns)
{
    private static readonly string[] ColumnKeys = ["part", "attribute", "work", "quantity", "number", "condition", "flag", "show", "derived"];

    /// <summary>Gets the names of the layouts that ship.</summary>
    internal static ImmutableArray<string> Shipped =>
        [.. Directory.EnumerateFiles(ShippedData.Folder("tables"), "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Reads a layout by its path, or one that ships by its name.</summary>
    /// <exception cref="InputException">There is none, or it is faulty.</exception>
    internal static TableLayout Read(string pathOrName)
    {
        string path = File.Exists(pathOrName) ? pathOrName : Path.Combine(ShippedData.Folder("tables"), pathOrName + ".yaml");
        if (!File.Exists(path))
        {
            throw new InputException(
                InputPlace.Whole(pathOrName),
                "this is neither a layout of a table nor one that ships with the product.",
                string.Join(", ", Shipped),
                Suggestion.Nearest(pathOrName, Shipped) is { } nearest ? $"Did you mean '{nearest}'?" : "Name one of these, or the path of a layout.");
        }

        YamlMapping top = YamlFile.Read(path).AllowOnly("publication", "place", "columns");
        return new TableLayout(
            Path.GetFileNameWithoutExtension(path),
            top.Required("publication", "guo2025").AsText(),
            top.Required("place", "Table 1").AsText(),
            [.. top.Required("columns").AsMapping().Entries.Select(entry => Column(entry.Key, entry.Value.AsMapping()))]);
    }

    private static TableColumn Column(string name, YamlMapping node)
    {
        node.AllowOnly(ColumnKeys);
        return new TableColumn(name)
        {
            Part = node.Optional("part")?.AsText() ?? string.Empty,
            Attribute = node.Optional("attribute")?.AsText(),
            Work = node.Optional("work")?.AsOneOf("number", "authors", "journal", "year", "volume", "page"),
            Quantity = node.Optional("quantity") is { } quantity ? Vocabulary.LoadShipped().Read(quantity) : null,
            Number = node.Optional("number")?.AsInteger(1, 9) ?? 1,
            Condition = node.Optional("condition")?.AsText(),
            Flag = node.Optional("flag")?.AsText(),
            Show = Shown(node.Optional("show")?.AsOneOf("low", "high", "high or same", "sign") ?? "low"),
            Derived = node.Optional("derived")?.AsOneOf(DerivedFigures.Names),
        };
    }

    private static ColumnPart Shown(string word) => word switch
    {
        "high" => ColumnPart.High,
        "high or same" => ColumnPart.HighOrSame,
        "sign" => ColumnPart.Sign,
        _ => ColumnPart.Low,
    };
}
