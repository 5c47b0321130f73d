using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.HalfCell;

/// <summary>A run of neighbouring cells with the same electrolyte.</summary>
/// <param name="Name">Name of the layer.</param>
/// <param name="Layer">Its properties.</param>
/// <param name="First">First cell.</param>
/// <param name="Count">Number of cells.</param>
internal readonly record struct Segment(string Name, ElectrolyteLayer Layer, int First, int Count);

/// <summary>The electrolyte along x: cells, faces, joints, and the transport properties at the present concentrations.</summary>
internal sealed class ElectrolyteLine
{
    private readonly double temperature;
    private readonly double[] widths;
    private readonly bool[] binary;
    private readonly int[] segmentOf;
    private readonly double[] jointResistance; // of the face right of each cell [Ω·m²]
    private readonly double[] jointPartition;
    private readonly double[] conductivity;
    private readonly double[] conductivitySlope;
    private readonly double[] diffusivity;
    private readonly double[] diffusivitySlope;
    private readonly double[] transference;
    private readonly double[] transferenceSlope;
    private readonly double[] factor;
    private readonly double[] factorSlope;

    internal ElectrolyteLine(CellDescription cell, HalfCellOptions options, double temperature)
    {
        this.temperature = temperature;
        Segments = Split(cell, options);
        Count = Segments[^1].First + Segments[^1].Count;
        CathodeStart = cell.Cathode is null ? Count : Segments[^1].First;
        widths = new double[Count];
        binary = new bool[Count];
        segmentOf = new int[Count];
        Storage = new double[Count];
        RestConcentration = new double[Count];
        jointResistance = new double[Count];
        jointPartition = new double[Count];
        Array.Fill(jointPartition, 1.0);
        (conductivity, conductivitySlope) = (new double[Count], new double[Count]);
        (diffusivity, diffusivitySlope) = (Filled(1.0), new double[Count]);
        (transference, transferenceSlope) = (Filled(1.0), new double[Count]);
        (factor, factorSlope) = (Filled(1.0), new double[Count]);
        FillGeometry(cell, options);
        FillConstants();
    }

    /// <summary>Gets the runs of equal electrolyte, the cathode's pores last.</summary>
    internal ImmutableArray<Segment> Segments { get; }

    /// <summary>Gets the number of cells along x.</summary>
    internal int Count { get; }

    /// <summary>Gets the first cathode cell; <see cref="Count"/> without a cathode.</summary>
    internal int CathodeStart { get; }

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

    /// <summary>Tells whether a cell holds a binary electrolyte.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>True for binary.</returns>
    internal bool IsBinary(int cell) => binary[cell];

    /// <summary>Evaluates the properties.</summary>
    /// <param name="concentration">c per cell [mol/m³].</param>
    internal void Update(ReadOnlySpan<double> concentration)
    {
        foreach (Segment segment in Segments)
        {
            if (segment.Layer is not BinaryLayer layer)
            {
                continue;
            }

            ReadOnlySpan<double> c = concentration.Slice(segment.First, segment.Count);
            Apply(layer.Conductivity, c, conductivity, segment);
            Apply(layer.Diffusivity, c, diffusivity, segment);
            Apply(layer.TransferenceNumber, c, transference, segment);
            Apply(layer.ThermodynamicFactor, c, factor, segment);
        }
    }

    /// <summary>Evaluates the properties and their slopes.</summary>
    /// <param name="concentration">c per cell [mol/m³].</param>
    internal void UpdateWithSlopes(ReadOnlySpan<double> concentration)
    {
        foreach (Segment segment in Segments)
        {
            if (segment.Layer is not BinaryLayer layer)
            {
                continue;
            }

            ReadOnlySpan<double> c = concentration.Slice(segment.First, segment.Count);
            Apply(layer.Conductivity, c, conductivity, conductivitySlope, segment);
            Apply(layer.Diffusivity, c, diffusivity, diffusivitySlope, segment);
            Apply(layer.TransferenceNumber, c, transference, transferenceSlope, segment);
            Apply(layer.ThermodynamicFactor, c, factor, factorSlope, segment);
        }
    }

    /// <summary>Gets one cell as a plain face side.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="concentration">c [mol/m³].</param>
    /// <returns>The side.</returns>
    internal FaceSide<Scalar> Side(int cell, double concentration) => new()
    {
        Concentration = concentration,
        Conductivity = conductivity[cell],
        Diffusivity = diffusivity[cell],
        Transference = transference[cell],
        ThermodynamicFactor = factor[cell],
        Half = 0.5 * widths[cell],
        IsBinary = binary[cell],
        Segment = segmentOf[cell],
    };

    /// <summary>Gets one cell as a face side whose derivatives run along c.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="concentration">c [mol/m³].</param>
    /// <param name="direction">Direction seeded with c.</param>
    /// <returns>The side.</returns>
    internal FaceSide<Dual4> Side(int cell, double concentration, int direction) => new()
    {
        Concentration = Dual4.Seed(concentration, direction),
        Conductivity = Dual4.Seed(conductivity[cell], direction, conductivitySlope[cell]),
        Diffusivity = Dual4.Seed(diffusivity[cell], direction, diffusivitySlope[cell]),
        Transference = Dual4.Seed(transference[cell], direction, transferenceSlope[cell]),
        ThermodynamicFactor = Dual4.Seed(factor[cell], direction, factorSlope[cell]),
        Half = 0.5 * widths[cell],
        IsBinary = binary[cell],
        Segment = segmentOf[cell],
    };

    private static ImmutableArray<Segment> Split(CellDescription cell, HalfCellOptions options)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        int first = 0;
        foreach (ElectrolyteLayer layer in cell.Layers)
        {
            int count = layer is BinaryLayer ? options.CellsPerLayer : 1;
            segments.Add(new(layer.Name, layer, first, count));
            first += count;
        }

        if (cell.Cathode is { } cathode)
        {
            segments.Add(new(cathode.Pores.Name, cathode.Pores, first, options.CathodeCells));
        }

        return segments.ToImmutable();
    }

    private double[] Filled(double value)
    {
        double[] array = new double[Count];
        Array.Fill(array, value);
        return array;
    }

    private void FillGeometry(CellDescription cell, HalfCellOptions options)
    {
        for (int index = 0; index < Segments.Length; index++)
        {
            Segment segment = Segments[index];
            bool inCathode = segment.First == CathodeStart;
            double thickness = inCathode ? cell.Cathode!.Thickness : segment.Layer.Thickness;
            double grading = inCathode ? options.CathodeGrading : options.LayerGrading;
            GradedMesh.BothEnds(thickness, segment.Count, grading).CopyTo(widths, segment.First);
            for (int k = segment.First; k < segment.First + segment.Count; k++)
            {
                binary[k] = segment.Layer is BinaryLayer;
                segmentOf[k] = index;
                if (segment.Layer is BinaryLayer layer)
                {
                    Storage[k] = layer.VolumeFraction * widths[k];
                    RestConcentration[k] = layer.RestConcentration;
                }
                else
                {
                    RestConcentration[k] = LithiumKernel.ReferenceConcentration;
                }
            }

            if (!inCathode && index < cell.Joints.Length)
            {
                Joint joint = cell.Joints[index];
                int last = segment.First + segment.Count - 1;
                jointResistance[last] = joint.Resistance
                    / PhysicalConstants.ArrheniusFactor(joint.ActivationEnergy, temperature, joint.ReferenceTemperature);
                jointPartition[last] = joint.PartitionCoefficient;
            }
        }
    }

    /// <summary>Fills in, once, what no concentration changes.</summary>
    private void FillConstants()
    {
        foreach (Segment segment in Segments)
        {
            double rest = RestConcentration[segment.First];
            Fill(segment.Layer.Conductivity, conductivity);
            if (segment.Layer is BinaryLayer layer)
            {
                Fill(layer.Diffusivity, diffusivity);
                Fill(layer.TransferenceNumber, transference);
                Fill(layer.ThermodynamicFactor, factor);
            }

            void Fill(PropertyLaw law, double[] values) =>
                values.AsSpan(segment.First, segment.Count).Fill(law.At(rest, temperature));
        }
    }

    private void Apply(PropertyLaw law, ReadOnlySpan<double> c, double[] values, Segment segment)
    {
        if (!law.IsConstant)
        {
            law.Evaluate(c, temperature, values.AsSpan(segment.First, segment.Count));
        }
    }

    private void Apply(PropertyLaw law, ReadOnlySpan<double> c, double[] values, double[] slopes, Segment segment)
    {
        if (!law.IsConstant)
        {
            law.EvaluateWithSlope(
                c, temperature, values.AsSpan(segment.First, segment.Count), slopes.AsSpan(segment.First, segment.Count));
        }
    }
}
