using Lamella.Audit.Claims;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Records;

namespace Lamella.Audit.Tests.Claims;

[Trait("Level", "unit")]
public sealed class ClaimFileReaderTests
{
    private const string Good = "claims:\n  - { id: a, about: x, quantity: ionic_conductivity, value: 0.58 mS/cm, state: pellet, at: { temperature: 25 degC }, in: Fig. 1 }\n";

    [Fact]
    public void ReadText_AClaim_HasEveryPart()
    {
        Claim claim = ClaimFileReader.ReadText("claims.yaml", Good).Claims.ShouldHaveSingleItem();

        (claim.Id, claim.About, claim.Quantity, claim.Place).ShouldBe(("a", "x", "ionic_conductivity", "Fig. 1"));
        claim.State.ShouldBe(ReferenceState.Pellet);
        claim.Value.Interval(0.05).Low.ShouldBe(0.0575, 1e-15);
        claim.Conditions["temperature"].Value!.Interval(0.0).Middle.ShouldBe(298.15, 1e-9);
        claim.Where.Line.ShouldBe(2);
    }

    /// <summary>Everything that cannot be used says where it stands, what is allowed and what to do.</summary>
    [Theory]
    [InlineData("claims:\n  - { about: x, quantity: ionic_conductivity, value: 0.58 mS/cm }\n", "no reference state", "bulk phase, pellet")]
    [InlineData("claims:\n  - { about: x, quantity: thickness, value: 3 umm }\n", "umm", "Write number and unit")]
    [InlineData("claims:\n  - { about: x, quantity: thickness, value: 3 V }\n", "thickness is stated in V", "length")]
    [InlineData("claims:\n  - { about: x, quantity: porosity, value: 100 % }\n", "porosity is 100", "below 100 %")]
    [InlineData("claims:\n  - { about: x, quantity: mass_fraction, value: 120 wt% }\n", "fraction is 120", "0 to 100 %")]
    [InlineData("claims:\n  - { about: x, quantity: tickness, value: 3 um }\n", "'tickness' is no quantity", "Did you mean 'thickness'?")]
    [InlineData("claims:\n  - { about: x, quantity: thickness, value: 3 to 1 um }\n", "runs downwards", "Swap")]
    [InlineData("claims:\n  - { about: x, quantity: thickness, value: 3 um, placed: y }\n", "'placed' is no key", "id, about")]
    [InlineData("claims: []\n", "holds no claim", "at least one")]
    [InlineData("facts: zheng\nclaims: []\n", "no facts of 'zheng'", "zheng2025")]
    [InlineData("systems:\n  x: { parts: [{ part: LATP, share: 10 wt% }, { part: PVDF, share: 80 wt% }] }\nclaims: []\n", "sum to 90 %", "100 %")]
    [InlineData("systems:\n  x: { parts: [{ part: LATP, share: 10 wt% }, PVDF] }\nclaims: []\n", "only some parts have a share", "wt% for all")]
    [InlineData("systems:\n  x: { loading: 1.9 mg/cm2 }\nclaims: []\n", "a loading but no thickness", "Add the thickness")]
    [InlineData("assumptions: { repeat of capacity: 0.1 }\nclaims: []\n", "is no assumption", "Did you mean 'repeat of a capacity'?")]
    [InlineData("assumptions: { repeat of a capacity: { value: 0.1, from: 0.2 } }\nclaims: []\n", "outside its range", "from ≤ value")]
    [InlineData("claims:\n  - { id: a, about: x, quantity: thickness, value: 3 um }\n  - { id: a, about: x, quantity: thickness, value: 3 um }\n", "'a' stands twice", "Rename")]
    [InlineData("claims:\n  - { about: x, quantity: thickness, value: 3 um, rank: best }\n", "the rank is 'best'", "highest")]
    [InlineData("claims:\n  - { about: x, quantity: thickness, value: 3 um, at: { temperature: 25 um } }\n", "temperature is 25 um", "Correct the unit")]
    [InlineData("claims:\n  - { about: x, quantity: thickness, value: 3 um, at: { temperature: 25 } }\n", "has no unit", "temperature")]
    [InlineData("claims:\n  - { about: x, quantity: thickness, value: 3 um, at: { temperature: -400 degC } }\n", "-400 degC", "above -273.15 degC")]
    [InlineData("claims:\n  - { about: x, quantity: thickness, value: 3 um, at: { c_rate: 3 V } }\n", "c rate is 3 V", "Correct the unit")]
    [InlineData("claims:\n  - { about: x, quantity: xrd_peak, value: 25.3 deg, at: { wavelength: 17.4 eV } }\n", "wavelength is 17.4 eV", "Correct the unit")]
    [InlineData("claims:\n  - { about: x, quantity: thickness, value: 3 um, kind: readng }\n", "'readng' is no kind of claim", "Did you mean 'reading'?")]
    [InlineData("statements:\n  - { quantity: thickness, greater: x, than: y, kind: read }\nclaims:\n  - { about: x, quantity: thickness, value: 3 um }\n", "'read' is no kind of statement", "stated, or reading")]
    public void ReadText_BadInput_SaysWhereWhatAndRemedy(string text, string problem, string remedy)
    {
        InputException error = Should.Throw<InputException>(() => ClaimFileReader.ReadText("claims.yaml", text));

        error.Message.ShouldContain(problem);
        error.Message.ShouldContain(remedy);
        error.Place.File.ShouldNotBeEmpty();
    }

    [Fact]
    public void ReadText_OneThingInTwoStates_IsRefused()
    {
        InputException error = Should.Throw<InputException>(() => ClaimText.Read("""
            x | ionic_conductivity | 0.3 mS/cm | temperature: 25 degC | Fig. 1 | state: pellet
            x | ionic_conductivity | 0.5 mS/cm | temperature: 25 degC | Fig. 2 | state: bulk phase
            """));

        error.Message.ShouldContain("'bulk phase' here and as 'pellet' in claim C1");
        error.Place.Line.ShouldBe(3);
    }

    [Fact]
    public void Read_NoSuchPublication_NamesTheNearest() =>
        Should.Throw<InputException>(() => ClaimFileReader.Read("zheng2026")).Message.ShouldContain("Did you mean 'zheng2025'?");

    [Theory]
    [InlineData("0.79", 0.005)]
    [InlineData("1.0", 0.05)]
    [InlineData("300", 5.0)]
    [InlineData("295", 0.5)]
    [InlineData("1200", 5.0)]
    [InlineData("10", 0.5)]
    [InlineData("8", 0.5)]
    [InlineData("1.2e-3", 0.00005)]
    public void HalfDigit_OfANumber_IsHalfItsLastDigit(string digits, double half) => ClaimValue.HalfDigit(digits).ShouldBe(half, 1e-15);

    [Theory]
    [InlineData("~ 300 um", FactQualifier.About, 285e-6, 315e-6)]
    [InlineData("~ 66.3 %", FactQualifier.About, 0.659685, 0.666315)]
    [InlineData("1.8 to 2.0 mg/cm2", FactQualifier.Range, 0.0175, 0.0205)]
    [InlineData(">= 2", FactQualifier.AtLeast, 1.5, double.PositiveInfinity)]
    [InlineData("< 300 h", FactQualifier.Below, double.NegativeInfinity, 305 * 3600.0)]
    [InlineData("74, 148 um", FactQualifier.List, 73.5e-6, 148.5e-6)]
    [InlineData("124 cycles", FactQualifier.Exact, 124.0, 124.0)]
    [InlineData("1.9(1) mg/cm2", FactQualifier.Exact, 0.017, 0.021)]
    public void Read_AValue_SaysWhatThePrintAllows(string text, FactQualifier qualifier, double low, double high)
    {
        string quantity = text.EndsWith("um", StringComparison.Ordinal) ? "thickness" : text.EndsWith('%') ? "relative_capacity"
            : text.EndsWith("cm2", StringComparison.Ordinal) ? "areal_loading" : text.EndsWith('h') ? "symmetric_cell_life"
            : text.EndsWith('s') ? "cycles" : "mass_ratio";
        ClaimValue value = ClaimText.Read($"x | {quantity} | {text}").Claims[0].Value;

        value.Qualifier.ShouldBe(qualifier);
        Interval interval = value.Interval(0.05);
        Same(interval.Low, low);
        Same(interval.High, high);

        static void Same(double actual, double expected) =>
            (actual == expected || Math.Abs(actual - expected) <= 1e-12 * Math.Abs(expected)).ShouldBeTrue($"{actual} is not {expected}");
    }
}
