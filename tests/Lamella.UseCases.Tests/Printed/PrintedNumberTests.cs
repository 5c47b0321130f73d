using System.Reflection;

namespace Lamella.UseCases.Tests.Printed;

/// <summary>Every number of PHYSICS.md that is marked as computed and falls to closures, bounds, interphases, lattices and energy.</summary>
[Trait("Level", "published")]
public sealed class PrintedNumberTests
{
    private const string Begin = "<!-- numbers -->\n", End = "<!-- end of numbers -->";

    private static readonly PrintedNumber[] Numbers = [.. PrintedTransport.All(), .. PrintedMaking.All(), .. PrintedEnergy.All()];

    public static TheoryData<string> Lines() => [.. Numbers.Select(number => $"{number.Section}: {number.What}")];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Number_ComputedByTheProduct_HasThePrintedDigitsOrARemark(string line)
    {
        PrintedNumber number = Numbers.Single(number => $"{number.Section}: {number.What}" == line);

        double.IsFinite(number.Ours).ShouldBeTrue();
        number.Agrees.ShouldBe(number.Agreement != Agreement.Differs, $"{number.What}: printed {number.Printed}, computed {number.Ours:R}");
        (number.Agreement != Agreement.Differs || number.Remark.Length > 0).ShouldBeTrue("a difference needs its reason");
    }

    [Fact]
    public void Number_Source_IsAMemberOfTheProduct()
    {
        Assembly[] rooms = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "Lamella.*.dll").Where(file => !file.EndsWith("Tests.dll", StringComparison.Ordinal)).Select(Assembly.LoadFrom)];
        var members = rooms.SelectMany(room => room.GetExportedTypes()).SelectMany(type => type.GetMembers().Select(member => $"{type.Name}.{member.Name}")).ToHashSet();

        Numbers.Select(number => number.From).Where(from => !members.Contains(from)).ShouldBeEmpty();
    }

    [Fact]
    public void Page_OfRecomputedNumbers_IsWhatTheProductComputes()
    {
        string page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Workspace.Examples)!, "docs", "explanation", "recomputed-numbers.md")).ReplaceLineEndings("\n");
        string[] shown = page.Split(Begin)[1].Split(End)[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] expected = ["| § | number | printed | ours | computed by | remark |", "|---|---|---|---|---|---|", .. Numbers.Select(number => number.Line())];

        shown.ShouldBe(expected, $"The table should read:\n{string.Join('\n', expected)}");
        page.ShouldContain($"{Numbers.Length} numbers, {Numbers.Count(number => number.Agreement == Agreement.Differs)} of which differ;");
    }
}
