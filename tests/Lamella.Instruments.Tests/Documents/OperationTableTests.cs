using Lamella.Instruments.Operations;

namespace Lamella.Instruments.Tests.Documents;

/// <summary>The operations in the documents are those of the registry.</summary>
[Trait("Level", "snapshot")]
public sealed class OperationTableTests
{
    [Fact]
    public void Table_OnThePage_IsTheRegistry() => GeneratedPart.Check("operations", string.Join('\n', [
        "| operation | what it does |", "|---|---|",
        .. OperationRegistry.Lines.Where(line => !line.Example.StartsWith("drop", StringComparison.Ordinal)).Select(line => $"| `{line.Example}` | {line.Description} |"),
    ]) + "\n");
}
