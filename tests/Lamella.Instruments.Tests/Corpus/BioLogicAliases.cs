using System.Collections.Immutable;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>Names that the public readers of BioLogic files made up.</summary>
internal static class BioLogicAliases
{
    internal static ImmutableArray<ColumnAlias> All { get; } =
    [
    ];
}
