using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Tests.Techniques;

[Trait("Level", "unit")]
public sealed class TechniqueSettingsTests
{
    private static readonly Probe Technique = new();

    [Fact]
    public void For_GivenValues_AreReadWithUnitAndUncertainty()
    {
        var settings = TechniqueSettings.For(Technique, ("area", "1.13 cm2 +- 2 mm2"), ("order", "7"), ("fixed", "a"), ("fixed", "b"), ("signed", "on"));

        settings.Require("area", "no reason").InSi.ShouldBe(1.13e-4, 1e-18);
        settings.Measure("area")!.UncertaintyInSi.ShouldBe(2e-6, 1e-18);
        settings.Number("order").ShouldBe(7.0);
        settings.Many("fixed").ShouldBe(["a", "b"]);
        settings.IsOn("signed").ShouldBeTrue();
        settings.Words("weighting").ShouldBe("modulus");
        settings.Measure("thickness").ShouldBeNull();
    }

    [Theory]
    [InlineData("area", "1.13", "has no unit")]
    [InlineData("area", "1.13 cm", "is a length")]
    [InlineData("area", "-1 cm2", "out of range")]
    [InlineData("area", "big", "is no quantity")]
    [InlineData("order", "1e9", "a number from 1 to 50")]
    [InlineData("order", "NaN", "cannot be used")]
    [InlineData("weighting", "modulos", "Did you mean 'modulus'?")]
    [InlineData("aera", "1 cm2", "Did you mean 'area'?")]
    public void For_BadValue_SaysWhatIsAllowed(string name, string value, string message) =>
        Should.Throw<InputException>(() => TechniqueSettings.For(Technique, (name, value))).Message.ShouldContain(message);

    [Fact]
    public void For_GivenTwice_IsRefused() =>
        Should.Throw<InputException>(() => TechniqueSettings.For(Technique, ("area", "1 cm2"), ("area", "2 cm2"))).Message.ShouldContain("is given twice");

    [Fact]
    public void Require_Missing_NamesReasonAndExample()
    {
        var failure = Should.Throw<InputException>(() => TechniqueSettings.For(Technique).Require("thickness", "a conductivity needs it"));

        failure.Message.ShouldContain("--thickness: is missing: a conductivity needs it.");
        failure.Message.ShouldContain("it is never assumed");
    }

    private sealed class Probe : IAnalysisTechnique
    {
        public string Name => "probe";

        public string Summary => "For tests.";

        public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.Profile];

        public ImmutableArray<TechniqueOption> Options =>
        [
            CommonOptions.Area,
            TechniqueOption.Measure("thickness", "a length", QuantityRule.Like("1 um")),
            TechniqueOption.Number("order", "a number", 1, 50, 3),
            TechniqueOption.Choice("weighting", "a word", ["modulus", "unit"], "modulus"),
            TechniqueOption.Words("fixed", "any text") with { AllowsMany = true },
            TechniqueOption.Switch("signed", "on or off"),
        ];

        public ImmutableArray<string> Examples => ["x"];

        public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default) =>
            throw new NotSupportedException();
    }
}
