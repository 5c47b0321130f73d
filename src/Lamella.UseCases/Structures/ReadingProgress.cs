using System.Diagnostics;
using System.Globalization;

namespace Lamella.UseCases.Structures;

/// <summary>Tells how much of a volume is read, at most once a second: small files are read before there is anything to tell.</summary>
internal sealed class ReadingProgress : IProgress<double>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.0);
    private readonly string _what;
    private readonly IProgress<RunProgress> _progress;
    private long _told = Stopwatch.GetTimestamp();

    private ReadingProgress(string what, IProgress<RunProgress> progress) => (_what, _progress) = (what, progress);

    /// <inheritdoc/>
    public void Report(double value)
    {
        if (Stopwatch.GetElapsedTime(_told) > Pause)
        {
            _told = Stopwatch.GetTimestamp();
            _progress.Report(new RunProgress(string.Create(CultureInfo.InvariantCulture, $"reading the {_what}, {100.0 * value:F0} %"), 0.0));
        }
    }

    /// <summary>Makes one that tells a run, or none where nobody listens.</summary>
    internal static ReadingProgress? Of(string what, IProgress<RunProgress>? progress)
    {
        progress?.Report(new RunProgress($"reading the {what}", 0.0));
        return progress is null ? null : new ReadingProgress(what, progress);
    }
}
