namespace Lamella.Reporting.Tests;

[Trait("Level", "unit")]
public sealed class ReportNumberTests
{
    [Theory]
    [InlineData(193.66, 4, "193.7")]
    [InlineData(-0.0042, 2, "−0.0042")]
    [InlineData(3.14159e-7, 2, "3.1×10⁻⁷")]
    [InlineData(9.99, 2, "10")]
    [InlineData(0.58, 3, "0.580")]
    [InlineData(123456.0, 2, "120000")]
    [InlineData(4.5e9, 2, "4.5×10⁹")]
    [InlineData(0.0, 3, "0")]
    [InlineData(double.NaN, 3, "–")]
    [InlineData(double.PositiveInfinity, 3, "–")]
    public void Significant_Value_IsRounded(double value, int digits, string expected) => ReportNumber.Significant(value, digits).ShouldBe(expected);

    [Theory]
    [InlineData(-0.001, 1, "0.0")]
    [InlineData(-0.06, 1, "−0.1")]
    [InlineData(205.7, 1, "205.7")]
    public void Fixed_Value_HasNoNegativeZero(double value, int decimals, string expected) => ReportNumber.Fixed(value, decimals).ShouldBe(expected);

    [Theory]
    [InlineData(136.23, 148.94, "136.2 … 148.9")]
    [InlineData(108.0, 134.0, "108 … 134")]
    [InlineData(0.0, 0.004, "0.0000 … 0.0040")]
    [InlineData(3.7, 3.7, "3.7000 … 3.7000")]
    [InlineData(0.0, 0.0, "0 … 0")]
    [InlineData(3.45e-11, 4.66e-11, "(3.45 … 4.66)×10⁻¹¹")]
    [InlineData(-2.0e9, 1.5e9, "(−2.0 … 1.5)×10⁹")]
    public void Interval_Ends_HaveTheDecimalsThatTheWidthDeserves(double low, double high, string expected) =>
        ReportNumber.Interval(low, high).ShouldBe(expected);

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-20.0, "−20")]
    [InlineData(1e6, "10⁶")]
    [InlineData(2.5e-7, "2.5×10⁻⁷")]
    [InlineData(0.0, "0")]
    public void Shortest_Value_NamesIt(double value, string expected) => ReportNumber.Shortest(value).ShouldBe(expected);
}
