using System.Collections.Immutable;

namespace Lamella.TestRunner;

/// <summary>What a run of <c>./test</c> was asked to do.</summary>
/// <param name="Projects">Words of which a project's name must contain one, upper or lower case; empty for all projects.</param>
/// <param name="Filters">Arguments handed on to every test project, in the form that xunit.v3 reads.</param>
/// <param name="SkippedIsFailure">Whether a skipped test fails the run unless the allow-list names it.</param>
/// <param name="AllowedReason">Words in the reason of a skipped test that excuse it, or null.</param>
internal sealed record RunnerOptions(
    ImmutableArray<string> Projects, ImmutableArray<string> Filters, bool SkippedIsFailure, string? AllowedReason)
{
    /// <summary>How to call <c>./test</c>.</summary>
    internal const string Usage =
        """
        ./test [WORD...] [--trait NAME=VALUE] [--class PATTERN] [--method PATTERN] [--no-build]
               [--no-skips [--may-skip WORDS]]

          WORD                 only test projects whose name contains the word
          --trait NAME=VALUE   only tests with this trait; repeated: any of them
          --class PATTERN      only this class, as Namespace.Class; * at either end stands for anything
          --method PATTERN     only this method, as Namespace.Class.Method; * at either end stands for anything
          --no-build           run what was built last
          --no-skips           a skipped test fails the run unless .ci/allowed-skips.txt names it
          --may-skip WORDS     with --no-skips: tests whose reason contains these words may be skipped

        Examples: ./test Cells    ./test --trait Level=unit    ./test Numerics --method '*Robertson*'
        """;

    /// <summary>Gets whether only some of the tests were asked for, so that a project without a match is no surprise.</summary>
    internal bool IsFiltered => !Filters.IsEmpty;

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">The arguments of <c>./test</c>.</param>
    /// <returns>The options.</returns>
    /// <exception cref="FormatException">An argument is unknown or lacks its value.</exception>
    internal static RunnerOptions Parse(IReadOnlyList<string> arguments)
    {
        var projects = ImmutableArray.CreateBuilder<string>();
        var filters = ImmutableArray.CreateBuilder<string>();
        bool skippedIsFailure = false;
        string? allowedReason = null;
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            switch (argument)
            {
                case "--no-build": // the script that starts this program has acted on it
                    break;
                case "--no-skips":
                    skippedIsFailure = true;
                    break;
                case "--trait" or "--class" or "--method" when i + 1 < arguments.Count:
                    filters.Add(argument[1..]);
                    filters.Add(arguments[++i]);
                    break;
                case "--may-skip" when i + 1 < arguments.Count:
                    allowedReason = arguments[++i];
                    break;
                case "--trait" or "--class" or "--method" or "--may-skip":
                    throw new FormatException($"'{argument}' needs a value after it.\n\n{Usage}");
                case ['-', ..]:
                    throw new FormatException($"'{argument}' is not an option of ./test.\n\n{Usage}");
                default:
                    projects.Add(argument);
                    break;
            }
        }

        return new RunnerOptions(projects.ToImmutable(), filters.ToImmutable(), skippedIsFailure, allowedReason);
    }
}
