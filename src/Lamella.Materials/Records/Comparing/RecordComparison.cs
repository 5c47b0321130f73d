using System.Collections.Immutable;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Comparing;

/// <summary>One value of a comparison.</summary>
/// <param name="Source">The record.</param>
/// <param name="Value">Its value, at the temperature of the group [SI].</param>
/// <param name="Low">Lower end: of the printed range, the stated uncertainty and the two forms of the law of temperature [SI].</param>
/// <param name="High">Upper end, likewise [SI].</param>
/// <param name="Normalisation">How the temperature was normalised, or null where the value stands as measured.</param>
public sealed record ComparedValue(LiteratureRecord Source, double Value, double Low, double High, string? Normalisation)
{
    private static readonly string[] OfTheGroup = ["temperature", "activation_energy"];

    /// <summary>Gets the conditions that may differ inside a group, such as cycle, rate and loading, in words; empty where none is stated.</summary>
    public string OtherConditions => string.Join(", ", Source.Conditions.Where(entry => !OfTheGroup.Contains(entry.Key) && !IsRemark(entry.Key))
        .Select(entry => $"{entry.Key.Replace('_', ' ')} {entry.Value.Text}"));

    /// <summary>Tells whether a condition is a remark on another one.</summary>
    internal static bool IsRemark(string name) => name.EndsWith("_note", StringComparison.Ordinal) || name.EndsWith("_label", StringComparison.Ordinal);
}

/// <summary>Values that may be compared with each other: one reference state, one dimension, one temperature.</summary>
/// <param name="State">The reference state.</param>
/// <param name="Unit">The unit in which the first of them is printed.</param>
/// <param name="Temperature">The temperature [K], or null where none is stated or none matters.</param>
/// <param name="Values">The values, the greatest first.</param>
public sealed record ComparisonGroup(ReferenceState State, Unit Unit, double? Temperature, ImmutableArray<ComparedValue> Values);

/// <summary>A record that a comparison leaves out.</summary>
/// <param name="Source">The record.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record LeftOut(LiteratureRecord Source, string Reason);

/// <summary>What can be compared, and what cannot and why.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Groups">The groups, by state, dimension and temperature; values of two groups must not be compared.</param>
/// <param name="Omitted">The records that are in no group.</param>
public sealed record RecordComparison(string Quantity, ImmutableArray<ComparisonGroup> Groups, ImmutableArray<LeftOut> Omitted)
{
    /// <summary>Compares the records of one quantity.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="records">The records to compare; those of other quantities are ignored.</param>
    /// <param name="library">Where activation energies of the same systems stand.</param>
    /// <param name="options">At which temperature, and how strictly.</param>
    /// <returns>The groups and what was left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A temperature is not above 0 K, or the tolerance is negative.</exception>
    public static RecordComparison Of(string quantity, IEnumerable<LiteratureRecord> records, RecordLibrary library, ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Within);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Temperature ?? 1.0);
        var normaliser = new TemperatureNormaliser(library, options);
        var omitted = ImmutableArray.CreateBuilder<LeftOut>();
        var kept = new List<(ComparedValue Value, double? Temperature)>();
        foreach (LiteratureRecord record in records.Where(record => record.Quantity == quantity))
        {
            if (WhyNot(record, kept) is { } reason)
            {
                omitted.Add(new LeftOut(record, reason));
            }
            else if (normaliser.TryNormalise(record, out ComparedValue? value, out double? temperature, out string? problem))
            {
                kept.Add((value, temperature));
            }
            else
            {
                omitted.Add(new LeftOut(record, problem));
            }
        }

        return new RecordComparison(quantity, Grouped(kept), omitted.ToImmutable());
    }

    private static ImmutableArray<ComparisonGroup> Grouped(List<(ComparedValue Value, double? Temperature)> kept) =>
    [
        .. kept.GroupBy(entry => (entry.Value.Source.State, entry.Value.Source.Value.Number!.Unit.Dimension, entry.Temperature))
            .OrderBy(group => group.Key.State).ThenBy(group => group.Key.Temperature ?? 0.0)
            .Select(group => new ComparisonGroup(
                group.Key.State, group.First().Value.Source.Value.Number!.Unit, group.Key.Temperature,
                [.. group.Select(entry => entry.Value).OrderByDescending(value => value.Value)])),
    ];

    private static string? WhyNot(LiteratureRecord record, List<(ComparedValue Value, double? Temperature)> kept)
    {
        if (record.Value.Number is not { } number)
        {
            return "is said in words";
        }

        if (!number.IsComparable)
        {
            return number.Qualifier == FactQualifier.List ? "is a list of values" : $"is a bound: {number}";
        }

        if (record.Kind is "target" or "protocol")
        {
            return record.Kind == "target" ? "is a target, not a measurement" : "is a setting, not a measurement";
        }

        LiteratureRecord? same = kept.Select(entry => entry.Value.Source).FirstOrDefault(other => Repeats(other, record));
        return same is null ? null : $"states the same as {same.Id}";
    }

    // The same value of the same thing under the same conditions. A review may print what it quotes twice, under two names: of one quoted
    // work that is a repetition too, unless some words of the conditions differ, such as the cathode.
    private static bool Repeats(LiteratureRecord first, LiteratureRecord second) =>
        (first.System.Name == second.System.Name || (first.Source.QuotedIn is not null && first.Source == second.Source && !Contradict(first, second)))
        && first.State == second.State && first.Publication == second.Publication
        && first.Temperature == second.Temperature && first.Value.Number!.InSi.SequenceEqual(second.Value.Number!.InSi)
        && first.Conditions.Where(entry => entry.Value.Value is not null).Select(entry => (entry.Key, entry.Value.Text))
            .SequenceEqual(second.Conditions.Where(entry => entry.Value.Value is not null).Select(entry => (entry.Key, entry.Value.Text)));

    private static bool Contradict(LiteratureRecord first, LiteratureRecord second) => first.Conditions.Any(one =>
        one.Value.Value is null && !ComparedValue.IsRemark(one.Key) && second.Conditions.TryGetValue(one.Key, out RecordCondition? other) && other.Text != one.Value.Text);
}
