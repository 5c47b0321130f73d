using System.CommandLine;
using System.Collections.Immutable;
using Lamella.Cli.Printing;
using Lamella.Instruments.Operations;
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
        var apply = new Option<string[]>("--apply") { Description = Operations(), Arity = ArgumentArity.OneOrMore };
        var overrides = new ImportArguments();
        var command = new Command("convert", "Write an instrument file as BDF CSV, NumPy arrays or plain CSV.") { path, to, output, apply, json };
        overrides.AddTo(command);
        command.SetAction((parsed, interruption) => Task.Run(
            () =>
            {
                ConversionTarget target = parsed.GetRequiredValue(to) switch { "bdf" => ConversionTarget.Bdf, "npz" => ConversionTarget.Npz, _ => ConversionTarget.Csv };
                ImmutableArray<RowOperation> operations = [.. (parsed.GetValue(apply) ?? []).Select(text => OperationParser.Parse(text, "--apply"))];
                Conversion conversion = ConvertFile.Run(
                    parsed.GetRequiredValue(path), target, parsed.GetValue(output), overrides.Read(parsed), operations, interruption);
                TextWriter printed = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(json))
                {
                    printed.Write(conversion.ToJson());
                }
                else
                {
                    ImportSheet.PrintConversion(conversion, printed);
                }

                return ExitCode.Success;
            },
            interruption));
        return new Verb(
            command,
            [
                "convert data/measurements/discharge.bdf.csv --to npz --output /tmp/discharge.npz",
                "convert data/measurements/spectrum.csv --to csv --output /tmp/spectrum.csv",
                "convert data/measurements/discharge.bdf.csv --to bdf --output /tmp/coarse.bdf.csv --apply \"keep voltage 3.0..4.2 V\" --apply \"resample every 60 s\"",
                "convert data/measurements/spectrum.csv --to csv --output /tmp/middle.csv --apply \"keep frequency 1 Hz..10 kHz\"",
            ]);
    }

    private static string Operations() =>
        "A filter or a resampling, and again for the next one; they are applied in order, noted in what is written, and never by themselves: "
        + string.Join("; ", OperationRegistry.Lines.Where(line => !line.Example.StartsWith("drop", StringComparison.Ordinal)).Select(line => line.Example))
        + "; and drop for keep.";
}
