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
        HashSet<string> calibrated = [.. result.Calibration.Parameters.Select(parameter => PathOf(parameter.Name))];
        StudyVariant first = result.Variants[0];
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(InputsTable.Of($"Inputs of {first.Described.Name}", first.Inputs, calibrated));
        HashSet<string> known = [.. first.Inputs.Values.Select(Key)];
        foreach (StudyVariant variant in result.Variants.Skip(1))
        {
            ImmutableArray<DescribedInput> own = [.. variant.Inputs.Values.Where(input => !known.Contains(Key(input)))];
            if (!own.IsEmpty)
            {
                blocks.Add(InputsTable.Of(
                    $"Inputs of {variant.Described.Name} that differ", variant.Inputs with { Values = own, Laws = [] }, calibrated));
            }
        }

        return new Section("Inputs and their sources", blocks.ToImmutable())
        {
            Lead = "Values as the description states them; those marked calibrated were moved by the calibration above.",
        };
    }

    private static string Key(DescribedInput input) => $"{input.Path}={input.Quantity}|{input.Quantity.State}|{input.Source}";

    /// <summary>The path inside the name of a parameter, which may be followed by its variants in parentheses.</summary>
    private static string PathOf(string name)
    {
        int end = name.IndexOf(" (", StringComparison.Ordinal);
        return end < 0 ? name : name[..end];
    }
}
