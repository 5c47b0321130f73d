using System.Collections.Immutable;
using Lamella.Core.Provenance;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Searching;

namespace Lamella.Cli.Printing;

/// <summary>Records as text: what, on what, how much, under which conditions, and where it stands.</summary>
internal static class RecordSheet
{
    /// <summary>Prints what a search found.</summary>
    /// <param name="hits">The records.</param>
    /// <param name="most">How many to print.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(RecordHits hits, int most, TextWriter output)
    {
        foreach ((string word, string? nearest) in hits.UnknownWords)
        {
            output.WriteLine($"'{word}' occurs in no record{(nearest is null ? "." : $"; did you mean '{nearest}'?")}");
        }

        foreach (LiteratureRecord record in hits.Records.Take(most))
        {
            Print(record, output);
        }

        ImmutableArray<LiteratureRecord> all = hits.Records;
        string more = all.Length > most ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"; the first {most} are shown, --limit shows more") : string.Empty;
        output.WriteLine(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{all.Length} {(all.Length == 1 ? "record" : "records")}, of them {all.Count(record => record.IsOwn)} own{more}"));
    }

    private static void Print(LiteratureRecord record, TextWriter output)
    {
        string state = record.State == ReferenceState.None ? string.Empty : $" ({record.State.Text()})";
        output.WriteLine($"{record.System.Name}{(record.Specimen is { } part ? $", {part}" : string.Empty)}: {record.Quantity} {record.Value.Printed}{state}");
        string conditions = string.Join(", ", record.Conditions.Select(entry => $"{entry.Key} {entry.Value.Text}"));
        string doubt = record.Confidence == RecordConfidence.High ? string.Empty : $", confidence {record.Confidence.ToString().ToLowerInvariant()}";
        output.WriteLine($"    {(conditions.Length > 0 ? $"at {conditions}; " : string.Empty)}{record.Kind}{(record.Method is { } method ? $" by {method}" : string.Empty)}{doubt}");
        string quoted = record.Source.QuotedIn is { } review ? $"; quoted in {review}" : string.Empty;
        output.WriteLine($"    {record.Id}: {record.Source.Citation}{quoted}{(record.Place is { } place ? $", {place}" : string.Empty)}");
    }
}
