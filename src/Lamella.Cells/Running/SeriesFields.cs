using System.Collections.Immutable;

namespace Lamella.Cells.Running;

/// <summary>Fields of cells in series, one cell behind the other along x.</summary>
/// <remarks>Potentials are against the negative end of the stack: those of a cell count from its own negative collector.</remarks>
internal sealed class SeriesFields : IFieldSource
{
    private readonly ImmutableArray<(ICellSystem Cell, IFieldSource Source)> cells;
    private readonly ImmutableArray<int> starts;
    private readonly FieldSample[] samples;

    internal SeriesFields(ImmutableArray<(ICellSystem Cell, IFieldSource Source)> cells, ImmutableArray<int> starts)
    {
        (this.cells, this.starts) = (cells, starts);
        samples = [.. cells.Select(cell => new FieldSample(cell.Source.Mesh))];
        Mesh = MakeMesh();
    }

    /// <inheritdoc/>
    public FieldMesh Mesh { get; }

    /// <inheritdoc/>
    public void CopyFields(double time, ReadOnlySpan<double> y, FieldSample sample)
    {
        int along = 0, population = 0;
        double collector = 0.0; // potential of the negative collector of the cell [V]
        for (int k = 0; k < samples.Length; k++)
        {
            FieldSample own = samples[k];
            ReadOnlySpan<double> state = y[starts[k]..starts[k + 1]];
            cells[k].Source.CopyFields(time, state, own);
            own.Salt.CopyTo(sample.Salt, along);
            own.IonicCurrent.CopyTo(sample.IonicCurrent, along);
            for (int i = 0; i < own.Salt.Length; i++)
            {
                sample.ElectrolytePotential[along + i] = own.ElectrolytePotential[i] + collector;
                sample.SolidPotential[along + i] = own.SolidPotential[i] + collector;
            }

            foreach (double[] particles in own.Stoichiometry)
            {
                particles.CopyTo(sample.Stoichiometry[population++], 0);
            }

            along += own.Salt.Length;
            collector += cells[k].Cell.Voltage(time, state);
        }
    }

    private FieldMesh MakeMesh()
    {
        var (position, face) = (ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>());
        var (region, particles) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<ParticleMesh>());
        double begin = 0.0;
        for (int k = 0; k < cells.Length; k++)
        {
            FieldMesh own = cells[k].Source.Mesh;
            double offset = begin;
            position.AddRange(own.Position.Select(x => x + offset));
            face.AddRange(own.Face.Select(x => x + offset));
            region.AddRange(own.Region.Select(name => SeriesWords.Of(k, name)));
            particles.AddRange(own.Particles.Select(mesh => mesh with
            {
                Name = SeriesWords.Of(k, mesh.Name),
                Position = [.. mesh.Position.Select(x => x + offset)],
            }));
            begin = face[^1];
        }

        return new FieldMesh(position.ToImmutable(), face.ToImmutable(), region.ToImmutable(), particles.ToImmutable());
    }
}
