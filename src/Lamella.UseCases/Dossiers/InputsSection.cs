using System.Collections.Immutable;
using Lamella.Cells.Description.Reading;
using Lamella.Reporting.Dossiers;
using Lamella.Studies;

namespace Lamella.UseCases.Dossiers;

/// <summary>Everything that went into the cells: the first cell in full, the others where they differ from it.</summary>
internal static class InputsSection
{
    internal static Section Of(StudyResult result)
    {
        StudyVariant first = result.Variants[0];
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(InputsTable.Of($"Inputs of {first.Described.Name}", first.Inputs, Calibrated(result, first)));
        HashSet<string> known = [.. first.Inputs.Values.Select(Key)];
        foreach (StudyVariant variant in result.Variants.Skip(1))
        {
            ImmutableArray<DescribedInput> own = [.. variant.Inputs.Values.Where(input => !known.Contains(Key(input)))];
            if (!own.IsEmpty)
            {
                blocks.Add(InputsTable.Of(
                    $"Inputs of {variant.Described.Name} that differ", variant.Inputs with { Values = own, Laws = [] }, Calibrated(result, variant)));
            }
        }

        return new Section("Inputs and their sources", blocks.ToImmutable())
        {
            Lead = "Values as the description states them; those marked calibrated were moved by the calibration above.",
        };
    }

    private static string Key(DescribedInput input) => $"{input.Path}={input.Quantity}|{input.Quantity.State}|{input.Source}";

    /// <summary>The paths that the calibration moved in one cell.</summary>
    private static HashSet<string> Calibrated(StudyResult result, StudyVariant variant) =>
    [
        .. result.Calibration.Parameters
            .Where(parameter => parameter.Variants.IsEmpty || parameter.Variants.Contains(variant.Name ?? string.Empty))
            .Select(parameter => parameter.Path),
    ];
}
