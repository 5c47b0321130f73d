using System.Text.RegularExpressions;
using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Tests.Documents;

/// <summary>The page on adding a format shows code that is in the product.</summary>
[Trait("Level", "contract")]
public sealed partial class AddAFormatTests
{
    private static readonly string[] Shown =
    [
        "src/Lamella.Instruments/Formats/Ivium/IviumTextFormat.cs", "src/Lamella.Instruments/Reading/InstrumentFormats.cs",
        "tests/Lamella.Instruments.Tests/Formats/CyclerTextFormatTests.cs",
    ];

    [Fact]
    public void AddAFormatPage_Code_IsThatOfTheProduct()
    {
        string page = ProjectRoot.Text("docs/how-to/add-a-format.md");
        string[] sources = [.. Shown.Select(ProjectRoot.Text)];
        string[] pieces = [.. CodeBlock().Matches(page).Select(match => match.Groups[1].Value.TrimEnd())];

        pieces.Length.ShouldBeGreaterThan(6);
        pieces.ShouldAllBe(piece => sources.Any(source => source.Contains(piece, StringComparison.Ordinal)));
    }

    [Fact]
    public void AddAFormatPage_Names_AreThoseOfTypes()
    {
        string[] known = [.. typeof(IInstrumentFormat).Assembly.GetTypes().Concat(typeof(AddAFormatTests).Assembly.GetTypes()).Select(type => type.Name)];
        string[] named = [.. TypeName().Matches(ProjectRoot.Text("docs/how-to/add-a-format.md")).Select(match => match.Groups[1].Value).Distinct()];

        named.Length.ShouldBeGreaterThan(15);
        named.Where(name => !known.Contains(name)).ShouldBeEmpty("The page names types that are not there.");
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    // Names of types in backquotes: two capital letters with lower case between them, or a capital followed by members.
    [GeneratedRegex(@"`([A-Z][a-z]+(?:[A-Z][a-z]+)+|IInstrumentFormat|IStreamedFormat)(?:\.\w+)?`(?! breaks)")]
    private static partial Regex TypeName();
}
