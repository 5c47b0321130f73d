using System.Collections.Immutable;

namespace Lamella.Cells.Running;

/// <summary>A model that can show what goes on inside the cell.</summary>
internal interface IFieldSource
{
    /// <summary>Gets where the fields stand.</summary>
    FieldMesh Mesh { get; }

    /// <summary>Copies the fields of a state.</summary>
    /// <param name="time">Time since the step began [s].</param>
    /// <param name="y">State.</param>
    /// <param name="sample">Receives the fields.</param>
    void CopyFields(double time, ReadOnlySpan<double> y, FieldSample sample);
}

/// <summary>Where the fields of a model stand.</summary>
/// <param name="Position">Centres of the cells [m].</param>
/// <param name="Face">Right faces of the cells [m].</param>
/// <param name="Region">Name of the layer or electrode of each cell.</param>
/// <param name="Particles">The populations of particles.</param>
internal sealed record FieldMesh(
    ImmutableArray<double> Position, ImmutableArray<double> Face, ImmutableArray<string> Region, ImmutableArray<ParticleMesh> Particles);

/// <summary>Where the particles of one population stand.</summary>
/// <param name="Name">Electrode and material.</param>
/// <param name="Position">Places along x [m].</param>
/// <param name="Radius">Mean radius of each shell, from the centre on [m].</param>
/// <param name="MaximumConcentration">Lithium per particle volume at stoichiometry 1 [mol/m³].</param>
internal sealed record ParticleMesh(
    string Name, ImmutableArray<double> Position, ImmutableArray<double> Radius, double MaximumConcentration);

/// <summary>The fields of one instant; shapes as in <see cref="Results.CellFields"/> without the time.</summary>
internal sealed class FieldSample(FieldMesh mesh)
{
    internal double[] Salt { get; } = new double[mesh.Position.Length];

    internal double[] ElectrolytePotential { get; } = new double[mesh.Position.Length];

    internal double[] SolidPotential { get; } = new double[mesh.Position.Length];

    internal double[] IonicCurrent { get; } = new double[mesh.Position.Length];

    internal double[][] Stoichiometry { get; } =
        [.. mesh.Particles.Select(particles => new double[particles.Position.Length * particles.Radius.Length])];
}
