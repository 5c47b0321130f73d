using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Tests.OpenCircuit;

/// <summary>Active materials made from the registry, with crystal data of the parameter collection.</summary>
internal static class TestMaterials
{
    private static readonly Source Anything = Source.Assumption("test");

    internal static ActiveMaterial Ncm811 { get; } = Make("ncm811-chen2020", 4780.0, 49137.0, 63104.0, new(0.1, 0.995));

    internal static ActiveMaterial Lfp { get; } = Make("lfp-afshar2017", 3600.0, 22819.0, 22806.0, new(0.001, 0.9995));

    internal static ActiveMaterial Lco { get; } = Make("lco-ramadass2004", 5050.0, 51599.0, 51555.0, new(0.395, 0.885));

    internal static ActiveMaterial Nmc532 { get; } = Make("nmc532-mohtat2020", 4750.0, 49197.0, 48230.0, new(0.02, 0.999));

    internal static ActiveMaterial Make(
        string potential, double density, double sites, double published, ValidRange? usable) => new()
        {
            Name = potential,
            OpenCircuitPotential = ClosedForms.Find(potential)!.Create(Anything),
            UsableStoichiometry = usable,
            Diffusivity = PropertyLaws.Constant(1e-14, Anything),
            Kinetics = new IntercalationKinetics(1.0, 0.5, 0.0, 298.15, Anything),
            CrystalDensity = density,
            CrystallographicSites = sites,
            PublishedMaximumConcentration = published,
            ParticleRadius = 1e-6,
            ElectronicConductivity = 1.0,
            Sources = new Dictionary<string, Source>(StringComparer.Ordinal),
        };
}
