using System.Collections.Immutable;
using System.Text.Json;
using Lamella.Energy.Claims;
using Lamella.Reporting.Html;
using Lamella.UseCases.Designs;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Pouches;

/// <summary>A table of claimed pouch cells with what each can bear.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Budgets">The assumptions.</param>
/// <param name="Results">One result for each claim, in the order of the table.</param>
public sealed record PouchReport(string Table, PouchBudgets Budgets, ImmutableArray<PouchAuditResult> Results)
{
    /// <summary>Model that the budgets come from.</summary>
    internal const string Model = "pouch-budget/1";

    /// <summary>Writes result.json and dossier.html into a folder, whole or not at all.</summary>
    /// <param name="folder">The folder; an older result is replaced, anything else is not.</param>
    /// <exception cref="Core.Errors.InputException">The folder is none that results may replace.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(string folder) => ResultFolder.Write(folder, inside =>
    {
        using FileStream json = File.Create(Path.Combine(inside, ResultFolder.SummaryFile));
        JsonFile.Write(json, Members);
        using var page = new StreamWriter(Path.Combine(inside, ResultFolder.DossierFile)) { NewLine = "\n" };
        DossierHtml.Write(PouchPage.Of(this), page);
    });

    /// <summary>Returns the summary as JSON.</summary>
    /// <returns>The text of result.json.</returns>
    public string ToJson() => JsonFile.Text(Members);

    private void Members(Utf8JsonWriter writer)
    {
        writer.WriteString("table", Table);
        writer.WriteString("model", Model);
        writer.WriteString("software_version", DesignReport.Version);
        writer.Objects("pouches", Results, result => Result(writer, result));
        writer.Objects("assumptions", Budgets.Assumptions, assumption =>
        {
            writer.WriteString("name", assumption.Name);
            writer.WriteString("standard", assumption.Standard?.ToString());
            writer.WriteString("favourable", assumption.Favourable.ToString());
            writer.WriteString("reason", assumption.Reason);
        });
        writer.Objects("cathodes", Budgets.Cathodes, cathode =>
        {
            writer.Texts("names", cathode.Names);
            writer.Number("upper_cut_off_V", cathode.UpperCutOff);
            writer.WriteNumber("capacity_standard_mAh_per_g", cathode.Capacity.Standard / 3600.0);
            writer.WriteNumber("capacity_favourable_mAh_per_g", cathode.Capacity.Favourable / 3600.0);
            writer.WriteNumber("voltage_standard_V", cathode.Voltage.Standard);
            writer.WriteNumber("voltage_favourable_V", cathode.Voltage.Favourable);
        });
    }

    private static void Result(Utf8JsonWriter writer, PouchAuditResult result)
    {
        static double? Energy(double? si) => si / DesignUnits.WattHourPerKilogram;
        writer.WriteString("reference", result.Claim.Name);
        writer.WriteString("system", result.Claim.System);
        writer.WriteString("citation", result.Claim.Source.Citation);
        writer.Number("claimed_Wh_per_kg", Energy(result.Claim.Energy));
        writer.Number("standard_Wh_per_kg", Energy(result.Standard));
        writer.Number("favourable_Wh_per_kg", Energy(result.Favourable));
        writer.Number("favourable_without_packaging_Wh_per_kg", Energy(result.WithoutPackaging));
        writer.Number("ceiling_of_coating_and_electrolyte_Wh_per_kg", Energy(result.Ceiling));
        writer.WriteString("verdict", result.Verdict.Text());
        writer.Texts("missing", result.Missing);
        writer.Texts("assumed", result.Assumed);
        writer.Number("needed_areal_capacity_mAh_per_cm2", result.NeededArealCapacity / DesignUnits.MilliampereHourPerSquareCentimetre);
        writer.Number("left_beside_coating_electrolyte_lithium_mg_per_cm2", 100.0 * result.LeftForTheRest);
        writer.Number("implied_density_kg_per_L", result.ImpliedDensity / 1000.0);
        writer.Objects("standard_with_one_favourable_assumption", result.Effects, effect =>
        {
            writer.WriteString("assumption", effect.Name);
            writer.Number("Wh_per_kg", Energy(effect.Energy));
        });
        if (result.Elsewhere is { } other)
        {
            writer.WriteStartObject("elsewhere");
            writer.WriteString("place", other.Claim.Place);
            writer.Number("standard_Wh_per_kg", Energy(other.Standard));
            writer.Number("favourable_Wh_per_kg", Energy(other.Favourable));
            writer.WriteString("verdict", other.Verdict.Text());
            writer.WriteEndObject();
        }
    }
}
