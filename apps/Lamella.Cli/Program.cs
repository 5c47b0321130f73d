using System.Runtime.InteropServices;
using Lamella.Cli;

// The first Ctrl-C asks the verb to stop and clean up; the second ends the process as usual.
using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await CommandLine.RunAsync(args, Console.Out, Console.Error, interruption.Token).ConfigureAwait(false);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
}
