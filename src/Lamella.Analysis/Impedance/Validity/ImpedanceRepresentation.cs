namespace Lamella.Analysis.Impedance.Validity;

/// <summary>The function whose Kramers–Kronig relations are tested.</summary>
public enum ImpedanceRepresentation
{
    /// <summary>Z(ω), natural for a current-controlled measurement: resistances and capacitors in series.</summary>
    Impedance,

    /// <summary>Y(ω) = 1/Z(ω), natural for a voltage-controlled one; blocking electrodes have Y → 0.</summary>
    Admittance,
}
