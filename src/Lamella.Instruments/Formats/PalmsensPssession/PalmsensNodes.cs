using System.Text.Json;

namespace Lamella.Instruments.Formats.PalmsensPssession;

/// <summary>Looks up properties whatever the case of their names, which differs between versions of PSTrace.</summary>
internal static class PalmsensNodes
{
    /// <summary>Finds a property.</summary>
    /// <returns>Its value; an undefined element where there is none.</returns>
    internal static JsonElement Get(this JsonElement node, string name)
    {
        if (node.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in node.EnumerateObject())
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Value;
                }
            }
        }

        return default;
    }

    /// <summary>Lists the elements of an array property; nothing where it is none.</summary>
    internal static IEnumerable<JsonElement> Items(this JsonElement node, string name) =>
        node.Get(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>Reads a property as text; empty where there is none.</summary>
    internal static string Text(this JsonElement node, string name) => node.Get(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() ?? string.Empty,
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value => value.GetRawText(),
        _ => string.Empty,
    };
}
