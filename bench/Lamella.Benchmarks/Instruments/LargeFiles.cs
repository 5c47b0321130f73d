using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Lamella.Benchmarks.Instruments;

/// <summary>Makes large files of instruments in memory, record by record after their layouts.</summary>
internal static class LargeFiles
{
    /// <summary>Length of a record of <see cref="Mpr"/> [bytes].</summary>
    internal const int MprRecord = 79;

    /// <summary>Where the records of <see cref="Mpr"/> begin [bytes].</summary>
    internal const int MprStart = 52 + 57 + 406;

    /// <summary>Length of a record of <see cref="Nda"/> [bytes].</summary>
    internal const int NdaRecord = 86;

    /// <summary>Where the records of <see cref="Nda"/> begin [bytes].</summary>
    internal const int NdaStart = 4096;

    /// <summary>A galvanostatic cycling file of EC-Lab: 18 columns, 7 of them flags in one byte.</summary>
    internal static byte[] Mpr(int rows)
    {
        ushort[] columns = [1, 2, 3, 21, 31, 65, 131, 4, 7, 13, 5, 6, 467, 468, 123, 124, 125, 126];
        byte[] file = new byte[MprStart + (rows * MprRecord)];
        "BIO-LOGIC MODULAR FILE\u001a"u8.CopyTo(file);
        Span<byte> module = file.AsSpan(52);
        module[..57].Fill((byte)' ');
        "MODULEVMP data"u8.CopyTo(module);
        BinaryPrimitives.WriteInt32LittleEndian(module[41..], file.Length - 52 - 57);
        BinaryPrimitives.WriteInt32LittleEndian(module[45..], 3);
        "11/21/26"u8.CopyTo(module[49..]);
        BinaryPrimitives.WriteInt32LittleEndian(module[57..], rows);
        module[61] = (byte)columns.Length;
        for (int i = 0; i < columns.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(module[(62 + (2 * i))..], columns[i]);
        }

        for (int row = 0; row < rows; row++)
        {
            Span<byte> record = file.AsSpan(MprStart + (row * MprRecord), MprRecord);
            record[0] = 1;
            BinaryPrimitives.WriteDoubleLittleEndian(record[3..], 10.0 * row);
            BinaryPrimitives.WriteDoubleLittleEndian(record[11..], row / 1000 % 2 == 0 ? 1e-3 : -1e-3);
            BinaryPrimitives.WriteSingleLittleEndian(record[27..], 1f);
            BinaryPrimitives.WriteSingleLittleEndian(record[31..], 3.7f + (1e-4f * (row % 1000)));
        }

        return file;
    }

    /// <summary>A file of Neware, version 29.</summary>
    internal static byte[] Nda(int rows)
    {
        byte[] file = new byte[NdaStart + (rows * NdaRecord)];
        "NEWARE"u8.CopyTo(file);
        file[14] = 29;
        for (int row = 0; row < rows; row++)
        {
            Span<byte> record = file.AsSpan(NdaStart + (row * NdaRecord), NdaRecord);
            record[0] = 0x55;
            BinaryPrimitives.WriteInt32LittleEndian(record[2..], row + 1);
            BinaryPrimitives.WriteInt32LittleEndian(record[6..], row / 10_000);
            BinaryPrimitives.WriteInt16LittleEndian(record[10..], (short)(1 + (row / 1000 % 10)));
            (record[12], record[13]) = ((byte)(1 + (row / 1000 % 2)), (byte)(row / 1000));
            BinaryPrimitives.WriteInt64LittleEndian(record[14..], 1000L * (row % 1000));
            BinaryPrimitives.WriteInt32LittleEndian(record[22..], 37_000 + (row % 1000));
            BinaryPrimitives.WriteInt32LittleEndian(record[26..], 12_345);
            BinaryPrimitives.WriteInt64LittleEndian(record[38..], 100L * (row % 1000));
            BinaryPrimitives.WriteInt16LittleEndian(record[70..], 2026);
            (record[72], record[73], record[74], record[75], record[76]) = (11, 21, (byte)(row / 3600 % 24), (byte)(row / 60 % 60), (byte)(row % 60));
            BinaryPrimitives.WriteInt32LittleEndian(record[78..], 100);
        }

        return file;
    }

    /// <summary>A text export of EC-Lab with 12 columns, decimal points and exponents as EC-Lab writes them.</summary>
    internal static byte[] Mpt(int length) => Text(
        "EC-Lab ASCII FILE\nNb header lines : 4                          \n\nmode\tox/red\terror\tcontrol changes\tcounter inc.\ttime/s\tcontrol/V\tEwe/V\t<I>/mA\tcycle number\t(Q-Qo)/C\tP/W\t\n",
        row => string.Create(CultureInfo.InvariantCulture, $"2\t1\t0\t0\t0\t{row * 0.2:E15}\t{3.0 + (1e-4 * (row % 997)):E7}\t{3.1 + (1e-4 * (row % 991)):E7}\t{-0.1 + (1e-5 * (row % 983)):E15}\t{1 + (row / 5000)}.000000000000000E+000\t{1e-6 * row:E15}\t{1e-7 * row:E7}\t\n"),
        length);

    /// <summary>Battery Data Format with 6 columns.</summary>
    internal static byte[] Csv(int length) => Text(
        "Test Time / s,Voltage / V,Current / A,Unix Time / s,Cycle Count / 1,Ambient Temperature / degC\n",
        row => string.Create(CultureInfo.InvariantCulture, $"{row * 10.5},{3.7 + (1e-4 * (row % 997)):F4},{-0.000125 * (row % 3):G6},{1700000000 + (10 * row)},{1 + (row / 5000)},25.{row % 10}\n"),
        length);

    /// <summary>A chronoamperometry of Gamry with 9 columns.</summary>
    internal static byte[] Dta(int length) => Text(
        "EXPLAIN\nTAG\tCHRONOA\nTITLE\tLABEL\tChronoamperometry\tTest Identifier\nCURVE\tTABLE\t999999\n\tPt\tT\tVf\tIm\tVu\tSig\tAch\tIERange\tOver\n\t#\ts\tV vs. Ref.\tA\tV\tV\tV\t#\tbits\n",
        row => string.Create(CultureInfo.InvariantCulture, $"\t{row}\t{row * 0.03:G7}\t{-0.54e-3 + (1e-6 * (row % 991)):E5}\t{-2.34197e-8 * (1 + (row % 97)):E5}\t0.00000E+000\t0.00000E+000\t-6.66902E-004\t6\t...........\n"),
        length);

    /// <summary>A spreadsheet as Arbin exports it: 15 columns of numbers, packed.</summary>
    internal static byte[] Xlsx(int rows)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        string[] names =
        [
            "Data_Point", "Test_Time(s)", "Date_Time", "Step_Time(s)", "Step_Index", "Cycle_Index", "Current(A)", "Voltage(V)", "Charge_Capacity(Ah)",
            "Discharge_Capacity(Ah)", "Charge_Energy(Wh)", "Discharge_Energy(Wh)", "dV/dt(V/s)", "Internal_Resistance(Ohm)", "Is_FC_Data",
        ];
        var sheet = new StringBuilder($"<?xml version=\"1.0\"?><worksheet xmlns=\"{main}\"><sheetData><row r=\"1\">");
        for (int i = 0; i < names.Length; i++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + i)}1\" t=\"inlineStr\"><is><t>{names[i]}</t></is></c>");
        }

        sheet.Append("</row>");
        for (int row = 0; row < rows; row++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 2}\">");
            double[] cells =
            [
                row + 1, row * 10.004, 45000.5 + (row * 1e-4), row % 1000 * 10.004, 1 + (row / 1000 % 10), 1 + (row / 10_000), 1.0001e-4, 3.7 + (1e-4 * (row % 997)),
                1e-7 * row, 0.0, 3.7e-7 * row, 0.0, 1e-6 * (row % 89), 0.0123, 0.0,
            ];
            for (int i = 0; i < cells.Length; i++)
            {
                sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + i)}{row + 2}\"><v>{cells[i]:R}</v></c>");
            }

            sheet.Append("</row>");
        }

        sheet.Append("</sheetData></worksheet>");
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Channel_1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Add(archive, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Add(archive, "xl/worksheets/sheet1.xml", sheet.ToString());
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using Stream member = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        member.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Repeats rows until the text has its length: the last row is whole and the rest is blank lines.</summary>
    private static byte[] Text(string header, Func<int, string> row, int length)
    {
        byte[] text = new byte[length];
        text.AsSpan().Fill((byte)'\n');
        int at = Encoding.ASCII.GetBytes(header, text);
        for (int number = 0; ; number++)
        {
            string line = row(number);
            if (at + line.Length > length)
            {
                return text;
            }

            at += Encoding.ASCII.GetBytes(line, text.AsSpan(at));
        }
    }
}
