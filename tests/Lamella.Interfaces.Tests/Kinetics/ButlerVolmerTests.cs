using FsCheck;
using FsCheck.Fluent;
using Lamella.Interfaces.Kinetics;
using Lamella.Numerics.Dual;

namespace Lamella.Interfaces.Tests.Kinetics;

public sealed class ButlerVolmerTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.43)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [Trait("Level", "identity")]
    public void Overpotential_OfRelativeCurrent_InvertsTheLaw(double alpha)
    {
        foreach (double u in new[] { -60.0, -8.0, -1.0, -1e-6, 0.0, 1e-9, 0.4, 3.0, 40.0, 300.0 })
        {
            double current = ButlerVolmer.RelativeCurrent(u, alpha);
            ButlerVolmer.Overpotential<Scalar>(current, alpha).Value.ShouldBe(u, 1e-11 * Math.Max(1.0, Math.Abs(u)));
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [Trait("Level", "identity")]
    public void RelativeCurrent_ThroughAFilm_SharesTheDrive(double alpha)
    {
        foreach (double film in new[] { 0.0, 1e-6, 0.1, 1.0, 1e3 })
        {
            foreach (double drive in new[] { -40.0, -1.0, -1e-9, 0.0, 0.3, 5.0, 60.0 })
            {
                double current = ButlerVolmer.RelativeCurrent(drive, film, alpha);
                double shared = ButlerVolmer.Overpotential<Scalar>(current, alpha).Value + (film * current);
                shared.ShouldBe(drive, 1e-9 * Math.Max(1e-3, Math.Abs(drive)), $"film {film}, drive {drive}");
            }
        }
    }

    /// <summary>Small currents: u = i/i₀ for every α; large ones: Tafel lines of slope 1/α and 1/(1 − α).</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [Trait("Level", "identity")]
    public void Overpotential_Limits_AreLinearAndTafel(double alpha)
    {
        ButlerVolmer.Overpotential<Scalar>(1e-8, alpha).Value.ShouldBe(1e-8, 1e-15);
        double anodic = ButlerVolmer.Overpotential<Scalar>(1e9, alpha).Value - ButlerVolmer.Overpotential<Scalar>(1e8, alpha).Value;
        double cathodic = ButlerVolmer.Overpotential<Scalar>(-1e9, alpha).Value - ButlerVolmer.Overpotential<Scalar>(-1e8, alpha).Value;
        anodic.ShouldBe(Math.Log(10.0) / alpha, 1e-3);
        cathodic.ShouldBe(-Math.Log(10.0) / (1.0 - alpha), 1e-3);
    }

    [Fact]
    [Trait("Level", "property")]
    public void Overpotential_AnyCurrent_IsFiniteOddAtOneHalfAndHasTheExactSlope()
    {
        Prop.ForAll<double, double>((exponent, share) =>
        {
            if (!double.IsFinite(exponent) || !double.IsFinite(share))
            {
                return true;
            }

            double current = Math.CopySign(Math.Exp(Math.IEEERemainder(exponent, 60.0)), exponent);
            double alpha = 0.05 + (0.9 * Math.Abs(Math.IEEERemainder(share, 1.0)) / 0.5);
            alpha = Math.Clamp(alpha, 0.05, 0.95);
            Dual4 u = ButlerVolmer.Overpotential(Dual4.Seed(current, 0), alpha);
            double slope = 1.0 / ((alpha * Math.Exp(alpha * u.Value)) + ((1.0 - alpha) * Math.Exp((alpha - 1.0) * u.Value)));
            double mirrored = ButlerVolmer.Overpotential<Scalar>(-current, 1.0 - alpha).Value;
            return double.IsFinite(u.Value)
                && Math.Abs(u.Slope(0) - slope) <= 1e-9 * slope
                && Math.Abs(mirrored + u.Value) <= 1e-10 * Math.Max(1.0, Math.Abs(u.Value));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(42ul, 43ul));
    }
}
