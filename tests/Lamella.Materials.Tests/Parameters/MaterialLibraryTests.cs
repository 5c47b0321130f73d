using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Yaml;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.Laws;
using Lamella.Materials.OpenCircuit;
using Lamella.Materials.Parameters;

namespace Lamella.Materials.Tests.Parameters;

[Trait("Level", "unit")]
public sealed class MaterialLibraryTests
{
    private static readonly MaterialLibrary Library = MaterialLibrary.LoadShipped();

    public static TheoryData<string> ActiveMaterials => [.. Library.Names<ActiveMaterial>()];

    public static TheoryData<string> BinaryElectrolytes => [.. Library.Names<BinaryElectrolyte>()];

    public static TheoryData<string> SingleIonConductors => [.. Library.Names<SingleIonConductor>()];

    [Fact]
    public void LoadShipped_ThreeSystems_HoldsWhatTheyNeed()
    {
        Library.Names<ActiveMaterial>().ShouldBe(
            [
                "graphite-chen2020", "graphite-dualfoil1998", "graphite-ecker2015", "graphite-mohtat2020", "graphite-oregan2022",
                "lco-dualfoil1998", "lco-marquis2019", "lco-ramadass2004", "lfp-afshar2017", "lfp-bpx2022", "lfp-regular-solution", "lmo-doyle1996",
                "ncm622-kremer2019", "ncm811-chen2020", "ncm811-oregan2022", "ncm90-derived", "nco-ecker2015",
                "nmc532-mohtat2020", "nmc532-xu2019", "silicon-verbrugge2015",
            ]);
        Library.Names<BinaryElectrolyte>().ShouldBe(
            [
                "gel-generic", "lipf6-ec-dmc-capiglia1999", "lipf6-ec-dmc-valoen2005", "lipf6-ec-emc-landesfeind2019",
                "lipf6-ec-emc-nyman2008", "lipf6-ec-emc-okane2022", "lipf6-ecker2015", "lipf6-prada2013", "peo-litfsi-generic",
            ]);
        Library.Names<SingleIonConductor>().ShouldBe(["lagp", "latp", "llzto"]);
        Library.Names<LithiumMetal>().ShouldBe(["lithium-xu2019"]);
        Library.Names<CurrentCollector>().ShouldBe(["aluminium", "copper"]);
    }

    [Theory]
    [MemberData(nameof(ActiveMaterials))]
    [Trait("Level", "contract")]
    public void ActiveMaterial_EverySet_HasSourcesForAllItsScalars(string name)
    {
        ActiveMaterial material = Library.Get<ActiveMaterial>(name);

        string[] optional =
        [
            .. material.EntropicCoefficient is null ? (string[])[] : [nameof(ActiveMaterial.EntropicCoefficient)],
            .. material.LithiationPotential is null
                ? (string[])[] : [nameof(ActiveMaterial.LithiationPotential), nameof(ActiveMaterial.DelithiationPotential)],
        ];
        material.Sources.Keys.Except(optional).Order().ShouldBe(
            [
                nameof(ActiveMaterial.CrystalDensity), nameof(ActiveMaterial.CrystallographicSites),
                nameof(ActiveMaterial.Diffusivity), nameof(ActiveMaterial.ElectronicConductivity),
                nameof(ActiveMaterial.Kinetics), nameof(ActiveMaterial.OpenCircuitPotential),
                nameof(ActiveMaterial.ParticleRadius), nameof(ActiveMaterial.PublishedMaximumConcentration),
            ]);
        material.Sources.Values.ShouldAllBe(source => source.Citation.Length > 10);
    }

    [Theory]
    [MemberData(nameof(ActiveMaterials))]
    [Trait("Level", "contract")]
    public void OpenCircuitPotential_OverTheUsableRange_FallsAndIsFinite(string name)
    {
        ActiveMaterial material = Library.Get<ActiveMaterial>(name);
        ValidRange usable = material.UsableStoichiometry.ShouldNotBeNull();

        usable.Contains(material.OpenCircuitPotential.ArgumentRange).ShouldBeTrue();
        double[] x = [.. Enumerable.Range(0, 5001).Select(k => usable.Lower + ((usable.Upper - usable.Lower) * k / 5000.0))];
        double[] value = new double[x.Length];
        double[] slope = new double[x.Length];
        material.OpenCircuitPotential.EvaluateWithSlope(x, 298.15, value, slope);
        double steepestRise = KnownRises.TryGetValue(name, out double known) ? known : 0.0;
        ValidRange? gap = material.UnstableStoichiometry;
        for (int k = 0; k < x.Length; k++)
        {
            bool isUnstable = gap is not null && gap.Value.Contains(x[k]);
            bool isNearItsEnd = gap is not null && Math.Min(Math.Abs(x[k] - gap.Value.Lower), Math.Abs(x[k] - gap.Value.Upper)) < 1e-3;
            (isNearItsEnd || (isUnstable ? slope[k] > 0.0 : slope[k] < steepestRise)).ShouldBeTrue($"slope {slope[k]} V at x = {x[k]}");
        }

        bool isAnode = name.StartsWith("graphite", StringComparison.Ordinal) || name.StartsWith("silicon", StringComparison.Ordinal);
        value.ShouldAllBe(u => isAnode ? u > 0.0 && u < 2.3 : u > 1.5 && u < 4.8);
    }

    /// <summary>Gets the largest slope [V] of the potentials that are known to rise somewhere, with the reason in their caution.</summary>
    private static Dictionary<string, double> KnownRises { get; } = new() { ["graphite-dualfoil1998"] = 0.02 };

    [Theory]
    [MemberData(nameof(ActiveMaterials))]
    [Trait("Level", "contract")]
    public void CrystalData_EverySet_HoldOneLithiumPerFormulaUnit(string name)
    {
        ActiveMaterial material = Library.Get<ActiveMaterial>(name);
        double molarMass = name.Split('-')[0] switch
        {
            "graphite" => 0.072066,
            "silicon" => 0.0280855 / 3.75,
            "lmo" => 0.180813,
            "nco" => 0.097775,
            "ncm622" => 0.096930,
            "ncm90" => 0.097456,
            "lfp" => 0.157757,
            "lco" => 0.097872,
            "ncm811" => 0.097280,
            _ => 0.096554,
        };

        (material.CrystalDensity / molarMass).ShouldBe(material.CrystallographicSites, 5e-4 * material.CrystallographicSites);
    }

    [Theory]
    [MemberData(nameof(BinaryElectrolytes))]
    [Trait("Level", "contract")]
    public void BinaryElectrolyte_EverySet_IsPhysicalAtRest(string name)
    {
        BinaryElectrolyte electrolyte = Library.Get<BinaryElectrolyte>(name);
        double t = name.StartsWith("peo", StringComparison.Ordinal) ? 363.15 : 298.15;
        double c = electrolyte.RestConcentration;

        electrolyte.Conductivity.At(c, t).ShouldBeInRange(0.01, 2.0);
        electrolyte.Diffusivity.At(c, t).ShouldBeInRange(1e-12, 1e-9);
        electrolyte.TransferenceNumber.At(c, t).ShouldBeInRange(0.0, 1.0);
        electrolyte.ThermodynamicFactor.At(c, t).ShouldBeInRange(0.5, 5.0);
        electrolyte.Inspect(new(c, c), new(t, t)).ShouldBeEmpty();
        electrolyte.Sources.Count.ShouldBe(5);
    }

    [Fact]
    public void Inspect_LandesfeindAtMinus20_RefusesTransferenceAndReportsTheRest()
    {
        BinaryElectrolyte electrolyte = Library.Get<BinaryElectrolyte>("lipf6-ec-emc-landesfeind2019");

        System.Collections.Immutable.ImmutableArray<Extrapolation> found =
            electrolyte.Inspect(new(1000.0, 1000.0), new(253.15, 253.15));

        found.Length.ShouldBe(4);
        found.Where(entry => entry.IsRefused).Select(entry => entry.Property).ShouldBe(
            [
                "Transference number of lipf6-ec-emc-landesfeind2019",
                "Thermodynamic factor of lipf6-ec-emc-landesfeind2019",
            ]);
    }

    [Fact]
    public void GelGeneric_ConductivityAndDiffusivity_ObeyNernstEinstein()
    {
        // κ = F²c(D₊ + D₋)/(RT), t₊ = D₊/(D₊ + D₋), D = 2D₊D₋/(D₊ + D₋): the reason given in the file.
        BinaryElectrolyte gel = Library.Get<BinaryElectrolyte>("gel-generic");
        double c = gel.RestConcentration, t = 298.15;
        double sum = gel.Conductivity.At(c, t) * 8.31446 * t / (96485.33 * 96485.33 * c);
        double transference = gel.TransferenceNumber.At(c, t);

        (2.0 * transference * (1.0 - transference) * sum).ShouldBe(gel.Diffusivity.At(c, t), 0.02e-11);
    }

    [Theory]
    [MemberData(nameof(SingleIonConductors))]
    [Trait("Level", "contract")]
    public void SingleIonConductor_EverySet_HasAStateARangeAndAValueInIt(string name)
    {
        SingleIonConductor ceramic = Library.Get<SingleIonConductor>(name);

        ceramic.State.ShouldBe(ReferenceState.Pellet);
        ceramic.ConductivityRange.ShouldNotBeNull().Contains(ceramic.Conductivity.At(0.0, 298.15)).ShouldBeTrue();
        ceramic.Conductivity.At(0.0, 273.15).ShouldBeLessThan(ceramic.Conductivity.At(0.0, 298.15));
        ceramic.Sources.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("latp", 383.4, 6.0, 8.50, 20.82)]
    [InlineData("lagp", 417.76, 6.0, 8.26, 20.65)]
    [InlineData("llzto", 889.4, 8.0, 12.93, 0.0)]
    public void Density_OfTheCeramics_FollowsFromTheLattice(string name, double molarMass, double units, double a, double c)
    {
        // Hexagonal cell (√3/2)a²c; cubic a³ where c is 0. Lattice constants in Å.
        double volume = (c > 0.0 ? Math.Sqrt(0.75) * a * a * c : a * a * a) * 1e-30;
        double density = units * molarMass * 1e-3 / (6.02214076e23 * volume);

        Library.Get<SingleIonConductor>(name).Density.ShouldBe(density, 1e-3 * density);
    }

    [Fact]
    public void LithiumXu2019_ExchangeCurrent_FollowsFromThePublishedForm()
    {
        LithiumMetal lithium = Library.Get<LithiumMetal>("lithium-xu2019");

        double expected = 3.5e-8 * 96485.33212331001 * Math.Pow(1.0 / lithium.MolarVolume, 0.7) * Math.Pow(1000.0, 0.3);
        lithium.ReferenceExchangeCurrentDensity.ShouldBe(expected, 1e-12 * expected);
        lithium.Sources[nameof(LithiumMetal.ActivationEnergy)].Confidence.ShouldBe(Confidence.Assumed);
    }

    [Theory]
    [InlineData("Chen2020", "Positive", "ncm811-chen2020")]
    [InlineData("Chen2020", "Negative", "graphite-chen2020")]
    [InlineData("Xu2019", "Positive", "nmc532-xu2019")]
    [InlineData("Prada2013", "Positive", "lfp-afshar2017")]
    [InlineData("bpx_lfp_18650_cell_BPX", "Positive", "lfp-bpx2022")]
    [InlineData("Marquis2019", "Positive", "lco-dualfoil1998")]
    [InlineData("Marquis2019", "Positive", "lco-marquis2019")]
    [InlineData("Marquis2019", "Negative", "graphite-dualfoil1998")]
    [InlineData("Ecker2015", "Positive", "nco-ecker2015")]
    [InlineData("Ecker2015", "Negative", "graphite-ecker2015")]
    [InlineData("Mohtat2020", "Positive", "nmc532-mohtat2020")]
    [InlineData("Mohtat2020", "Negative", "graphite-mohtat2020")]
    [Trait("Level", "reference")]
    public void ActiveMaterial_AgainstTheSampledPublicSet_HasItsScalarsAndKinetics(string set, string side, string name)
    {
        ActiveMaterial material = Library.Get<ActiveMaterial>(name);
        System.Text.Json.JsonElement reference = SharedData.RequireJson("reference", "cells", "params", set + ".json");

        material.PublishedMaximumConcentration.ShouldBe(
            reference.GetProperty($"Maximum concentration in {side.ToLowerInvariant()} electrode [mol.m-3]").GetDouble(), 1e-9);
        material.ParticleRadius.ShouldBe(reference.GetProperty($"{side} particle radius [m]").GetDouble(), 1e-18);
        material.ElectronicConductivity.ShouldBe(
            reference.GetProperty($"{side} electrode conductivity [S.m-1]").GetDouble(), 1e-12);
        foreach ((double[] row, double expected) in SharedData.RequireTable(
            set, $"{side} electrode exchange-current density [A.m-2]"))
        {
            material.Kinetics.ExchangeCurrentDensity(row[0], row[1] / row[2], row[3]).ShouldBe(expected, 1e-9 * expected);
        }
    }

    [Theory]
    [InlineData("ncm811-chen2020", 2.8, 4.35, 207.1)]
    [InlineData("ncm811-oregan2022", 2.8, 4.35, 207.1)]
    [InlineData("lfp-afshar2017", 2.5, 3.8, 166.0)]
    [InlineData("lfp-bpx2022", 2.5, 3.8, 166.0)]
    [InlineData("lco-ramadass2004", 3.0, 4.2, 144.08)]
    [InlineData("lco-dualfoil1998", 3.0, 4.2, 144.08)]
    [InlineData("lco-ramadass2004", 2.8, 4.45, 165.1)]
    [InlineData("lco-dualfoil1998", 2.8, 4.45, 165.1)]
    [InlineData("nmc532-xu2019", 3.5, 4.2, 160.0)]
    public void StoichiometryWindow_CellsOfTheThreeSystems_Exists(string name, double lower, double upper, double capacity)
    {
        StoichiometryWindow window =
            StoichiometryWindow.Find(Library.Get<ActiveMaterial>(name), lower, upper, 298.15, capacity * 3600.0);

        window.Charged.ShouldBeLessThan(window.Discharged);
        (window.MaximumConcentration * (window.Discharged - window.Charged))
            .ShouldBeLessThan(Library.Get<ActiveMaterial>(name).CrystallographicSites);
    }

    [Fact]
    public void Get_UnknownName_NamesTheNearest()
    {
        UnknownMaterialException error =
            Should.Throw<UnknownMaterialException>(() => Library.Get<ActiveMaterial>("ncm811-chen2002"));

        error.Remedy.ShouldBe("Did you mean 'ncm811-chen2020'?");
        error.Message.ShouldContain("lfp-afshar2017");
    }

    [Fact]
    public void Get_NameOfAnotherKind_SaysWhichKindItIs() =>
        Should.Throw<UnknownMaterialException>(() => Library.Get<ActiveMaterial>("latp"))
            .Problem.ShouldBe("'latp' is a single-ion conductor, not an active material.");

    [Fact]
    public void Get_FamilyNameAlone_SuggestsASetOfTheFamily() =>
        Should.Throw<UnknownMaterialException>(() => Library.Get<ActiveMaterial>("LFP"))
            .Remedy.ShouldBe("Did you mean 'lfp-afshar2017'?");

    [Fact]
    public void Get_FromAFile_CarriesThePlace()
    {
        YamlMapping cell = YamlFile.ReadText("cell.yaml", "cathode:\n  active: nmc811-chen2020\n");
        YamlNode node = cell.Required("cathode").AsMapping().Required("active");

        InputException error = Should.Throw<InputException>(() => Library.Get<ActiveMaterial>(node));

        error.Place.Line.ShouldBe(2);
        error.Message.ShouldContain("Did you mean 'ncm811-chen2020'?");
    }

    [Fact]
    public void LoadShipped_NoSet_CitesAnythingButPublicationsAndPublicSets()
    {
        IEnumerable<Source> sources = Library.Names<ActiveMaterial>().SelectMany(name => Library.Get<ActiveMaterial>(name).Sources.Values)
            .Concat(Library.Names<BinaryElectrolyte>().SelectMany(name => Library.Get<BinaryElectrolyte>(name).Sources.Values));

        sources.Where(source => source.Origin == Origin.Assumed).ShouldAllBe(source => source.Confidence == Confidence.Assumed);
        sources.Where(source => source.Confidence == Confidence.Verified)
            .ShouldAllBe(source => source.Citation.Contains("public set") || source.Citation.Contains('@'));
    }
}
