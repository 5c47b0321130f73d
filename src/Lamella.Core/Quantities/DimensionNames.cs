using System.Collections.Frozen;

namespace Lamella.Core.Quantities;

/// <summary>English names of the dimensions that the field uses, for messages.</summary>
internal static class DimensionNames
{
    private static readonly FrozenDictionary<Dimension, DimensionName> Names = Table();

    /// <summary>Finds the name of a dimension.</summary>
    internal static DimensionName? Find(Dimension dimension) => Names.GetValueOrDefault(dimension);

    private static FrozenDictionary<Dimension, DimensionName> Table()
    {
        DimensionName[] names =
        [
            new("length", "um"), new("area", "cm2"), new("volume", "mL"), new("mass", "mg"), new("time", "h"),
            new("current", "mA"), new("temperature", "degC"), new("amount of substance", "mol"), new("voltage", "V"),
            new("resistance", "ohm"), new("conductance", "S"), new("conductivity", "mS/cm"), new("resistivity", "ohm cm"),
            new("area resistance", "ohm cm2"), new("area conductance", "S/cm2"), new("charge", "mAh"), new("energy", "Wh"),
            new("molar energy", "kJ/mol"), new("power", "W"), new("pressure", "MPa"), new("force", "N"),
            new("concentration", "mol/L"), new("density", "g/cm3"), new("mass per area", "mg/cm2"),
            new("current density", "mA/cm2"), new("current per mass", "mA/g"), new("capacity per mass", "mAh/g"),
            new("capacity per area", "mAh/cm2"), new("capacity per volume", "mAh/cm3"), new("diffusivity", "m2/s"),
            new("frequency", "Hz"), new("energy per mass", "Wh/kg"), new("power per mass", "W/kg"),
            new("molar volume", "cm3/mol"), new("molar mass", "g/mol"), new("capacitance", "F"),
            new("capacitance per area", "uF/cm2"), new("velocity", "um/h"), new("voltage rate", "mV/s"),
            new("heating rate", "K/min"), new("surface energy", "J/m2"), new("surface per mass", "m2/g"),
            new("surface per volume", "1/um"), new("mass per charge", "g/Ah"), new("molar entropy", "J/(mol K)"),
            new("fracture toughness", "MPa m^0.5"), new("inductance", "uH"), new("charge per mole", "Ah/mol"),
            new("thermal voltage coefficient", "mV/K"),
        ];
        var table = names.ToDictionary(name => Dimension.Of(name.Unit));
        table[Dimension.None] = new("plain number", string.Empty);
        table[Dimension.OfKind(QuantityKind.CRate)] = new("C-rate", "0.2C");
        table[Dimension.OfKind(QuantityKind.MassFraction)] = new("mass fraction", "wt%");
        table[Dimension.OfKind(QuantityKind.VolumeFraction)] = new("volume fraction", "vol%");
        table[Dimension.OfKind(QuantityKind.MoleFraction)] = new("mole fraction", "mol%");
        return table.ToFrozenDictionary();
    }
}

/// <summary>Name of a dimension and a unit in which the field writes it.</summary>
/// <param name="Name">English name.</param>
/// <param name="Unit">Unit symbol.</param>
internal sealed record DimensionName(string Name, string Unit);
