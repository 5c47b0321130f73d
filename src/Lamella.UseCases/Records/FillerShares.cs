using Lamella.Core.Quantities;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;
using Lamella.Materials.Records.Entries;

namespace Lamella.UseCases.Records;

/// <summary>Finds the share of ceramic by mass in what a record is about.</summary>
/// <remarks>
/// It stands among the conditions of the record (<c>filler</c>), with its system (<c>filler share</c>), or in another record of the same
/// system and publication: a mass fraction whose component is one of the materials that ship, such as LATP or LLZTO.
/// </remarks>
internal sealed class FillerShares
{
    private readonly ILookup<(string Publication, string System), LiteratureRecord> _fractions;

    internal FillerShares(RecordLibrary library) => _fractions = library.Records
        .Where(record => record.Quantity == "mass_fraction" && record.Conditions.GetValueOrDefault("component")?.Text is { } component && IsMaterial(component))
        .ToLookup(record => (record.Publication, record.System.Name));

    /// <summary>Returns the share in wt%, or null where none is stated.</summary>
    internal double? Of(LiteratureRecord record)
    {
        FactValue? share = record.Conditions.GetValueOrDefault("filler")?.Value
            ?? (record.System.Attributes.GetValueOrDefault("filler share") is { } text && PrintedValue.BeginsAsNumber(text) ? PrintedValue.Read(text, record.Where.ToString()).Value : null)
            ?? _fractions[(record.Publication, record.System.Name)].Select(fraction => fraction.Value.Number).FirstOrDefault(number => number is { IsComparable: true });
        return share is { IsComparable: true } && share.Unit.Dimension.Kind == QuantityKind.MassFraction ? 100.0 * share.CentreInSi : null;
    }

    private static bool IsMaterial(string component)
    {
        string word = new([.. component.TakeWhile(char.IsLetterOrDigit)]);
        return word.Length > 0 && File.Exists(Path.Combine(ShippedData.Folder("materials"), word.ToLowerInvariant() + ".yaml"));
    }
}
