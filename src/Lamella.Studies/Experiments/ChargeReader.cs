using Lamella.Core.Provenance;
using Lamella.Core.Yaml;
using Lamella.Materials.Records;

namespace Lamella.Studies.Experiments;

/// <summary>Reads how a cell was charged: <c>0.1C</c>, or a mapping with rate, hold and source.</summary>
internal static class ChargeReader
{
    internal static ChargeConditions Read(YamlNode node, FactLibrary facts)
    {
        if (node is not YamlMapping mapping)
        {
            return new ChargeConditions(LoadReader.Read(node), null, StatedHere);
        }

        mapping.AllowOnly("rate", "current", "hold until", "source", "because");
        YamlNode load = mapping.Optional("current") ?? mapping.Required("rate", "0.1C");
        if (mapping.Optional("current") is not null && mapping.Optional("rate") is { } both)
        {
            throw both.Error("a rate and a current are given.", "one of the two", "Remove one.");
        }

        return new ChargeConditions(
            LoadReader.Read(load),
            mapping.Optional("hold until") is { } hold ? LoadReader.Read(hold) : null,
            Source(mapping, facts));
    }

    private static Source StatedHere { get; } = new(Origin.Assumed, "stated in the study's file", null, null, Confidence.Assumed);

    private static Source Source(YamlMapping mapping, FactLibrary facts)
    {
        string? because = mapping.Optional("because")?.AsText();
        switch (mapping.Optional("source"))
        {
            case null:
                return because is null ? StatedHere : Core.Provenance.Source.Assumption(because);
            case YamlMapping cited:
                return YamlSource.Cited(cited);
            case { } node when node.AsText() == "assumed":
                return Core.Provenance.Source.Assumption(because ?? "nothing states it");
            case { } node:
                return facts.Get(node).Source;
        }
    }
}
