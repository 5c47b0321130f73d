using Lamella.Core.Provenance;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Tests.Laws;

/// <summary>Closed forms against values stated beside their coefficients and against sampled public parameter sets.</summary>
public sealed class ClosedFormsPublishedTests
{
    /// <summary>Gets parameter set, function in it, and the form that must reproduce it.</summary>
    public static TheoryData<string, string, string> Tables => new()
    {
        { "Xu2019", "Positive electrode OCP [V]", "nmc532-mohtat2020" },
        { "Xu2019", "Electrolyte conductivity [S.m-1]", "valoen2005-conductivity" },
        { "Xu2019", "Electrolyte diffusivity [m2.s-1]", "valoen2005-diffusivity" },
        { "Chen2020", "Positive electrode OCP [V]", "ncm811-chen2020" },
        { "Chen2020", "Electrolyte conductivity [S.m-1]", "nyman2008-conductivity" },
        { "Chen2020", "Electrolyte diffusivity [m2.s-1]", "nyman2008-diffusivity" },
        { "bpx_lfp_18650_cell_BPX", "Electrolyte conductivity [S.m-1]", "nyman2008-conductivity-thermal" },
        { "bpx_lfp_18650_cell_BPX", "Electrolyte diffusivity [m2.s-1]", "nyman2008-diffusivity-thermal" },
        { "bpx_lfp_18650_cell_BPX", "Positive electrode OCP [V]", "lfp-bpx2022" },
        { "Prada2013", "Positive electrode OCP [V]", "lfp-afshar2017" },
        { "Marquis2019", "Positive electrode OCP [V]", "lco-dualfoil1998" },
        { "ORegan2022", "Positive electrode OCP [V]", "ncm811-oregan2022" },
        { "ORegan2022", "Positive particle diffusivity [m2.s-1]", "ncm811-diffusivity-oregan2022" },
        { "ORegan2022", "Electrolyte conductivity [S.m-1]", "landesfeind2019-conductivity" },
        { "ORegan2022", "Electrolyte diffusivity [m2.s-1]", "landesfeind2019-diffusivity" },
        { "ORegan2022", "Cation transference number", "landesfeind2019-transference" },
        { "ORegan2022", "Thermodynamic factor", "landesfeind2019-thermodynamic-factor" },
    };

    /// <summary>Gets form, argument, the value stated beside the coefficients, and half its last digit.</summary>
    public static TheoryData<string, double, double, double> Checks => new()
    {
        { "lfp-bpx2022", 0.1, 3.4137, 1e-4 },
        { "lfp-bpx2022", 0.5, 3.4054, 1e-4 },
        { "lfp-bpx2022", 0.9, 3.3994, 1e-4 },
        { "ncm811-chen2020", 0.2661, 4.2849, 1e-4 },
        { "ncm811-chen2020", 0.5, 3.972, 1e-4 },
        { "ncm811-chen2020", 0.9084, 3.5614, 1e-4 },
        { "nmc532-mohtat2020", 0.3, 3.9625, 1e-4 },
        { "nmc532-mohtat2020", 0.5, 3.8148, 1e-4 },
        { "nmc532-mohtat2020", 0.9, 3.6504, 1e-4 },
        { "lco-ramadass2004", 0.43, 4.2723, 1e-4 },
        { "lco-ramadass2004", 0.5, 4.1249, 1e-4 },
        { "lco-ramadass2004", 0.7, 3.9189, 1e-4 },
        { "valoen2005-conductivity", 1000.0, 1.194, 5e-4 },
        { "valoen2005-diffusivity", 1000.0, 3.22e-10, 5e-13 },
        { "landesfeind2019-conductivity", 1000.0, 0.913, 5e-4 },
        { "landesfeind2019-diffusivity", 1000.0, 2.892e-10, 5e-14 },
        { "landesfeind2019-transference", 1000.0, 0.2209, 5e-5 },
        { "landesfeind2019-thermodynamic-factor", 1000.0, 2.182, 5e-4 },
    };

    [Theory]
    [Trait("Level", "reference")]
    [MemberData(nameof(Tables))]
    public void At_SampledPublicSet_AgreesToNineDigits(string set, string function, string name)
    {
        PropertyLaw law = Law(name);
        IReadOnlyList<(double[] Arguments, double Value)> rows = SharedData.RequireTable(set, function);

        rows.Count.ShouldBeGreaterThan(4);
        foreach ((double[] arguments, double expected) in rows)
        {
            double temperature = arguments.Length > 1 ? arguments[1] : 298.15;
            if (law.TemperatureRange.Contains(temperature))
            {
                law.At(arguments[0], temperature).ShouldBe(expected, 1e-9 * Math.Abs(expected), $"{name}({arguments[0]})");
            }
        }
    }

    [Theory]
    [Trait("Level", "published")]
    [MemberData(nameof(Checks))]
    public void At_PublishedPoint_Agrees(string name, double argument, double expected, double tolerance) =>
        Law(name).At(argument, 298.15).ShouldBe(expected, tolerance);

    [Fact]
    [Trait("Level", "published")]
    public void Landesfeind2019_OneMolarAt25Degrees_GivesTheNewmanNumberOfPhysics()
    {
        // Ne = 2κRT(1 − t₊)²χ/(F²Dc) and ρ₊ = 1/(1 + Ne): 2.226 and 0.310 in the collection of parameters.
        (double c, double t) = (1000.0, 298.15);
        double kappa = Law("landesfeind2019-conductivity").At(c, t);
        double diffusivity = Law("landesfeind2019-diffusivity").At(c, t);
        double anion = 1.0 - Law("landesfeind2019-transference").At(c, t);
        double chi = Law("landesfeind2019-thermodynamic-factor").At(c, t);

        double ne = 2.0 * kappa * 8.31446261815324 * t * anion * anion * chi / (96485.33212 * 96485.33212 * diffusivity * c);

        ne.ShouldBe(2.226, 2e-3);
        (1.0 / (1.0 + ne)).ShouldBe(0.310, 5e-4);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void At_TransferenceBelowItsFittedTemperatures_Refuses()
    {
        PropertyLaw law = Law("landesfeind2019-transference");

        ArgumentOutOfRangeException error = Should.Throw<ArgumentOutOfRangeException>(() => law.At(1000.0, 253.15));

        error.Message.ShouldContain("263.15");
        error.Message.ShouldContain("253.15");
        law.Inspect("t+", new(900.0, 1100.0), new(253.15, 253.15)).ShouldHaveSingleItem().IsRefused.ShouldBeTrue();
    }

    [Fact]
    [Trait("Level", "published")]
    public void Landesfeind2019_BarePolynomialAtMinus20_LeavesThePhysicalRange() =>
        Landesfeind2019Polynomial.TransferenceNumber.Evaluate<Scalar>(1000.0, 253.15).Value.ShouldBe(-0.63, 5e-3);

    private static PropertyLaw Law(string name) => ClosedForms.Find(name)!.Create(Source.Assumption("test"));
}
