using System.Collections.Immutable;
using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Records;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Searching;
using Lamella.UseCases.Records;

namespace Lamella.Cli.Verbs;

/// <summary>The arguments by which every command of <c>lamella records</c> chooses records.</summary>
internal sealed class RecordArguments
{
    private readonly Argument<string[]> _words = new("WORDS") { Description = "Words that must all occur: in system, composition, quantity, value, conditions, method, source (citation, title, DOI) or note.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _quantity = new("--quantity") { Description = "A quantity of the vocabulary, such as ionic_conductivity." };
    private readonly Option<string[]> _composition = new("--composition") { Description = "What the system must be made of, such as LATP, \"10 to 30 wt%\" or \"LATP 10 wt%\"; repeat the option for more." };
    private readonly Option<string?> _temperature = new("--temperature") { Description = "Temperature, such as \"25 degC\" or \"20 to 30 degC\"." };
    private readonly Option<string?> _value = new("--value") { Description = "What the value must be, such as \">= 1 mS/cm\"." };
    private readonly Option<string[]> _at = new("--at") { Description = "Another condition, as \"c_rate=0.5C\" or \"cathode=LFP\"; repeat the option for more." };
    private readonly Option<string?> _state = new("--state") { Description = "Reference state: " + string.Join(", ", ReferenceStateNames.All) + "." };
    private readonly Option<string?> _publication = new("--publication") { Description = "Key of a publication, such as zheng2025, or of an own file." };
    private readonly Option<bool> _own = new("--own") { Description = "Only own records." };
    private readonly Option<string[]> _records = new("--records") { Description = "Folder or file of own records; repeat the option for more. Without it, those in the user's folder for settings (lamella/records)." };
    private readonly bool _hasTemperature;

    internal RecordArguments(bool hasTemperature = true) => _hasTemperature = hasTemperature;

    internal void AddTo(Command command)
    {
        command.Arguments.Add(_words);
        Option[] options = [_quantity, _composition, _value, _at, _state, _publication, _own, _records];
        foreach (Option option in _hasTemperature ? [.. options, _temperature] : options)
        {
            command.Options.Add(option);
        }
    }

    internal Task<RecordLibrary> LibraryAsync(ParseResult parsed, bool json, CancellationToken interruption) =>
        LibraryAsync([.. parsed.GetValue(_records) ?? []], json, parsed.InvocationConfiguration.Error, interruption);

    internal static Task<RecordLibrary> LibraryAsync(ImmutableArray<string> named, bool json, TextWriter error, CancellationToken interruption) =>
        ProgressPrinter.ForFiles(json, error).RunAsync(progress => Task.Run(() => RecordFiles.Load(named, RecordFiles.UserFolder, progress, interruption), interruption));

    internal RecordQuery Query(ParseResult parsed) => new RecordQuery
    {
        Words = [.. parsed.GetValue(_words) ?? []],
        Quantity = parsed.GetValue(_quantity),
        Composition = [.. parsed.GetValue(_composition) ?? []],
        Temperature = _hasTemperature && parsed.GetValue(_temperature) is { } temperature ? PrintedValue.Read(temperature, _temperature.Name).Value : null,
        Value = parsed.GetValue(_value) is { } value ? PrintedValue.Read(value, _value.Name).Value : null,
        Conditions = (parsed.GetValue(_at) ?? []).Select(Condition).ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Condition, StringComparer.Ordinal),
        State = parsed.GetValue(_state) is { } state ? State(state) : null,
        Publication = parsed.GetValue(_publication),
        OnlyOwn = parsed.GetValue(_own),
    }.Checked(_quantity.Name);

    private ReferenceState State(string text) => ReferenceStateNames.TryParse(text, out ReferenceState state) ? state : throw new InputException(
        InputPlace.Whole(_state.Name), $"'{text}' is no reference state.", string.Join(", ", ReferenceStateNames.All), "Use one of these words.");

    private (string Name, RecordCondition Condition) Condition(string text)
    {
        string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
        {
            throw new InputException(InputPlace.Whole(_at.Name), $"'{text}' has no '='.", "NAME=VALUE", "Write for example --at \"c_rate=0.5C\".");
        }

        return (parts[0], new RecordCondition(parts[1], PrintedValue.BeginsAsNumber(parts[1]) ? PrintedValue.Read(parts[1], _at.Name).Value : null));
    }
}
