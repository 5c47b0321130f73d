using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Html;

/// <summary>Writes tables of choices: a static table of what each choice alone does, and sliders that a script shows.</summary>
internal static class ChoiceHtml
{
    private const double PerTenth = 10.0; // the page carries tenths of the unit as whole numbers

    /// <summary>Writes a table of choices.</summary>
    internal static void Write(ChoiceBlock block, int number, bool isInteractive, TextWriter writer)
    {
        TableHtml.Write(Alone(block), number, writer);
        if (isInteractive)
        {
            WritePanel(block, writer);
        }
    }

    /// <summary>Every choice alone at each of its stops, the others at the first.</summary>
    private static TableBlock Alone(ChoiceBlock block)
    {
        int[] stops = new int[block.Choices.Length];
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        rows.Add(Row(block.Ends.First, "–", block, stops));
        for (int choice = 0; choice < stops.Length; choice++)
        {
            for (stops[choice] = 1; stops[choice] < block.Choices[choice].Stops.Length; stops[choice]++)
            {
                rows.Add(Row($"{block.Choices[choice].Name} from {block.Choices[choice].Stops[0]}", block.Choices[choice].Stops[stops[choice]], block, stops));
            }

            stops[choice] = 0;
        }

        return new TableBlock(
            block.Caption, [Column.Text("Changed alone"), Column.Text("To"), .. block.Outcomes.Select(outcome => Column.Number(outcome.Name, block.Unit))], rows.ToImmutable());
    }

    private static TableRow Row(string name, string value, ChoiceBlock block, int[] stops) =>
        new([new Cell(name), new Cell(value), .. block.Outcomes.Select(outcome => new Cell(ReportNumber.Fixed(outcome.At(block.Choices, stops), 0)))]);

    private static void WritePanel(ChoiceBlock block, TextWriter writer)
    {
        writer.Write($"<div class=\"choices\" role=\"group\" aria-label=\"{HtmlText.Escape(block.Caption)}\" hidden>\n<div class=\"sliders\">\n");
        foreach (Choice choice in block.Choices)
        {
            writer.Write($"<label><span>{HtmlText.Escape(choice.Name)}</span><input type=\"range\" min=\"0\" max=\"{Number(choice.Stops.Length - 1)}\" step=\"1\" value=\"0\">"
                + $"<output>{HtmlText.Escape(choice.Stops[0])}</output></label>\n");
        }

        writer.Write($"<p><button type=\"button\" data-all=\"first\">{HtmlText.Escape(block.Ends.First)}</button> <button type=\"button\" data-all=\"last\">{HtmlText.Escape(block.Ends.Last)}</button></p>\n</div>\n");
        writer.Write($"<table>\n<caption>With the sliders as they stand</caption>\n<thead><tr><th scope=\"col\"></th><th scope=\"col\" class=\"r\">{HtmlText.Escape(block.Goal)} <span class=\"unit\">{HtmlText.Escape(block.Unit)}</span></th>"
            + $"<th scope=\"col\" class=\"r\">{HtmlText.Escape(block.Outcome)} <span class=\"unit\">{HtmlText.Escape(block.Unit)}</span></th><th scope=\"col\" class=\"r\">Left over <span class=\"unit\">{HtmlText.Escape(block.Unit)}</span></th></tr></thead>\n<tbody>\n");
        foreach (ChoiceOutcome outcome in block.Outcomes)
        {
            writer.Write($"<tr><th scope=\"row\">{HtmlText.Escape(outcome.Name)}</th><td class=\"r\">{HtmlText.Escape(ReportNumber.Significant(outcome.Goal, 4))}</td><td class=\"r\"></td><td class=\"r\"></td></tr>\n");
        }

        writer.Write($"</tbody>\n</table>\n<script type=\"application/json\" class=\"choice-data\">{Json(block)}</script>\n</div>\n");
    }

    private static string Json(ChoiceBlock block)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("choices");
            foreach (Choice choice in block.Choices)
            {
                json.WriteStartArray();
                foreach (string stop in choice.Stops)
                {
                    json.WriteStringValue(stop); // the writer escapes all markup
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteStartArray("outcomes");
            foreach (ChoiceOutcome outcome in block.Outcomes)
            {
                WriteOutcome(json, outcome);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteOutcome(Utf8JsonWriter json, ChoiceOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteNumber("goal", outcome.Goal);
        json.WriteStartArray("depends");
        foreach (int choice in outcome.Depends)
        {
            json.WriteNumberValue(choice);
        }

        json.WriteEndArray();
        json.WriteStartArray("tenths");
        foreach (double value in outcome.Values)
        {
            // Rounded away from the goal, so that rounding never makes it reached or missed.
            json.WriteNumberValue(value < outcome.Goal ? Math.Floor(PerTenth * value) : Math.Ceiling(PerTenth * value));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
