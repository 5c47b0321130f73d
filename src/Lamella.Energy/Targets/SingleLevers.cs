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
    private const double MostOfAMass = 10.0; // and, where there is something to spare, up to the tenfold

    private static readonly string[] Loadings = ["cathode/loading", "cathode/electrode loading", "cathode/areal capacity"];

    // Inputs whose reduction saves mass, and how far they are sought: down to a share of what is described.
    private static readonly string[] Masses =
        ["anode/lithium", "anode/collector/thickness", "cathode/collector/thickness", "filling/per capacity", "filling/density", "pouch/laminate mass"];

    private readonly DesignVariation variation = new(materials);

    /// <summary>Solves for a target, input by input: towards it where the described cell lacks it, away from it where there is something to spare.</summary>
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
        CellDesign described = sheet.Build(materials);
        bool spares = measure(BuiltCell.Of(described)) >= target;
        foreach (DesignInput input in sheet.Inputs)
        {
            if (End(input, spares, constraints.GreatestLoading / described.Cathode.ActiveLoading) is { } end && end != input.Si)
            {
                levers.Add(One(sheet, input, end, measure, target));
            }
        }

        return levers.ToImmutable();
    }

    /// <summary>Returns how far an input is moved, or null where it is no lever.</summary>
    private static double? End(DesignInput input, bool spares, double mostLoading)
    {
        if (Loadings.Contains(input.Path))
        {
            return input.Si * (spares ? LeastOfAMass : mostLoading);
        }

        if (input.Path is "cathode/capacity" or "energy/voltage")
        {
            return spares ? input.Lower ?? input.Si * (1.0 - DesignVariation.UsualStep) : input.Upper ?? input.Si * (1.0 + DesignVariation.UsualStep);
        }

        return Masses.Contains(input.Path) || (input.Path.StartsWith("electrolyte/", StringComparison.Ordinal) && input.Path.EndsWith("/thickness", StringComparison.Ordinal))
            ? input.Si * (spares ? MostOfAMass : LeastOfAMass) : null;
    }

    private SingleLever One(DesignSheet sheet, DesignInput input, double limit, Func<BuiltCell, double> measure, double target)
    {
        double At(double value) => variation.Evaluate(sheet.Varied(input.Path, value), measure);
        double end = At(limit);
        bool spares = At(input.Si) >= target;
        if (spares == end >= target)
        {
            return new SingleLever(input.Path, null, limit, end);
        }

        (double fails, double holds) = spares ? (limit, input.Si) : (input.Si, limit);
        for (int i = 0; i < Halvings; i++)
        {
            double middle = 0.5 * (fails + holds);
            (fails, holds) = At(middle) >= target ? (fails, middle) : (middle, holds);
        }

        return new SingleLever(input.Path, holds, limit, end);
    }
}
