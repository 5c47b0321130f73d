using System.Collections.Immutable;
using Lamella.Cells.Running;

namespace Lamella.Cells.Continuum;

/// <content>What goes on along the cell and inside the particles.</content>
internal sealed partial class ContinuumSystem : IFieldSource
{
    private FieldMesh? mesh;

    /// <inheritdoc/>
    public FieldMesh Mesh => mesh ??= MakeMesh();

    /// <inheritdoc/>
    public void CopyFields(double time, ReadOnlySpan<double> y, FieldSample sample)
    {
        foreach (Segment segment in line.Segments)
        {
            for (int k = segment.First; k <= segment.Last; k++)
            {
                int at = CellLayout.PerCell * k;
                sample.Salt[k] = line.IsBinary(k) ? y[at + CellLayout.Salt] * CellScales.Concentration : double.NaN;
                sample.ElectrolytePotential[k] = y[at + CellLayout.Electrolyte];
                sample.SolidPotential[k] = segment.HasSecondPhase ? y[at + CellLayout.Electrolyte] + y[at + CellLayout.Potential] : double.NaN;
                sample.IonicCurrent[k] = y[at + CellLayout.IonicCurrent] * scales.Current;
            }
        }

        for (int index = 0; index < groups.Length; index++)
        {
            ParticleGroup group = groups[index];
            int shells = group.Array.MeanRadius.Length;
            for (int lane = 0; lane < group.Lanes; lane++)
            {
                for (int shell = 0; shell < shells; shell++)
                {
                    sample.Stoichiometry[index][(lane * shells) + shell] = y[group.Offset + (shell * group.Lanes) + lane];
                }
            }
        }
    }

    private FieldMesh MakeMesh()
    {
        double[] centre = new double[layout.Cells], face = new double[layout.Cells];
        string[] region = new string[layout.Cells];
        double x = 0.0;
        foreach (Segment segment in line.Segments)
        {
            for (int k = segment.First; k <= segment.Last; k++)
            {
                double width = line.Widths[k];
                (centre[k], face[k], region[k]) = (x + (0.5 * width), x + width, segment.Name);
                x += width;
            }
        }

        return new FieldMesh([.. centre], [.. face], [.. region], [.. groups.Select(group => new ParticleMesh(
            $"{(negative is not null && group.First == negative.Phase.Segment.First ? "negative" : "positive")}, {group.Name}",
            ImmutableArray.Create(centre, group.First, group.Lanes),
            group.Array.MeanRadius,
            group.Description.MaximumConcentration))]);
    }
}
