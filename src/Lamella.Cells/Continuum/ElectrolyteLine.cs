using System.Collections.Immutable;
using System.Numerics;
using Lamella.Cells.Description;
using Lamella.Cells.Running;
using Lamella.Core;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>The electrolyte along x: cells, faces, joints, and the transport properties at the present concentrations.</summary>
internal sealed class ElectrolyteLine
{
    private readonly double[] widths;
    private readonly double[] halves; // of the widths
    private readonly bool[] binary;
    private readonly int[] segmentOf;
    private readonly FacePath[] paths; // of the face right of each cell
    private readonly double[] jointResistance;
    private readonly double[] jointPartition;
    private readonly double[] hostConductivity; // per segment [S/m]
    private readonly TransportProperties properties;

    internal ElectrolyteLine(CellDescription cell, CellOptions options, double temperature)
    {
        Segments = LineGeometry.Split(cell, options);
        Count = Segments[^1].First + Segments[^1].Count;
        widths = new double[Count];
        binary = new bool[Count];
        segmentOf = new int[Count];
        Storage = new double[Count];
        RestConcentration = new double[Count];
        paths = new FacePath[Count];
        Array.Fill(paths, FacePath.Inside);
        jointResistance = new double[Count];
        jointPartition = new double[Count];
        Array.Fill(jointPartition, 1.0);
        hostConductivity = new double[Segments.Length];
        ImmutableArray<FacePath> joints = FacePath.Between(Segments, cell.Joints);
        for (int index = 0; index < Segments.Length; index++)
        {
            FillGeometry(cell, options, index);
            if (index < joints.Length)
            {
                paths[Segments[index].Last] = joints[index];
                jointPartition[Segments[index].Last] = joints[index].Joint!.PartitionCoefficient;
            }
        }

        halves = [.. widths.Select(width => 0.5 * width)];
        properties = new TransportProperties(Segments, Count, RestConcentration);
        SetTemperature(temperature);
    }

    /// <summary>Gets the runs of equal electrolyte, pores of porous electrodes first and last.</summary>
    internal ImmutableArray<Segment> Segments { get; }

    /// <summary>Gets the number of cells along x.</summary>
    internal int Count { get; }

    /// <summary>Gets ε·Δx of each cell, 0 in single-ion layers [m].</summary>
    internal double[] Storage { get; }

    /// <summary>Gets the salt concentration at rest [mol/m³].</summary>
    internal double[] RestConcentration { get; }

    /// <summary>Gets the cell widths [m].</summary>
    internal ReadOnlySpan<double> Widths => widths;

    /// <summary>Gets the joint resistance right of each cell [Ω·m²].</summary>
    internal ReadOnlySpan<double> JointResistance => jointResistance;

    /// <summary>Gets the joint partition coefficient right of each cell [–].</summary>
    internal ReadOnlySpan<double> JointPartition => jointPartition;

    /// <summary>Gets what joins each cell to the next.</summary>
    internal ReadOnlySpan<FacePath> Paths => paths;

    /// <summary>Tells whether a cell holds a binary electrolyte.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>True for binary.</returns>
    internal bool IsBinary(int cell) => binary[cell];

    /// <summary>Takes another temperature.</summary>
    /// <param name="temperature">T [K].</param>
    internal void SetTemperature(double temperature)
    {
        properties.SetTemperature(temperature);
        for (int k = 0; k < Count; k++)
        {
            jointResistance[k] = paths[k].Joint is { } joint ? ResistanceOf(joint, temperature) : 0.0;
        }

        for (int index = 0; index < Segments.Length; index++)
        {
            hostConductivity[index] = Segments[index].Host?.Conductivity.At(LithiumKernel.ReferenceConcentration, temperature) ?? 0.0;
        }
    }

    /// <summary>Resistance of a joint [Ω·m²].</summary>
    /// <param name="joint">The joint.</param>
    /// <param name="temperature">T [K].</param>
    /// <returns>R [Ω·m²].</returns>
    internal static double ResistanceOf(Joint joint, double temperature) => joint.Resistance
        / PhysicalConstants.ArrheniusFactor(joint.ActivationEnergy, temperature, joint.ReferenceTemperature);

    /// <summary>Evaluates the properties.</summary>
    /// <param name="concentration">c per cell [mol/m³].</param>
    internal void Update(ReadOnlySpan<double> concentration) => properties.Update(concentration);

    /// <summary>Evaluates only what the flux of salt needs.</summary>
    /// <param name="concentration">c per cell [mol/m³].</param>
    internal void UpdateDiffusion(ReadOnlySpan<double> concentration) => properties.UpdateDiffusion(concentration);

    /// <summary>Evaluates what the flux of salt needs in one cell.</summary>
    /// <param name="concentration">c per cell [mol/m³].</param>
    /// <param name="cell">The cell.</param>
    internal void UpdateDiffusion(ReadOnlySpan<double> concentration, int cell) =>
        properties.UpdateDiffusion(concentration, segmentOf[cell], cell);

    /// <summary>Evaluates the properties and their slopes.</summary>
    /// <param name="concentration">c per cell [mol/m³].</param>
    internal void UpdateWithSlopes(ReadOnlySpan<double> concentration) => properties.UpdateWithSlopes(concentration);

    /// <summary>Share of the impedance of salt diffusion, from the ends of a segment into cells as wide as the end cells, that the mesh makes.</summary>
    /// <param name="segment">Which segment.</param>
    /// <param name="concentration">c per cell [mol/m³].</param>
    /// <param name="shift">iω [1/s].</param>
    /// <returns>The larger of the two ends [–]; 0 without salt.</returns>
    internal double DiffusionError(int segment, ReadOnlySpan<double> concentration, Complex shift)
    {
        double largest = 0.0;
        foreach (int at in (ReadOnlySpan<int>)[Segments[segment].First, Segments[segment].Last])
        {
            if (Storage[at] > 0.0)
            {
                double face = Side(at, concentration[at]).Diffusivity.Value / widths[at];
                Complex stored = shift * Storage[at];
                Complex chain = 0.5 * (stored + Complex.Sqrt(stored * (stored + (4.0 * face)))); // admittance of cells without end
                Complex exact = Complex.Sqrt(stored * face); // of a continuous medium
                largest = Math.Max(largest, Complex.Abs(1.0 - (1.0 / ((exact / chain) + (0.5 * exact / face)))));
            }
        }

        return largest;
    }

    /// <summary>Gets one cell as a plain face side.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="concentration">c [mol/m³].</param>
    /// <returns>The side.</returns>
    internal FaceSide<Scalar> Side(int cell, double concentration) => new()
    {
        Concentration = concentration,
        Conductivity = properties.Conductivity[cell],
        Diffusivity = properties.Diffusivity[cell],
        Transference = properties.Transference[cell],
        ThermodynamicFactor = properties.Factor[cell],
        Half = halves[cell],
        IsBinary = binary[cell],
        Segment = segmentOf[cell],
    };

    /// <summary>Gets four neighbouring cells of one binary layer, with what their salt fluxes need.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="concentration">c per cell of the line [mol/m³].</param>
    /// <returns>The sides, lane by lane.</returns>
    internal FaceSide<Lanes4> FourSides(int first, ReadOnlySpan<double> concentration) => new()
    {
        Concentration = Lanes4.Load(concentration[first..]),
        Diffusivity = Lanes4.Load(properties.Diffusivity.AsSpan(first)),
        Transference = Lanes4.Load(properties.Transference.AsSpan(first)),
        Half = Lanes4.Load(halves.AsSpan(first)),
        IsBinary = true,
        Segment = segmentOf[first],
    };

    /// <summary>Gets one cell as a face side whose derivatives run along c.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="concentration">c [mol/m³].</param>
    /// <param name="direction">Direction seeded with c.</param>
    /// <returns>The side.</returns>
    internal FaceSide<Dual4> Side(int cell, double concentration, int direction) => new()
    {
        Concentration = Dual4.Seed(concentration, direction),
        Conductivity = Dual4.Seed(properties.Conductivity[cell], direction, properties.ConductivitySlope[cell]),
        Diffusivity = Dual4.Seed(properties.Diffusivity[cell], direction, properties.DiffusivitySlope[cell]),
        Transference = Dual4.Seed(properties.Transference[cell], direction, properties.TransferenceSlope[cell]),
        ThermodynamicFactor = Dual4.Seed(properties.Factor[cell], direction, properties.FactorSlope[cell]),
        Half = halves[cell],
        IsBinary = binary[cell],
        Segment = segmentOf[cell],
    };

    /// <summary>Gets the host of a cell as a face side: it holds no salt.</summary>
    /// <typeparam name="T">Plain or dual number.</typeparam>
    /// <param name="cell">The cell.</param>
    /// <returns>The side.</returns>
    internal FaceSide<T> HostSide<T>(int cell)
        where T : struct, IScalar<T> => new()
        {
            Concentration = LithiumKernel.ReferenceConcentration,
            Conductivity = hostConductivity[segmentOf[cell]],
            Diffusivity = 1.0,
            Transference = 1.0,
            ThermodynamicFactor = 1.0,
            Half = halves[cell],
            IsBinary = false,
            Segment = segmentOf[cell],
        };

    private void FillGeometry(CellDescription cell, CellOptions options, int index)
    {
        Segment segment = Segments[index];
        LineGeometry.Widths(segment, cell, options).CopyTo(widths, segment.First);
        for (int k = segment.First; k <= segment.Last; k++)
        {
            segmentOf[k] = index;
            if (segment.Layer is BinaryLayer layer)
            {
                binary[k] = true;
                Storage[k] = layer.VolumeFraction * widths[k];
                RestConcentration[k] = layer.RestConcentration;
            }
            else
            {
                RestConcentration[k] = LithiumKernel.ReferenceConcentration;
            }
        }
    }
}
