using System.Collections.Immutable;
using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Energy.Sensitivities;
using Lamella.Materials.Parameters;

namespace Lamella.Energy.Targets;

/// <summary>Finds what each input of a design would have to be if it alone changed.</summary>
/// <param name="materials">The material library.</param>
public sealed class SingleLevers(MaterialLibrary materials)
{
    private const int Halvings = 60;
    private const double LeastOfAMass = 0.01; // a mass is sought down to a hundredth

    private static readonly string[] Loadings = ["cathode/loading", "cathode/electrode loading", "cathode/areal capacity"];

    // Inputs whose reduction saves mass, and how far they are sought: down to a share of what is described.
    private static readonly string[] Masses =
        ["anode/lithium", "anode/collector/thickness", "cathode/collector/thickness", "filling/per capacity", "filling/density", "pouch/laminate mass"];

    private readonly DesignVariation variation = new(materials);

    /// <summary>Solves for a target, input by input.</summary>
    /// <param name="sheet">The design.</param>
    /// <param name="constraints">The limit of the loading.</param>
    /// <param name="measure">The energy that is wanted.</param>
    /// <param name="target">How much of it, in its unit.</param>
    /// <returns>One result for each input that can be changed.</returns>
    public ImmutableArray<SingleLever> Solve(DesignSheet sheet, DesignConstraints constraints, Func<BuiltCell, double> measure, double target)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(constraints);
        var levers = ImmutableArray.CreateBuilder<SingleLever>();
        double active = sheet.Build(materials).Cathode.ActiveLoading;
        foreach (DesignInput input in sheet.Inputs)
        {
            double? limit = Loadings.Contains(input.Path) ? input.Si * constraints.GreatestLoading / active
                : input.Path is "cathode/capacity" or "energy/voltage" ? input.Upper ?? input.Si * (1.0 + DesignVariation.UsualStep)
                : Masses.Contains(input.Path) || (input.Path.StartsWith("electrolyte/", StringComparison.Ordinal) && input.Path.EndsWith("/thickness", StringComparison.Ordinal))
                    ? LeastOfAMass * input.Si : null;
            if (limit is { } end && end != input.Si)
            {
                levers.Add(One(sheet, input, end, measure, target));
            }
        }

        return levers.ToImmutable();
    }

    private SingleLever One(DesignSheet sheet, DesignInput input, double limit, Func<BuiltCell, double> measure, double target)
    {
        double At(double value) => variation.Evaluate(sheet.Varied(input.Path, value), measure);
        double end = At(limit);
        if (!(end >= target) || At(input.Si) >= target)
        {
            return new SingleLever(input.Path, end >= target ? input.Si : null, limit, end);
        }

        (double fails, double holds) = (input.Si, limit);
        for (int i = 0; i < Halvings; i++)
        {
            double middle = 0.5 * (fails + holds);
            (fails, holds) = At(middle) >= target ? (fails, middle) : (middle, holds);
        }

        return new SingleLever(input.Path, holds, limit, end);
    }
}
