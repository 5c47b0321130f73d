using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Numerics.Random;

namespace Lamella.Energy.Tests.Building;

/// <summary>Masses counted a second way, material by material over the volume that each takes, for random pouches.</summary>
[Trait("Level", "property")]
public sealed class MassBalanceTests
{
    private const double Lithium = 6.94e-3 / 1.3e-5;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Mass_OfARandomPouch_IsThatOfItsMaterials(int seed)
    {
        CellDesign cell = RandomPouch(new SeededGenerator((ulong)seed));
        BuiltCell built = BuiltCell.Of(cell);
        double stack = Cathodes(cell) + Anodes(cell) + Between(cell) + Liquid(cell);
        double whole = stack + Enclosure(cell);

        built.Mass(EnergyBasis.Stack).ShouldBe(stack, 1e-12 * stack);
        built.Mass(EnergyBasis.Cell).ShouldBe(whole, 1e-12 * whole);
        built.Mass(EnergyBasis.Pack).ShouldBe(whole / cell.PackMassShare, 1e-12 * whole / cell.PackMassShare);
        (built.SpecificEnergy(EnergyBasis.Cell) * whole).ShouldBe(built.Energy, 1e-12 * built.Energy);
        built.Parts.Sum(part => part.Mass).ShouldBe(built.Mass(EnergyBasis.Pack), 1e-12 * whole);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Bases_OfARandomPouch_HoldEachOther(int seed)
    {
        BuiltCell built = BuiltCell.Of(RandomPouch(new SeededGenerator((ulong)seed)));
        double[] masses = [.. Enum.GetValues<EnergyBasis>().Select(built.Mass)];
        double[] volumes = [.. Enum.GetValues<EnergyBasis>().Select(built.Volume)];

        masses.ShouldBeInOrder();
        volumes.ShouldBeInOrder();
        masses.Distinct().Count().ShouldBe(4);
    }

    private static double Cathodes(CellDesign cell)
    {
        double area = cell.Cathode.Footprint.Width * cell.Cathode.Footprint.Height;
        double active = cell.Faces * area * cell.Cathode.ActiveLoading;
        FoilDesign foil = cell.Cathode.Collector!;
        return (active / cell.Cathode.ActiveShare) + (cell.Cathodes * (area + foil.TabArea) * foil.Thickness * foil.Density);
    }

    private static double Anodes(CellDesign cell)
    {
        double area = cell.Anode.Footprint.Area;
        int inner = cell.Cathodes - 1;
        return cell.Anode.Collector is { } foil
            ? (((2 * inner) + 2) * area * cell.Anode.Lithium * Lithium) + ((inner + 2) * (area + foil.TabArea) * foil.Thickness * foil.Density)
            : (inner + 2) * area * cell.Anode.Lithium * Lithium;
    }

    private static double SeparatorArea(CellDesign cell)
    {
        (double width, double height) = (cell.Separator.Footprint.Width, cell.Separator.Footprint.Height);
        if (cell.Separator.Arrangement == SeparatorArrangement.Stacked)
        {
            return 2 * cell.Cathodes * width * height;
        }

        double cathode = cell.Cathode.Collector!.Thickness + (2.0 * cell.Cathode.Thickness);
        double anode = cell.Anode.Collector is { } foil ? foil.Thickness + (2.0 * cell.Anode.Lithium) : cell.Anode.Lithium;
        double length = 0.0;
        for (int cathodeNumber = 1; cathodeNumber <= cell.Cathodes; cathodeNumber++)
        {
            length += (2.0 * width) + cathode + (cathodeNumber < cell.Cathodes ? anode : 0.0);
        }

        return (length + (2.0 * cell.Separator.Wraps * (width + BuiltCell.Of(cell).ChargedThickness))) * height;
    }

    private static double Between(CellDesign cell) => SeparatorArea(cell) * cell.Layers[0].AreaMass;

    private static double Liquid(CellDesign cell)
    {
        double pores = (cell.Faces * cell.Cathode.Footprint.Area * cell.Cathode.Porosity * cell.Cathode.Thickness)
            + (SeparatorArea(cell) * cell.Layers[0].Porosity * cell.Layers[0].Thickness);
        return cell.Filling!.PerCapacity is { } perCapacity ? perCapacity * cell.Capacity : pores * (1.0 + cell.Filling.Excess) * cell.Filling.Density;
    }

    private static double Enclosure(CellDesign cell)
    {
        var pouch = (PouchHousing)cell.Housing;
        (double width, double height) = (cell.Separator.Footprint.Width, cell.Separator.Footprint.Height);
        double laminate = 2.0 * (width + (2.0 * pouch.SealMargin)) * (height + pouch.SealMargin + pouch.Terrace) * pouch.LaminateMass;
        return laminate + pouch.TapeMass + pouch.PositiveTab!.Mass + pouch.NegativeTab!.Mass;
    }

    private static CellDesign RandomPouch(SeededGenerator random)
    {
        double Between(double low, double high) => low + ((high - low) * random.NextUniform());
        bool shared = random.NextUniform() < 0.5, fold = random.NextUniform() < 0.5, perCapacity = random.NextUniform() < 0.5;
        CellDesign plain = Designs.Build(Designs.Pouch).Design;
        var cathode = new Footprint(Between(0.03, 0.2), Between(0.03, 0.3), false);
        double overhang = Between(0.0, 2e-3), porosity = Between(0.1, 0.5);
        return plain with
        {
            Cathodes = 1 + random.NextBelow(40),
            Cathode = plain.Cathode with
            {
                Footprint = cathode,
                ActiveLoading = Between(0.05, 0.4),
                ActiveShare = 0.9,
                BinderShare = 0.06,
                CarbonShare = 0.04,
                Thickness = Between(4e-5, 2e-4),
                Porosity = porosity,
                Collector = new FoilDesign("aluminium", Between(8e-6, 2e-5), 2700.0, Between(0.0, 4e-4)),
            },
            Anode = plain.Anode with
            {
                Lithium = Between(1e-6, 1e-4),
                Footprint = cathode.Grown(overhang),
                Collector = shared ? null : new FoilDesign("copper", Between(4e-6, 1e-5), 8960.0, Between(0.0, 4e-4)),
            },
            Layers = [new LayerDesign("layer", Between(1e-5, 3e-4), Between(0.005, 0.9), Between(0.0, 0.6), 0.1)],
            Separator = new SeparatorDesign(
                fold ? SeparatorArrangement.ZFold : SeparatorArrangement.Stacked, cathode.Grown(overhang + Between(0.0, 2e-3)), fold ? Between(0.0, 3.0) : 0.0),
            Filling = new FillingDesign("liquid", Between(900.0, 1500.0), perCapacity ? Between(0.2e-6, 1e-6) : null, Between(0.0, 0.3)),
            PackMassShare = Between(0.4, 0.9),
            PackVolumeShare = Between(0.3, 0.9),
        };
    }
}
