using System.Text.RegularExpressions;
using Lamella.Core.Errors;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Tests.Corpus;

namespace Lamella.Instruments.Tests.Contracts;

/// <summary>What every format must do, present or future.</summary>
[Trait("Level", "contract")]
public sealed partial class FormatContractTests
{
    public static TheoryData<string> Formats() => new(InstrumentFormats.All.Select(format => format.Name));

    public static TheoryData<string> Files() => ManifestFile.Names() is { Length: > 0 } names ? new(names) : new("manifest.json");

    [Fact]
    public void All_Names_AreUniqueAndInOrder()
    {
        string[] names = [.. InstrumentFormats.All.Select(format => format.Name)];

        names.ShouldBeUnique();
        names.ShouldBe(names.Order(StringComparer.Ordinal));
        names.ShouldAllBe(name => Name().IsMatch(name));
    }

    [Fact]
    public void All_FormatsOfTheAssembly_AreRegistered()
    {
        var built = typeof(IInstrumentFormat).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IInstrumentFormat)) && !type.IsAbstract);

        InstrumentFormats.All.Select(format => format.GetType()).ShouldBe(built, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Format_Home_IsAFolderOfItsOwn(string name)
    {
        Type type = Format(name).GetType();

        type.IsSealed.ShouldBeTrue();
        type.Namespace.ShouldNotBeNull().ShouldStartWith("Lamella.Instruments.Formats.");
        Format(name).Title.ShouldNotBeNullOrWhiteSpace();
        Format(name).Extensions.ShouldAllBe(extension => extension.StartsWith('.') && !extension.Any(char.IsUpper));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Recognise_EmptyOrNoise_IsNotMine(string name)
    {
        byte[][] strangers = [[], [0], new byte[4096], "hello world\n"u8.ToArray(), "<html><body>1,2,3</body></html>"u8.ToArray(), "{\"a\": 1}"u8.ToArray()];

        strangers.Select(bytes => Format(name).Recognise(new FileContent("stranger", bytes))).ShouldAllBe(answer => answer == null);
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Recognise_RealFile_IsClaimedByItsFormatAlone(string file)
    {
        FileContent content = FileContent.Load(CorpusFolder.Require(file));
        string folder = ManifestFile.Of(file).Format.Replace('_', '-');

        RecognisedFile found = InstrumentReader.Recognise(content);

        bool IsOwn(string name) => name == folder || name.StartsWith(folder + "-", StringComparison.Ordinal);
        IsOwn(found.Format.Name).ShouldBeTrue($"recognised as {found.Format.Name}: {found.Recognition.Reason}");
        var rivals = InstrumentFormats.All.Where(format => !IsOwn(format.Name))
            .Select(format => (format.Name, Answer: format.Recognise(found.Content)))
            .Where(rival => rival.Answer is { } answer && answer.Score >= found.Recognition.Score);
        rivals.ShouldBeEmpty("Another format is as sure as the right one.");
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Recognise_OtherName_ChangesNothing(string file)
    {
        byte[] bytes = File.ReadAllBytes(CorpusFolder.Require(file));

        RecognisedFile named = InstrumentReader.Recognise(new FileContent(file, bytes));
        RecognisedFile nameless = InstrumentReader.Recognise(new FileContent("x", bytes));

        nameless.Format.Name.ShouldBe(named.Format.Name);
    }

    [Fact]
    public void Read_ForeignFile_ListsTheFormats()
    {
        var error = Should.Throw<InputException>(() => InstrumentReader.Read(new FileContent("letter.txt", "Dear reader,\n"u8.ToArray())));

        error.Problem.ShouldContain("no known format");
        InstrumentFormats.All.ShouldAllBe(format => error.Allowed.Contains(format.Title, StringComparison.Ordinal));
    }

    private static IInstrumentFormat Format(string name) => InstrumentFormats.All.Single(format => format.Name == name);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Name();
}
