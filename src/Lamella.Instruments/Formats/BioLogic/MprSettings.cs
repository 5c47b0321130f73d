using System.Globalization;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>Reads the settings module: technique, sample, geometry; the table of technique parameters is kept raw.</summary>
internal static class MprSettings
{
    private const string Section = "VMP Set";
    private const int ParameterHeader = 4, MostSequences = 1000;

    private static readonly (int At, string Name, string Type)[] Fields =
    [
        (0x107, "active material mass / mg", "f4"), (0x10B, "at x", "f4"), (0x10F, "molecular weight of active material / g/mol", "f4"),
        (0x113, "atomic weight of intercalated ion / g/mol", "f4"), (0x117, "acquisition started at xo", "f4"),
        (0x11B, "number of electrons per intercalated ion", "u2"), (0x11E, "electrode material", "text"), (0x1C0, "electrolyte", "text"),
        (0x211, "electrode surface area / cm2", "f4"), (0x215, "reference electrode", "text"), (0x24C, "characteristic mass / mg", "f4"),
        (0x25C, "battery capacity", "f4"), (0x260, "battery capacity unit id", "u1"),
    ];

    private static readonly int[] ParameterTables = [0x572, 0x1845, 0x1846, 0x1847];

    /// <summary>Reads the module.</summary>
    internal static void Read(ReadOnlySpan<byte> payload, RecordingDraft draft)
    {
        var bytes = new ByteReader(payload);
        int technique = bytes.U1(0);
        draft.Technique = BioLogicTechniques.NameOf(technique);
        draft.Set(Section, "technique id", technique.ToString(CultureInfo.InvariantCulture));
        draft.Set(Section, "comments", bytes.PascalText(7, TextDecoder.Western));
        foreach ((int at, string name, string type) in Fields)
        {
            if (bytes.Has(at, 4))
            {
                draft.Set(Section, name, type switch
                {
                    "f4" => bytes.F4(at).ToString(CultureInfo.InvariantCulture),
                    "u2" => bytes.U2(at).ToString(CultureInfo.InvariantCulture),
                    "u1" => bytes.U1(at).ToString(CultureInfo.InvariantCulture),
                    _ => bytes.PascalText(at, TextDecoder.Western),
                });
            }
        }

        ReadParameters(bytes, draft);
    }

    /// <summary>Keeps the parameters of each sequence as the bytes that they are: their layout differs from version to version.</summary>
    private static void ReadParameters(ByteReader bytes, RecordingDraft draft)
    {
        foreach (int table in ParameterTables)
        {
            int sequences = bytes.U2(table), parameters = bytes.U2(table + 2);
            long room = bytes.Length - table - ParameterHeader;
            if (sequences is < 1 or > MostSequences || parameters is < 1 or > MostSequences || room / sequences < parameters)
            {
                continue;
            }

            draft.Set(Section, "number of sequences", sequences.ToString(CultureInfo.InvariantCulture));
            draft.Set(Section, "parameters per sequence", parameters.ToString(CultureInfo.InvariantCulture));
            draft.Set(Section, $"@0x{table + ParameterHeader:x4} parameters", Convert.ToHexStringLower(
                bytes.Slice(table + ParameterHeader, Math.Min(room, 8L * sequences * parameters))));
            return;
        }
    }
}
