using System.Collections.Immutable;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Description.Reading;

/// <summary>Hands the values of a cell.yaml to the builders and remembers what was used.</summary>
/// <remarks>The same builders make the model and the table of inputs, so the table cannot miss a value.</remarks>
internal sealed class CellValues(CellContent content, bool isLogged)
{
    private readonly ImmutableArray<Source>.Builder _sources = ImmutableArray.CreateBuilder<Source>();
    private readonly List<DescribedInput>? _inputs = isLogged ? [] : null;
    private readonly List<DescribedLaw>? _laws = isLogged ? [] : null;
    private readonly List<string>? _notes = isLogged ? [] : null;
    private readonly HashSet<string>? _used = isLogged ? new(StringComparer.Ordinal) : null;

    /// <summary>Gets what the file says.</summary>
    internal CellContent Content { get; } = content;

    /// <summary>Gets the sources of the values used so far, in the order of use.</summary>
    internal ImmutableArray<Source> Sources => _sources.ToImmutable();

    /// <summary>Gets a value indicating whether the table of inputs is wanted, so that texts for it are worth making.</summary>
    internal bool IsLogged => _inputs is not null;

    /// <summary>Gets the table of inputs.</summary>
    internal DescribedInputs Inputs => new([.. _inputs?.Distinct() ?? []], [.. _laws ?? []], [.. _notes?.Distinct() ?? []]);

    /// <summary>Takes a stated value in SI, or null.</summary>
    internal double? Take(string path)
    {
        if (Content.Find(path) is not { } stated)
        {
            return null;
        }

        _used?.Add(path);
        _sources.Add(stated.Quantity.Source!);
        _inputs?.Add(new DescribedInput(path, stated.Quantity, stated.Range, IsDefault: false));
        return stated.Si;
    }

    /// <summary>Takes a stated value in SI, or a default.</summary>
    internal double Take(string path, double fallback, string unit, Source source)
    {
        if (Take(path) is { } stated)
        {
            return stated;
        }

        Default(path, fallback, unit, source);
        return fallback;
    }

    /// <summary>Records a value that the file does not state.</summary>
    internal void Default(
        string path, double si, string unit, Source source, ReferenceState state = ReferenceState.None, double? temperature = null)
    {
        _sources.Add(source);
        if (_inputs is not null)
        {
            Unit printed = Unit.Parse(unit);
            var quantity = new Quantity(Rounded(printed.FromSi(si)), printed)
            {
                State = state, Temperature = temperature, Source = source,
            };
            _inputs.Add(new DescribedInput(path, quantity, null, IsDefault: true));
        }
    }

    /// <summary>Records a law that comes from a material.</summary>
    internal void Law(string path, string material, Source source)
    {
        _sources.Add(source);
        _laws?.Add(new DescribedLaw(path, material, source));
    }

    /// <summary>Records sentences for the list of warnings.</summary>
    internal void Note(params IEnumerable<string> notes) => _notes?.AddRange(notes);

    /// <summary>Records which stated values no part of the cell asked for, so that none is ignored in silence.</summary>
    internal void NoteUnused()
    {
        if (_used is null)
        {
            return;
        }

        foreach (string path in Content.Values.Keys.Order(StringComparer.Ordinal).Where(path => !_used.Contains(path)))
        {
            // The activation energy of a value goes unused with it: one sentence says both.
            string owner = path[..Math.Max(0, path.LastIndexOf('/'))];
            if (!Content.Values.ContainsKey(owner) || _used.Contains(owner))
            {
                Note($"{path}: {Content.Find(path)!.Quantity} is stated but changes nothing in this cell.");
            }
        }
    }

    /// <summary>Rounds to 10 digits, so that a default prints as people write it (5 um, not 5.000000000000001 um).</summary>
    private static double Rounded(double value)
    {
        if (value == 0.0)
        {
            return 0.0;
        }

        string text = value.ToString("E9", System.Globalization.CultureInfo.InvariantCulture);
        return double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
