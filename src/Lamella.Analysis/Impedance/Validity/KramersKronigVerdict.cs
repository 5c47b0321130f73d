namespace Lamella.Analysis.Impedance.Validity;

/// <summary>What the Kramers–Kronig test says of a spectrum.</summary>
public enum KramersKronigVerdict
{
    /// <summary>The residuals look like noise, or are too small to matter: the spectrum is one of a linear, causal, steady system.</summary>
    Consistent,

    /// <summary>The residuals have a pattern, but none exceeds the tolerance: usable to about their size.</summary>
    SmallDeviations,

    /// <summary>The residuals have a pattern and exceed the tolerance: the system drifted, was driven too hard, or the record is spoilt.</summary>
    Inconsistent,
}
