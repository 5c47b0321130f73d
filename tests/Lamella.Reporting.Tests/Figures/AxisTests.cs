using System.Reflection;
using Lamella.Reporting.Figures;

namespace Lamella.Reporting.Tests.Figures;

public sealed class AxisTests
{
    [Fact]
    [Trait("Level", "contract")]
    public void Axis_EveryWayToMakeOne_DemandsLabelAndUnit()
    {
        typeof(Axis).GetConstructors(BindingFlags.Public | BindingFlags.Instance).ShouldBeEmpty();
        MethodInfo[] factories = [.. typeof(Axis).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.ReturnType == typeof(Axis))];

        factories.Length.ShouldBe(Enum.GetValues<AxisScale>().Length);
        factories.ShouldAllBe(m => m.GetParameters()[0].Name == "label" && m.GetParameters()[1].Name == "unit" && !m.GetParameters()[1].IsOptional);
        typeof(Axis).GetProperty(nameof(Axis.Unit))!.CanWrite.ShouldBeFalse();
        typeof(Axis).GetProperty(nameof(Axis.Label))!.CanWrite.ShouldBeFalse();
    }

    [Theory]
    [Trait("Level", "contract")]
    [InlineData("", "V", "axis label")]
    [InlineData("  ", "V", "axis label")]
    [InlineData("Cell voltage", "", "unit of axis 'Cell voltage'")]
    [InlineData("Cell voltage", " ", "unit of axis 'Cell voltage'")]
    public void Axis_MissingLabelOrUnit_SaysWhatAndRemedy(string label, string unit, string expected)
    {
        foreach (Func<Axis> make in new Func<Axis>[]
            { () => Axis.Linear(label, unit), () => Axis.Logarithmic(label, unit), () => Axis.Categorical(label, unit, ["a"]) })
        {
            Should.Throw<ArgumentException>(make).Message.ShouldContain(expected);
        }
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(1.0, 1.0)]
    [InlineData(2.0, 1.0)]
    [InlineData(double.NaN, 1.0)]
    [InlineData(0.0, double.PositiveInfinity)]
    public void Range_NotRisingOrNotFinite_Throws(double low, double high) =>
        Should.Throw<ArgumentException>(() => Axis.Linear("t", "s") with { Range = new AxisRange(low, high) }).Message.ShouldContain("'t'");

    [Fact]
    [Trait("Level", "unit")]
    public void Range_NotPositiveOnLogarithm_Throws() =>
        Should.Throw<ArgumentException>(() => Axis.Logarithmic("f", "Hz") with { Range = new AxisRange(0.0, 1.0) }).Message.ShouldContain("above 0");

    [Fact]
    [Trait("Level", "unit")]
    public void Categorical_WithoutNames_Throws() => Should.Throw<ArgumentException>(() => Axis.Categorical("C-rate", "C", []));
}
