using System.Globalization;
using Lamella.Energy.Claims;
using Lamella.UseCases.Designs;
using Lamella.UseCases.Pouches;

namespace Lamella.Cli.Printing;

/// <summary>A table of claimed pouch cells with verdicts, and the assumptions behind them, as text.</summary>
internal static class PouchSheet
{
    private const int LongestSystem = 44;

    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="folder">Where its files were written, or null.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(PouchReport report, string? folder, TextWriter output)
    {
        output.WriteLine($"{report.Table}: claimed energies of pouch cells, in Wh/kg, and what the stated data can weigh");
        output.WriteLine($"ref  {"system".PadRight(LongestSystem)} claimed  standard  favourable  verdict");
        foreach (PouchAuditResult result in report.Results)
        {
            output.WriteLine(Text(
                $"{result.Claim.Name,3}  {Short(result.Claim.System).PadRight(LongestSystem)} {result.Claim.Energy / DesignUnits.WattHourPerKilogram,7:F1}  {Energy(result.Standard),8}  {Energy(result.Favourable),10}  {result.Verdict.Text()}"));
            foreach (string note in PouchNotes.Of(result))
            {
                output.WriteLine($"     {note}");
            }
        }

        foreach (var group in report.Results.GroupBy(result => result.Verdict).OrderBy(group => group.Key))
        {
            output.WriteLine(Text($"{group.Count(),4} {group.Key.Text()}: {string.Join(", ", group.Select(result => result.Claim.Name))}"));
        }

        PrintAssumptions(report.Budgets, output);
        if (folder is not null)
        {
            output.WriteLine($"written: {Path.Combine(folder, "dossier.html")}, {Path.Combine(folder, "result.json")}");
        }
    }

    private static void PrintAssumptions(PouchBudgets budgets, TextWriter output)
    {
        output.WriteLine("assumption               standard      favourable    (change one with --standard or --favourable \"NAME=VALUE\")");
        foreach (PouchAssumption assumption in budgets.Assumptions)
        {
            output.WriteLine($"  {assumption.Name,-22} {assumption.Standard?.ToString() ?? "never",-13} {assumption.Favourable.ToString(),-13} {assumption.Reason}");
        }

        foreach (AssumedCathode cathode in budgets.Cathodes)
        {
            string name = string.Join(", ", cathode.Names) + (cathode.UpperCutOff is { } limit ? Text($" to {limit:G3} V") : string.Empty);
            output.WriteLine(Text(
                $"  {name}: {cathode.Capacity.Standard / 3600.0:G4} mAh/g and {cathode.Voltage.Standard:F2} V; favourable {cathode.Capacity.Favourable / 3600.0:G4} mAh/g and {cathode.Voltage.Favourable:F2} V"));
        }
    }

    private static string Short(string system) => system.Length <= LongestSystem ? system : system[..(LongestSystem - 1)] + "…";

    private static string Energy(double? si) => si is { } value ? Text($"{value / DesignUnits.WattHourPerKilogram:F0}") : "-";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
