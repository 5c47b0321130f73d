using System.Collections.Immutable;
using System.CommandLine;
using Lamella.UseCases.Running;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella export-bpx CELL -o FILE</c>: writes a described cell as BPX and says what the format cannot hold.</summary>
internal static class ExportBpxVerb
{
    private static readonly ImmutableArray<string> Examples =
    [
        "export-bpx examples/cells/graphite-ncm811.yaml -o /tmp/graphite-ncm811.bpx.json",
        "export-bpx examples/cells/li-ncm.yaml --variant ncm622 -o /tmp/li-ncm622.bpx.json",
    ];

    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var cell = new Argument<string>("CELL") { Description = "Path of a cell.yaml, or of a BPX file (.json) to bring to the newest version." };
        var output = new Option<string>("--output", "-o") { Description = "The BPX file to write, such as cell.bpx.json.", Required = true };
        var variant = new Option<string?>("--variant") { Description = "A variant of the cell; without it, the base cell." };
        var command = new Command("export-bpx", "Write a described cell as a BPX file, and say what BPX cannot hold.") { cell, output, variant };
        command.SetAction(parsed =>
        {
            string file = parsed.GetRequiredValue(output);
            var losses = ExportBpx.Run(parsed.GetRequiredValue(cell), parsed.GetValue(variant), file);
            TextWriter target = parsed.InvocationConfiguration.Output;
            target.WriteLine($"Written: {file}");
            foreach (string loss in losses)
            {
                target.WriteLine($"  not in it: {loss}");
            }

            return ExitCode.Success;
        });
        return new Verb(command, Examples);
    }
}
