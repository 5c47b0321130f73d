using Lamella.Core.Provenance;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Tests.Laws;

/// <summary>What every registered closed form must satisfy; a new line in the registry is tested by itself.</summary>
[Trait("Level", "contract")]
public sealed class ClosedFormsContractTests
{
    private const double Temperature = 298.15;

    public static TheoryData<string> Names => [.. ClosedForms.All.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EvaluateWithSlope_OverTheFittedRange_AgreesWithCentralDifferences(string name)
    {
        (PropertyLaw law, double[] arguments) = Sample(name);
        double[] value = new double[arguments.Length];
        double[] slope = new double[arguments.Length];

        law.EvaluateWithSlope(arguments, Temperature, value, slope);

        double scale = arguments.Select((x, k) => Math.Abs(slope[k])).Max();
        double span = law.ArgumentRange.Upper - law.ArgumentRange.Lower;
        double h = 1e-5 * span;
        for (int k = 0; k < arguments.Length; k++)
        {
            // Fourth-order central difference: truncation far below the tolerance even on the steep ends.
            double x = arguments[k];
            double difference = (8.0 * (law.At(x + h, Temperature) - law.At(x - h, Temperature))
                - (law.At(x + (2.0 * h), Temperature) - law.At(x - (2.0 * h), Temperature))) / (12.0 * h);
            slope[k].ShouldBe(difference, 1e-7 * scale, $"{name} at {x}");
        }
    }

    /// <summary>Many points go four at a time through other elementary functions than a single one.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Evaluate_ManyPointsOrOne_AgreeToRoundOff(string name)
    {
        (PropertyLaw law, double[] arguments) = Sample(name);
        double[] many = new double[arguments.Length];

        law.Evaluate(arguments, Temperature, many);

        for (int k = 0; k < arguments.Length; k++)
        {
            double one = law.At(arguments[k], Temperature);
            many[k].ShouldBe(one, 2e-14 * Math.Max(Math.Abs(one), 1e-3 * many.Max(Math.Abs)), $"{name} at {arguments[k]}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Evaluate_AndEvaluateWithSlope_GiveTheSameValueBitForBit(string name)
    {
        (PropertyLaw law, double[] arguments) = Sample(name);
        double[] plain = new double[arguments.Length];
        double[] dual = new double[arguments.Length];
        double[] slope = new double[arguments.Length];

        law.Evaluate(arguments, Temperature, plain);
        law.EvaluateWithSlope(arguments, Temperature, dual, slope);

        dual.ShouldBe(plain);
        plain.ShouldAllBe(value => double.IsFinite(value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Create_WithRanges_KeepsThemAndTheSource(string name)
    {
        ClosedForm form = ClosedForms.Find(name).ShouldNotBeNull();
        Source source = Source.Assumption("test");

        PropertyLaw law = form.Create(source);

        law.Source.ShouldBe(source);
        law.ArgumentRange.ShouldBe(form.ArgumentRange);
        law.TemperatureRange.ShouldBe(form.TemperatureRange);
        law.Outside.ShouldBe(form.Outside);
        law.IsConstant.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Evaluate_OverTheFittedRange_StaysInThePhysicalRangeOfItsKind(string name)
    {
        (PropertyLaw law, double[] arguments) = Sample(name);
        double[] value = new double[arguments.Length];
        law.Evaluate(arguments, Temperature, value);
        (double lower, double upper) = ClosedForms.Find(name)!.Kind switch
        {
            ClosedFormKind.OpenCircuitPotential => IsAnode(name) ? (0.0, 1.5) : (2.0, 5.0),
            ClosedFormKind.EntropicCoefficient => (-3e-3, 1e-3),
            ClosedFormKind.SolidDiffusivity => (1e-20, 1e-12),
            ClosedFormKind.Conductivity => (0.0, 2.2),
            ClosedFormKind.SaltDiffusivity => (1e-12, 1e-9),
            ClosedFormKind.TransferenceNumber => (-0.1, 1.0),
            _ => (0.5, 10.0),
        };

        value.ShouldAllBe(v => v >= lower && v <= upper);
    }

    [Fact]
    public void All_Names_AreUnique() =>
        ClosedForms.All.Select(form => form.Name).Distinct().Count().ShouldBe(ClosedForms.All.Length);

    private static bool IsAnode(string name) =>
        name.StartsWith("graphite", StringComparison.Ordinal) || name.StartsWith("silicon", StringComparison.Ordinal);

    private static (PropertyLaw Law, double[] Arguments) Sample(string name)
    {
        ClosedForm form = ClosedForms.Find(name).ShouldNotBeNull();
        (double lower, double upper) = (form.ArgumentRange.Lower, form.ArgumentRange.Upper);

        // Cell centres keep clear of the bounds, so that differences stay where a conductivity is defined.
        double[] arguments = [.. Enumerable.Range(0, 200).Select(k => lower + ((upper - lower) * (k + 0.5) / 200.0))];
        return (form.Create(Source.Assumption("test")), arguments);
    }
}
