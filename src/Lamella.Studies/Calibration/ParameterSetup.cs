using System.Collections.Immutable;
using Lamella.Cells.Description.Reading;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Materials.Parameters;
using Lamella.Numerics.Fitting;

namespace Lamella.Studies.Calibration;

/// <summary>Prepares the parameters of a calibration.yaml for the fit: start, prior, and whether the bounds are possible.</summary>
internal sealed class ParameterSetup(CellDocument document, MaterialLibrary materials)
{
    /// <summary>Prepares one parameter.</summary>
    /// <exception cref="InputException">The path, a variant, a bound or the prior means nothing for this cell.</exception>
    internal FreeParameter Prepare(CalibrationParameter parameter)
    {
        CellDocument home = Home(parameter);
        string path = DocumentPaths.Canonical(home, parameter.Path);
        RequirePossible(home, parameter, parameter.Lower);
        RequirePossible(home, parameter, parameter.Upper);
        DescribedInput? described = home.Inputs(materials).Values.FirstOrDefault(value => value.Path == path);
        Quantity? stated = home.Find(parameter.Path) ?? described?.Quantity;
        double lower = parameter.Lower.InSi, upper = parameter.Upper.InSi;
        double start = stated?.InSi ?? Middle(parameter);
        if (!(start >= lower && start <= upper))
        {
            throw Error(
                parameter, $"the value {stated} of '{parameter.Path}' in cell.yaml lies outside the bounds.", $"{parameter.Lower} to {parameter.Upper}", "Widen the bounds, or correct the value; the fit starts from it.");
        }

        return new FreeParameter(
            new FitParameter(parameter.Name, lower, upper, start, parameter.Scale),
            parameter.Lower.Unit,
            parameter.UsesAssumedRange ? Prior(parameter, described?.Range, start) : null)
        {
            Path = path,
            Variants = parameter.Variants,
        };
    }

    private static GaussianPrior Prior(CalibrationParameter parameter, QuantityRange? range, double start)
    {
        if (range is null)
        {
            throw Error(
                parameter, $"'{parameter.Path}' has no range in cell.yaml that could act as a prior.", "a value with 'range'", "Add 'range: [lower, upper]' to the value in cell.yaml, or remove 'prior'.");
        }

        return parameter.Scale != ParameterScale.Logarithmic || range.Lower.InSi > 0.0
            ? new GaussianPrior(start, range.Lower.InSi, range.Upper.InSi)
            : throw Error(
                parameter, $"the range of '{parameter.Path}' starts at {range.Lower}, which has no logarithm.", "a range above 0", "Raise the lower end of the range, or use 'scale: linear'.");
    }

    private static double Middle(CalibrationParameter parameter) => parameter.Scale == ParameterScale.Logarithmic
        ? Math.Sqrt(parameter.Lower.InSi * parameter.Upper.InSi)
        : 0.5 * (parameter.Lower.InSi + parameter.Upper.InSi);

    /// <summary>The first document that has the parameter.</summary>
    private CellDocument Home(CalibrationParameter parameter)
    {
        ImmutableArray<string> known = [.. document.VariantNames];
        foreach (string variant in parameter.Variants)
        {
            if (!known.Contains(variant))
            {
                string hint = Suggestion.Nearest(variant, known) is { } near ? $"Did you mean '{near}'?" : "Use a variant of cell.yaml.";
                throw Error(parameter, $"cell.yaml has no variant '{variant}'.", string.Join(", ", known), hint);
            }

            if (!DocumentPaths.Has(document.Variant(variant), parameter.Path))
            {
                throw Missing(parameter, document.Variant(variant), $"the variant '{variant}'");
            }
        }

        IEnumerable<CellDocument> candidates = parameter.Variants.IsEmpty
            ? known.Select(document.Variant).Prepend(document)
            : parameter.Variants.Select(document.Variant);
        return candidates.FirstOrDefault(candidate => DocumentPaths.Has(candidate, parameter.Path))
            ?? throw Missing(parameter, document, "this cell");
    }

    private static void RequirePossible(CellDocument home, CalibrationParameter parameter, Quantity bound)
    {
        try
        {
            _ = home.With(parameter.Path, bound);
        }
        catch (ArgumentException problem)
        {
            string text = problem.ParamName is null ? problem.Message : problem.Message.Replace($" (Parameter '{problem.ParamName}')", string.Empty, StringComparison.Ordinal);
            throw Error(parameter, $"the bound {bound} is not possible: {text}", string.Empty, "Correct the bounds.");
        }
    }

    private static InputException Missing(CalibrationParameter parameter, CellDocument home, string where)
    {
        string? nearest = Suggestion.Nearest(parameter.Path, home.Paths);
        return Error(
            parameter,
            $"{where} has no value '{parameter.Path}'.",
            "paths of values in cell.yaml, such as cathode/solid diffusivity",
            nearest is null ? "Name a value by the keys that lead to it, joined by '/'." : $"Did you mean '{nearest}'?");
    }

    private static InputException Error(CalibrationParameter parameter, string problem, string allowed, string remedy) =>
        new(parameter.Place, problem, allowed, remedy);
}
