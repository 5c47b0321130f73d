using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Energy.Description;

/// <summary>One value of a design file, with what is known about it.</summary>
/// <param name="Path">Where the file states it, such as <c>cathode/loading</c>; can be set by this path.</param>
/// <param name="Quantity">The value as written, with unit, uncertainty, reference state and source.</param>
/// <param name="Place">Where it stands in the file.</param>
public sealed record DesignInput(string Path, Quantity Quantity, InputPlace Place)
{
    private static readonly double UniformToStandard = Math.Sqrt(12.0);

    /// <summary>Gets the least value that is believed possible, in SI, or null where no range is stated.</summary>
    public double? Lower { get; init; }

    /// <summary>Gets the greatest value that is believed possible, in SI, or null where no range is stated.</summary>
    public double? Upper { get; init; }

    /// <summary>Gets the value in SI.</summary>
    public double Si => Quantity.InSi;

    /// <summary>Gets the standard uncertainty in SI; 0 where neither an uncertainty nor a range is stated.</summary>
    /// <remarks>A stated uncertainty wins; a range counts as a uniform distribution, whose standard deviation is its width/√12.</remarks>
    public double Uncertainty => Quantity.UncertaintyInSi > 0.0
        ? Quantity.UncertaintyInSi
        : Lower is { } low && Upper is { } high ? (high - low) / UniformToStandard : 0.0;

    /// <summary>Gets where the value comes from.</summary>
    public Source Source => Quantity.Source ?? Source.Assumption("no source is stated");

    /// <summary>Returns the input with another value in SI; unit, place, range and source stay.</summary>
    /// <param name="si">The value in SI.</param>
    /// <returns>The changed input.</returns>
    internal DesignInput At(double si) => this with
    {
        Quantity = new Quantity(Quantity.Unit.FromSi(si), Quantity.Unit, Quantity.Uncertainty)
        {
            State = Quantity.State, Temperature = Quantity.Temperature, Source = Quantity.Source,
        },
    };
}
