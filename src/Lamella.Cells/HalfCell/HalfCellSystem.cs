using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Numerics.Dae;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.HalfCell;

/// <summary>What a protocol step holds.</summary>
internal enum ControlKind
{
    /// <summary>The current density.</summary>
    Current,

    /// <summary>The terminal voltage.</summary>
    Voltage,
}

/// <summary>The discretised half cell as a differential–algebraic system. See README.md of this folder.</summary>
internal sealed partial class HalfCellSystem : IDaeSystem
{
    private readonly double temperature;
    private readonly double thermalVoltage;
    private readonly CellScales scales;
    private readonly CellLayout layout;
    private readonly ElectrolyteLine line;
    private readonly CathodeLine? cathode;
    private readonly ParticleArray? particles;
    private readonly LithiumFace lithium;
    private readonly LithiumFace? counter;
    private readonly double leadResistance; // contact and last half cell of the solid [Ω·m²]
    private readonly double[] concentration;
    private readonly double[] reactionCurrent;
    private readonly double[] surface;
    private readonly double[] potential;
    private readonly double[] potentialSlope;

    internal HalfCellSystem(CellDescription cell, HalfCellOptions options, double temperature)
    {
        this.temperature = temperature;
        thermalVoltage = PhysicalConstants.ThermalVoltage(temperature);
        scales = new CellScales(cell.OneCCurrentDensity > 0.0 ? cell.OneCCurrentDensity : 10.0);
        line = new ElectrolyteLine(cell, options, temperature);
        layout = new CellLayout(line.Count, line.CathodeStart, cell.Cathode is null ? 0 : options.Shells);
        lithium = FaceOf(cell.Lithium);
        counter = cell.CounterLithium is { } metal ? FaceOf(metal) : null;
        leadResistance = cell.ContactResistance;
        if (cell.Cathode is { } description)
        {
            cathode = new CathodeLine(description, line.Widths[line.CathodeStart..], temperature);
            particles = new ParticleArray(
                options.Shells, layout.Lanes, description.ParticleRadius, options.ShellGrading,
                description.MaximumConcentration, description.Material.Diffusivity, temperature);
            leadResistance += cathode.ElectronicResistance[^1];
        }

        concentration = new double[layout.Cells];
        reactionCurrent = new double[layout.Lanes];
        surface = new double[layout.Lanes];
        potential = new double[layout.Lanes];
        potentialSlope = new double[layout.Lanes];
        jacobian = new CellJacobian(layout);
    }

    /// <inheritdoc/>
    public int Size => layout.Size;

    internal CellLayout Layout => layout;

    internal CellScales Scales => scales;

    internal ElectrolyteLine Line => line;

    internal CathodeLine? Cathode => cathode;

    internal ParticleArray? Particles => particles;

    /// <summary>Gets or sets what is held.</summary>
    internal ControlKind Control { get; set; }

    /// <summary>Gets or sets the held value: current density, charging positive [A/m²], or voltage [V].</summary>
    internal double SetPoint { get; set; }

    /// <inheritdoc/>
    public void MarkDifferential(Span<bool> differential)
    {
        differential.Clear();
        for (int k = 0; k < layout.Cells; k++)
        {
            differential[(CellLayout.PerCell * k) + CellLayout.Salt] = line.IsBinary(k);
        }

        differential.Slice(layout.ParticleStart, layout.ParticleCount).Fill(true);
        differential[layout.Charge] = differential[layout.Lithium] = differential[layout.CounterLithium] = true;
    }

    /// <inheritdoc/>
    public CallbackStatus EvaluateResidual(
        double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        if (!Unpack(y))
        {
            return CallbackStatus.Recoverable;
        }

        line.Update(concentration);
        ElectrolyteResidual(y, yPrime, residual);
        if (cathode is not null)
        {
            particles!.Update(layout.Particles(y));
            if (!SurfaceState(y))
            {
                return CallbackStatus.Recoverable;
            }

            cathode.OpenCircuitPotential.Evaluate(surface, temperature, potential);
            CathodeResidual(y, residual);
            particles.Residual(
                layout.Particles(y), layout.Particles(yPrime), reactionCurrent, layout.Particles(residual));
        }

        CellResidual(y, yPrime, residual);
        return CallbackStatus.Success;
    }

    /// <summary>Terminal voltage [V].</summary>
    /// <param name="y">State.</param>
    /// <returns>V; NaN when the state is unphysical.</returns>
    internal double Voltage(ReadOnlySpan<double> y)
    {
        int last = layout.Cells - 1;
        if (counter is not null && line.IsBinary(last))
        {
            concentration[last] = y[CellLayout.PerCell * last] * CellScales.Concentration;
            line.Update(concentration);
        }

        return UpdatedVoltage(y);
    }

    /// <summary>Terminal voltage of a state whose concentrations the electrolyte line was updated with last [V].</summary>
    private double UpdatedVoltage(ReadOnlySpan<double> y)
    {
        double leads = y[layout.Current] * scales.Current * leadResistance;
        int last = CellLayout.PerCell * (layout.Cells - 1);
        return counter is null
            ? y[last + CellLayout.Solid] + leads
            : y[last + CellLayout.Electrolyte] + leads - CounterPotential(y).Value;
    }

    /// <summary>Presets the currents of a step that holds a current; one that holds a voltage starts from the currents before.</summary>
    /// <param name="y">State; its applied and ionic currents are overwritten.</param>
    internal void GuessCurrent(Span<double> y)
    {
        if (Control == ControlKind.Voltage)
        {
            return;
        }

        double applied = SetPoint / scales.Current;
        y[layout.Current] = applied;
        for (int k = 0; k < layout.Cells; k++)
        {
            double share = k < layout.CathodeStart ? 1.0 : (double)(layout.Cells - 1 - k) / layout.Lanes;
            y[(CellLayout.PerCell * k) + CellLayout.IonicCurrent] = -applied * share;
        }
    }

    /// <summary>Names an unknown for a message.</summary>
    /// <param name="unknown">Index in the state; −1 for none.</param>
    /// <returns>What and where it is.</returns>
    internal string Describe(int unknown)
    {
        string[] slots = ["salt concentration", "electrolyte potential", "solid potential", "ionic current"];
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

        return unknown < layout.Current ? "the lithium in the cathode particles dominates" : "a cell-level variable dominates";
    }

    private Scalar CounterPotential(ReadOnlySpan<double> y)
    {
        int cell = layout.Cells - 1;
        return LithiumKernel.Potential<Scalar>(
            counter!.Value, line.Side(cell, concentration[cell]), y[layout.Current] * scales.Current, thermalVoltage, out _);
    }

    private LithiumFace FaceOf(LithiumElectrode electrode) => new(
        electrode.Metal.ReferenceExchangeCurrentDensity * PhysicalConstants.ArrheniusFactor(
            electrode.Metal.ActivationEnergy, temperature, electrode.Metal.ReferenceTemperature),
        electrode.Metal.ConcentrationExponent,
        electrode.Metal.TransferCoefficient,
        electrode.FilmResistance / PhysicalConstants.ArrheniusFactor(
            electrode.FilmActivationEnergy, temperature, electrode.FilmReferenceTemperature));

    /// <summary>Reads the concentrations; false when one is not positive.</summary>
    private bool Unpack(ReadOnlySpan<double> y)
    {
        bool positive = true;
        for (int k = 0; k < concentration.Length; k++)
        {
            concentration[k] = y[CellLayout.PerCell * k] * CellScales.Concentration;
            positive &= concentration[k] > 0.0;
        }

        return positive;
    }

    private void ElectrolyteResidual(ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        double applied = y[layout.Current];
        FaceSide<Scalar> left = line.Side(0, concentration[0]);
        residual[CellLayout.Electrolyte] = y[CellLayout.Electrolyte] - LithiumKernel.Potential<Scalar>(
            lithium, left, -applied * scales.Current, thermalVoltage, out _).Value;
        double fluxIn = 0.0; // anions neither enter nor leave through an electrode
        for (int k = 0, at = 0; k < layout.Cells; k++, at += CellLayout.PerCell)
        {
            double fluxOut = 0.0;
            if (k + 1 < layout.Cells)
            {
                FaceSide<Scalar> right = line.Side(k + 1, concentration[k + 1]);
                FaceKernel.Evaluate<Scalar>(
                    left, right, y[at + CellLayout.IonicCurrent] * scales.Current, line.JointResistance[k],
                    line.JointPartition[k], thermalVoltage, out Scalar flux, out Scalar step);
                int next = at + CellLayout.PerCell + CellLayout.Electrolyte;
                residual[next] = y[next] - y[at + CellLayout.Electrolyte] - step.Value;
                (fluxOut, left) = (flux.Value, right);
            }

            residual[at] = line.Storage[k] > 0.0
                ? yPrime[at] + ((fluxOut - fluxIn) / (line.Storage[k] * CellScales.Concentration))
                : y[at] - 1.0;
            fluxIn = fluxOut;
            if (k < layout.CathodeStart)
            {
                residual[at + CellLayout.Solid] = y[at + CellLayout.Solid];
                residual[at + CellLayout.IonicCurrent] = y[at + CellLayout.IonicCurrent] + applied;
            }
        }
    }

    /// <summary>Fills the reaction currents and surface stoichiometries; false when one leaves (0, 1).</summary>
    private bool SurfaceState(ReadOnlySpan<double> y)
    {
        ReadOnlySpan<double> outermost = layout.Particles(y)[^layout.Lanes..];
        ReadOnlySpan<double> diffusivity = particles!.SurfaceDiffusivity;
        bool inside = true;
        for (int lane = 0; lane < reactionCurrent.Length; lane++)
        {
            int at = CellLayout.PerCell * (layout.CathodeStart + lane);
            double gain = y[at + CellLayout.IonicCurrent] - y[at + CellLayout.IonicCurrent - CellLayout.PerCell];
            double current = gain * scales.Current * cathode!.InverseArea[lane];
            double x = outermost[lane] - (current * particles.FluxFactor * particles.SurfaceDistance / diffusivity[lane]);
            reactionCurrent[lane] = current;
            surface[lane] = x;
            inside &= x > 0.0 && x < 1.0;
        }

        return inside;
    }

    private void CathodeResidual(ReadOnlySpan<double> y, Span<double> residual)
    {
        for (int lane = 0; lane < layout.Lanes; lane++)
        {
            int cell = layout.CathodeStart + lane, at = CellLayout.PerCell * cell;
            double overpotential = ReactionKernel.Overpotential<Scalar>(
                cathode!.Surface, concentration[cell], surface[lane], reactionCurrent[lane], thermalVoltage).Value;
            residual[at + CellLayout.Solid] = y[at + CellLayout.Solid] - y[at + CellLayout.Electrolyte]
                - potential[lane] - overpotential - (reactionCurrent[lane] * cathode.Surface.FilmResistance);
            double ionic = y[at + CellLayout.IonicCurrent];
            residual[at + CellLayout.IonicCurrent] = lane + 1 == layout.Lanes
                ? ionic
                : y[at + CellLayout.PerCell + CellLayout.Solid] - y[at + CellLayout.Solid]
                    - ((y[layout.Current] + ionic) * scales.Current * cathode.ElectronicResistance[lane]);
        }
    }

    private void CellResidual(ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        double rate = y[layout.Current] * scales.Current / scales.Charge; // of charge and of lithium, scaled alike [1/s]
        residual[layout.Current] = Control == ControlKind.Current
            ? y[layout.Current] - (SetPoint / scales.Current)
            : UpdatedVoltage(y) - SetPoint;
        residual[layout.Charge] = yPrime[layout.Charge] - rate;
        residual[layout.Lithium] = yPrime[layout.Lithium] - rate;
        residual[layout.CounterLithium] = yPrime[layout.CounterLithium] + (counter is null ? 0.0 : rate);
    }
}
