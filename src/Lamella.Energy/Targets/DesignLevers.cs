using Lamella.Core;
using Lamella.Energy.Building;
using Lamella.Energy.Description;

namespace Lamella.Energy.Targets;

/// <summary>A design whose electrolyte thickness, loading and lithium can be set; everything else stays.</summary>
/// <remarks>
/// Layers keep their proportions and densities. The coating keeps its composition and porosity, so that its thickness follows
/// the loading. Capacities per mass and voltage stay too: what a rate costs is in the overpotential, not in them.
/// </remarks>
public sealed class DesignLevers
{
    private const int Halvings = 60;

    private readonly CellDesign _design;
    private readonly double _layers;

    /// <summary>Initializes the levers of a design.</summary>
    /// <param name="design">The design as described.</param>
    public DesignLevers(CellDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        _design = design;
        _layers = StackGeometry.LayersThickness(design);
    }

    /// <summary>Gets the setting of the design as described.</summary>
    public LeverSetting Described => new(_layers, _design.Cathode.ActiveLoading, _design.Anode.Lithium);

    /// <summary>Returns the design with other settings.</summary>
    /// <param name="setting">The settings, all above 0; lithium may be 0 on a collector.</param>
    /// <returns>The changed design.</returns>
    public CellDesign At(LeverSetting setting)
    {
        double layers = setting.ElectrolyteThickness / _layers, loading = setting.ActiveLoading / _design.Cathode.ActiveLoading;
        return _design with
        {
            Layers = [.. _design.Layers.Select(layer => layer with { Thickness = layers * layer.Thickness, AreaMass = layers * layer.AreaMass })],
            Cathode = _design.Cathode with { ActiveLoading = setting.ActiveLoading, Thickness = loading * _design.Cathode.Thickness },
            Anode = _design.Anode with { Lithium = setting.Lithium },
        };
    }

    /// <summary>Returns the lithium whose reserve lasts a number of cycles.</summary>
    /// <param name="loading">Active material per area [kg/m²].</param>
    /// <param name="cycles">The cycles [–].</param>
    /// <param name="least">Least lithium allowed [m].</param>
    /// <returns>The thickness [m].</returns>
    /// <remarks>The reserve must hold n·(1 − CE)·Q_A; what the first discharge leaves on the anode is part of it.</remarks>
    public double LithiumFor(double loading, double cycles, double least)
    {
        CathodeDesign cathode = _design.Cathode;
        double capacity = loading * cathode.Capacity;
        double metal = (cycles * (1.0 - _design.Anode.CoulombicEfficiency) * capacity) - (loading * (cathode.FirstChargeCapacity - cathode.Capacity));
        bool shared = _design.Anode.Collector is null && !_design.IsSingleSided;
        return Math.Max(least, metal / PhysicalConstants.Faraday * _design.Anode.MolarVolume * (shared ? 2.0 : 1.0));
    }

    /// <summary>Returns the greatest loading whose overpotential at a rate keeps a limit.</summary>
    /// <param name="thickness">Thickness of the electrolyte [m].</param>
    /// <param name="rate">The rate [1/h].</param>
    /// <param name="limit">The overpotential [V]; infinite for no limit.</param>
    /// <returns>The loading [kg/m²]; infinite where there is no limit, or the design states no resistance.</returns>
    /// <remarks>
    /// η = rate·q·W·(R + r·W) with the resistance R of electrolyte, interfaces and contacts and r·W that of the pores of a
    /// coating whose thickness follows W: the positive root of a quadratic.
    /// </remarks>
    public double LoadingFor(double thickness, double rate, double limit)
    {
        double pores = Resistance(thickness, _design.Cathode.ActiveLoading) - Resistance(thickness, 0.0);
        double fixedPart = Resistance(thickness, 0.0), slope = pores / _design.Cathode.ActiveLoading;
        double wanted = limit / (rate * _design.Cathode.Capacity / 3600.0); // W·(R + r·W) [kg·Ω]
        return wanted <= 0.0 ? 0.0
            : double.IsPositiveInfinity(wanted) || fixedPart + slope <= 0.0 ? double.PositiveInfinity
            : 2.0 * wanted / (fixedPart + Math.Sqrt((fixedPart * fixedPart) + (4.0 * slope * wanted)));
    }

    /// <summary>Returns the greatest loading whose safe current of salt reaches a rate.</summary>
    /// <param name="thickness">Thickness of the electrolyte [m].</param>
    /// <param name="rate">The rate [1/h].</param>
    /// <param name="most">The greatest loading that is asked for [kg/m²].</param>
    /// <returns>The loading [kg/m²], at most <paramref name="most"/>.</returns>
    /// <remarks>The rate at the safe current falls as the loading rises, twice over: more capacity, and a thicker cathode.</remarks>
    public double LoadingForSalt(double thickness, double rate, double most)
    {
        double RateAt(double loading) => SaltBudget.Of(At(new LeverSetting(thickness, loading, _design.Anode.Lithium))).SafeRate;
        if (RateAt(most) >= rate)
        {
            return most;
        }

        (double holds, double fails) = (0.0, most);
        for (int i = 0; i < Halvings; i++)
        {
            double middle = 0.5 * (holds + fails);
            (holds, fails) = RateAt(middle) >= rate ? (middle, fails) : (holds, middle);
        }

        return holds;
    }

    private double Resistance(double thickness, double loading) => PowerBudget.Of(At(new LeverSetting(thickness, loading, _design.Anode.Lithium))).AreaResistance;
}
