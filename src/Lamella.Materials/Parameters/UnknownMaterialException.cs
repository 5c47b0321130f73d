using Lamella.Core.Errors;

namespace Lamella.Materials.Parameters;

/// <summary>A name that the material library does not hold under the wanted kind.</summary>
public sealed class UnknownMaterialException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="UnknownMaterialException"/> class.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <param name="kind">The kind of material that was wanted.</param>
    /// <param name="actualKind">The kind that the name has instead, or null.</param>
    /// <param name="known">Every name of the wanted kind.</param>
    public UnknownMaterialException(string name, string kind, string? actualKind, IReadOnlyList<string> known)
        : base($"{DescribeProblem(name, kind, actualKind)} Known: {string.Join(", ", known)}. {DescribeRemedy(name, known)}") =>
        (Name, Kind, Problem, Known, Remedy) =
            (name, kind, DescribeProblem(name, kind, actualKind), known, DescribeRemedy(name, known));

    /// <summary>Gets the name that was asked for.</summary>
    public string Name { get; }

    /// <summary>Gets the kind of material that was wanted.</summary>
    public string Kind { get; }

    /// <summary>Gets what is wrong, without the known names.</summary>
    public string Problem { get; }

    /// <summary>Gets every name of the wanted kind.</summary>
    public IReadOnlyList<string> Known { get; }

    /// <summary>Gets what to do: the nearest name, or where new sets go.</summary>
    public string Remedy { get; }

    private static string DescribeProblem(string name, string kind, string? actualKind) => actualKind is null
        ? $"'{name}' is no {kind} of the material library."
        : $"'{name}' is {WithArticle(actualKind)}, not {WithArticle(kind)}.";

    private static string WithArticle(string kind) => "aeiou".Contains(kind[0], StringComparison.Ordinal) ? $"an {kind}" : $"a {kind}";

    private static string DescribeRemedy(string name, IReadOnlyList<string> known)
    {
        string? nearest = Suggestion.Nearest(name, known)
            ?? known.FirstOrDefault(candidate => candidate.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase));
        return nearest is null
            ? "Use one of these names, or add a parameter file to data/materials."
            : $"Did you mean '{nearest}'?";
    }
}
