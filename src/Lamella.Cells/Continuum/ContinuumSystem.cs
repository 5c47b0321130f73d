using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;
using Lamella.Core;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>The discretised cell as a differential–algebraic system. See README.md of this folder.</summary>
internal sealed partial class ContinuumSystem : ISpectralSystem
{
    private const double PotentialResolution = 1e-14; // [V] some twenty units in the last place of 4 V

    private readonly CellDescription cell;
    private readonly CellScales scales;
    private readonly CellLayout layout;
    private readonly ElectrolyteLine line;
    private readonly PorousLine? negative;
    private readonly PorousLine? positive;
    private readonly PlanarFace? negativeFace;
    private readonly PlanarFace? positiveFace;
    private readonly ImmutableArray<PorousLine> porous;
    private readonly ImmutableArray<ParticleGroup> groups;
    private readonly ImmutableArray<ExchangeLine> exchanges;
    private readonly ImmutableArray<Displacement> displacements;
    private readonly Displacement?[] displacementOf; // per cell
    private readonly double[] concentration;
    private double temperature;
    private double thermalVoltage;

    /// <summary>Builds the model.</summary>
    /// <param name="cell">The described cell.</param>
    /// <param name="options">Mesh.</param>
    /// <param name="temperature">T [K].</param>
    internal ContinuumSystem(CellDescription cell, CellOptions options, double temperature)
    {
        ModelScope.Require(cell);
        (this.cell, this.temperature, Temperature) = (cell, temperature, temperature);
        thermalVoltage = PhysicalConstants.ThermalVoltage(temperature);
        scales = new CellScales(cell.OneCCurrentDensity > 0.0 ? cell.OneCCurrentDensity : 10.0);
        line = new ElectrolyteLine(cell, options, temperature);
        negative = Porous(cell.PorousNegative, line.Segments[0]);
        positive = Porous(cell.PorousPositive, line.Segments[^1]);
        porous = [.. new[] { negative, positive }.OfType<PorousLine>()];
        groups = [.. porous.SelectMany(electrode => electrode.Groups)];
        exchanges = [.. line.Segments.Where(s => s.Kind == SegmentKind.Exchange).Select(s => new ExchangeLine(s, line))];
        layout = Lay();
        negativeFace = negative is null ? Face(cell.Negative, cell.Joints[0], -1.0, 0) : null;
        positiveFace = positive is null ? Face(cell.Positive, cell.Joints[^1], 1.0, line.Count - 1) : null;
        displacements = [.. line.Segments.Where(FacePath.StoresCharge).Select(s => new Displacement(s, layout))];
        displacementOf = new Displacement?[line.Count];
        foreach (Displacement layer in displacements)
        {
            displacementOf.AsSpan(layer.Segment.First, layer.Segment.Count).Fill(layer);
        }

        if (cell.Thermal is not null)
        {
            layout.AddTemperature();
        }

        concentration = new double[layout.Cells];
        jacobian = new CellJacobian(layout, porous.Select(electrode => electrode.Phase).Concat(exchanges.Select(exchange => exchange.Phase)));
        thermal = cell.Thermal is null ? null : new ThermalWorkspace(layout, groups);
        SetTemperature(temperature);

        PorousLine? Porous(PorousElectrode? electrode, Segment segment) =>
            electrode is null ? null : new PorousLine(electrode, segment, line, options, temperature);

        PlanarFace Face(Electrode electrode, Joint joint, double sign, int at)
        {
            Segment end = line.Segments[sign < 0.0 ? 0 : ^1];
            PhaseContact? contact = sign < 0.0 ? end.Host?.NegativeContact : end.Host?.PositiveContact;
            return new PlanarFace(electrode, joint, sign, at, contact == PhaseContact.Host, layout, temperature);
        }
    }

    /// <inheritdoc/>
    public string ModelName => CellModels.ContinuumRevision;

    /// <inheritdoc/>
    public int Size => layout.Size;

    /// <inheritdoc/>
    public CellLoad Load
    {
        get;
        set
        {
            field = value;
            foreach (ParticleGroup group in groups)
            {
                Array.Clear(group.Slopes.Held); // of the last step before: nothing of an earlier load may show in this one
            }
        }
    } = CellLoad.Rest;

    /// <inheritdoc/>
    public StepLimits Limits { get; set; } = StepLimits.None;

    /// <inheritdoc/>
    public SetPoint Temperature { get; set; }

    internal CellLayout Layout => layout;

    internal CellScales Scales => scales;

    internal ElectrolyteLine Line => line;

    internal PorousLine? Negative => negative;

    internal PorousLine? Positive => positive;

    internal PlanarFace? NegativeFace => negativeFace;

    internal PlanarFace? PositiveFace => positiveFace;

    internal ImmutableArray<ParticleGroup> Groups => groups;

    /// <inheritdoc/>
    public LoadRow LoadRow => new(layout.Current, scales.Current, scales.Current);

    /// <inheritdoc/>
    public double Current(ReadOnlySpan<double> y) => y[layout.Current] * scales.Current;

    /// <inheritdoc/>
    public double Charge(ReadOnlySpan<double> y) => y[layout.Charge] * scales.Charge;

    /// <inheritdoc/>
    public double Energy(ReadOnlySpan<double> y) => y[layout.Energy] * scales.Energy;

    /// <inheritdoc/>
    public double TemperatureOf(double time, ReadOnlySpan<double> y) =>
        layout.Temperature >= 0 ? y[layout.Temperature] * CellScales.Temperature : Temperature.At(time);

    /// <inheritdoc/>
    public ICellObserver Observe(ReadOnlySpan<double> y) => new CellObserver(
        this, new BalanceTracker(this, y), new RangeTracker(this));

    /// <inheritdoc/>
    public double[] Equilibrium(double stateOfCharge)
    {
        SetTemperature(Temperature.Start);
        return EquilibriumState.Make(this, cell, stateOfCharge, temperature);
    }

    /// <inheritdoc/>
    public void MarkDifferential(Span<bool> differential)
    {
        differential.Clear();
        for (int k = 0; k < layout.Cells; k++)
        {
            differential[(CellLayout.PerCell * k) + CellLayout.Salt] = line.IsBinary(k);
        }

        foreach (PorousLine electrode in porous)
        {
            Segment segment = electrode.Phase.Segment;
            for (int k = segment.First; k <= segment.Last; k++)
            {
                differential[(CellLayout.PerCell * k) + CellLayout.Potential] = electrode.HasDoubleLayer;
            }
        }

        differential.Slice(layout.ParticleStart, layout.ParticleCount).Fill(true);
        differential[layout.Charge] = differential[layout.Energy] = true;
        differential[layout.NegativeLithium] = differential[layout.PositiveLithium] = true;
        Mark(negativeFace, differential);
        Mark(positiveFace, differential);
        foreach (Displacement layer in displacements)
        {
            differential[layer.Index] = true;
        }

        if (layout.Temperature >= 0)
        {
            differential[layout.Temperature] = true;
        }

        static void Mark(PlanarFace? face, Span<bool> differential)
        {
            if (face?.Potential >= 0)
            {
                differential[face.Potential] = face.Capacitance > 0.0;
            }

            if (face?.Film >= 0)
            {
                differential[face.Film] = true;
            }

            if (face?.Lost >= 0)
            {
                differential[face.Lost] = true;
            }
        }
    }

    /// <inheritdoc/>
    public void MarkUntested(Span<bool> untested)
    {
        for (int k = 0; k < layout.Cells; k++)
        {
            untested[(CellLayout.PerCell * k) + CellLayout.IonicCurrent] = displacementOf[k] is not null; // I + C dW/dt
        }

        foreach (PorousLine electrode in porous.Where(electrode => electrode.HasDoubleLayer))
        {
            // Currents that follow from potentials which have their own error test: a difference of E of a nanovolt between
            // two cells, far below any tolerance of E, moves the current between them by more than that of the current.
            Segment segment = electrode.Phase.Segment;
            for (int k = segment.First; k <= segment.Last; k++)
            {
                untested[(CellLayout.PerCell * k) + CellLayout.IonicCurrent] = true;
            }

            foreach (ParticleGroup group in electrode.Groups.Where(group => group.CurrentOffset >= 0))
            {
                untested.Slice(group.CurrentOffset, group.Lanes).Fill(true);
            }
        }
    }

    /// <inheritdoc/>
    public void RaiseTolerances(Span<double> absolute)
    {
        foreach (SecondPhase phase in porous.Select(electrode => electrode.Phase).Concat(exchanges.Select(exchange => exchange.Phase)))
        {
            // Both phases share the current by the resistances from this cell to the next.
            for (int lane = 0; lane + 1 < phase.Segment.Count; lane++)
            {
                int k = phase.Segment.First + lane, at = (CellLayout.PerCell * k) + CellLayout.IonicCurrent;
                FaceSide<Scalar> left = line.Side(k, line.RestConcentration[k]), right = line.Side(k + 1, line.RestConcentration[k + 1]);
                double resistance = phase.Resistance[lane] + (left.Half.Value / left.Conductivity.Value) + (right.Half.Value / right.Conductivity.Value);
                absolute[at] = Math.Max(absolute[at], PotentialResolution / (resistance * scales.Current));
            }
        }
    }

    /// <inheritdoc/>
    public void GuessLoad(Span<double> y)
    {
        double voltage = Voltage(0.0, y), value = Load.SetPoint.Start;
        double? current = Load.Control switch
        {
            StepControl.Current => value,
            StepControl.Power when voltage != 0.0 && double.IsFinite(voltage) => value / voltage,
            StepControl.Resistance when value > 0.0 && double.IsFinite(voltage) => -voltage / value,
            _ => null,
        };
        if (current is not { } applied)
        {
            return;
        }

        y[layout.Current] = applied / scales.Current;
        foreach (Segment segment in line.Segments)
        {
            for (int lane = 0; lane < segment.Count; lane++)
            {
                double share = segment.Kind switch
                {
                    SegmentKind.Negative => (lane + 1.0) / segment.Count,
                    SegmentKind.Positive => (segment.Count - 1.0 - lane) / segment.Count,
                    _ => 1.0,
                };
                y[(CellLayout.PerCell * (segment.First + lane)) + CellLayout.IonicCurrent] = -applied / scales.Current * share;
            }
        }

        ShareGroupCurrents(y);
    }

    /// <inheritdoc/>
    public string Describe(int unknown)
    {
        string[] slots = ["salt concentration", "electrolyte potential", "potential of the second phase", "ionic current"];
        if (unknown < 0)
        {
            return "no single variable stands out";
        }

        if (unknown < layout.ParticleStart)
        {
            int owner = unknown / CellLayout.PerCell;
            string where = line.Segments.Last(s => s.First <= owner).Name;
            return $"the {slots[unknown % CellLayout.PerCell]} in {where} dominates";
        }

        return unknown < layout.Current ? "the lithium in the particles dominates" : "a cell-level variable dominates";
    }

    /// <summary>Takes another temperature.</summary>
    internal void SetTemperature(double kelvin)
    {
        temperature = kelvin;
        thermalVoltage = PhysicalConstants.ThermalVoltage(kelvin);
        line.SetTemperature(kelvin);
        foreach (ParticleGroup group in groups)
        {
            group.SetTemperature(kelvin);
        }

        foreach (ExchangeLine exchange in exchanges)
        {
            exchange.SetTemperature(kelvin);
        }

        negativeFace?.SetTemperature(kelvin);
        positiveFace?.SetTemperature(kelvin);
    }

    /// <summary>Offsets of everything in the state.</summary>
    private CellLayout Lay()
    {
        int offset = CellLayout.PerCell * line.Count, particles = groups.Sum(group => group.Array.Size);
        int current = offset + particles;
        foreach (PorousLine electrode in porous)
        {
            foreach (ParticleGroup group in electrode.Groups)
            {
                group.Offset = offset;
                offset += group.Array.Size;
                if (group != electrode.Groups[0])
                {
                    group.CurrentOffset = current;
                    current += group.Lanes;
                }
            }
        }

        return new CellLayout(line.Count, particles, current - offset);
    }

    /// <summary>Presets the currents into the groups after the first by their surface.</summary>
    private void ShareGroupCurrents(Span<double> y)
    {
        foreach (PorousLine electrode in porous)
        {
            foreach (ParticleGroup group in electrode.Groups)
            {
                for (int lane = 0; group.CurrentOffset >= 0 && lane < group.Lanes; lane++)
                {
                    double total = electrode.Groups.Sum(g => 1.0 / g.InverseArea[lane]);
                    y[group.CurrentOffset + lane] = Gain(y, electrode.Phase, lane) / group.InverseArea[lane] / total;
                }
            }
        }
    }

    /// <summary>Reads the concentrations and the temperature; false when one is unphysical.</summary>
    private bool Unpack(double time, ReadOnlySpan<double> y)
    {
        double kelvin = TemperatureOf(time, y);
        if (kelvin != temperature)
        {
            if (!ModelScope.IsTemperature(kelvin))
            {
                return false;
            }

            SetTemperature(kelvin);
        }

        bool positiveSalt = true;
        for (int k = 0; k < concentration.Length; k++)
        {
            concentration[k] = y[CellLayout.PerCell * k] * CellScales.Concentration;
            positiveSalt &= concentration[k] > 0.0;
        }

        return positiveSalt;
    }

    /// <summary>Ionic current that the electrolyte of one cell of a two-phase segment gains [reference current].</summary>
    private double Gain(ReadOnlySpan<double> y, SecondPhase phase, int lane)
    {
        int at = (CellLayout.PerCell * (phase.Segment.First + lane)) + CellLayout.IonicCurrent;
        double inflow = lane > 0 || phase.Inflow == PhaseEnd.Previous ? y[at - CellLayout.PerCell]
            : phase.Inflow == PhaseEnd.Total ? -y[layout.Current]
            : 0.0;
        return y[at] - inflow;
    }

    /// <summary>Side of a face: electrolyte or host of a cell.</summary>
    private FaceSide<Scalar> SideOf(int at, bool host) => host ? line.HostSide<Scalar>(at) : line.Side(at, concentration[at]);

    private FaceSide<Dual4> SideOf(int at, bool host, int direction) =>
        host ? line.HostSide<Dual4>(at) : line.Side(at, concentration[at], direction);
}
