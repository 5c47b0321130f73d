using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Tests.Text;

[Trait("Level", "unit")]
public sealed class NumberParserTests
{
    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("-0.5", -0.5)]
    [InlineData("+1.25e3", 1250.0)]
    [InlineData("1.234E-4", 1.234e-4)]
    [InlineData("  42\t", 42.0)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5.0)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("4.9406564584124654E-324", 4.9406564584124654E-324)]
    [InlineData("1.7976931348623157e308", 1.7976931348623157e308)]
    [InlineData("0.1000000000000000055511151231257827", 0.1)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-Inf", double.NegativeInfinity)]
    [InlineData("NaN", double.NaN)]
    public void TryParse_Number_IsCorrectlyRounded(string text, double expected)
    {
        NumberParser.TryParse(Encoding.UTF8.GetBytes(text), NumberStyle.Point, out double value).ShouldBeTrue();

        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("N/A")]
    [InlineData("-")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("12:30:00")]
    [InlineData("0x10")]
    [InlineData("1e")]
    [InlineData("..........a")]
    [InlineData("1 2")]
    public void TryParse_NoNumber_IsNaNAndFalse(string text)
    {
        NumberParser.TryParse(Encoding.UTF8.GetBytes(text), NumberStyle.Point, out double value).ShouldBeFalse();

        value.ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData("1,5", ',', '\0', 1.5)]
    [InlineData("-3,05E-002", ',', '\0', -0.0305)]
    [InlineData("1.234,5", ',', '.', 1234.5)]
    [InlineData("1,234,567.25", '.', ',', 1234567.25)]
    public void TryParse_OtherMarks_AreTakenAsTold(string text, char mark, char group, double expected)
    {
        NumberParser.TryParse(Encoding.UTF8.GetBytes(text), new NumberStyle(mark, group), out double value).ShouldBeTrue();

        value.ShouldBe(expected);
    }

    [Fact]
    [Trait("Level", "property")]
    public void TryParse_AnyDouble_ReadsBackBitForBit() => Prop.ForAll(
        ArbMap.Default.ArbFor<double>(),
        number =>
        {
            foreach (string format in new[] { "R", "E16", "E7", "0.###############" })
            {
                string text = number.ToString(format, CultureInfo.InvariantCulture);
                double expected = double.Parse(text, CultureInfo.InvariantCulture);
                bool isNumber = NumberParser.TryParse(Encoding.UTF8.GetBytes(text), NumberStyle.Point, out double value);
                if (text.Length <= 64 && (double.IsFinite(expected) && !(isNumber && value.Equals(expected))))
                {
                    return false;
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(42, 43));
}
