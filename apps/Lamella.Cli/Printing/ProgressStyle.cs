namespace Lamella.Cli.Printing;

/// <summary>How the progress of a long run is shown, always on standard error.</summary>
internal enum ProgressStyle
{
    /// <summary>Not at all: the caller is a machine.</summary>
    Silent,

    /// <summary>A line per step and per tenth of the way: the output goes to a file or a pipe.</summary>
    Lines,

    /// <summary>A bar that moves: the output goes to a terminal.</summary>
    Bar,
}
