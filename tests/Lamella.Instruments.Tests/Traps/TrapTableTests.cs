using System.Reflection;
using Lamella.Instruments.Tests.Documents;

namespace Lamella.Instruments.Tests.Traps;

/// <summary>Every trap has a test, and the documents say which.</summary>
[Trait("Level", "contract")]
public sealed class TrapTableTests
{
    private const int Traps = 10;

    [Fact]
    public void All_Traps_HaveTestsThatRun()
    {
        TrapTable.All.Select(entry => entry.Trap).Distinct().ShouldBe(Enumerable.Range(1, Traps));
        TrapTable.All.ShouldAllBe(entry => entry.Tests.GetMethod(entry.Method)!.GetCustomAttributes<FactAttribute>(inherit: true).Any());
    }

    [Fact]
    public void Table_OnThePage_IsTheListOfTests() => GeneratedPart.Check("traps", string.Join('\n', [
        "| trap | what | test |", "|---:|---|---|", .. TrapTable.All.Select(entry => $"| {entry.Trap} | {entry.What} | `{entry.Tests.Name}.{entry.Method}` |")]) + "\n");
}
