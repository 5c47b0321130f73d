using System.Collections.Immutable;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Description.Reading;

/// <summary>One value that went into a cell, for the table of inputs.</summary>
/// <param name="Path">Where the format names it, such as <c>cathode/solid diffusivity</c>; can be set by this path.</param>
/// <param name="Quantity">The value with state, temperature and source.</param>
/// <param name="Range">The range that the file gives, or null.</param>
/// <param name="IsDefault">Whether the file does not state it: it comes from a material, another value or a default.</param>
public sealed record DescribedInput(string Path, Quantity Quantity, QuantityRange? Range, bool IsDefault)
{
    /// <summary>Gets where the value comes from.</summary>
    public Source Source => Quantity.Source ?? Source.Assumption("no source is stated");

    /// <summary>Gets a value indicating whether the value is an assumption rather than something measured or published.</summary>
    public bool IsAssumed => Source.Origin == Origin.Assumed || Source.Confidence == Confidence.Assumed;
}

/// <summary>A property that a cell takes from a material as a law of concentration, stoichiometry or temperature.</summary>
/// <param name="Path">Where the format names it.</param>
/// <param name="Material">Name of the material.</param>
/// <param name="Source">Where the law comes from.</param>
public sealed record DescribedLaw(string Path, string Material, Source Source);

/// <summary>Everything that went into a cell.</summary>
/// <param name="Values">Every value, in the order of the format.</param>
/// <param name="Laws">Every law taken from a material.</param>
/// <param name="Notes">What was done to the values and what to mind, in sentences.</param>
public sealed record DescribedInputs(
    ImmutableArray<DescribedInput> Values, ImmutableArray<DescribedLaw> Laws, ImmutableArray<string> Notes);
