using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.PalmsensPssession;

/// <summary>One array of values of a data set, with the codes that stand beside each value.</summary>
/// <param name="Name">Description as written.</param>
/// <param name="Kind">Kind of unit, the last part of its type: <c>MicroAmpere</c>, <c>ZIm</c>.</param>
/// <param name="Values">The values; NaN where one is no number.</param>
/// <param name="Codes">Range, status and the like, by their key.</param>
internal sealed record PalmsensArray(string Name, string Kind, double[] Values, IReadOnlyDictionary<string, string[]> Codes)
{
    private static readonly FrozenDictionary<string, (string Unit, ColumnRole Role, double Factor, string Si)> Kinds =
        new Dictionary<string, (string, ColumnRole, double, string)>(StringComparer.OrdinalIgnoreCase)
        {
            ["Time"] = ("s", ColumnRole.TestTime, 1.0, "s"),
            ["Volt"] = ("V", ColumnRole.Voltage, 1.0, "V"),
            ["MicroAmpere"] = ("uA", ColumnRole.Current, 1e-6, "A"),
            ["Ampere"] = ("A", ColumnRole.Current, 1.0, "A"),
            ["MicroCoulomb"] = ("uC", ColumnRole.None, 1e-6, "C"),
            ["Hertz"] = ("Hz", ColumnRole.Frequency, 1.0, "Hz"),
            ["ZRe"] = ("ohm", ColumnRole.ImpedanceReal, 1.0, "Ω"),
            ["ZIm"] = ("ohm", ColumnRole.ImpedanceImaginary, -1.0, "Ω"), // stored as -Z''
            ["Z"] = ("ohm", ColumnRole.ImpedanceModulus, 1.0, "Ω"),
            ["Phase"] = ("deg", ColumnRole.ImpedancePhase, -Math.PI / 180.0, "rad"), // stored as -phase
            ["Y"] = ("S", ColumnRole.None, 1.0, "S"), ["YRe"] = ("S", ColumnRole.None, 1.0, "S"), ["YIm"] = ("S", ColumnRole.None, 1.0, "S"),
            ["Farad"] = ("F", ColumnRole.None, 1.0, "F"), ["FahradReal"] = ("F", ColumnRole.None, 1.0, "F"), ["FahradImaginary"] = ("F", ColumnRole.None, 1.0, "F"),
            ["Celsius"] = ("degC", ColumnRole.Temperature, 1.0, "K"),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads an array.</summary>
    internal static PalmsensArray Read(JsonElement node)
    {
        var values = new List<double>();
        var codes = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonElement entry in node.Items("DataValues"))
        {
            double value = double.NaN;
            foreach (JsonProperty part in entry.ValueKind == JsonValueKind.Object ? entry.EnumerateObject() : default)
            {
                if (part.NameEquals("V") || part.NameEquals("v"))
                {
                    value = Number(part.Value);
                    continue;
                }

                if (!codes.TryGetValue(part.Name, out List<string>? known))
                {
                    codes.Add(part.Name, known = [.. Enumerable.Repeat(string.Empty, values.Count)]);
                }

                known.Add(part.Value.ValueKind == JsonValueKind.String ? part.Value.GetString() ?? string.Empty : part.Value.GetRawText());
            }

            values.Add(value);
            foreach (List<string> list in codes.Values.Where(list => list.Count < values.Count))
            {
                list.Add(string.Empty);
            }
        }

        string type = node.Get("Unit").Text("Type");
        return new PalmsensArray(
            node.Text("Description"), type[(type.LastIndexOf('.') + 1)..], [.. values], codes.ToDictionary(code => code.Key, code => code.Value.ToArray()));
    }

    /// <summary>Makes the columns of the array: its values, then one for each code.</summary>
    /// <param name="rows">Number of records of the table; what an array lacks is blank.</param>
    /// <param name="takesRole">Whether the role of its kind is still free in the table.</param>
    /// <param name="turnsCurrent">Whether the user says that positive current discharges.</param>
    internal IEnumerable<RecordingColumn> Columns(int rows, Func<ColumnRole, bool> takesRole, bool turnsCurrent)
    {
        bool isKnown = Kinds.TryGetValue(Kind, out (string Unit, ColumnRole Role, double Factor, string Si) kind);
        bool isAlternating = Name is "Iac" or "Eac";
        bool isConstantTime = kind.Role == ColumnRole.TestTime && Values.Length > 1 && Values.All(value => value == Values[0]);
        ColumnRole role = !isKnown || isAlternating || isConstantTime || kind.Role == ColumnRole.None || !takesRole(kind.Role) ? ColumnRole.None : kind.Role;
        double factor = kind.Role == ColumnRole.Current && turnsCurrent ? -kind.Factor : kind.Factor;
        yield return new RecordingColumn
        {
            Name = Name, Unit = isKnown ? kind.Unit : Kind, Role = role, Values = ColumnValues.OfText(Padded(Values, rows)),
            Scale = !isKnown ? null : kind.Si == "K" ? ColumnScale.Celsius : ColumnScale.Of(factor, kind.Si), IsKnown = isKnown || Kind == "FixedUnit",
        };
        foreach ((string key, string[] code) in Codes)
        {
            yield return new RecordingColumn { Name = $"{Name} {key.ToUpper(CultureInfo.InvariantCulture)}", Values = CodeValues(code, rows) };
        }
    }

    private static ColumnValues CodeValues(string[] code, int rows)
    {
        double[] numbers = [.. code.Select(Number)];
        bool areNumbers = numbers.Zip(code).All(pair => pair.Second.Length == 0 || !double.IsNaN(pair.First));
        return areNumbers ? ColumnValues.OfText(Padded(numbers, rows))
            : ColumnValues.Of([.. code, .. Enumerable.Repeat(string.Empty, Math.Max(0, rows - code.Length))]);
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDouble(out double number) ? number : double.NaN,
        JsonValueKind.String => Number(value.GetString() ?? string.Empty),
        _ => double.NaN,
    };

    private static double[] Padded(double[] values, int rows)
    {
        double[] padded = new double[rows];
        Array.Fill(padded, double.NaN);
        values.AsSpan(0, Math.Min(values.Length, rows)).CopyTo(padded);
        return padded;
    }
}
