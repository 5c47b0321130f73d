using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Energy.Building;
using Lamella.Energy.ClosedForm;
using Lamella.Energy.Description.Reading;

namespace Lamella.Energy.Tests;

/// <summary>The cells that docs/explanation/energy.md calculates by hand: its arithmetic, and the build against it.</summary>
[Trait("Level", "published")]
public sealed partial class EnergyPageTests
{
    private const double WattHour = 3600.0; // [J]

    private static readonly string Page = Read();

    public static TheoryData<string, string, string, string> Lines()
    {
        var lines = new TheoryData<string, string, string, string>();
        foreach (Match match in HandLine().Matches(Page))
        {
            lines.Add(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value);
        }

        return lines;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void HandCalculation_EachLine_IsRightAndThatOfTheBuild(string cell, string name, string calculation, string printed)
    {
        double rounding = 0.5001 * Math.Pow(10.0, -(printed.Contains('.', StringComparison.Ordinal) ? printed.Length - printed.IndexOf('.', StringComparison.Ordinal) - 1 : 0));
        double value = double.Parse(printed, CultureInfo.InvariantCulture);
        using var arithmetic = new DataTable { Locale = CultureInfo.InvariantCulture };

        Convert.ToDouble(arithmetic.Compute(calculation.Replace(" 1 *", " 1.0 *", StringComparison.Ordinal), null), CultureInfo.InvariantCulture).ShouldBe(value, rounding, $"{cell}, {name}: the arithmetic");
        Built(cell, name).ShouldBe(value, rounding, $"{cell}, {name}: the build");
    }

    [Fact]
    public void HandCalculation_OfPouchAndCoin_ListsEveryPart()
    {
        foreach ((string cell, int parts) in new[] { ("pouch", 14), ("coin", 12) })
        {
            BuiltCell built = Build(cell);
            string[] listed = [.. Lines().Select(row => row.Data).Where(line => line.Item1 == cell && !line.Item2.Contains('[', StringComparison.Ordinal) && line.Item2 != "N/P").Select(line => line.Item2)];

            listed.Length.ShouldBe(parts);
            built.Parts.Count(part => part.Basis != EnergyBasis.Pack).ShouldBe(parts);
        }
    }

    [Fact]
    public void DesignFile_EveryKeyOfTheFormat_IsOnThePage()
    {
        string[] missing = [.. Keys(DesignSchema.Root).Distinct().Where(key => !Page.Contains($"`{key}`", StringComparison.Ordinal) && !Page.Contains($"/{key}`", StringComparison.Ordinal))];

        missing.ShouldBeEmpty();
    }

    /// <summary>The table of how far the closed form is from the build, and that large cells are within half a per cent.</summary>
    [Fact]
    public void ClosedForm_TableOfThePage_IsThatOfTheBuild()
    {
        Match[] rows = [.. SizeLine().Matches(Page).OfType<Match>()];
        double[] excess = [.. rows.Select(row =>
        {
            BuiltCell cell = Designs.Build(Designs.Large(int.Parse(row.Groups[3].Value, CultureInfo.InvariantCulture), row.Groups[1].Value, row.Groups[2].Value));
            double housing = 1.0 - (cell.Mass(EnergyBasis.Stack) / cell.Mass(EnergyBasis.Cell));
            return 100.0 * ((SideBudget.Of(cell.Design, housing).SpecificEnergy / cell.SpecificEnergy(EnergyBasis.Cell)) - 1.0);
        })];

        rows.Select(row => row.Groups[4].Value).ShouldBe(excess.Select(value => value.ToString("F2", CultureInfo.InvariantCulture)));
        rows.Length.ShouldBe(8);
        excess.Count(value => value <= 0.5).ShouldBe(4);
    }

    private static IEnumerable<string> Keys(DesignSection section) => section.AllKeys
        .Concat(section.Inner.Values.SelectMany(Keys)).Concat(section.Lists.Values.SelectMany(Keys));

    private static double Built(string cell, string name)
    {
        BuiltCell built = Build(cell);
        return name switch
        {
            "capacity [Ah]" => built.Capacity / 3600.0,
            "energy [Wh]" => built.Energy / WattHour,
            "mass of the stack [g]" => 1e3 * built.Mass(EnergyBasis.Stack),
            "mass of the cell [g]" => 1e3 * built.Mass(EnergyBasis.Cell),
            "cathode [Wh/kg]" => built.SpecificEnergy(EnergyBasis.Cathode) / WattHour,
            "stack [Wh/kg]" => built.SpecificEnergy(EnergyBasis.Stack) / WattHour,
            "cell [Wh/kg]" => built.SpecificEnergy(EnergyBasis.Cell) / WattHour,
            "pack [Wh/kg]" => built.SpecificEnergy(EnergyBasis.Pack) / WattHour,
            "stack as assembled [um]" => 1e6 * built.DischargedThickness,
            "lithium plated on a face [um]" => 1e6 * (built.ChargedThickness - built.DischargedThickness) / built.Design.Faces,
            "stack at full charge [um]" => 1e6 * built.ChargedThickness,
            "cell [Wh/L]" => built.EnergyDensity(EnergyBasis.Cell) / WattHour / 1e3,
            "N/P" => built.Lithium.NegativeToPositive,
            _ => 1e6 * built.Parts.Single(part => part.Name == name || part.Name.StartsWith(name + " (", StringComparison.Ordinal)).Mass,
        };
    }

    private static BuiltCell Build(string cell)
    {
        string yaml = YamlBlock().Matches(Page).Select(match => match.Groups[1].Value).Single(text => text.Contains($"format: {cell}", StringComparison.Ordinal));
        return Designs.Build(yaml);
    }

    private static string Read()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lamella.slnx")))
        {
            folder = folder.Parent!;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "explanation", "energy.md")).ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"(?<=\| (?:part|result) of the (pouch|coin) \|[^\n]*\n\|---\|---\|---\|\n(?:\|[^\n]*\n)*)\| ([^|\n]+?) \| ([-+*/() .\d]+) \| ([\d.]+) \|")]
    private static partial Regex HandLine();

    [GeneratedRegex(@"\| (\d+) mm x (\d+) mm \| (\d+) \| (-?[\d.]+) \|")]
    private static partial Regex SizeLine();

    [GeneratedRegex(@"```yaml\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex YamlBlock();
}
