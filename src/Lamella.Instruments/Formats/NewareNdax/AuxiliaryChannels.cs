using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Neware;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>Auxiliary voltages, temperatures and humidities: one member per channel, described in <c>TestInfo.xml</c>.</summary>
internal sealed partial class AuxiliaryChannels
{
    private const int PagingVersion = 14, CombinedLength = 94;
    private const int TemperatureKind = 103, SetTemperatureKind = 335, HumidityKind = 345;

    private readonly ImmutableArray<(NdcMember Member, string Id, int Kind)> channels;
    private readonly RecordingDraft draft;

    private AuxiliaryChannels(ImmutableArray<(NdcMember Member, string Id, int Kind)> channels, RecordingDraft draft) =>
        (this.channels, this.draft) = (channels, draft);

    /// <summary>Matches members with the channels that the test describes.</summary>
    /// <param name="members">The members.</param>
    /// <param name="draft">Receives warnings.</param>
    /// <returns>The channels in the order of their numbers.</returns>
    internal static AuxiliaryChannels Match(NdaxMembers members, RecordingDraft draft)
    {
        var described = members.Documents
            .Where(document => document.Name.StartsWith("TestInfo", StringComparison.OrdinalIgnoreCase))
            .SelectMany(document => TestDocuments.Parse(document.Bytes)?.Descendants() ?? [])
            .Where(element => element.Attribute("AuxID") is not null && element.Attribute("ChlType") is not null)
            .OrderBy(element => Number(element, "RealChlID")).ThenBy(element => Number(element, "AuxID")).ToList();
        var found = members.Tables.Where(member => member.Kind == NdcMember.AuxiliaryKind)
            .OrderBy(member => Digits(member.Name), Comparer<string>.Create(string.CompareOrdinal)).ToList();
        var channels = ImmutableArray.CreateBuilder<(NdcMember, string, int)>();
        for (int i = 0; i < found.Count; i++)
        {
            XElement? own = described.Find(element => Named(found[i].Name, "AUX", Number(element, "RealChlID")))
                ?? (described.Count == found.Count ? described[i] : null);
            string id = own?.Attribute("AuxID")?.Value ?? Path.GetFileNameWithoutExtension(found[i].Name);
            channels.Add((found[i], id, own is null ? 0 : Number(own, "ChlType")));
        }

        return new AuxiliaryChannels(channels.ToImmutable(), draft);
    }

    /// <summary>Makes the columns.</summary>
    /// <param name="numbers">Numbers of the data records, rising, shape (records).</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>One or more columns per channel, NaN where a record has no value.</returns>
    internal List<RecordingColumn> Columns(uint[] numbers, CancellationToken cancellationToken)
    {
        var columns = new List<RecordingColumn>();
        foreach ((NdcMember member, string id, int kind) in channels.OrderBy(channel => channel.Id, StringComparer.Ordinal))
        {
            switch (member.Version)
            {
                case <= 2:
                    AddCombined(member, id, numbers, columns, cancellationToken);
                    break;
                case 5:
                    draft.Warn($"'{member.Name}' holds auxiliary values in version 5, whose layout is not known; they are not shown.");
                    break;
                case 11 or 16:
                    AddPair(member, id, numbers, columns, cancellationToken);
                    break;
                default:
                    AddSingle(member, id, kind, numbers, columns, cancellationToken);
                    break;
            }
        }

        bool hasRole = false;
        for (int i = 0; i < columns.Count; i++)
        {
            bool takesRole = !hasRole && columns[i].Name.StartsWith('T') && columns[i].Scale is not null;
            columns[i] = takesRole ? columns[i] with { Role = ColumnRole.Temperature } : columns[i];
            hasRole |= takesRole;
        }

        return columns;
    }

    private static void AddCombined(NdcMember member, string id, uint[] numbers, List<RecordingColumn> columns, CancellationToken cancellationToken)
    {
        NdcSlots slots = NdcSlots.Find(member.Bytes, member.Version, CombinedLength);
        var number = new NumberField<uint>(8);
        var voltage = new NumberField<int>(31);
        NumberField<short> temperature = new(41), target = new(43), humidity = new(45);
        RecordField.ReadAll(member.Bytes, slots.Records, [number, voltage, temperature, target, humidity], cancellationToken);
        columns.Add(Volts(id, Join(numbers, number.Numbers, row => voltage.Numbers[row] / 1e4)));
        columns.Add(Celsius("T" + id, Join(numbers, number.Numbers, row => temperature.Numbers[row] / 10.0)));
        columns.Add(Celsius("t" + id, Join(numbers, number.Numbers, row => target.Numbers[row] / 10.0)));
        columns.Add(Humidity(id, Join(numbers, number.Numbers, row => humidity.Numbers[row] / 10.0)));
    }

    private static void AddPair(NdcMember member, string id, uint[] numbers, List<RecordingColumn> columns, CancellationToken cancellationToken)
    {
        NdcSlots slots = NdcSlots.Find(member.Bytes, PagingVersion, 7);
        var voltage = new NumberField<float>(1);
        var temperature = new NumberField<short>(5);
        RecordField.ReadAll(member.Bytes, slots.Records, [voltage, temperature], cancellationToken);
        columns.Add(Volts(id, Join(numbers, slots.Numbers, row => voltage.Numbers[row] / 1e4)));
        columns.Add(Celsius("T" + id, Join(numbers, slots.Numbers, row => temperature.Numbers[row] / 10.0)));
    }

    private static void AddSingle(
        NdcMember member, string id, int kind, uint[] numbers, List<RecordingColumn> columns, CancellationToken cancellationToken)
    {
        NdcSlots slots = NdcSlots.Find(member.Bytes, PagingVersion, sizeof(float));
        var value = new NumberField<float>(0);
        RecordField.ReadAll(member.Bytes, slots.Records, [value], cancellationToken);
        double[] values = Join(numbers, slots.Numbers, row => value.Numbers[row]);
        columns.Add(kind switch
        {
            TemperatureKind => Celsius("T" + id, values),
            SetTemperatureKind => Celsius("t" + id, values),
            HumidityKind => Humidity(id, values),
            _ => new RecordingColumn { Name = "aux " + id, Values = ColumnValues.Of(values), IsKnown = false },
        });
    }

    private static double[] Join(uint[] numbers, uint[] own, Func<int, double> value)
    {
        double[] values = new double[numbers.Length];
        Array.Fill(values, double.NaN);
        for (int row = 0; row < own.Length; row++)
        {
            int at = Array.BinarySearch(numbers, own[row]);
            if (at >= 0)
            {
                values[at] = value(row);
            }
        }

        return values;
    }

    private static RecordingColumn Volts(string id, double[] values) =>
        new() { Name = "V" + id, Unit = "V", Values = ColumnValues.Of(values), Scale = ColumnScale.Of(1.0, "V") };

    private static RecordingColumn Celsius(string name, double[] values) =>
        NewareColumns.Temperature(name, ColumnValues.Of(values), "degC", ColumnScale.Celsius, isFirst: false);

    private static RecordingColumn Humidity(string id, double[] values) =>
        new() { Name = "H" + id, Unit = "%", Values = ColumnValues.Of(values), Scale = ColumnScale.Of(0.01, "–") };

    private static int Number(XElement element, string attribute) =>
        int.TryParse(element.Attribute(attribute)?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : -1;

    /// <summary>Makes a key that sorts names by the numbers in them.</summary>
    private static string Digits(string name) => Number().Replace(name, match => match.Value.PadLeft(12, '0'));

    private static bool Named(string member, string word, int number) =>
        member.Contains(string.Create(CultureInfo.InvariantCulture, $"{word}_{number}_"), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
