using System.Collections.Immutable;
using Lamella.Cells.Results;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Running;

/// <summary>Keeps the fields at the requested times, read between the steps of the solver from its own polynomial.</summary>
internal sealed class FieldRecorder
{
    private readonly ICellSystem system;
    private readonly IFieldSource source;
    private readonly ImmutableArray<double> requested;
    private readonly FieldSample sample;
    private readonly double[] state;
    private readonly double[] rate;
    private readonly List<double> time = [];
    private readonly List<double> temperature = [];
    private readonly List<double> salt = [];
    private readonly List<double> electrolyte = [];
    private readonly List<double> solid = [];
    private readonly List<double> current = [];
    private readonly ImmutableArray<List<double>> particles;
    private int next;

    internal FieldRecorder(ICellSystem system, IFieldSource source, ImmutableArray<double> requested)
    {
        (this.system, this.source) = (system, source);
        this.requested = [.. requested.Order()];
        sample = new FieldSample(source.Mesh);
        (state, rate) = (new double[system.Size], new double[system.Size]);
        particles = [.. source.Mesh.Particles.Select(_ => new List<double>())];
    }

    /// <summary>Looks at the consistent start of a piece.</summary>
    /// <param name="begin">Time of the run at which the time of the system began [s].</param>
    /// <param name="y">State.</param>
    internal void AtStart(double begin, ReadOnlySpan<double> y)
    {
        while (next < requested.Length && requested[next] <= begin)
        {
            Keep(begin, 0.0, y);
        }
    }

    /// <summary>Looks at the step that the solver has just taken.</summary>
    /// <param name="begin">Time of the run at which the time of the system began [s].</param>
    /// <param name="solver">The solver.</param>
    internal void AfterStep(double begin, BdfSolver solver)
    {
        while (next < requested.Length && requested[next] <= begin + solver.Time)
        {
            double local = Math.Clamp(requested[next] - begin, solver.StepStart, solver.Time);
            solver.Interpolate(local, state, rate);
            Keep(begin + local, local, state);
        }
    }

    /// <summary>Returns everything kept.</summary>
    internal CellFields Result() => new()
    {
        Time = [.. time],
        Position = source.Mesh.Position,
        Face = source.Mesh.Face,
        Region = source.Mesh.Region,
        Salt = [.. salt],
        ElectrolytePotential = [.. electrolyte],
        SolidPotential = [.. solid],
        IonicCurrent = [.. current],
        Temperature = [.. temperature],
        Particles = [.. source.Mesh.Particles.Select((mesh, index) => new ParticleFields
        {
            Name = mesh.Name,
            Position = mesh.Position,
            Radius = mesh.Radius,
            MaximumConcentration = mesh.MaximumConcentration,
            Stoichiometry = [.. particles[index]],
        })],
        NotReached = requested[next..],
    };

    private void Keep(double runTime, double local, ReadOnlySpan<double> y)
    {
        next++;
        source.CopyFields(local, y, sample);
        time.Add(runTime);
        temperature.Add(system.TemperatureOf(local, y));
        salt.AddRange(sample.Salt);
        electrolyte.AddRange(sample.ElectrolytePotential);
        solid.AddRange(sample.SolidPotential);
        current.AddRange(sample.IonicCurrent);
        for (int i = 0; i < particles.Length; i++)
        {
            particles[i].AddRange(sample.Stoichiometry[i]);
        }
    }
}
