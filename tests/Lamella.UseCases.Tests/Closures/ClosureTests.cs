using System.Text.Json;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.UseCases.Closures;

namespace Lamella.UseCases.Tests.Closures;

/// <summary>Closed forms as a user reaches them: by name, with units and uncertainties.</summary>
public sealed class ClosureTests
{
    public static TheoryData<string> Names() => [.. Closure.All.Select(closure => closure.Name)];

    [Theory]
    [Trait("Level", "contract")]
    [MemberData(nameof(Names))]
    public void Closure_WithItsExamples_GivesEveryOutput(string name)
    {
        Closure closure = EvaluateClosure.Find(name);
        ClosureReport report = EvaluateClosure.Run(closure, closure.Inputs.Select(input => $"{input.Name}={input.Example}"));
        double[] twice = closure.Compute([.. report.Inputs.Select(input => input.Value.InSi)]);

        report.Outputs.Length.ShouldBe(twice.Length);
        report.Outputs.ShouldAllBe(output => output.Value != null && output.Value.Uncertainty == 0.0);
        report.Outputs.Zip(twice, (output, si) => Math.Abs(output.Value!.InSi - si) <= 1e-12 * Math.Abs(si)).ShouldAllBe(isSame => isSame);
        closure.Inputs.Where(input => input.Default is not null).ShouldAllBe(input => Quantity.Parse(input.Default!).Dimension == input.Dimension);
        closure.Inputs.Select(input => input.Name).ShouldBeUnique();
        (closure.Question.EndsWith('?') && closure.Equation.Length > 0 && closure.Reference.Length > 0).ShouldBeTrue();
    }

    /// <summary>Numbers of docs/explanation/recomputed-numbers.md, from what a user types.</summary>
    [Theory]
    [Trait("Level", "published")]
    [InlineData("volume-fraction", "mass fraction=10 wt%; density=2.94 g/cm3; matrix density=1.78 g/cm3", 0, 6.3, 0.05)]
    [InlineData("skeleton-mass", "porosity=52.9 vol%; remaining porosity=4.6 vol%; density=5.5 g/cm3; filling density=1.3 g/cm3", 0, 80.5, 0.05)]
    [InlineData("green-porosity", "mass ratio=6.6667 g/g; density=5.5 g/cm3; former density=1.13 g/cm3; porosity=52.9 vol%", 1, 18.5, 0.05)]
    [InlineData("mass-steps", "residue=81.5 wt%; polymer per solvent=0.2 g/g; salt concentration=2.3 mol/L; salt molar mass=143.77 g/mol; solvent density=1.2 g/cm3", 0, 12.5, 0.05)]
    [InlineData("particle-size", "surface=1.339 m2/g; density=2.94 g/cm3", 0, 1.52, 0.005)]
    [InlineData("lithium", "charge=0.348 mAh/cm2; foil=10 um; coulombic efficiency=96.31 %", 2, 161, 0.5)]
    [InlineData("radiation", "temperature=1100 degC; emissivity=0.9", 0, 18.1, 0.05)]
    [InlineData("firing", "time=15 s; temperature=1100 degC; other temperature=900 degC; activation energy=450 kJ/mol; unwanted activation energy=220 kJ/mol", 2, 31, 0.5)]
    [InlineData("half-life", "temperature=65 degC", 0, 9.93, 0.005)]
    [InlineData("curing", "conversion=95 %; temperature=70 degC; initiator=0.0107 mol/L; rate quotient=3 L^0.5/(mol^0.5 s^0.5)", 0, 24, 0.5)]
    [InlineData("ceiling", "monomer=14.31 mol/L", 0, 85, 0.5)]
    [InlineData("filling", "viscosity=0.005 Pa s; depth=150 um; surface tension=30 mN/m; radius=100 nm; contact angle=18.195 deg", 0, 0.08, 0.005)]
    [InlineData("shell", "volume fraction=6.3 vol%; radius=375 nm", 1, 309, 0.5)]
    [InlineData("missing-layer", "laminate conductivity=0.57 mS/cm; known thickness=83.8 um; known conductivity=0.76 mS/cm; thickness=20 um", 0, 0.28, 0.005)]
    [InlineData("growth", "first resistance=57.9 ohm cm2; second resistance=197 ohm cm2; second time=400 h", 0, 7.0, 0.05)]
    [InlineData("fracture", "modulus=125 GPa; Poisson's ratio=0.25; strain=2 %; toughness=0.95 MPa m^0.5", 1, 51, 0.5)]
    public void Closure_OfAPrintedNumber_HasItsDigits(string name, string values, int output, double printed, double half) =>
        EvaluateClosure.Run(EvaluateClosure.Find(name), values.Split("; ")).Outputs[output].Value!.Value.ShouldBe(printed, half);

    [Fact]
    [Trait("Level", "identity")]
    public void Run_OfUncertainInputs_AddsTheirSquares()
    {
        Quantity diameter = EvaluateClosure.Run(EvaluateClosure.Find("particle-size"), ["surface=2.0(1) m2/g", "density=3.00(6) g/cm3"]).Outputs[0].Value!;

        // d ~ 1/(ρS): relative uncertainties of 5 and 2 % add in squares; the second order of a step of 5 % is 0.25 % of it.
        diameter.Value.ShouldBe(1.0, 1e-12);
        diameter.Uncertainty.ShouldBe(Math.Sqrt((0.05 * 0.05) + (0.02 * 0.02)), 2e-4);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_NearTheEndOfARange_TakesTheSideThatIsAllowed()
    {
        Quantity share = EvaluateClosure.Run(EvaluateClosure.Find("volume-fraction"), ["mass fraction=99.5 ± 1 wt%", "density=3 g/cm3", "matrix density=1 g/cm3"]).Outputs[1].Value!;

        share.Uncertainty.ShouldBeInRange(2.0, 3.5); // one wt% of the light matrix is nearly three vol%
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_WithoutLimit_SaysSo()
    {
        ClosureReport report = EvaluateClosure.Run(EvaluateClosure.Find("curing"), ["conversion=95 %", "temperature=25 degC", "initiator=1e-9 mol/L", "rate quotient=3 L^0.5/(mol^0.5 s^0.5)"]);

        report.Outputs[0].Value.ShouldBeNull("the initiator is used up before");
        using JsonDocument json = JsonDocument.Parse(ClosureJson.Text(report));
        json.RootElement.GetProperty("outputs")[0].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        json.RootElement.GetProperty("inputs").GetArrayLength().ShouldBe(7);
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData("density=3 g/cm3", "'surface' is missing")]
    [InlineData("surface=2 m2/g; surface=3 m2/g; density=3 g/cm3", "'surface' is given twice")]
    [InlineData("surfac=2 m2/g; density=3 g/cm3", "Did you mean 'surface'?")]
    [InlineData("surface 2 m2/g", "has no '='")]
    [InlineData("surface=2 furlong", "furlong")]
    [InlineData("surface=2 m2; density=3 g/cm3", "measures area, but 'surface' is surface per mass")]
    [InlineData("surface=-2 m2/g; density=3 g/cm3", "above 0 m²/kg")]
    public void Run_OfBadValues_SaysWhatIsAllowed(string values, string expected)
    {
        InputException error = Should.Throw<InputException>(() => EvaluateClosure.Run(EvaluateClosure.Find("particle-size"), values.Split("; ")));

        $"{error.Message} {error.Remedy}".ShouldContain(expected);
        error.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_OfAMisspeltName_NamesTheNearest() => Should.Throw<InputException>(() => EvaluateClosure.Find("burnout")).Remedy.ShouldBe("Did you mean 'burn-out'?");
}
