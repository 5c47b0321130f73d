using System.Text.RegularExpressions;

namespace Lamella.Architecture.Tests.Contracts;

/// <summary>What every source file must keep to.</summary>
[Trait("Level", "contract")]
public sealed partial class SourceTests
{
    private const int LongestFile = 500;
    private const int DeepestFolder = 2;

    // Put together from parts, so that this file does not hold what it looks for.
    private static readonly string[] Unfinished = ["NotImplemented" + "Exception", "TO" + "DO", "FIX" + "ME", "HA" + "CK"];

    private static readonly string[] Levels =
        ["unit", "identity", "order", "reference", "published", "contract", "property", "snapshot"];

    [Fact]
    public void File_Length_IsAtMost500Lines() =>
        Repository.Sources.Select(file => (file, Lines: File.ReadLines(Path.Combine(Repository.Root, file)).Count()))
            .Where(file => file.Lines > LongestFile)
            .ShouldBeEmpty("Split by feature; data belong into data/.");

    [Fact]
    public void File_Depth_IsAtMostTwoFoldersBelowItsProject() =>
        Repository.Sources.Where(file => Depth(file) > DeepestFolder).ShouldBeEmpty();

    [Fact]
    public void File_Text_LeavesNothingForLater()
    {
        var marker = new Regex($@"\b(?:{string.Join('|', Unfinished)})\b");

        Matches(marker).ShouldBeEmpty("Finish it, or file an issue and say so in the documentation of the member.");
    }

    [Fact]
    public void Type_Name_SaysWhatItIs() => Matches(VagueName()).ShouldBeEmpty("Name the type after the feature that it serves.");

    [Fact]
    public void Test_Attribute_NeverSwitchesItOff() =>
        Matches(SwitchedOff()).ShouldBeEmpty("Call Assert.Skip with a reason that depends on the machine, or mend the test.");

    [Fact]
    public void Test_Level_IsStatedAndKnown()
    {
        foreach (string file in TestFiles())
        {
            var stated = Level().Matches(Repository.Text(file)).Select(match => match.Groups[1].Value).ToList();

            stated.ShouldNotBeEmpty($"{file} has tests without [Trait(\"Level\", ...)].");
            stated.Except(Levels).ShouldBeEmpty($"{file} states a level that is none.");
        }
    }

    [Fact]
    public void Test_Name_HasMethodConditionAndExpectation()
    {
        var names = TestFiles().SelectMany(file => TestMethod().Matches(Repository.Text(file)).Select(match => $"{file}: {match.Groups[1].Value}"));

        names.Where(name => name[name.LastIndexOf(' ')..].Count(letter => letter == '_') < 2).ShouldBeEmpty();
    }

    private static int Depth(string file) => file.Split('/').Length - 3; // room folder, project folder, file name

    private static IEnumerable<string> TestFiles() => Repository.Sources.Where(file =>
        file.StartsWith("tests/", StringComparison.Ordinal) && TestMethod().IsMatch(Repository.Text(file)));

    private static IEnumerable<string> Matches(Regex pattern) => Repository.Sources.SelectMany(file =>
        File.ReadLines(Path.Combine(Repository.Root, file))
            .Select((line, index) => (line, number: index + 1))
            .Where(entry => pattern.IsMatch(entry.line))
            .Select(entry => $"{file}({entry.number}): {entry.line.Trim()}"));

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+\w*(?:Helpers?|Utils?|Utilities)\b")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"\[(?:Fact|Theory)\(.*\bSkip\s*=")]
    private static partial Regex SwitchedOff();

    [GeneratedRegex(@"\[Trait\(""Level"", ""(\w+)""\)\]")]
    private static partial Regex Level();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b[^\n]*(?:\n\s*\[[^\n]*)*\n\s*public (?:async )?(?:void|Task|ValueTask) (\w+)\(")]
    private static partial Regex TestMethod();
}
