using System.Globalization;
using Lamella.Core;
using Lamella.Core.Provenance;
using Lamella.Materials.Records.Comparing;

namespace Lamella.Cli.Printing;

/// <summary>A comparison of records as text: group by group, and what was left out and why.</summary>
internal static class ComparisonSheet
{
    /// <summary>Prints a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(RecordComparison comparison, TextWriter output)
    {
        foreach (ComparisonGroup group in comparison.Groups)
        {
            string state = group.State == ReferenceState.None ? string.Empty : $", {group.State.Text()}";
            string at = group.Temperature is { } kelvin ? Text($", {kelvin - PhysicalConstants.ZeroCelsius:G4} degC") : string.Empty;
            output.WriteLine($"{comparison.Quantity}{state}{at}, in {group.Unit.Symbol}");
            foreach (ComparedValue value in group.Values)
            {
                string range = value.High > value.Low ? Text($"  ({group.Unit.FromSi(value.Low):G3} to {group.Unit.FromSi(value.High):G3})") : string.Empty;
                output.WriteLine(Text($"  {group.Unit.FromSi(value.Value),10:G4}{range}  {value.Source.System.Name}  [{value.Source.Id}]"));
                if (value.OtherConditions is { Length: > 0 } conditions)
                {
                    output.WriteLine($"              at {conditions}");
                }

                if (value.Normalisation is { } how)
                {
                    output.WriteLine($"              {how}");
                }
            }
        }

        if (comparison.Groups.Length > 1)
        {
            output.WriteLine("Values of different groups must not be compared.");
        }

        if (comparison.Groups.Any(group => group.Values.Select(value => value.OtherConditions).Distinct().Count() > 1))
        {
            output.WriteLine("Inside a group the conditions below the values differ; only temperatures are normalised.");
        }

        if (!comparison.Omitted.IsEmpty)
        {
            output.WriteLine(Text($"left out: {comparison.Omitted.Length}"));
        }

        foreach (LeftOut omitted in comparison.Omitted)
        {
            output.WriteLine($"  {omitted.Source.System.Name} [{omitted.Source.Id}], {omitted.Source.Value.Printed}: {omitted.Reason}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
