using Lamella.Numerics.Random;

namespace Lamella.Numerics.Tests.Random;

[Trait("Level", "unit")]
public sealed class PortableFunctionsTests
{
    private const double UnitInLastPlace = 2.3e-16;

    [Fact]
    public void Exp_OverItsRange_AgreesWithTheLibraryToFourUnits()
    {
        for (double x = -699.0; x < 700.0; x += 0.37)
        {
            PortableFunctions.Exp(x).ShouldBe(Math.Exp(x), 4.0 * UnitInLastPlace * Math.Exp(x));
        }
    }

    [Fact]
    public void Log_OverManyDecades_AgreesWithTheLibraryToFourUnits()
    {
        for (double x = 1e-300; x < 1e300; x *= 1.73)
        {
            PortableFunctions.Log(x).ShouldBe(Math.Log(x), 4.0 * UnitInLastPlace * Math.Abs(Math.Log(x)));
        }

        for (double x = 0.4; x < 2.5; x += 0.0013)
        {
            PortableFunctions.Log(x).ShouldBe(Math.Log(x), Math.Max(4.0 * UnitInLastPlace * Math.Abs(Math.Log(x)), 1e-300));
        }
    }

    [Fact]
    public void LogAndExp_OfFixedNumbers_AlwaysHaveTheSameBits()
    {
        // One unit above e: what matters is that it is this number on every machine.
        BitConverter.DoubleToInt64Bits(PortableFunctions.Exp(1.0)).ShouldBe(0x4005BF0A8B14576A);
        PortableFunctions.Log(1.0).ShouldBe(0.0);
        PortableFunctions.Exp(0.0).ShouldBe(1.0);
        BitConverter.DoubleToInt64Bits(PortableFunctions.Log(10.0)).ShouldBe(0x40026BB1BBB55516);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(701.0)]
    public void Exp_OutsideItsRange_IsRefused(double x) => Should.Throw<ArgumentOutOfRangeException>(() => PortableFunctions.Exp(x));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.PositiveInfinity)]
    public void Log_OfNoPositiveNumber_IsRefused(double x) => Should.Throw<ArgumentOutOfRangeException>(() => PortableFunctions.Log(x));
}
