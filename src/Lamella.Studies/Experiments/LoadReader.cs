using Lamella.Cells.Protocols;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Studies.Experiments;

/// <summary>Reads a current: <c>0.1C</c>, <c>0.15 mA/cm2</c>.</summary>
internal static class LoadReader
{
    internal static CurrentLoad Read(YamlNode node)
    {
        string text = node.AsText();
        if (!Quantity.TryParse(text, out Quantity? quantity, out QuantityFormatException? format))
        {
            throw node.Error($"'{node.Path}' is no quantity: {format.Problem}", CurrentLoad.Allowed, "Write it as 0.1C or 0.15 mA/cm2.");
        }

        CurrentLoad load = CurrentLoad.From(quantity) ?? throw node.Error(
            $"'{node.Path}' is {quantity}, a {quantity.Dimension.Name}.", CurrentLoad.Allowed, "Write it as 0.1C or 0.15 mA/cm2.");
        return quantity.Value > 0.0 ? load : throw node.Error(
            $"'{node.Path}' is {quantity}: a current of 0 or with a sign measures nothing here.", "a current above 0", "Write it without sign; the kind of experiment says the direction.");
    }
}
