using System.Diagnostics;
using System.Globalization;
using Lamella.UseCases;

namespace Lamella.Cli.Printing;

/// <summary>Progress as plain lines, few enough for a log: one when the step changes and one per tenth of the way.</summary>
/// <param name="output">Receives the lines.</param>
/// <param name="quiet">For how long from now nothing is written, as quick work needs no progress; above 0, its many steps get no lines of their own.</param>
internal sealed class ProgressLines(TextWriter output, TimeSpan quiet = default) : IProgress<RunProgress>
{
    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly Lock _turn = new();
    private string? _step;
    private int _tenth;

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        int tenth = (int)Math.Floor(10.0 * value.Fraction);
        lock (_turn)
        {
            bool isQuick = quiet > TimeSpan.Zero;
            if ((tenth <= _tenth && (isQuick || value.Step == _step)) || (isQuick && Stopwatch.GetElapsedTime(_begin) < quiet))
            {
                return;
            }

            (_step, _tenth) = (value.Step, tenth);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{100.0 * value.Fraction,4:0} %  {value.Step}"));
        }
    }
}
