using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Lamella.Analysis.Techniques;

namespace Lamella.Cli.Verbs;

/// <summary>The options of a technique as options of a command.</summary>
internal sealed class TechniqueArguments
{
    private readonly ImmutableArray<(TechniqueOption Declared, Option Parsed)> options;

    /// <summary>Makes the options of a technique.</summary>
    internal TechniqueArguments(IAnalysisTechnique technique) =>
        options = [.. technique.Options.Select(option => (option, Of(option)))];

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach ((_, Option option) in options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads what the user gave, as written; the technique checks it.</summary>
    internal ImmutableArray<(string Name, string Value)> Read(ParseResult parsed)
    {
        var given = ImmutableArray.CreateBuilder<(string, string)>();
        foreach ((TechniqueOption declared, Option option) in options)
        {
            if (option is Option<bool> flag)
            {
                if (parsed.GetValue(flag))
                {
                    given.Add((declared.Name, "on"));
                }
            }
            else if (parsed.GetValue((Option<string[]>)option) is { } values)
            {
                given.AddRange(values.Select(value => (declared.Name, value)));
            }
        }

        return given.ToImmutable();
    }

    private static Option Of(TechniqueOption option)
    {
        string name = "--" + option.Name;
        return option.IsSwitch
            ? new Option<bool>(name) { Description = Sentence(option.Meaning) }
            : new Option<string[]>(name) { Description = Sentence(option.Meaning + Allowed(option)), Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
    }

    private static string Allowed(TechniqueOption option)
    {
        string kind = option.Rule is { } rule ? $", such as \"{rule.Example}\""
            : option.Range is var (least, largest) ? string.Create(CultureInfo.InvariantCulture, $", {least} to {largest}")
            : option.Choices.IsEmpty ? string.Empty : ": " + string.Join(", ", option.Choices);
        return kind + (option.AllowsMany ? "; repeat it" : string.Empty) + (option.Default is { } standard ? $"; default: {standard}" : string.Empty);
    }

    private static string Sentence(string phrase) => char.ToUpperInvariant(phrase[0]) + phrase[1..] + ".";
}
