using System.Globalization;
using Lamella.Audit.Characteristics;
using Lamella.Audit.Claims;
using Lamella.Audit.Tests.Checks;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Tests.Verdicts;

/// <summary>Every assumption has a range and a reason, can be changed in a file and on the command line, and is used.</summary>
[Trait("Level", "contract")]
public sealed class AssumptionTests
{
    public static TheoryData<string> Names() => new(AssumptionSet.Usual.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Usual_EveryAssumption_HasRangeMeaningAndReason(string name)
    {
        Assumption item = AssumptionSet.Usual.Get(name);

        item.Usual.ShouldBeInRange(item.Low, item.High);
        item.High.ShouldBeGreaterThan(item.Low);
        item.Meaning.ShouldEndWith(".");
        item.Source.Length.ShouldBeGreaterThan(20, name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_InFileOrByCommand_SetsTheSameValue(string name)
    {
        Assumption item = AssumptionSet.Usual.Get(name);
        double value = 0.5 * (item.Low + item.High);
        string text = value.ToString("R", CultureInfo.InvariantCulture) + (item.Unit == "1" ? string.Empty : " " + item.Unit);

        AssumptionSet byCommand = AssumptionReader.Apply(AssumptionSet.Usual, $"{name}={text}");
        ClaimSet inFile = ClaimText.Read("x | porosity | 10 %", $"assumptions: {{ {name}: {{ value: {text} }} }}");

        byCommand.Get(name).Usual.ShouldBe(value, 1e-9 * value);
        inFile.Assumptions.Get(name).Usual.ShouldBe(byCommand.Get(name).Usual, 1e-12);
        byCommand.Get(name).Low.ShouldBe(item.Low);
        byCommand.Get(name).High.ShouldBe(item.High);
    }

    /// <summary>An assumption that no verdict rests on would be dead text on every page.</summary>
    [Fact]
    public void Usual_EveryAssumption_IsUsedByARule()
    {
        string[] used =
        [
            .. CheckCases.All.SelectMany(one => Auditor.Run(ClaimText.Read(one.Lines, one.Head), KnownMaterials.LoadShipped()))
                .Concat(ClaimFileReader.Shipped.SelectMany(name => Auditor.Run(ClaimFileReader.Read(name), KnownMaterials.LoadShipped())))
                .SelectMany(verdict => verdict.Assumptions.Select(item => item.Name)).Distinct(),
        ];

        AssumptionSet.Usual.Names.Except(used).ShouldBeEmpty();
    }
}
