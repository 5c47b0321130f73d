using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Provenance;

namespace Lamella.Structures.Conduction;

/// <summary>Effective conductivity of a structure.</summary>
public sealed record ConductionResult
{
    /// <summary>Gets the results by direction, in the order asked for.</summary>
    public required ImmutableArray<DirectionResult> Directions { get; init; }

    /// <summary>Gets the volume fraction of each phase, in the order of the problem.</summary>
    [Unit("–")]
    public required ImmutableArray<double> Fractions { get; init; }

    /// <summary>Gets the reference state of every conductivity here: effective in the host that the volume shows.</summary>
    public ReferenceState State => ReferenceState.EffectiveInHost;

    /// <summary>Gets the tensor, row by row (xx, xy, xz, yx, …), or an empty array unless all three directions were solved.</summary>
    [Unit("S/m")]
    public ImmutableArray<double> Tensor
    {
        get
        {
            if (Directions.Select(direction => direction.Axis).Distinct().Count() < 3)
            {
                return [];
            }

            double[] tensor = new double[9];
            foreach (DirectionResult direction in Directions)
            {
                for (int row = 0; row < 3; row++)
                {
                    tensor[(3 * row) + direction.Axis] = direction.Column[row];
                }
            }

            return [.. tensor];
        }
    }
}
