using System.CommandLine;
using System.Text.Json;
using Lamella.Cli.Printing;
using Lamella.Instruments.Recordings;
using Lamella.UseCases.Importing;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella convert FILE --to bdf|npz|csv</c>: writes an instrument file in another format.</summary>
internal static class ConvertVerb
{
    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var path = new Argument<string>("FILE") { Description = "The file of an instrument." };
        var to = new Option<string>("--to") { Description = "bdf (Battery Data Format CSV, in SI), npz (NumPy arrays as stored) or csv (the vendor's columns).", Required = true };
        to.AcceptOnlyFromAmong("bdf", "npz", "csv");
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; default: the name of the input with the new ending, in the current folder." };
        var json = new Option<bool>("--json") { Description = "Print what was written as JSON." };
        var overrides = new ImportArguments();
        var command = new Command("convert", "Write an instrument file as BDF CSV, NumPy arrays or plain CSV.") { path, to, output, json };
        overrides.AddTo(command);
        command.SetAction((parsed, interruption) => Task.Run(
            () =>
            {
                ConversionTarget target = parsed.GetRequiredValue(to) switch { "bdf" => ConversionTarget.Bdf, "npz" => ConversionTarget.Npz, _ => ConversionTarget.Csv };
                (Recording recording, var written) = ConvertFile.Run(
                    parsed.GetRequiredValue(path), target, parsed.GetValue(output), overrides.Read(parsed), interruption);
                TextWriter printed = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(json))
                {
                    printed.WriteLine(JsonSerializer.Serialize(new
                    {
                        rows_in = recording.RowCount,
                        files = written.Select(file => new { file = file.File, rows = file.Rows }),
                        warnings = recording.Warnings,
                        missing = recording.Shortfalls.Select(shortfall => shortfall.ToString()),
                    }));
                }
                else
                {
                    ImportSheet.PrintConversion(recording, written, printed);
                }

                return ExitCode.Success;
            },
            interruption));
        return new Verb(
            command,
            ["convert data/measurements/discharge.bdf.csv --to npz --output /tmp/discharge.npz", "convert data/measurements/spectrum.csv --to csv --output /tmp/spectrum.csv"]);
    }
}
