using System.Collections.Frozen;
using System.Text;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Impedance;

/// <summary>What the name of a column of an impedance table says.</summary>
/// <param name="Role">What it measures.</param>
/// <param name="IsNegated">True where the name says that the sign is turned: <c>-Z''</c>, <c>neg. Phase</c>.</param>
internal readonly record struct ImpedanceName(ColumnRole Role, bool IsNegated)
{
    private static readonly FrozenDictionary<string, ColumnRole> Names = Table();

    /// <summary>Reads a name.</summary>
    /// <param name="name">The name without unit.</param>
    /// <returns>What it says; role <see cref="ColumnRole.None"/> for a name that is none of impedance.</returns>
    internal static ImpedanceName Parse(string name)
    {
        string key = Normalise(name, out bool negated);
        return Names.TryGetValue(key, out ColumnRole role) ? new ImpedanceName(role, negated) : default;
    }

    /// <summary>Takes spaces, underscores, case, kinds of primes and a leading minus out of a name.</summary>
    private static string Normalise(string name, out bool negated)
    {
        var key = new StringBuilder(name.Length);
        foreach (char character in name.Trim().ToLowerInvariant())
        {
            _ = character switch
            {
                ' ' or '_' or '.' or '\t' => key,
                '\u2032' or '\u2019' or '`' or '\u00B4' => key.Append('\''),
                '"' or '\u2033' or '\u201D' => key.Append("''"),
                '\u2212' or '\u2013' => key.Append('-'),
                _ => key.Append(character),
            };
        }

        string text = key.ToString();
        text = text.StartsWith("data:", StringComparison.Ordinal) ? text[5..] : text;
        negated = false;
        foreach (string sign in (ReadOnlySpan<string>)["-", "negative", "neg", "minus"])
        {
            if (text.StartsWith(sign, StringComparison.Ordinal) && text.Length > sign.Length)
            {
                return Finish(text[sign.Length..], out negated);
            }
        }

        return text;

        static string Finish(string rest, out bool negated)
        {
            negated = true;
            return rest.Trim('(', ')') is var bare && bare.Contains('(', StringComparison.Ordinal) ? rest : bare;
        }
    }

    private static FrozenDictionary<string, ColumnRole> Table()
    {
        var table = new Dictionary<string, ColumnRole>(StringComparer.Ordinal);
        Add(ColumnRole.Frequency, "f freq frequency freq1 fr frequencies");
        Add(ColumnRole.ImpedanceReal, "z' re(z) rez zre zreal realz real(z) re real zr z're z'(a) rez1 zs' zrealpart realpart realimpedance resistancereal");
        Add(ColumnRole.ImpedanceImaginary, "z'' im(z) imz zim zimag zimg imagz imag(z) im imag imaginary zi z''(b) zs'' zimaginary imaginarypart imaginaryimpedance imz1");
        Add(ColumnRole.ImpedanceModulus, "|z| zmod zabs absz abs(z) mod(z) modz zmag z magnitude impedance absoluteimpedance z(abs) |z|1");
        Add(ColumnRole.ImpedancePhase, "phase phase(z) theta theta(z) zphz phz zphase phasez arg(z) argz phi phaseangle phase(z)1 angle \u03C6 \u03B8");
        Add(ColumnRole.TestTime, "time t elapsedtime elapsed");
        Add(ColumnRole.Voltage, "ewe <ewe> ewe(dc) potential edc vdc e voltage dcvoltage potential(dc) u");
        Add(ColumnRole.Current, "<i> idc current dccurrent i current(dc)");
        Add(ColumnRole.Temperature, "temperature temp");
        Add(ColumnRole.Sweep, "loopindex loop sweep spectrum spectrumindex measurement scan stepcount");
        Add(ColumnRole.Cycle, "cycle cyclenumber");
        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(ColumnRole role, string names)
        {
            foreach (string name in names.Split(' '))
            {
                table.Add(name, role);
            }
        }
    }
}
