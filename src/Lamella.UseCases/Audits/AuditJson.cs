using System.Text.Json;
using Lamella.Audit.Verdicts;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Audits;

/// <summary>Writes an audit as JSON. Sides are in the unit that stands beside them.</summary>
internal static class AuditJson
{
    internal static void Write(Utf8JsonWriter writer, AuditReport report, string version)
    {
        writer.WriteString("title", report.Claims.Title);
        writer.WriteStartObject("provenance");
        writer.WriteString("model", AuditReport.Model);
        writer.WriteString("software_version", version);
        writer.WriteString("input_sha256", report.InputHash);
        writer.WriteEndObject();
        writer.WriteNumber("claims", report.Claims.Claims.Length);
        foreach (Outcome outcome in Enum.GetValues<Outcome>())
        {
            writer.WriteNumber(AuditWords.Of(outcome), report.Verdicts.Count(verdict => verdict.Outcome == outcome));
        }

        writer.Objects("assumptions", report.Claims.Assumptions.All, item =>
        {
            writer.WriteString("name", item.Name);
            writer.WriteString("unit", item.Unit);
            writer.WriteNumber("value", item.Usual);
            writer.WriteNumber("from", item.Low);
            writer.WriteNumber("to", item.High);
            writer.WriteString("meaning", item.Meaning);
            writer.WriteString("source", item.Source);
        });
        writer.Objects("verdicts", report.Verdicts, verdict => Write(writer, verdict));
    }

    private static void Write(Utf8JsonWriter writer, Verdict verdict)
    {
        writer.WriteString("verdict", AuditWords.Of(verdict.Outcome));
        writer.WriteString("check", verdict.Check);
        writer.WriteString("about", verdict.About);
        writer.WriteString("relation", verdict.Relation);
        Side(writer, "left", verdict.Left);
        Side(writer, "right", verdict.Right);
        writer.Number("gap", verdict.Left is null ? null : verdict.Gap);
        writer.Objects("claims", verdict.Claims, claim =>
        {
            writer.WriteString("id", claim.Id);
            writer.WriteString("about", claim.About);
            writer.WriteString("quantity", claim.Quantity);
            writer.WriteString("value", claim.Value.ToString());
            writer.WriteString("in", claim.Place);
        });
        writer.Objects("assumptions", verdict.Assumptions, item =>
        {
            writer.WriteString("name", item.Name);
            writer.WriteString("unit", item.Unit);
            writer.WriteNumber("value", item.Usual);
            writer.WriteNumber("from", item.Low);
            writer.WriteNumber("to", item.High);
            writer.Number("turns_at", item.TurnsAt);
        });
        writer.WriteString("reference", verdict.Reference);
        writer.WriteString("would_change", verdict.WouldChange);
        writer.WriteString("settled_by", verdict.Settles);
        writer.WriteString("remark", verdict.Remark);
    }

    private static void Side(Utf8JsonWriter writer, string name, VerdictSide? side)
    {
        if (side is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("what", side.Text);
        writer.WriteString("unit", side.Unit.Symbol);
        writer.Number("from", side.Unit.FromSi(side.Value.Low));
        writer.Number("to", side.Unit.FromSi(side.Value.High));
        writer.WriteEndObject();
    }
}
