namespace Lamella.Cli;

/// <summary>Process exit codes, the same for every verb.</summary>
public static class ExitCode
{
    /// <summary>The verb did what was asked.</summary>
    public const int Success = 0;

    /// <summary>Lamella failed, or the machine did: a bug, a full disk.</summary>
    public const int Failure = 1;

    /// <summary>The input cannot be used; the message on standard error says why.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by Ctrl-C, as shells number it (128 + signal 2).</summary>
    public const int Interrupted = 130;
}
