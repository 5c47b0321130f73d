using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>A planar electrode: lithium, bare collector, blocking or inert.</summary>
/// <remarks>
/// <para>s is the current from the metal into the electrolyte: −I on the negative, +I on the positive side. Between metal
/// and electrolyte lie charge transfer beside the double layer, E, the film w, and the joint:
/// φ(metal) − Φ(centre of the first cell) = E + w + s·R_joint + half a cell.</para>
/// <para>E and w are unknowns of the cell where something stores charge; else E = η(s) and w = s·R_f.</para>
/// </remarks>
internal sealed class PlanarFace
{
    private readonly Electrode electrode;
    private readonly Joint joint;
    private readonly bool viaHost;
    private LithiumFace kinetics;
    private double jointResistance;
    private double thermalVoltage;
    private double temperature;

    internal PlanarFace(Electrode electrode, Joint joint, double sign, int cell, bool viaHost, CellLayout layout, double temperature)
    {
        (this.electrode, this.joint, Sign, Cell, this.viaHost) = (electrode, joint, sign, cell, viaHost);
        Capacitance = electrode.DoubleLayerCapacitance;
        FilmCapacitance = (electrode as LithiumElectrode)?.FilmCapacitance ?? 0.0;
        Lithium = sign < 0.0 ? layout.NegativeLithium : layout.PositiveLithium;
        Potential = electrode is not LithiumElectrode || Capacitance > 0.0 ? layout.AddBorder() : -1;
        Film = FilmCapacitance > 0.0 ? layout.AddBorder() : -1;
        LossOnPlating = (electrode as BareCollector)?.LossOnPlating ?? 0.0;
        Lost = LossOnPlating > 0.0 ? layout.AddBorder() : -1;
        SetTemperature(temperature);
    }

    /// <summary>Gets s/I: −1 on the negative, +1 on the positive side.</summary>
    internal double Sign { get; }

    /// <summary>Gets the cell next to the electrode.</summary>
    internal int Cell { get; }

    /// <summary>Gets a value indicating whether the electrode touches the host of a host-guest layer.</summary>
    internal bool ViaHost => viaHost;

    /// <summary>Gets the index of E, or −1.</summary>
    internal int Potential { get; }

    /// <summary>Gets the index of w, or −1.</summary>
    internal int Film { get; }

    /// <summary>Gets the index of the lithium of this side.</summary>
    internal int Lithium { get; }

    /// <summary>Gets the index of the lithium that plating lost, or −1.</summary>
    internal int Lost { get; }

    /// <summary>Gets the share of the plated lithium that is lost [–].</summary>
    internal double LossOnPlating { get; }

    /// <summary>Gets the double-layer capacitance [F/m²].</summary>
    internal double Capacitance { get; }

    /// <summary>Gets the film capacitance [F/m²].</summary>
    internal double FilmCapacitance { get; }

    /// <summary>Gets the film resistance at the present temperature [Ω·m²].</summary>
    internal double FilmResistance => kinetics.FilmResistance;

    /// <summary>Gets the joint resistance at the present temperature [Ω·m²].</summary>
    internal double JointResistance => jointResistance;

    /// <summary>Gets the bare collector, or null.</summary>
    internal BareCollector? Collector => electrode as BareCollector;

    /// <summary>Gets or sets E along c (0) and s (1) at the last Jacobian, where E is no unknown.</summary>
    internal Dual4 Slopes { get; set; }

    /// <summary>Gets what the electrode is.</summary>
    internal Electrode Electrode => electrode;

    /// <summary>Gets the lithium that must not be used up, less which the electrode ends the step [mol/m²]; NaN for no limit.</summary>
    internal double LeastLithium => electrode switch
    {
        LithiumElectrode => 0.0,
        BareCollector bare => -0.5 * DepositKernel.Floor(bare),
        _ => double.NaN,
    };

    /// <summary>Gets the potential against lithium at rest [V].</summary>
    internal double RestPotential(double plated) => electrode switch
    {
        BareCollector bare => DepositKernel.Equilibrium<Scalar>(bare, plated, thermalVoltage).Value,
        BlockingElectrode blocking => blocking.ZeroChargePotential,
        InertElectrode inert => inert.RestPotential,
        _ => 0.0,
    };

    /// <summary>Gets the lithium at the start [mol/m²].</summary>
    internal double InitialLithium => electrode switch
    {
        LithiumElectrode foil => foil.Thickness / foil.Metal.MolarVolume,
        BareCollector bare => bare.PlatedThickness / bare.Lithium.MolarVolume,
        _ => 0.0,
    };

    internal void SetTemperature(double kelvin)
    {
        temperature = kelvin;
        thermalVoltage = PhysicalConstants.ThermalVoltage(kelvin);
        jointResistance = ElectrolyteLine.ResistanceOf(joint, kelvin);
        kinetics = electrode switch
        {
            LithiumElectrode foil => LithiumKernel.Of(foil.Metal, kelvin, foil.FilmResistance / PhysicalConstants.ArrheniusFactor(
                foil.FilmActivationEnergy, kelvin, foil.FilmReferenceTemperature)),
            BareCollector bare => LithiumKernel.Of(bare.Lithium, kelvin, bare.FilmResistance),
            _ => default,
        };
    }

    /// <summary>Computes φ(metal) − Φ(centre of the cell).</summary>
    /// <typeparam name="T">Plain or dual number.</typeparam>
    /// <param name="cell">The cell at the electrode, or its host.</param>
    /// <param name="stripping">s, the whole current from the metal [A/m²].</param>
    /// <param name="ionic">The part of s that the electrolyte conducts beyond the interface [A/m²].</param>
    /// <param name="potential">E where it is an unknown [V].</param>
    /// <param name="film">w where it is an unknown [V].</param>
    /// <param name="overpotential">Receives E [V].</param>
    /// <returns>The potential step [V].</returns>
    internal T Drop<T>(in FaceSide<T> cell, T stripping, T ionic, T potential, T film, out T overpotential)
        where T : struct, IScalar<T>
    {
        T surface = FaceKernel.BlockedSurface(cell, stripping);
        overpotential = Potential >= 0 ? potential : LithiumKernel.Overpotential(kinetics, cell.IsBinary, surface, stripping, thermalVoltage);
        T across = Film >= 0 ? film : stripping * kinetics.FilmResistance;
        return overpotential + across + (stripping * jointResistance)
            + FaceKernel.HalfStep(cell, surface, -ionic, thermalVoltage);
    }

    /// <summary>Share of the faradaic current that changes the metal: all of it when stripping, less the loss when plating [–].</summary>
    /// <param name="faradaic">Current of charge transfer from the metal [A/m²].</param>
    internal double Kept(double faradaic) => faradaic < 0.0 ? 1.0 - LossOnPlating : 1.0;

    /// <summary>Residual of the equation of E, in V for a bare collector and in A/m² elsewhere.</summary>
    /// <remarks>
    /// Beside a double layer E lags and the current follows from it, so that the balance of currents is the equation on which
    /// Newton's method converges. The potential that a current needs is a logarithm, from whose flat side it jumps away.
    /// </remarks>
    /// <typeparam name="T">Plain or dual number.</typeparam>
    /// <param name="cell">The cell at the electrode.</param>
    /// <param name="stripping">s [A/m²].</param>
    /// <param name="potential">E [V].</param>
    /// <param name="rate">dE/dt [V/s].</param>
    /// <param name="plated">Lithium on a bare collector [mol/m²].</param>
    /// <returns>The residual.</returns>
    internal T Balance<T>(in FaceSide<T> cell, T stripping, T potential, T rate, T plated)
        where T : struct, IScalar<T>
    {
        T faradaic = stripping - (Capacitance * rate);
        switch (electrode)
        {
            case LithiumElectrode:
                return faradaic - LithiumKernel.Current(
                    kinetics, cell.IsBinary, FaceKernel.BlockedSurface(cell, stripping), potential, thermalVoltage);
            case BareCollector bare:
                return potential - DepositKernel.Potential(
                    bare, kinetics, cell.IsBinary, FaceKernel.BlockedSurface(cell, stripping), faradaic, plated, thermalVoltage);
            case InertElectrode inert:
                T sum = faradaic;
                foreach (IrreversibleReaction reaction in inert.Reactions)
                {
                    sum -= InertKernel.Current(reaction, potential, thermalVoltage, temperature);
                }

                return sum;
            default:
                return faradaic;
        }
    }
}
