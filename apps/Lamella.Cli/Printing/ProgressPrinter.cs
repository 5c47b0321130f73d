using System.Runtime.CompilerServices;
using Lamella.UseCases;
using Spectre.Console;

namespace Lamella.Cli.Printing;

/// <summary>Shows the progress of a run while it runs.</summary>
/// <param name="style">How.</param>
/// <param name="error">Receives what is shown.</param>
/// <param name="quiet">For how long no lines are written.</param>
internal sealed class ProgressPrinter(ProgressStyle style, TextWriter error, TimeSpan quiet = default)
{
    private readonly ProgressStyle style = style;

    /// <summary>Chooses the style that suits where standard error goes.</summary>
    /// <param name="json">Whether the caller asked for output for machines.</param>
    /// <param name="error">Where progress would be shown.</param>
    /// <returns>Silent for machines, a bar on a terminal, lines otherwise.</returns>
    internal static ProgressPrinter For(bool json, TextWriter error)
    {
        bool terminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
        return new ProgressPrinter(json ? ProgressStyle.Silent : terminal ? ProgressStyle.Bar : ProgressStyle.Lines, error);
    }

    /// <summary>Chooses the style of work that mostly takes less than a second: a bar on a terminal, else nothing.</summary>
    /// <param name="json">Whether the caller asked for output for machines.</param>
    /// <param name="error">Where progress would be shown.</param>
    /// <returns>The printer.</returns>
    internal static ProgressPrinter ForShortRuns(bool json, TextWriter error)
    {
        ProgressPrinter usual = For(json, error);
        return usual.style == ProgressStyle.Lines ? new ProgressPrinter(ProgressStyle.Silent, error) : usual;
    }

    /// <summary>Chooses the style of work on many files: a bar on a terminal, else lines once it has taken a second.</summary>
    /// <param name="json">Whether the caller asked for output for machines.</param>
    /// <param name="error">Where progress would be shown.</param>
    /// <returns>The printer.</returns>
    internal static ProgressPrinter ForFiles(bool json, TextWriter error) => new(For(json, error).style, error, TimeSpan.FromSeconds(1.0));

    /// <summary>Runs work that reports its progress.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="work">The work; reports from any thread.</param>
    /// <returns>The result of the work.</returns>
    internal Task<T> RunAsync<T>(Func<IProgress<RunProgress>, Task<T>> work) => style switch
    {
        ProgressStyle.Bar => WithBarAsync(work),
        ProgressStyle.Lines => work(new ProgressLines(error, quiet)),
        _ => work(new NoProgress()),
    };

    // Not inlined: Spectre is loaded when a bar is drawn, not when any verb starts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<T> WithBarAsync<T>(Func<IProgress<RunProgress>, Task<T>> work)
    {
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new ProgressBarUpdate(context.AddTask("starting"))));
    }

    private sealed class NoProgress : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
        }
    }

    private sealed class ProgressBarUpdate(ProgressTask bar) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            bar.Description = Markup.Escape(value.Step);
            bar.Value = 100.0 * value.Fraction;
        }
    }
}
