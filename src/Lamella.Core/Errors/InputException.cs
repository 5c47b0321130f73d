namespace Lamella.Core.Errors;

/// <summary>Bad input: says where, what was found, what is allowed and what to do. Ends the command line with code 2.</summary>
/// <remarks>
/// <code>
/// cell.yaml(7,14): thickness is -300 um.
///     thickness: -300 um
///                ^
/// Allowed: above 0 um.
/// Write the thickness of the layer as a positive length.
/// </code>
/// </remarks>
public class InputException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="InputException"/> class.</summary>
    /// <param name="place">Where in which file.</param>
    /// <param name="problem">What was found and why it cannot be used.</param>
    /// <param name="allowed">What is allowed there; empty where <paramref name="remedy"/> says it all.</param>
    /// <param name="remedy">What the user can do.</param>
    public InputException(InputPlace place, string problem, string allowed, string remedy)
        : base(Compose(place, problem, allowed, remedy)) =>
        (Place, Problem, Allowed, Remedy) = (place, problem, allowed, remedy);

    /// <summary>Gets where in which file.</summary>
    public InputPlace Place { get; }

    /// <summary>Gets what was found.</summary>
    public string Problem { get; }

    /// <summary>Gets what is allowed, or an empty string.</summary>
    public string Allowed { get; }

    /// <summary>Gets what the user can do.</summary>
    public string Remedy { get; }

    private static string Compose(InputPlace place, string problem, string allowed, string remedy)
    {
        ArgumentNullException.ThrowIfNull(place);
        string limits = allowed.Length > 0 ? $"Allowed: {allowed}\n" : string.Empty;
        return $"{place}: {problem}\n{place.Excerpt()}{limits}{remedy}";
    }
}
