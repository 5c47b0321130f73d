using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.Core.Files;
using Lamella.Materials.Records.Comparing;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Searching;
using Lamella.Materials.Records.Tables;
using Lamella.UseCases.Records;
using Lamella.UseCases.Writing;

namespace Lamella.Cli.Verbs;

/// <summary>The commands of <c>lamella records</c> beside <c>find</c>.</summary>
internal static class RecordCommands
{
    internal static Command Compare()
    {
        var choice = new RecordArguments(hasTemperature: false);
        var temperature = new Option<string?>("--temperature") { Description = "Temperature at which values are wanted, such as \"25 degC\"; without it each stands where it was measured." };
        var within = new Option<string?>("--within") { Description = "How far a temperature may be off without normalisation; default \"0.5 K\"." };
        var energy = new Option<string?>("--activation-energy") { Description = "Activation energy for records that state none, such as \"0.35 eV\"; without it they are left out." };
        var output = new Option<string?>("--output", "-o") { Description = "Folder for dossier.html, with a figure of each group, and result.json." };
        var json = new Option<bool>("--json") { Description = "Print the comparison as JSON." };
        var command = new Command("compare", "Compare values of one quantity; states are never mixed, and what is left out is shown.") { temperature, within, energy, output, json };
        choice.AddTo(command);
        command.SetAction(async (parsed, interruption) =>
        {
            string? folder = parsed.GetValue(output);
            if (folder is not null)
            {
                ResultFolder.RequireReplaceable(folder);
            }

            RecordQuery query = choice.Query(parsed); // refused before many files are read
            RecordComparison comparison = CompareRecords.Run(
                await choice.LibraryAsync(parsed, parsed.GetValue(json), interruption).ConfigureAwait(false), query, parsed.GetValue(temperature), parsed.GetValue(within), parsed.GetValue(energy));
            if (folder is not null)
            {
                ComparisonPage.Write(comparison, folder);
            }

            TextWriter target = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                target.Write(CompareRecords.ToJson(comparison));
            }
            else
            {
                ComparisonSheet.Print(comparison, target);
                target.Write(folder is null ? string.Empty : $"written: {Path.Combine(folder, "dossier.html")}, {Path.Combine(folder, "result.json")}\n");
            }

            return ExitCode.Success;
        });
        return command;
    }

    internal static Command Table()
    {
        var name = new Argument<string>("TABLE") { Description = "A table that ships (" + string.Join(", ", ReviewTable.Shipped) + "), or the path of a layout." };
        var records = new Option<string[]>("--records") { Description = "Folder or file of own records; repeat the option for more." };
        var output = new Option<string?>("--output", "-o") { Description = "File for the table as CSV; without it, it is printed." };
        var command = new Command("table", "Put a table of a review together again from its records.") { name, records, output };
        command.SetAction(async (parsed, interruption) =>
        {
            ReviewTable table = ReviewTable.Rebuild(parsed.GetRequiredValue(name),
                await RecordArguments.LibraryAsync([.. parsed.GetValue(records) ?? []], json: false, parsed.InvocationConfiguration.Error, interruption).ConfigureAwait(false));
            if (parsed.GetValue(output) is { } file)
            {
                AtomicFile.WriteText(file, table.Write);
                parsed.InvocationConfiguration.Output.WriteLine($"written: {file}");
            }
            else
            {
                table.Write(parsed.InvocationConfiguration.Output);
            }

            return ExitCode.Success;
        });
        return command;
    }

    internal static Command Page()
    {
        var choice = new RecordArguments();
        var output = new Option<string>("--output", "-o") { Description = "Folder for dossier.html and result.json.", Required = true };
        var command = new Command("page", "Draw records: conductivity map, retention against cycles and rate, energy against cycle life.") { output };
        choice.AddTo(command);
        command.SetAction(async (parsed, interruption) =>
        {
            string folder = parsed.GetRequiredValue(output);
            ResultFolder.RequireReplaceable(folder);
            RecordQuery query = choice.Query(parsed);
            RecordPage.Write(new RecordLibrary(new RecordIndex(await choice.LibraryAsync(parsed, json: false, interruption).ConfigureAwait(false)).Find(query).Records), folder);
            parsed.InvocationConfiguration.Output.WriteLine($"written: {Path.Combine(folder, "dossier.html")}, {Path.Combine(folder, "result.json")}");
            return ExitCode.Success;
        });
        return command;
    }

    internal static Command Import()
    {
        var path = new Argument<string>("RESULT") { Description = "A result.json of 'lamella analyse', or its folder." };
        var system = new Option<string>("--system") { Description = "What was measured.", Required = true };
        var state = new Option<string?>("--state") { Description = "Reference state where the result says none." };
        var source = new Option<string?>("--source") { Description = "Whom to cite; without it the measured files with their hashes." };
        var at = new Option<string[]>("--at") { Description = "A condition that the result does not say, as \"c_rate=0.5C\" or \"cathode=LFP\"; repeat the option for more." };
        var names = new Option<string[]>("--as") { Description = "Quantity of another result, as \"diffusivity=diffusion_coefficient\"; repeat the option for more." };
        var output = new Option<string?>("--output", "-o") { Description = "File for the records: .yaml, .json, .csv or .bib; without it they are printed." };
        var command = new Command("import", "Make records of the results of an analysis.") { path, system, state, at, source, names, output };
        command.SetAction(parsed =>
        {
            string? file = parsed.GetValue(output);
            if (file is not null)
            {
                RecordFiles.RequireFormat(file);
            }

            ImportedAnalysis imported = ImportAnalysis.Run(new ImportAnalysisRequest
            {
                Path = parsed.GetRequiredValue(path), System = parsed.GetRequiredValue(system), State = parsed.GetValue(state),
                Source = parsed.GetValue(source), Conditions = [.. parsed.GetValue(at) ?? []], Names = [.. parsed.GetValue(names) ?? []],
            });
            TextWriter target = parsed.InvocationConfiguration.Output;
            if (file is null)
            {
                target.Write(RecordsJson.Text(imported.Records));
            }
            else
            {
                RecordFiles.Export(imported.Records, file);
                target.WriteLine(FormattableString.Invariant($"written: {file}, {imported.Records.Length} records"));
            }

            foreach (string left in imported.LeftOut)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"left out: {left}");
            }

            return ExitCode.Success;
        });
        return command;
    }
}
