using System.Collections.Frozen;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>The column ids of .mpr files. Beyond 255 the meaning is that of the id modulo 256.</summary>
internal static class MprColumnKinds
{
    private const int WorkingPotential = 6, AveragePotential = 77, AmbiguousId = 174;

    private static readonly (int Id, string Name, string Unit, string Stored)[] Plain =
    [
        (4, "time", "s", "f8"), (5, "control", "V/mA", "f4"), (6, "Ewe", "V", "f4"), (7, "dq", "mA.h", "f8"), (8, "I", "mA", "f4"),
        (9, "Ece", "V", "f4"), (11, "<I>", "mA", "f8"), (13, "(Q-Qo)", "mA.h", "f8"), (16, "Analog IN 1", "V", "f4"),
        (17, "Analog IN 2", "V", "f4"), (19, "control", "V", "f4"), (20, "control", "mA", "f4"), (23, "dQ", "mA.h", "f8"),
        (24, "cycle number", "", "f8"), (27, "Ewe-Ece", "V", "f4"), (32, "freq", "Hz", "f4"), (33, "|Ewe|", "V", "f4"),
        (34, "|I|", "A", "f4"), (35, "Phase(Z)", "deg", "f4"), (36, "|Z|", "Ohm", "f4"), (37, "Re(Z)", "Ohm", "f4"),
        (38, "-Im(Z)", "Ohm", "f4"), (39, "I Range", "", "u2"), (69, "R", "Ohm", "f4"), (70, "P", "W", "f4"),
        (74, "|Energy|", "W.h", "f8"), (75, "Analog OUT", "V", "f4"), (76, "<I>", "mA", "f4"), (77, "<Ewe>", "V", "f4"),
        (78, "Cs-2", "µF-2", "f4"), (96, "|Ece|", "V", "f4"), (98, "Phase(Zce)", "deg", "f4"), (99, "|Zce|", "Ohm", "f4"),
        (100, "Re(Zce)", "Ohm", "f4"), (101, "-Im(Zce)", "Ohm", "f4"), (110, "Energy ce", "W.h", "f8"), (112, "Energy we", "W.h", "f8"),
        (115, "Energy ce charge", "W.h", "f8"), (116, "Energy ce discharge", "W.h", "f8"), (123, "Energy we charge", "W.h", "f8"),
        (124, "Energy we discharge", "W.h", "f8"), (125, "Capacitance charge", "µF", "f8"), (126, "Capacitance discharge", "µF", "f8"),
        (131, "Ns", "", "u2"), (163, "|Estack|", "V", "f4"), (166, "Phase(Zstack)", "deg", "f4"), (167, "|Zstack|", "Ohm", "f4"),
        (168, "Rcmp", "Ohm", "f4"), (169, "Cs", "µF", "f4"), (172, "Cp", "µF", "f4"), (173, "Cp-2", "µF-2", "f4"),
        (174, "<Ewe>", "V", "f4"), (175, "|Zwe-ce|", "Ohm", "f4"), (176, "Re(Zwe-ce)", "Ohm", "f4"), (177, "-Im(Zwe-ce)", "Ohm", "f4"),
        (178, "(Q-Qo)", "C", "f4"), (179, "dQ", "C", "f4"), (182, "step time", "s", "f8"), (185, "<Ece>", "V", "f4"),
        (206, "Temperature", "°C", "f4"), (211, "Q charge/discharge", "mA.h", "f8"), (212, "half cycle", "", "u4"),
        (213, "z cycle", "", "u4"), (215, "<Ece>", "V", "f4"), (217, "THD Ewe", "%", "f4"), (218, "THD I", "%", "f4"),
        (219, "THD Ece", "%", "f4"), (220, "NSD Ewe", "%", "f4"), (221, "NSD I", "%", "f4"), (222, "NSD Ece", "%", "f4"),
        (223, "NSR Ewe", "%", "f4"), (224, "NSR I", "%", "f4"), (225, "NSR Ece", "%", "f4"), (248, "Rac", "Ohm", "f4"),
        (249, "Rdc", "Ohm", "f4"), (253, "Acir/Dcir control", "", "u1"),
    ];

    private static readonly FrozenDictionary<int, MprColumnKind> ById = Build().ToFrozenDictionary();

    /// <summary>Gets the flags, which share one byte: id, name, mask and shift.</summary>
    internal static (int Id, string Name, byte Mask, int Shift)[] Flags { get; } =
    [
        (1, "mode", 0x03, 0), (2, "ox/red", 0x04, 2), (3, "error", 0x08, 3), (21, "control changes", 0x10, 4),
        (31, "Ns changes", 0x20, 5), (65, "counter inc.", 0x80, 7),
    ];

    /// <summary>Finds the meaning of an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="all">All ids of the file: 174 depends on its neighbours.</param>
    /// <returns>The meaning; null for an unknown id.</returns>
    internal static MprColumnKind? Find(int id, ReadOnlySpan<int> all)
    {
        int meaning = id % 256;
        if (meaning == AmbiguousId && Has(all, WorkingPotential, AveragePotential))
        {
            return new MprColumnKind("Phase(Zwe-ce)/deg", "deg", "f4");
        }

        return ById.GetValueOrDefault(meaning);
    }

    private static bool Has(ReadOnlySpan<int> all, int one, int other)
    {
        foreach (int id in all)
        {
            if (id % 256 == one || id % 256 == other)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<int, MprColumnKind> Build()
    {
        var kinds = new Dictionary<int, MprColumnKind>();
        foreach ((int id, string name, string unit, string stored) in Plain)
        {
            kinds.Add(id, new MprColumnKind(unit.Length > 0 ? $"{name}/{unit}" : name, unit, stored, ScopeOf(id)));
        }

        for (int harmonic = 2; harmonic <= 7; harmonic++)
        {
            kinds.Add(228 + harmonic, new MprColumnKind($"|Ewe h{harmonic}|/V", "V", "f4"));
            kinds.Add(234 + harmonic, new MprColumnKind($"|I h{harmonic}|/A", "A", "f4"));
            kinds.Add(240 + harmonic, new MprColumnKind($"|Ece h{harmonic}|/V", "V", "f4"));
        }

        return kinds;
    }

    private static ColumnScope ScopeOf(int id) => id switch
    {
        7 or 23 or 179 => ColumnScope.Interval,
        13 or 178 => ColumnScope.Test,
        115 or 116 or 123 or 124 or 125 or 126 or 211 => ColumnScope.HalfCycle,
        182 => ColumnScope.Step,
        _ => ColumnScope.Record,
    };
}
