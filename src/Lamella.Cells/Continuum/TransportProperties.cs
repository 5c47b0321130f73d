using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>Effective transport properties of every cell, with their slopes along c.</summary>
/// <remarks>
/// A ceramic fraction in local equilibrium turns κ, D and t₊ of the electrolyte into those of the pair:
/// κ* = κ + κ_c, 1 − t₊* = (1 − t₊)·κ/κ*, D* = D + 2(RT/F²)(1 − t₊)²χ·κκ_c/(κ*·c). Both phases share Φ, so their currents
/// add and the anions keep their flux; the equations of a binary electrolyte then hold as they stand.
/// </remarks>
internal sealed class TransportProperties
{
    private readonly ImmutableArray<Segment> segments;
    private readonly double[] rest;
    private readonly double[] ceramic; // per segment [S/m]; 0 for none
    private double temperature;
    private double thermalVoltage;

    internal TransportProperties(ImmutableArray<Segment> segments, int count, double[] rest)
    {
        (this.segments, this.rest) = (segments, rest);
        ceramic = new double[segments.Length];
        (Conductivity, ConductivitySlope) = (new double[count], new double[count]);
        (Diffusivity, DiffusivitySlope) = (Ones(count), new double[count]);
        (Transference, TransferenceSlope) = (Ones(count), new double[count]);
        (Factor, FactorSlope) = (Ones(count), new double[count]);
    }

    /// <summary>Gets κ [S/m].</summary>
    internal double[] Conductivity { get; }

    /// <summary>Gets dκ/dc.</summary>
    internal double[] ConductivitySlope { get; }

    /// <summary>Gets D [m²/s].</summary>
    internal double[] Diffusivity { get; }

    /// <summary>Gets dD/dc.</summary>
    internal double[] DiffusivitySlope { get; }

    /// <summary>Gets t₊ [–].</summary>
    internal double[] Transference { get; }

    /// <summary>Gets dt₊/dc.</summary>
    internal double[] TransferenceSlope { get; }

    /// <summary>Gets χ [–].</summary>
    internal double[] Factor { get; }

    /// <summary>Gets dχ/dc.</summary>
    internal double[] FactorSlope { get; }

    /// <summary>Takes another temperature and fills in what no concentration changes.</summary>
    internal void SetTemperature(double kelvin)
    {
        temperature = kelvin;
        thermalVoltage = PhysicalConstants.ThermalVoltage(kelvin);
        for (int index = 0; index < segments.Length; index++)
        {
            Segment segment = segments[index];
            double c = rest[segment.First];
            Fill(segment.Layer.Conductivity, Conductivity);
            if (segment.Layer is BinaryLayer layer)
            {
                Fill(layer.Diffusivity, Diffusivity);
                Fill(layer.TransferenceNumber, Transference);
                Fill(layer.ThermodynamicFactor, Factor);
                ceramic[index] = layer.CeramicConductivity?.At(c, kelvin) ?? 0.0;
            }

            void Fill(PropertyLaw law, double[] values) => values.AsSpan(segment.First, segment.Count).Fill(law.At(c, kelvin));
        }
    }

    /// <summary>Evaluates the properties.</summary>
    /// <param name="concentration">c per cell [mol/m³].</param>
    internal void Update(ReadOnlySpan<double> concentration)
    {
        for (int index = 0; index < segments.Length; index++)
        {
            if (segments[index].Layer is not BinaryLayer layer)
            {
                continue;
            }

            Segment segment = segments[index];
            bool again = ceramic[index] > 0.0; // the pair overwrote the constants
            ReadOnlySpan<double> c = concentration.Slice(segment.First, segment.Count);
            Apply(layer.Conductivity, c, Conductivity, segment, again);
            Apply(layer.Diffusivity, c, Diffusivity, segment, again);
            Apply(layer.TransferenceNumber, c, Transference, segment, again);
            Apply(layer.ThermodynamicFactor, c, Factor, segment, again);
            if (again)
            {
                AddCeramic(segment, ceramic[index], concentration);
            }
        }
    }

    /// <summary>Evaluates only what the flux of salt needs: D and t₊.</summary>
    /// <param name="concentration">c per cell [mol/m³].</param>
    internal void UpdateDiffusion(ReadOnlySpan<double> concentration)
    {
        if (Array.Exists(ceramic, conductivity => conductivity > 0.0))
        {
            Update(concentration); // the pair needs all four
            return;
        }

        foreach (Segment segment in segments)
        {
            UpdateDiffusion(concentration, segment.Layer, segment.First, segment.Count);
        }
    }

    /// <summary>The same in one cell.</summary>
    /// <param name="concentration">c per cell [mol/m³].</param>
    /// <param name="index">Which segment.</param>
    /// <param name="cell">Which cell of the line.</param>
    internal void UpdateDiffusion(ReadOnlySpan<double> concentration, int index, int cell)
    {
        if (ceramic[index] > 0.0)
        {
            Update(concentration);
            return;
        }

        UpdateDiffusion(concentration, segments[index].Layer, cell, 1);
    }

    private void UpdateDiffusion(ReadOnlySpan<double> concentration, ElectrolyteLayer own, int first, int count)
    {
        if (own is not BinaryLayer layer)
        {
            return;
        }

        ReadOnlySpan<double> c = concentration.Slice(first, count);
        if (!layer.Diffusivity.IsConstant)
        {
            layer.Diffusivity.Evaluate(c, temperature, Diffusivity.AsSpan(first, count));
        }

        if (!layer.TransferenceNumber.IsConstant)
        {
            layer.TransferenceNumber.Evaluate(c, temperature, Transference.AsSpan(first, count));
        }
    }

    /// <summary>Evaluates the properties and their slopes.</summary>
    /// <param name="concentration">c per cell [mol/m³].</param>
    internal void UpdateWithSlopes(ReadOnlySpan<double> concentration)
    {
        for (int index = 0; index < segments.Length; index++)
        {
            if (segments[index].Layer is not BinaryLayer layer)
            {
                continue;
            }

            Segment segment = segments[index];
            bool again = ceramic[index] > 0.0;
            ReadOnlySpan<double> c = concentration.Slice(segment.First, segment.Count);
            Apply(layer.Conductivity, c, Conductivity, ConductivitySlope, segment, again);
            Apply(layer.Diffusivity, c, Diffusivity, DiffusivitySlope, segment, again);
            Apply(layer.TransferenceNumber, c, Transference, TransferenceSlope, segment, again);
            Apply(layer.ThermodynamicFactor, c, Factor, FactorSlope, segment, again);
            if (again)
            {
                AddCeramicWithSlopes(segment, ceramic[index], concentration);
            }
        }
    }

    private static double[] Ones(int count)
    {
        double[] array = new double[count];
        Array.Fill(array, 1.0);
        return array;
    }

    /// <summary>κ, D and t₊ of electrolyte and ceramic together.</summary>
    private static (T Conductivity, T Diffusivity, T Transference) Pair<T>(
        T kappa, T diffusivity, T transference, T factor, T concentration, double ceramic, double thermalVoltage)
        where T : struct, IScalar<T>
    {
        T sum = kappa + ceramic, anion = 1.0 - transference, share = kappa / sum;
        T coupling = (2.0 * thermalVoltage * ceramic / PhysicalConstants.Faraday) * anion * anion * factor * share / concentration;
        return (sum, diffusivity + coupling, 1.0 - (anion * share));
    }

    private void AddCeramic(Segment segment, double conductivity, ReadOnlySpan<double> c)
    {
        for (int k = segment.First; k <= segment.Last; k++)
        {
            (Scalar kappa, Scalar diffusivity, Scalar transference) = Pair<Scalar>(
                Conductivity[k], Diffusivity[k], Transference[k], Factor[k], c[k], conductivity, thermalVoltage);
            (Conductivity[k], Diffusivity[k], Transference[k]) = (kappa.Value, diffusivity.Value, transference.Value);
        }
    }

    private void AddCeramicWithSlopes(Segment segment, double conductivity, ReadOnlySpan<double> c)
    {
        for (int k = segment.First; k <= segment.Last; k++)
        {
            (Dual4 kappa, Dual4 diffusivity, Dual4 transference) = Pair(
                Dual4.Seed(Conductivity[k], 0, ConductivitySlope[k]), Dual4.Seed(Diffusivity[k], 0, DiffusivitySlope[k]),
                Dual4.Seed(Transference[k], 0, TransferenceSlope[k]), Dual4.Seed(Factor[k], 0, FactorSlope[k]),
                Dual4.Seed(c[k], 0), conductivity, thermalVoltage);
            (Conductivity[k], ConductivitySlope[k]) = (kappa.Value, kappa.Slope(0));
            (Diffusivity[k], DiffusivitySlope[k]) = (diffusivity.Value, diffusivity.Slope(0));
            (Transference[k], TransferenceSlope[k]) = (transference.Value, transference.Slope(0));
        }
    }

    private void Apply(PropertyLaw law, ReadOnlySpan<double> c, double[] values, Segment segment, bool again)
    {
        if (!law.IsConstant || again)
        {
            law.Evaluate(c, temperature, values.AsSpan(segment.First, segment.Count));
        }
    }

    private void Apply(PropertyLaw law, ReadOnlySpan<double> c, double[] values, double[] slopes, Segment segment, bool again)
    {
        if (!law.IsConstant || again)
        {
            law.EvaluateWithSlope(
                c, temperature, values.AsSpan(segment.First, segment.Count), slopes.AsSpan(segment.First, segment.Count));
        }
    }
}
