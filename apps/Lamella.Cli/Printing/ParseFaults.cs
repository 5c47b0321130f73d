using System.CommandLine;
using System.CommandLine.Parsing;
using Lamella.Core.Errors;

namespace Lamella.Cli.Printing;

/// <summary>Reports a command line that cannot be understood, with the nearest word that could have been meant.</summary>
internal static class ParseFaults
{
    /// <summary>Reports the faults of a command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="error">Receives the messages.</param>
    /// <returns>Whether there are any.</returns>
    internal static bool Report(ParseResult parsed, TextWriter error)
    {
        string[] unknown = [.. parsed.UnmatchedTokens, .. SwallowedOptions(parsed)];
        if (parsed.Action is HelpWithExamples || (parsed.Errors.Count == 0 && unknown.Length == 0))
        {
            return false; // a call for help excuses everything else
        }

        Command command = parsed.CommandResult.Command;
        string[] known = [.. KnownWords(parsed, command)];
        foreach (string word in unknown)
        {
            string hint = Suggestion.Nearest(word, known) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty;
            error.WriteLine($"error: '{word}' is not known here.{hint}");
        }

        foreach (ParseError problem in unknown.Length == 0 ? parsed.Errors : [])
        {
            error.WriteLine($"error: {problem.Message}");
        }

        string help = command is RootCommand ? "lamella --help" : $"lamella {command.Name} --help";
        error.WriteLine($"'{help}' shows what can be written.");
        return true;
    }

    // The parser takes a misspelt option for the argument of a verb that has one.
    private static IEnumerable<string> SwallowedOptions(ParseResult parsed) =>
        parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && IsOption(token.Value))
            .Select(token => token.Value)
            .Except(parsed.UnmatchedTokens);

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-' && (word[1] == '-' || char.IsAsciiLetter(word[1]));

    private static IEnumerable<string> KnownWords(ParseResult parsed, Command command)
    {
        var options = command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive));
        return options.SelectMany(option => option.Aliases.Prepend(option.Name)).Concat(command.Subcommands.Select(verb => verb.Name));
    }
}
