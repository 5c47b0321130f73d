namespace Lamella.Analysis.Arrhenius;

/// <summary>A law of the conductivity over temperature.</summary>
public enum TemperatureLawKind
{
    /// <summary>One activation energy.</summary>
    Arrhenius,

    /// <summary>Vogel, Tammann and Fulcher: motion that freezes at T₀.</summary>
    Vogel,

    /// <summary>Two activation energies that meet at a temperature, as melting or a phase transition makes them.</summary>
    Broken,
}
