using System.Collections.Immutable;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>The names that the readers behind the manifest made up. Every other name is the vendor's own.</summary>
internal static class ColumnAliases
{
    private static readonly ImmutableArray<ColumnAlias> All =
    [
        .. ArbinAliases.All,
        .. BioLogicAliases.All,
        .. NewareAliases.All,
        .. TextAliases.All,
    ];

    /// <summary>Finds the aliases of a column of a format: several where the readers behind the manifest differ.</summary>
    internal static IEnumerable<ColumnAlias> Find(string format, string name) => All.Where(alias => alias.Format == format && alias.Name == name);
}
