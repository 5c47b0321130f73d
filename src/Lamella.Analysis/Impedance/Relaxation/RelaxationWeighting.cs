namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>How the noise of Z is taken to depend on |Z|.</summary>
public enum RelaxationWeighting
{
    /// <summary>Whichever of the other two the residuals of the Kramers–Kronig description make the likelier.</summary>
    Automatic,

    /// <summary>Of one size at all frequencies: weights 1.</summary>
    Uniform,

    /// <summary>In proportion to |Z|: weights 1/|Z|.</summary>
    Modulus,
}
