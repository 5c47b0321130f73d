using System.Globalization;
using System.Text;
using Lamella.Core.Errors;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Storing;

namespace Lamella.Materials.Tests.Records.Storing;

[Trait("Level", "unit")]
public sealed class RecordCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lamella-records-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("guo2025")]
    [InlineData("ruan2026")]
    [InlineData("zheng2025")]
    public void Load_ThroughTheCache_GivesEveryFieldAsTheFileDoes(string publication)
    {
        string file = Own($"{publication}-copy.yaml", File.ReadAllText(Path.Combine(ShippedData.Folder("records"), publication + ".yaml")).Replace("  - id: ", "  - id: own-", StringComparison.Ordinal));
        string[] plain = Read(file, null), first = Read(file, Cache), again = Read(file, Cache);

        Entries().Length.ShouldBe(1);
        plain.Length.ShouldBeGreaterThan(100);
        first.ShouldBe(plain);
        again.ShouldBe(plain);
    }

    [Fact]
    public void Load_ChangedFile_IsReadAnew()
    {
        string file = Many("own.yaml", 200, "0.5 mS/cm");
        Read(file, Cache)[0].ShouldContain("0.5 mS/cm");
        Many("own.yaml", 200, "0.6 mS/cm");

        Read(file, Cache)[0].ShouldContain("0.6 mS/cm");
        Entries().Length.ShouldBe(2);
    }

    [Fact]
    public void Load_RenamedFile_HasTheIdentifiersOfItsName()
    {
        string file = Many("first.yaml", 200, "1 mS/cm");
        Read(file, Cache)[0].ShouldStartWith("first-1;");
        string other = Path.Combine(_folder, "second.yaml");
        File.Move(file, other);

        Read(other, Cache)[0].ShouldStartWith("second-1;");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void Load_EntryCutShortOrFaulty_IsReadFromTheFile(double kept)
    {
        string file = Many("own.yaml", 200, "1 mS/cm");
        string[] plain = Read(file, Cache);
        byte[] bytes = File.ReadAllBytes(Entries()[0]);
        File.WriteAllBytes(Entries()[0], bytes[..(int)(kept * bytes.Length)]);
        Read(file, Cache).ShouldBe(plain);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(Entries()[0], bytes);

        Read(file, Cache).ShouldBe(plain);
        File.WriteAllText(Entries()[0], "no records");
        Read(file, Cache).ShouldBe(plain);
    }

    [Fact]
    public void Load_FaultyFile_IsRefusedEveryTimeAndNeverStored()
    {
        string file = Many("own.yaml", 200, "1 mS/cm2");
        for (int i = 0; i < 2; i++)
        {
            Should.Throw<InputException>(() => Read(file, Cache)).Message.ShouldContain("own.yaml(3,");
        }

        Entries().ShouldBeEmpty();
    }

    [Fact]
    public void Load_SmallFile_IsNotStored()
    {
        Read(Many("own.yaml", 5, "1 mS/cm"), Cache).Length.ShouldBe(5);

        Entries().ShouldBeEmpty();
    }

    [Fact]
    public void Load_FolderOfTheCacheThatCannotBe_CostsNothingButTime()
    {
        string file = Many("own.yaml", 200, "1 mS/cm"), taken = Path.Combine(_folder, "taken");
        File.WriteAllText(taken, "a file");

        Read(file, new RecordCache(taken)).Length.ShouldBe(200);
    }

    [Fact]
    public void Load_EntryThatWasNotUsedForLong_GoesWithTheNext()
    {
        Read(Many("old.yaml", 200, "1 mS/cm"), Cache);
        string old = Entries()[0];
        File.SetLastWriteTimeUtc(old, File.GetLastWriteTimeUtc(old).AddDays(-91));
        Read(Many("new.yaml", 200, "2 mS/cm"), Cache);

        Entries().ShouldHaveSingleItem().ShouldNotBe(old);
    }

    [Fact]
    public void Load_TwoFiles_ReportsEachAndKeepsTheirOrder()
    {
        Many("b.yaml", 3, "1 mS/cm");
        Many("a.yaml", 3, "1 mS/cm");
        var reports = new Collected();
        string[] ids = [.. RecordLibrary.Load([_folder], Cache, reports).Records.Where(record => record.IsOwn).Select(record => record.Id)];

        ids.ShouldBe(["a-1", "a-2", "a-3", "b-1", "b-2", "b-3"]);
        reports.Seen.Max(report => report.Read).ShouldBe(reports.Seen[0].All);
        (reports.Seen[0].Read, reports.Seen.Count).ShouldBe((0, reports.Seen[0].All + 1));
    }

    // More values than a description of a cell may have: a collection of records is another thing.
    [Fact]
    public void Load_FileOfManyRecords_IsNotTakenForTheWrongFile() => Read(Many("own.yaml", 9_000, "1 mS/cm"), null).Length.ShouldBe(9_000);

    private RecordCache Cache => new(Path.Combine(_folder, "cache"));

    private static string[] Read(string file, RecordCache? cache) =>
        [.. RecordLibrary.Load([file], cache, null).Records.Where(record => record.IsOwn).Select(Everything)];

    // Every field in words; a field that is added to records and not here fails the count.
    private static string Everything(LiteratureRecord record)
    {
        object?[] fields =
        [
            record.Id, record.Publication, record.System.Name, Pairs(record.System.Attributes.Select(entry => (entry.Key, entry.Value))), record.Specimen, record.State, record.Quantity,
            record.Value.Printed, Number(record.Value.Number), string.Join('|', record.Value.Digits), string.Join('|', record.Value.Uncertainty.Select(one => one.ToString("R", CultureInfo.InvariantCulture))),
            Pairs(record.Conditions.Select(entry => (entry.Key, $"{entry.Value.Text}~{Number(entry.Value.Value)}"))), record.Method, record.Source, record.Place, record.Row, record.Confidence,
            record.Kind, record.Note, record.IsOwn, record.Where.File, record.Where.Line, record.Where.Column, record.Where.Text,
        ];
        typeof(LiteratureRecord).GetProperties().Count(property => property.CanWrite).ShouldBe(17);
        return string.Join(';', fields);
    }

    private static string Pairs(IEnumerable<(string Name, string Text)> pairs) => string.Join(',', pairs.Select(pair => $"{pair.Name}={pair.Text}"));

    private static string Number(FactValue? value) => value is null ? "–"
        : $"{value.Qualifier} {string.Join('|', value.Numbers.Select(one => one.ToString("R", CultureInfo.InvariantCulture)))} {value.Unit.Symbol} {string.Join('|', value.InSi.Select(one => one.ToString("R", CultureInfo.InvariantCulture)))}";

    private string[] Entries() => Directory.Exists(Path.Combine(_folder, "cache")) ? Directory.GetFiles(Path.Combine(_folder, "cache")) : [];

    private string Own(string name, string text)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private string Many(string name, int count, string value)
    {
        var text = new StringBuilder("source: me\nrecords:\n");
        for (int i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ system: film {i % 7}, quantity: ionic_conductivity, value: {value}, state: pellet, at: {{ temperature: {20 + (i % 40)} degC, batch: b{i}, loading: 2 mg/cm2 }}, method: EIS, in: page {i} }}\n");
        }

        return Own(name, text.ToString());
    }

    private sealed class Collected : IProgress<(int Read, int All)>
    {
        internal List<(int Read, int All)> Seen { get; } = [];

        public void Report((int Read, int All) value)
        {
            lock (Seen)
            {
                Seen.Add(value);
            }
        }
    }
}
