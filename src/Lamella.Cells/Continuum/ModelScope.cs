using Lamella.Cells.Description;

namespace Lamella.Cells.Continuum;

/// <summary>What the continuum model can solve.</summary>
internal static class ModelScope
{
    private const double Coldest = 150.0, Hottest = 600.0; // [K] of any trial of the solver
    private const double EndMargin = 20.0; // [K]

    /// <summary>Room to the temperatures that no cell has, less a margin within which a step ends [K].</summary>
    internal static double TemperatureRoom(double kelvin) => Math.Min(kelvin - Coldest, Hottest - kelvin) - EndMargin;

    /// <summary>Tells whether a temperature is one that a cell may have.</summary>
    internal static bool IsTemperature(double kelvin) => kelvin >= Coldest && kelvin <= Hottest;

    /// <summary>Requires a description that the model can solve.</summary>
    /// <exception cref="ArgumentException">It cannot; the message says why.</exception>
    internal static void Require(CellDescription cell)
    {
        string? problem = Side(cell.Negative, "negative") ?? Side(cell.Positive, "positive") ?? Hosts(cell);
        if (problem is null && cell.Thermal is { } thermal && !(thermal.HeatCapacity > 0.0 && thermal.Cooling >= 0.0))
        {
            problem = FormattableString.Invariant(
                $"the heat capacity {thermal.HeatCapacity} J/(m²·K) must be above 0 and the cooling {thermal.Cooling} W/(m²·K) at least 0");
        }

        if (problem is not null)
        {
            throw new ArgumentException($"'{cell.Name}': {problem}.", nameof(cell));
        }
    }

    private static string? Side(Electrode electrode, string side) => electrode switch
    {
        PorousElectrode { Particles.IsDefaultOrEmpty: true } => $"the {side} electrode has no particles; give at least one population",
        PorousElectrode { Pores: HostGuestLayer } => $"the pores of the {side} electrode are a host-guest layer; give a binary layer with a ceramic fraction, or a single-ion layer",
        BlockingElectrode { DoubleLayerCapacitance: not > 0.0 } or InertElectrode { DoubleLayerCapacitance: not > 0.0 } =>
            $"the {side} electrode stores no charge; give it a double-layer capacitance such as 0.2 F/m2",
        InertElectrode { Reactions.IsDefault: true } => $"the {side} electrode has no list of reactions; give an empty one for none",
        _ => null,
    };

    private static string? Hosts(CellDescription cell)
    {
        for (int k = 0; k < cell.Layers.Length; k++)
        {
            if (cell.Layers[k] is not HostGuestLayer host)
            {
                continue;
            }

            if (host.Guest is HostGuestLayer)
            {
                return $"the guest of '{host.Name}' is a host-guest layer itself; give a binary or a single-ion layer";
            }

            bool next = k + 1 < cell.Layers.Length && cell.Layers[k + 1] is HostGuestLayer { NegativeContact: PhaseContact.Host };
            if (next && host.PositiveContact == PhaseContact.Host)
            {
                return $"'{host.Name}' and the layer after it touch host to host, which the model does not join; let one of them touch with both phases";
            }
        }

        return null;
    }
}
