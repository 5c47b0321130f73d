using Lamella.Materials.Electrodes;
using Lamella.Materials.Electrolytes;

namespace Lamella.Materials.Parameters;

/// <summary>The kinds of material as parameter files call them.</summary>
internal static class MaterialKinds
{
    internal const string ActiveMaterial = "active material";
    internal const string BinaryElectrolyte = "binary electrolyte";
    internal const string SingleIonConductor = "single-ion conductor";
    internal const string LithiumMetal = "lithium metal";
    internal const string CurrentCollector = "current collector";

    /// <summary>Gets every kind.</summary>
    internal static IReadOnlyList<string> All { get; } =
        [ActiveMaterial, BinaryElectrolyte, SingleIonConductor, LithiumMetal, CurrentCollector];

    /// <summary>Returns the kind of a record type.</summary>
    internal static string Of(Type type) =>
        type == typeof(ActiveMaterial) ? ActiveMaterial
        : type == typeof(BinaryElectrolyte) ? BinaryElectrolyte
        : type == typeof(SingleIonConductor) ? SingleIonConductor
        : type == typeof(LithiumMetal) ? LithiumMetal
        : type == typeof(CurrentCollector) ? CurrentCollector
        : throw new ArgumentException($"{type.Name} is no kind of material of the library.", nameof(type));
}
