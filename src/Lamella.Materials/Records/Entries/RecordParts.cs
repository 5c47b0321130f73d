using System.Collections.Immutable;

namespace Lamella.Materials.Records.Entries;

/// <summary>How sure a record is of what its source says.</summary>
public enum RecordConfidence
{
    /// <summary>Read where it stands, and clear.</summary>
    High,

    /// <summary>Read, with a doubt about a condition or the place.</summary>
    Medium,

    /// <summary>Read from a figure, repaired, or contradicted elsewhere.</summary>
    Low,
}

/// <summary>A condition under which a record holds.</summary>
/// <param name="Text">As written, such as <c>25 degC</c> or <c>LFP</c>.</param>
/// <param name="Value">Its value where it is a quantity, or null for words.</param>
public sealed record RecordCondition(string Text, FactValue? Value);

/// <summary>The value of a record: numbers with a unit, or words.</summary>
/// <param name="Printed">As written.</param>
/// <param name="Number">Qualifier, numbers and unit, or null for words.</param>
/// <param name="Digits">Each number as written, without unit.</param>
/// <param name="Uncertainty">Standard uncertainty of each number in the unit of the value, ≥ 0; 0 where none is stated.</param>
public sealed record RecordedValue(string Printed, FactValue? Number, ImmutableArray<string> Digits, ImmutableArray<double> Uncertainty);

/// <summary>What a record is about, with what is known of it: composition, electrodes, class, doubts.</summary>
/// <param name="Name">Its name, as the source calls it.</param>
/// <param name="Attributes">What is known of it, by name, such as <c>matrix</c>, <c>filler</c>, <c>filler share</c>, <c>cathode</c>.</param>
public sealed record RecordedSystem(string Name, ImmutableSortedDictionary<string, string> Attributes)
{
    /// <summary>Names of the attributes that say what a system is made of.</summary>
    public static readonly ImmutableArray<string> CompositionKeys =
        ["name", "matrix", "filler", "filler share", "extras", "liquid", "made of", "kind", "electrolyte", "cathode", "anode", "lithium"];

    /// <summary>Makes a system of which only the name is known.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The system.</returns>
    public static RecordedSystem Named(string name) => new(name, ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>Gets what the system is made of, in words: its name and the attributes of composition.</summary>
    public IEnumerable<string> Composition =>
        Attributes.Where(entry => CompositionKeys.Contains(entry.Key)).Select(entry => entry.Value).Prepend(Name);
}
