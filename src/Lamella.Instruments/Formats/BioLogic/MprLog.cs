using System.Globalization;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Dates;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>Reads the log module: when, on which channel and device, with which software.</summary>
internal static class MprLog
{
    private const string Section = "VMP LOG";
    private const int StartAt = 585;
    private const double EarliestDay = 32_874.0, LatestDay = 73_415.0; // 1990-01-01 to 2101-01-01, days since 1899-12-30

    private static readonly (int At, string Name)[] Texts =
    [
        (0x251, "file name"), (0x351, "host"), (0x384, "address"), (0x3B7, "EC-Lab version"), (0x3BE, "server version"),
        (0x3C5, "interpreter version"), (0x3CF, "device serial number"),
    ];

    /// <summary>Reads the module.</summary>
    internal static void Read(ReadOnlySpan<byte> payload, RecordingDraft draft)
    {
        var bytes = new ByteReader(payload);
        draft.Set(Section, "channel number", (bytes.U1(9) + 1).ToString(CultureInfo.InvariantCulture));
        draft.Set(Section, "channel serial number", bytes.U2(0xAB).ToString(CultureInfo.InvariantCulture));
        draft.Set(Section, "Ewe control range min / V", bytes.F4(0x1F8).ToString(CultureInfo.InvariantCulture));
        draft.Set(Section, "Ewe control range max / V", bytes.F4(0x1FC).ToString(CultureInfo.InvariantCulture));
        foreach ((int at, string name) in Texts)
        {
            draft.Set(Section, name, bytes.PascalText(at, TextDecoder.Western));
        }

        draft.Set(Section, "averaging points", bytes.U1(0x922).ToString(CultureInfo.InvariantCulture));
        ReadStart(bytes.F8(StartAt), draft);
    }

    private static void ReadStart(double days, RecordingDraft draft)
    {
        draft.Set(Section, "acquisition started / days since 1899-12-30", days.ToString("R", CultureInfo.InvariantCulture));
        if (days is > EarliestDay and < LatestDay)
        {
            // Days as a double carry microseconds at best; anything finer would be invented.
            var started = DateTime.SpecifyKind(new DateTime(1899, 12, 30).AddTicks((long)Math.Round(days * 86_400e6) * 10), DateTimeKind.Unspecified);
            draft.Started = new WrittenDate(started, null, HasTime: true);
        }
        else
        {
            draft.Warn("The log holds no plausible start time; there is no absolute time but the dates of the modules.");
        }
    }
}
