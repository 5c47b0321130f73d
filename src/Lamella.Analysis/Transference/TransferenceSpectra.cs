using Lamella.Analysis.Common;

namespace Lamella.Analysis.Transference;

/// <summary>The spectra of a Bruce–Vincent experiment, as far as resistances were read from them.</summary>
/// <param name="Before">That before the hold; null where its resistance was stated.</param>
/// <param name="After">That in the steady state; null where its resistance was stated.</param>
/// <param name="Count">Number of spectra that were given.</param>
internal sealed record TransferenceSpectra(InterfaceSpectrum? Before, InterfaceSpectrum? After, int Count)
{
    /// <summary>Gets that in the steady state where it is another than that before; else null.</summary>
    internal InterfaceSpectrum? AfterAlone => ReferenceEquals(After, Before) ? null : After;
}
