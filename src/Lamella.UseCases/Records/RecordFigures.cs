using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core;
using Lamella.Core.Provenance;
using Lamella.Materials.Records;
using Lamella.Materials.Records.Comparing;
using Lamella.Materials.Records.Entries;
using Lamella.Reporting.Figures;

namespace Lamella.UseCases.Records;

/// <summary>One drawing of records with what it shows and what it leaves out.</summary>
/// <param name="Drawings">The figures; none where no record can be drawn.</param>
/// <param name="Shown">The records that are drawn.</param>
/// <param name="Omitted">The records that are not, and why.</param>
public sealed record RecordDrawing(ImmutableArray<Figure> Drawings, ImmutableArray<LiteratureRecord> Shown, ImmutableArray<LeftOut> Omitted);

/// <summary>Draws records: conductivities, retentions, energies. States are never mixed in one series.</summary>
public static class RecordFigures
{
    private const double MillisiemensPerCentimetre = 0.1; // S/m
    private const double WattHourPerKilogram = 3600.0; // J/kg

    /// <summary>Draws the map of conductivities: against temperature, and against the share of filler near room temperature.</summary>
    /// <param name="library">The records.</param>
    /// <returns>The figures.</returns>
    public static RecordDrawing Conductivities(RecordLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        var compared = RecordComparison.Of("ionic_conductivity", library.Records, library, new ComparisonOptions());
        ImmutableArray<LiteratureRecord> shown = [.. compared.Groups.SelectMany(group => group.Values).Select(value => value.Source)];
        var figures = ImmutableArray.CreateBuilder<Figure>();
        AddMap(figures, "Conductivity against temperature", Axis.Linear("Temperature", "°C"), shown, record => record.Temperature - PhysicalConstants.ZeroCelsius);
        if (figures.Count > 0)
        {
            figures[0] = figures[0] with { Caption = "Each value at the temperature at which it was measured; nothing is normalised. Systems and sources stand in the table, and at each point." };
        }

        var shares = new FillerShares(library);
        LiteratureRecord[] room = [.. shown.Where(record => record.Temperature is >= PhysicalConstants.ZeroCelsius + 19.5 and <= PhysicalConstants.ZeroCelsius + 30.5)];
        AddMap(figures, "Conductivity at 20 to 30 °C against the share of ceramic", Axis.Linear("Ceramic", "wt%"), room, shares.Of);
        if (figures.Count > 1 && room.Count(record => shares.Of(record) is null) is > 0 and int silent)
        {
            figures[1] = figures[1] with
            {
                Caption = string.Create(CultureInfo.InvariantCulture, $"{silent} of {room.Length} conductivities at these temperatures are of systems that state no share by mass; they stand in the table alone."),
            };
        }

        return new RecordDrawing(figures.ToImmutable(), shown, compared.Omitted);
    }

    /// <summary>Draws retention against cycles, one series for each range of rates, and fade per cycle against rate.</summary>
    /// <param name="library">The records.</param>
    /// <returns>The figures.</returns>
    public static RecordDrawing Retentions(RecordLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        var omitted = ImmutableArray.CreateBuilder<LeftOut>();
        var kept = new List<(LiteratureRecord Record, double Retention, double Cycles, double? Rate)>();
        foreach (LiteratureRecord record in library.Records.Where(record => record.Quantity == "capacity_retention"))
        {
            double? cycles = Single(record, "cycle");
            string? reason = record.Value.Number is not { IsComparable: true } number ? $"is a bound or no number: {record.Value.Printed}"
                : number.Qualifier == FactQualifier.Range ? $"is a range: {record.Value.Printed}"
                : record.Kind is "target" or "protocol" ? $"is a {(record.Kind == "target" ? "target" : "setting")}, not a measurement"
                : cycles is null or <= 0.0 ? "no single number of cycles stated" : null;
            if (reason is not null)
            {
                omitted.Add(new LeftOut(record, reason));
            }
            else
            {
                kept.Add((record, 100.0 * record.Value.Number!.CentreInSi, cycles!.Value, Single(record, "c_rate")));
            }
        }

        ImmutableArray<Series> life = [.. kept.GroupBy(entry => RateClass(entry.Rate)).OrderBy(group => group.Key.Place).Select((group, i) =>
            Named(group.Key.Name, i, group.Select(entry => (entry.Record, new DataPoint(entry.Cycles, entry.Retention)))))];
        (LiteratureRecord Record, DataPoint Point)[] fade =
            [.. kept.Where(entry => entry.Rate is not null && entry.Retention < 100.0).Select(entry => (entry.Record, new DataPoint(entry.Rate!.Value, (100.0 - entry.Retention) / entry.Cycles)))];
        var figures = ImmutableArray.CreateBuilder<Figure>();
        if (!life.IsEmpty)
        {
            figures.Add(new Figure("Retention against cycles", Axis.Logarithmic("Cycles", Axis.Dimensionless), Axis.Linear("Retention of capacity", "%"), life)
            {
                Caption = "Retention in the last cycle that is stated, by the rate of cycling. Temperatures, loadings and windows differ; they stand in the table.",
            });
        }

        if (fade.Length > 0)
        {
            figures.Add(new Figure(
                "Fade against rate", Axis.Logarithmic("Rate", "C"), Axis.Logarithmic("Mean fade", "% per cycle"), [Named("All cells", 0, fade)])
            {
                Caption = "Lost share of the first capacity over the number of cycles. Temperatures, loadings and windows differ; they stand in the table.",
            });
        }

        return new RecordDrawing(figures.ToImmutable(), [.. kept.Select(entry => entry.Record)], omitted.ToImmutable());
    }

    /// <summary>Draws the energy of cells against the cycles that are stated for the same cell.</summary>
    /// <param name="library">The records.</param>
    /// <returns>The figure.</returns>
    public static RecordDrawing Energies(RecordLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        ILookup<(string, string, string?), LiteratureRecord> cycles = library.Records.Where(record => record.Quantity == "cycles" && record.Value.Number is { Qualifier: not (FactQualifier.Range or FactQualifier.List) })
            .ToLookup(Cell);
        var omitted = ImmutableArray.CreateBuilder<LeftOut>();
        var points = new List<(LiteratureRecord Record, DataPoint Point, bool IsBound)>();
        foreach (LiteratureRecord record in library.Records.Where(record => record.Quantity == "energy_density"))
        {
            LiteratureRecord? life = cycles[Cell(record)].FirstOrDefault();
            string? reason = record.Kind == "target" ? "is a target, not a measurement"
                : record.Value.Number is not { IsComparable: true } ? $"is a bound: {record.Value.Printed}"
                : life is null ? "no cycles stated for the same cell" : null;
            if (reason is not null)
            {
                omitted.Add(new LeftOut(record, reason));
                continue;
            }

            FactValue number = record.Value.Number!;
            points.Add((record, new DataPoint(
                life!.Value.Number!.InSi[0], number.CentreInSi / WattHourPerKilogram, number.InSi.Min() / WattHourPerKilogram, number.InSi.Max() / WattHourPerKilogram),
                life.Value.Number.Qualifier is FactQualifier.Above or FactQualifier.AtLeast));
        }

        ImmutableArray<Series> series = [.. points.GroupBy(entry => entry.IsBound).OrderBy(group => group.Key).Select((group, i) =>
            Named(group.Key ? "More cycles than shown" : "Cycles as stated", i, group.Select(entry => (entry.Record, entry.Point))))];
        return new RecordDrawing(
            series.IsEmpty ? [] : [new Figure("Energy against cycle life", Axis.Logarithmic("Cycles", Axis.Dimensionless), Axis.Linear("Energy of the cell", "Wh/kg"), series)
            {
                Caption = "Cycles to the end of the test, whatever capacity was left; retentions stand in the section before.",
            }],
            [.. points.Select(entry => entry.Record)],
            omitted.ToImmutable());
    }

    private static void AddMap(ImmutableArray<Figure>.Builder figures, string title, Axis x, IEnumerable<LiteratureRecord> records, Func<LiteratureRecord, double?> position)
    {
        ImmutableArray<Series> series = [.. records
            .Select(record => (Record: record, X: position(record)))
            .Where(entry => entry.X is not null && entry.Record.Value.Number!.InSi.Min() > 0.0)
            .GroupBy(entry => entry.Record.State).OrderBy(group => group.Key)
            .Select(group => Named(group.Key.Text(), (int)group.Key, group.Select(entry => (entry.Record, Point(entry.X!.Value, entry.Record.Value.Number!)))))];
        if (!series.IsEmpty)
        {
            figures.Add(new Figure(title, x, Axis.Logarithmic("Conductivity", "mS/cm"), series));
        }
    }

    private static PointSeries Named(string name, int colour, IEnumerable<(LiteratureRecord Record, DataPoint Point)> points)
    {
        (LiteratureRecord Record, DataPoint Point)[] all = [.. points];
        return new PointSeries(name, PointRole.Measured, [.. all.Select(entry => entry.Point)])
        {
            Colour = SeriesColour.Slot(colour), Names = [.. all.Select(entry => $"{entry.Record.System.Name} [{entry.Record.Id}]")],
        };
    }

    private static DataPoint Point(double x, FactValue value) => new(
        x, value.CentreInSi / MillisiemensPerCentimetre, value.InSi.Min() / MillisiemensPerCentimetre, value.InSi.Max() / MillisiemensPerCentimetre);

    private static double? Single(LiteratureRecord record, string condition) =>
        record.Conditions.GetValueOrDefault(condition)?.Value is { Qualifier: FactQualifier.Exact or FactQualifier.About } value ? value.InSi[0] : null;

    private static (string Publication, string System, string? Row) Cell(LiteratureRecord record) => (record.Publication, record.System.Name, record.Row);

    private static (int Place, string Name) RateClass(double? rate) => rate switch
    {
        null => (4, "no rate stated"),
        <= 0.2 => (0, "up to 0.2C"),
        <= 0.5 => (1, "above 0.2C to 0.5C"),
        <= 1.0 => (2, "above 0.5C to 1C"),
        _ => (3, "above 1C"),
    };
}
