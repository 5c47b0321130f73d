using System.Collections.Frozen;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>Finds the unit at the end of a column name of EC-Lab: <c>Q charge/discharge/mA.h</c> ends with one, <c>ox/red</c> does not.</summary>
internal static class BioLogicUnits
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "s", "h", "V", "mV", "V/mA", "A", "mA", "µA", "nA", "Hz", "deg", "Ohm", "Ohm-1", "Ohm.cm", "mS/cm", "C", "mA.h", "A.h", "W", "mW", "W.h",
        "mW.h", "µF", "nF", "F", "µF-2", "%", "°C", "\uFFFDC", "mA.h/g", "mA.h/cm²", "mA/cm²", "mA/mg", "mA.h.V-1", "V/s", "mV/s", "bar",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the unit; empty where the name has none. A degree sign that an encoding lost is put back.</summary>
    internal static string Of(string name)
    {
        for (int slash = name.IndexOf('/'); slash >= 0; slash = name.IndexOf('/', slash + 1))
        {
            string tail = name[(slash + 1)..].TrimEnd('>');
            if (Known.Contains(tail))
            {
                return tail == "\uFFFDC" ? "°C" : tail;
            }
        }

        return string.Empty;
    }
}
