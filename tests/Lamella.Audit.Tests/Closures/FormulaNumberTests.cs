using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Audit.Characteristics;
using Lamella.Audit.Claims;

namespace Lamella.Audit.Tests.Closures;

/// <summary>Densities, charges and molar masses of the known materials, computed again from formula and lattice.</summary>
[Trait("Level", "published")]
public sealed partial class FormulaNumberTests
{
    private static readonly KnownMaterials Known = KnownMaterials.LoadShipped();

    // Abridged standard atomic weights [g/mol]: T. Prohaska et al., Pure Appl. Chem. 94 (2022) 573, doi 10.1515/pac-2019-0603.
    private static readonly Dictionary<string, double> Weights = new()
    {
        ["Li"] = 6.94, ["B"] = 10.81, ["C"] = 12.011, ["N"] = 14.007, ["O"] = 15.999, ["F"] = 18.998, ["Al"] = 26.982, ["P"] = 30.974, ["S"] = 32.06,
        ["Cl"] = 35.45, ["Ti"] = 47.867, ["Mn"] = 54.938, ["Fe"] = 55.845, ["Co"] = 58.933, ["Ni"] = 58.693, ["Ge"] = 72.630, ["Zr"] = 91.224,
        ["La"] = 138.91, ["Ta"] = 180.95,
    };

    /// <summary>ρ = Z·M/(N_A·V); the lattice and the density of the file belong together within half a percent.</summary>
    [Theory]
    [InlineData("LLZTO", "Li6.4La3Zr1.4Ta0.6O12", 8)]
    [InlineData("LATP", "Li1.3Al0.3Ti1.7P3O12", 6)]
    [InlineData("LAGP", "Li1.5Al0.5Ge1.5P3O12", 6)]
    public void Density_FromLatticeAndFormula_IsThatOfTheFile(string name, string formula, int perCell)
    {
        KnownMaterialRecord material = Known.Find(name)!;
        Lattice lattice = material.Lattice!;
        double volume = lattice.A * lattice.B * lattice.C * (lattice.IsHexagonal ? Math.Sqrt(0.75) : Math.Sin(lattice.Beta)); // [m³]

        double density = perCell * 1e-3 * Mass(formula) / (6.02214076e23 * volume);

        material.Density!.Value.ShouldBe(density, 0.005 * density);
    }

    /// <summary>q = n·F/M, the charge when all lithium leaves.</summary>
    [Theory]
    [InlineData("LFP", "LiFePO4", 1.0)]
    [InlineData("LCO", "LiCoO2", 1.0)]
    [InlineData("LMO", "LiMn2O4", 1.0)]
    [InlineData("NCM811", "LiNi0.8Co0.1Mn0.1O2", 1.0)]
    [InlineData("NCM622", "LiNi0.6Co0.2Mn0.2O2", 1.0)]
    [InlineData("NCM523", "LiNi0.5Co0.2Mn0.3O2", 1.0)]
    [InlineData("Ni90", "LiNi0.9Co0.05Mn0.05O2", 1.0)]
    [InlineData("Ni96", "LiNi0.96Co0.02Mn0.02O2", 1.0)]
    [InlineData("LRMO", "Li1.2Ni0.13Co0.13Mn0.54O2", 1.2)]
    [InlineData("Li metal", "Li", 1.0)]
    public void Capacity_FromFormula_IsThatOfTheFile(string name, string formula, double lithium)
    {
        double coulombPerKilogram = lithium * 96485.33212 / (1e-3 * Mass(formula));

        Known.Find(name)!.Capacity!.Value.ShouldBe(coulombPerKilogram, 0.0015 * coulombPerKilogram);
    }

    [Theory]
    [InlineData("LiPF6", "LiPF6")]
    [InlineData("LiBF4", "LiBF4")]
    [InlineData("LiDFOB", "LiBF2C2O4")]
    [InlineData("LiFSI", "LiN1S2F2O4")]
    [InlineData("LiTFSI", "LiN1C2F6S2O4")]
    [InlineData("LiClO4", "LiClO4")]
    public void MolarMass_FromFormula_IsThatOfTheFile(string name, string formula) =>
        (1e3 * Known.Find(name)!.MolarMass!.Value).ShouldBe(Mass(formula), 0.01);

    /// <summary>A density of no crystal is either cited or called assumed.</summary>
    [Fact]
    public void Sources_DensitiesWithoutLattice_AreCalledAssumed() =>
        Known.Materials.Where(material => material is { Density: not null, Lattice: null })
            .ShouldAllBe(material => material.Source.Contains("assumed", StringComparison.Ordinal));

    /// <summary>The first volume of each journal follows from most of the works of the shipped lists, of two years at least.</summary>
    [Fact]
    public void Journals_FirstVolumes_AreThoseOfTheShippedLists()
    {
        (string Journal, int Year, int First)[] works =
        [
            .. ClaimFileReader.Shipped.SelectMany(name => ClaimFileReader.Read(name).Works.Values).Select(line => Line().Match(line)).Where(line => line.Success)
                .Select(line => (line.Groups[1].Value, Whole(line.Groups[3].Value), Whole(line.Groups[3].Value) - Whole(line.Groups[2].Value) + 1)),
        ];
        foreach ((string journal, int first) in Known.Journals)
        {
            var listed = works.Where(work => work.Journal == journal).ToArray();
            listed.Where(work => work.First == first).Select(work => work.Year).Distinct().Count().ShouldBeGreaterThan(1, journal);
            listed.Count(work => work.First == first).ShouldBeGreaterThan(listed.Length / 2, journal);
        }

        static int Whole(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(.+) (\d+) \((\d{4})\)")]
    private static partial Regex Line();

    private static double Mass(string formula) => Atom().Matches(formula)
        .Sum(atom => Weights[atom.Groups[1].Value] * (atom.Groups[2].Length == 0 ? 1.0 : double.Parse(atom.Groups[2].Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex("([A-Z][a-z]?)([0-9.]*)")]
    private static partial Regex Atom();
}
