namespace Lamella.Analysis.Impedance.Validity;

/// <summary>Which part of a spectrum a description is fitted to.</summary>
public enum KramersKronigPart
{
    /// <summary>Both parts together: the most sensitive to noise of either, and the usual test.</summary>
    Both,

    /// <summary>The real part alone; the imaginary one is then predicted, but for the terms jω and 1/(jω), which leave no trace in the real one.</summary>
    Real,

    /// <summary>The imaginary part alone; the real one is then predicted, but for the constant, which leaves no trace in the imaginary one.</summary>
    Imaginary,
}
