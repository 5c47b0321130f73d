using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Lamella.Core.Quantities;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella units [UNIT]</c>: lists the unit symbols that input files may use, or explains one unit.</summary>
internal static class UnitsVerb
{
    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var unit = new Argument<string?>("UNIT")
        {
            Description = "A unit to explain, such as mS/cm or 'mAh g-1'; without it, all symbols are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = new Option<bool>("--json") { Description = "Print JSON for machines." };
        var command = new Command("units", "List the units that input files may use, or explain one.") { unit, json };
        command.SetAction(parsed =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            Unit[] units = parsed.GetValue(unit) is { } written ? [Unit.Parse(written)] : [.. Unit.Symbols.Select(Unit.Parse)];
            if (parsed.GetValue(json))
            {
                PrintJson(units, output);
            }
            else if (units is [var one])
            {
                output.WriteLine(Explain(one));
            }
            else
            {
                PrintList(output);
            }

            return ExitCode.Success;
        });
        return new Verb(command, ["units", "units mS/cm"]);
    }

    private static string Explain(Unit unit)
    {
        string offset = unit.IsAffine ? string.Create(CultureInfo.InvariantCulture, $" + {unit.Offset}") : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture, $"{unit.Symbol}: {unit.Dimension.Name}; value in SI = value x {unit.Factor:G15}{offset}");
    }

    private static void PrintList(TextWriter output)
    {
        output.WriteLine("Symbols, by what they measure. Combine them: mS/cm, mAh g-1, ohm cm2, J/(mol K). Case matters.");
        output.WriteLine();

        // Spellings of the same unit (l and L) stand beside each other because they share a dimension.
        var byDimension = Unit.Symbols.GroupBy(symbol => Unit.Parse(symbol).Dimension.Name);
        foreach (var group in byDimension.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {group.Key,-22}{string.Join("  ", group.OrderBy(symbol => Unit.Parse(symbol).Factor))}");
        }
    }

    private static void PrintJson(IEnumerable<Unit> units, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (Unit unit in units)
            {
                writer.WriteStartObject();
                writer.WriteString("symbol", unit.Symbol);
                writer.WriteString("dimension", unit.Dimension.Name);
                writer.WriteNumber("factor", unit.Factor);
                writer.WriteNumber("offset", unit.Offset);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
