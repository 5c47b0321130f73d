using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Materials.Parameters;

namespace Lamella.Cli.Printing;

/// <summary>Turns what a verb threw into a message that a user can act on, and an exit code.</summary>
internal static class FailurePrinter
{
    /// <summary>Prints a failure.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="error">Receives the message.</param>
    /// <param name="verbose">Whether to add the stack trace.</param>
    /// <param name="interruption">Set when the user stopped the verb.</param>
    /// <returns>The exit code that belongs to the failure.</returns>
    internal static int Report(Exception failure, TextWriter error, bool verbose, CancellationToken interruption)
    {
        int exitCode = Print(failure, error, verbose, interruption);
        if (verbose)
        {
            error.WriteLine(failure.ToString());
        }

        return exitCode;
    }

    private static int Print(Exception failure, TextWriter error, bool verbose, CancellationToken interruption)
    {
        switch (failure)
        {
            case OperationCanceledException when interruption.IsCancellationRequested:
                error.WriteLine("Stopped. Nothing half-written was left behind.");
                return ExitCode.Interrupted;
            case InputException or QuantityFormatException or UnknownMaterialException:
                error.WriteLine($"error: {failure.Message}");
                return ExitCode.BadInput;
            case FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException:
                error.WriteLine($"error: {failure.Message}");
                error.WriteLine("Check the path and whether you may read and write there.");
                return ExitCode.BadInput;
            case IOException:
                error.WriteLine($"error: reading or writing failed: {failure.Message}");
                error.WriteLine("Check that the disk is not full and that no other program holds the file, then run it again.");
                return ExitCode.Failure;
            default:
                error.WriteLine($"error: Lamella failed, and that is its fault, not yours ({failure.GetType().Name}: {failure.Message})");
                error.WriteLine(verbose
                    ? "Please report it with the command line, the input files and the text below."
                    : "Please report it: run it again with --verbose and send what it prints together with the input files.");
                return ExitCode.Failure;
        }
    }
}
