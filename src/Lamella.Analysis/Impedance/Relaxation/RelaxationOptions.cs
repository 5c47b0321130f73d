using Lamella.Core;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>How the distribution is drawn.</summary>
public enum RelaxationMethod
{
    /// <summary>The distribution of the processes found, and the smoothest deviation from it that the data ask for.</summary>
    Combined,

    /// <summary>The smoothest distribution that describes the data, for one regularisation parameter.</summary>
    Regularised,

    /// <summary>The mean and the 95 % band of all distributions that describe the data: processes, smooth deviations from them, their smoothness and the noise.</summary>
    Bayesian,
}

/// <summary>Which signs a distribution may take.</summary>
public enum RelaxationSign
{
    /// <summary>Non-negative, unless the data cannot be described so.</summary>
    Automatic,

    /// <summary>Non-negative everywhere.</summary>
    NonNegative,

    /// <summary>Either sign; negative processes are inductive loops.</summary>
    EitherSign,
}

/// <summary>Settings of <see cref="RelaxationAnalysis"/>; the defaults suit every spectrum.</summary>
public sealed record RelaxationOptions
{
    /// <summary>Gets how the distribution is drawn.</summary>
    public RelaxationMethod Method { get; init; } = RelaxationMethod.Combined;

    /// <summary>Gets which signs it may take.</summary>
    public RelaxationSign Sign { get; init; } = RelaxationSign.Automatic;

    /// <summary>Gets how the noise depends on |Z|.</summary>
    public RelaxationWeighting Weighting { get; init; } = RelaxationWeighting.Automatic;

    /// <summary>Gets how the regularisation parameter is chosen, where it is not given.</summary>
    public RegularisationCriterion Criterion { get; init; } = RegularisationCriterion.Evidence;

    /// <summary>Gets λ, relative to the weight of the data, above 0; null chooses it. It limits curvature of γ, or, by the combined method, of the deviation.</summary>
    [Unit("–")]
    public double? Regularisation { get; init; }

    /// <summary>Gets the number of time constants at which the distribution is given, from 2 to 100,000.</summary>
    public int Points { get; init; } = 801;

    /// <summary>Gets the most processes to look for, from 1 to 12.</summary>
    public int MostProcesses { get; init; } = 8;

    /// <summary>Gets the draws of the Bayesian method, each independent of the others, from 200 to 1,000,000.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>Gets the seed of those draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is outside its range; the message says which.</exception>
    internal void Validate()
    {
        Require(Regularisation is null or (> 0.0 and < double.PositiveInfinity), nameof(Regularisation), Regularisation ?? 0.0, "above 0");
        Require(Points is >= 2 and <= 100_000, nameof(Points), Points, "2 to 100000");
        Require(MostProcesses is >= 1 and <= 12, nameof(MostProcesses), MostProcesses, "1 to 12");
        Require(Draws is >= 200 and <= 1_000_000, nameof(Draws), Draws, "200 to 1000000");
    }

    private static void Require(bool holds, string name, double value, string allowed)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; allowed: {allowed}."), name);
        }
    }
}
