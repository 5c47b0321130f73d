using System.Collections.Immutable;
using System.CommandLine;

namespace Lamella.Cli.Verbs;

/// <summary>One verb of the command line.</summary>
/// <param name="Command">What the parser needs: name, description, arguments, options and action.</param>
/// <param name="Examples">Two whole command lines or more, without the word <c>lamella</c>, that run as they stand.</param>
internal sealed record Verb(Command Command, ImmutableArray<string> Examples);
