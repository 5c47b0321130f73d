using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Core.Quantities;
using Lamella.Materials.Parameters;

namespace Lamella.Studies.Calibration;

/// <summary>The cells of a cell.yaml as functions of the values that a calibration.yaml may move.</summary>
internal sealed class DocumentFamily : ICellFamily
{
    private readonly MaterialLibrary materials;
    private readonly ImmutableArray<CalibrationParameter> parameters;
    private readonly CellDocument file;
    private readonly ImmutableDictionary<string, CellDocument> documents;
    private readonly ImmutableHashSet<(int Parameter, string Variant)> moving;

    internal DocumentFamily(CellDocument document, MaterialLibrary materials, ImmutableArray<CalibrationParameter> parameters)
    {
        (this.materials, this.parameters, file) = (materials, parameters, document);
        documents = document.VariantNames.Select(name => KeyValuePair.Create(name, document.Variant(name)))
            .Append(KeyValuePair.Create(string.Empty, document)).ToImmutableDictionary(StringComparer.Ordinal);
        moving =
        [
            .. from index in Enumerable.Range(0, parameters.Length)
               from variant in documents.Keys
               where MovesIn(parameters[index], variant)
               select (index, variant),
        ];
    }

    public bool Moves(int parameter, string? variant) =>
        variant is null || documents.ContainsKey(variant)
            ? moving.Contains((parameter, variant ?? string.Empty)) : MovesIn(parameters[parameter], variant);

    public CellDescription Build(string? variant, ReadOnlySpan<double> values) => Document(variant, values).Build(materials);

    /// <summary>Returns a document with values set.</summary>
    internal CellDocument Document(string? variant, ReadOnlySpan<double> values)
    {
        CellDocument document = Stated(variant);
        for (int i = 0; i < values.Length; i++)
        {
            if (Moves(i, variant))
            {
                Unit unit = parameters[i].Lower.Unit;
                document = document.With(parameters[i].Path, new Quantity(unit.FromSi(values[i]), unit));
            }
        }

        return document;
    }

    /// <summary>Returns the document of a variant, or of several joined by ' + ', as its file states it.</summary>
    internal CellDocument Stated(string? variant) =>
        documents.TryGetValue(variant ?? string.Empty, out CellDocument? known) ? known : file.Variant(variant!);

    private bool MovesIn(CalibrationParameter parameter, string variant) =>
        (parameter.Variants.IsEmpty || parameter.Variants.Contains(variant) || CellDocument.VariantParts(variant).Any(parameter.Variants.Contains))
        && DocumentPaths.Has(Stated(variant), parameter.Path);
}
