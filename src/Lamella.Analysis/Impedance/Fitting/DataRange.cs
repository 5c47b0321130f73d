namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>The range of a spectrum.</summary>
/// <param name="Least">Smallest |Z| [Ω].</param>
/// <param name="Greatest">Largest |Z| [Ω].</param>
/// <param name="Slow">Lowest ω [rad/s].</param>
/// <param name="Fast">Highest ω [rad/s].</param>
internal readonly record struct DataRange(double Least, double Greatest, double Slow, double Fast);
