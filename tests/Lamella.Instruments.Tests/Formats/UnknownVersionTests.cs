using System.Buffers.Binary;
using System.Text;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Formats;

/// <summary>Versions, ranges, columns and counts that nobody knows never stop the data, and absurd ones cost no memory.</summary>
[Trait("Level", "unit")]
public sealed class UnknownVersionTests
{
    [Fact]
    public void Nda_UnknownVersion_IsReadAndSaid()
    {
        byte[] file = File.ReadAllBytes(CorpusFolder.Require("neware_nda/nda_v22.nda"));
        Recording known = WrittenFile.Read(file);
        file[14] = 77;

        Recording recording = WrittenFile.Read(file);

        recording.RowCount.ShouldBe(known.RowCount);
        recording.Tables[0].Find(ColumnRole.Voltage)!.Values.ToNumbers().ShouldBe(known.Tables[0].Find(ColumnRole.Voltage)!.Values.ToNumbers());
        recording.Warnings.ShouldContain(warning => warning.Contains("Version 77 of the format is not known", StringComparison.Ordinal));
    }

    [Fact]
    public void Nda_UnknownRange_KeepsCountsAndAsksForOneNumber()
    {
        byte[] file = File.ReadAllBytes(CorpusFolder.Require("neware_nda/nda_v22.nda"));
        Recording known = WrittenFile.Read(file);
        ChangeRanges(file, 37);

        Recording recording = WrittenFile.Read(file);
        Recording asked = WrittenFile.Read(file, new ImportOptions { CurrentPerCount = 1e-7 });

        recording.RowCount.ShouldBe(known.RowCount);
        recording.Warnings.ShouldContain(warning => warning.Contains("range 37 (", StringComparison.Ordinal) && warning.Contains("--current-per-count", StringComparison.Ordinal));
        recording.Tables[0].Find(ColumnRole.Voltage)!.ToSi().ShouldBe(known.Tables[0].Find(ColumnRole.Voltage)!.ToSi());
        asked.Tables[0].Find(ColumnRole.Current)!.ToSi().Count(value => value != 0.0).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Mpr_UnknownColumn_IsKeptByPositionAndFlagged()
    {
        byte[] file = File.ReadAllBytes(CorpusFolder.Require("biologic_mpr/gcpl.mpr"));
        Recording known = WrittenFile.Read(file);
        int count = file[DataModule(file) + 4], last = DataModule(file) + 5 + (2 * (count - 1)); // the identifiers have 2 bytes each
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(last), 0x5B5B);

        Recording recording = WrittenFile.Read(file);

        recording.RowCount.ShouldBe(known.RowCount);
        recording.Tables[0].Columns.ShouldContain(column => !column.IsKnown && column.Name == "id 23387");
        recording.Warnings.ShouldContain(warning => warning.Contains("id 23387", StringComparison.Ordinal));
    }

    [Fact]
    public void Mpr_AbsurdRecordCount_ReadsWhatIsThereInBoundedMemory()
    {
        byte[] file = File.ReadAllBytes(CorpusFolder.Require("biologic_mpr/ocv.mpr"));
        Recording known = WrittenFile.Read(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(DataModule(file)), uint.MaxValue);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Recording recording = WrittenFile.Read(file);

        recording.RowCount.ShouldBeGreaterThanOrEqualTo(known.RowCount);
        recording.Shortfalls.Single().StatedRecords.ShouldBe(uint.MaxValue);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void Ndax_UnknownVersionOfTheData_IsReadAndSaid()
    {
        byte[] table = new byte[2 * 4096];
        (table[0], table[2]) = (1, 42); // data, of a version that there is none of
        BinaryPrimitives.WriteUInt16LittleEndian(table.AsSpan(4096 + 2), 2);
        table[4096 + 4] = 0b11;
        foreach ((int slot, float volts, float amperes) in new[] { (0, 3.5f, 0.1f), (1, 3.6f, -0.1f) })
        {
            BinaryPrimitives.WriteSingleLittleEndian(table.AsSpan(4096 + 132 + (8 * slot)), volts);
            BinaryPrimitives.WriteSingleLittleEndian(table.AsSpan(4096 + 136 + (8 * slot)), amperes);
        }

        Recording recording = WrittenFile.Read(WrittenWorkbook.Archive(("data.ndc", Encoding.Latin1.GetString(table))));

        // The archive is written as UTF-8, which leaves bytes below 128 as they are; those of the numbers are not looked at here.
        recording.FormatVersion.ShouldBe("42");
        recording.RowCount.ShouldBe(2);
        recording.Warnings.ShouldContain(warning => warning.Contains("Version 42", StringComparison.Ordinal));
        recording.Shortfalls.ShouldContain(shortfall => shortfall.Missing.Contains("run information", StringComparison.Ordinal));
    }

    private static int DataModule(byte[] file)
    {
        for (int at = file.AsSpan().IndexOf("MODULE"u8), from = at; ; at = from)
        {
            if (file.AsSpan(at + 6, 8).SequenceEqual("VMP data"u8))
            {
                bool isNew = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 41)) == uint.MaxValue;
                return at + (isNew ? 65 : 57);
            }

            from = at + 6 + file.AsSpan(at + 6).IndexOf("MODULE"u8);
        }
    }

    private static void ChangeRanges(byte[] file, int range)
    {
        int first = file.AsSpan().IndexOf(new byte[] { 0xAA, 0x00, 0x01, 0x00, 0x00, 0x00 });
        for (int at = first; at + 86 <= file.Length; at += 86)
        {
            if (file[at] == 0x55 && BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 78)) != 0)
            {
                BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + 78), range);
            }
        }
    }
}
