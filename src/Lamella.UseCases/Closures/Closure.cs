using System.Collections.Immutable;
using Lamella.Core.Quantities;

namespace Lamella.UseCases.Closures;

/// <summary>What a closed form takes.</summary>
/// <param name="Name">Its name, in words.</param>
/// <param name="Example">A value with its unit, whose dimension every value must have.</param>
/// <param name="Meaning">What it is, with what is allowed.</param>
/// <param name="Default">The value that counts where none is given, or null where one must be.</param>
public sealed record ClosureInput(string Name, string Example, string Meaning, string? Default = null)
{
    /// <summary>Gets the dimension of every value.</summary>
    public Dimension Dimension { get; } = Quantity.Parse(Example).Dimension;
}

/// <summary>What a closed form gives.</summary>
/// <param name="Name">Its name, in words; a conductivity says of what.</param>
/// <param name="Unit">The unit in which it is printed.</param>
public sealed record ClosureOutput(string Name, string Unit);

/// <summary>A closed form of one room, with names and units for a user who has numbers and no file.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Question">What it answers, in a sentence.</param>
/// <param name="Equation">The equation, with the symbols introduced by the inputs.</param>
/// <param name="Reference">Whom to cite.</param>
/// <param name="Inputs">What it takes.</param>
/// <param name="Outputs">What it gives.</param>
/// <param name="Compute">From the inputs in SI, in their order, to the outputs in SI, in theirs.</param>
public sealed record Closure(
    string Name, string Question, string Equation, string Reference, ImmutableArray<ClosureInput> Inputs, ImmutableArray<ClosureOutput> Outputs, Func<double[], double[]> Compute)
{
    private static readonly ImmutableArray<Closure> Registered = [.. CompositionClosures.All(), .. ProcessingClosures.All(), .. ConductionClosures.All(), .. InterphaseClosures.All()];

    /// <summary>Gets all closed forms; a new one is one entry in its group.</summary>
    public static ImmutableArray<Closure> All => Registered;
}
