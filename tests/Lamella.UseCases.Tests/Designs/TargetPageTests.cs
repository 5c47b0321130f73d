using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Core.Quantities;
using Lamella.UseCases.Designs;

namespace Lamella.UseCases.Tests.Designs;

/// <summary>What docs/explanation/energy.md says of 500 Wh/kg with each of the three electrolytes, computed again.</summary>
[Trait("Level", "snapshot")]
public sealed partial class TargetPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Workspace.Examples)!, "docs", "explanation", "energy.md")).ReplaceLineEndings(" ");

    [Theory]
    [InlineData("AIOSE", "pouch-aiose.yaml")]
    [InlineData("PGPE@P-LATP10-J", "pouch-pgpe.yaml")]
    [InlineData("QCPE@P-DOL", "pouch-qcpe.yaml")]
    public void Page_RowOfAnElectrolyte_IsWhatTheDesignGives(string name, string file)
    {
        Match row = Row().Matches(Page).Single(row => row.Groups["name"].Value == name);
        DesignTarget target = Solve(File.ReadAllText(Example(file)), isChecked: true);

        void Is(string group, double value) => Math.Round(value, row.Groups[group].Value.Contains('.', StringComparison.Ordinal) ? 1 : 0, MidpointRounding.AwayFromZero)
            .ToString(CultureInfo.InvariantCulture).ShouldBe(row.Groups[group].Value, $"{name}: {group}");
        Is("thickness", 1e6 * target.Result.From.ElectrolyteThickness);
        Is("described", target.Unit.FromSi(target.Result.Described));
        Is("best", target.Unit.FromSi(target.Result.Best));
        Is("least", 1e6 * target.Result.BestSetting.ElectrolyteThickness);
        Is("loading", 100.0 * target.Result.BestSetting.ActiveLoading);
        Is("lithium", 1e6 * target.Result.BestSetting.Lithium);
        Is("delivers", target.Unit.FromSi(target.Checks.Single(check => check.Name == "best within the constraints").Energy));
        row.Groups["reached"].Value.ShouldBe(target.Result.Thickest is { } found
            ? FormattableString.Invariant($"at {1e6 * found.ElectrolyteThickness:F1} µm") : "out of reach");
    }

    [Fact]
    public void Page_SlowerRate_IsWhatTheDesignsGive()
    {
        DesignTarget Slow(string file) => Solve(File.ReadAllText(Example(file)).Replace("  rate: 0.2C", "  rate: 0.1C", StringComparison.Ordinal), isChecked: false);
        DesignTarget aiose = Slow("pouch-aiose.yaml"), pgpe = Slow("pouch-pgpe.yaml"), qcpe = Slow("pouch-qcpe.yaml");

        Page.ShouldContain(FormattableString.Invariant(
            $"At 0.1C instead, AIOSE reaches {aiose.Unit.FromSi(aiose.Result.Best):F0} Wh/kg, PGPE@P-LATP10-J 500 Wh/kg with {1e6 * pgpe.Result.Thickest!.Value.ElectrolyteThickness:F0} µm and {100.0 * pgpe.Result.Thickest.Value.ActiveLoading:F0} mg/cm², and QCPE@P-DOL with {1e6 * qcpe.Result.AtDescribedLoading!.Value.ElectrolyteThickness:F0} µm at the described loading."));
    }

    private static DesignTarget Solve(string text, bool isChecked)
    {
        using var workspace = new Workspace();
        string cells = Path.Combine(Workspace.Examples, "design");
        File.WriteAllText(workspace.At("pouch.yaml"), Cell().Replace(text, match => $"  cell: {Path.GetFullPath(Path.Combine(cells, match.Groups[1].Value))}"));
        return DesignCell.Run(
            new DesignRequest { DesignFile = workspace.At("pouch.yaml"), Target = Quantity.Parse("500 Wh/kg"), Check = isChecked }, null, TestContext.Current.CancellationToken).Target!;
    }

    private static string Example(string name) => Path.Combine(Workspace.Examples, "design", name);

    [GeneratedRegex(@"\| (?<name>\S+), (?<thickness>\d+) µm \| (?<described>\d+) Wh/kg \| (?<best>\d+) Wh/kg: (?<least>\d+) µm, (?<loading>[\d.]+) mg/cm², (?<lithium>\d+) µm of lithium \| (?<reached>[^|]+) \| [^|]+ \| (?<delivers>\d+) Wh/kg \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"(?m)^  cell: (\S+)")]
    private static partial Regex Cell();
}
