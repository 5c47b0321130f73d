using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.Materials.Records.Searching;
using Lamella.UseCases.Records;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella records</c>: published and own values, searched, compared, drawn, tabulated and exported.</summary>
internal static class RecordsVerb
{
    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var command = new Command("records", "Search and compare published values and your own.") { Find(), RecordCommands.Compare(), RecordCommands.Table(), RecordCommands.Page(), RecordCommands.Import() };
        return new Verb(
            command,
            [
                "records find LATP PEO --quantity ionic_conductivity --temperature \"20 to 30 degC\"",
                "records find --composition LATP --composition \"10 to 40 wt%\" --value \">= 0.5 mS/cm\"",
                "records find AIOSE --publication zheng2025 --output /tmp/aiose.csv",
                "records find --quantity ionic_conductivity --records examples/records --own",
                "records compare --publication zheng2025 --quantity ionic_conductivity --temperature \"40 degC\"",
                "records compare LATP --quantity ionic_conductivity --temperature \"25 degC\" --activation-energy \"0.35 eV\" --json",
                "records compare LATP --quantity ionic_conductivity --temperature \"25 degC\" --output results/comparison",
                "records table ruan2026-table1",
                "records page --output results/records",
                "records import examples/records/analysis/result.json --system \"own LATP pellet\" --state pellet",
            ]);
    }

    private static Command Find()
    {
        var choice = new RecordArguments();
        var limit = new Option<int>("--limit") { Description = "How many to print; default 20. Files hold all.", DefaultValueFactory = _ => 20 };
        var output = new Option<string?>("--output", "-o") { Description = "File for all records found: .csv, .json (reads back as a file of records) or .bib." };
        var json = new Option<bool>("--json") { Description = "Print all records found as JSON." };
        var command = new Command("find", "Find records by words, quantity, composition and conditions.") { limit, output, json };
        choice.AddTo(command);
        command.SetAction(async (parsed, interruption) =>
        {
            string? file = parsed.GetValue(output);
            if (file is not null)
            {
                RecordFiles.RequireFormat(file);
            }

            RecordQuery query = choice.Query(parsed);
            RecordHits hits = new RecordIndex(await choice.LibraryAsync(parsed, parsed.GetValue(json), interruption).ConfigureAwait(false)).Find(query);
            TextWriter target = parsed.InvocationConfiguration.Output;
            if (file is not null)
            {
                RecordFiles.Export(hits.Records, file);
            }

            if (parsed.GetValue(json))
            {
                target.Write(RecordsJson.Text(hits.Records));
            }
            else
            {
                RecordSheet.Print(hits, Math.Max(0, parsed.GetValue(limit)), target);
                target.Write(file is null ? string.Empty : $"written: {file}\n");
            }

            return ExitCode.Success;
        });
        return command;
    }
}
