namespace Lamella.Energy.Building;

/// <summary>One part of a built cell.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Group">To which group of parts it belongs, for the waterfall.</param>
/// <param name="Basis">The smallest basis that holds it.</param>
/// <param name="Count">How many pieces there are [–].</param>
/// <param name="Area">Area of one piece [m²]; 0 where the part is no sheet.</param>
/// <param name="Thickness">Thickness of one piece [m]; 0 where the part is no sheet.</param>
/// <param name="Mass">Mass of all pieces [kg].</param>
public sealed record CellPart(string Name, PartGroup Group, EnergyBasis Basis, double Count, double Area, double Thickness, double Mass);

/// <summary>Groups of parts, in the order of the waterfall.</summary>
public enum PartGroup
{
    /// <summary>Active material, binder, carbon.</summary>
    Cathode,

    /// <summary>Lithium.</summary>
    Lithium,

    /// <summary>The foils under the electrodes.</summary>
    Collectors,

    /// <summary>Separators and solid electrolytes.</summary>
    Separator,

    /// <summary>What is filled in.</summary>
    Electrolyte,

    /// <summary>Pouch, tabs and tapes, or the parts of a coin.</summary>
    Housing,

    /// <summary>Everything in a pack that is no cell.</summary>
    Pack,
}

/// <summary>The words for the groups.</summary>
public static class PartGroupNames
{
    /// <summary>Returns the word for a group.</summary>
    /// <param name="group">The group.</param>
    /// <returns>For example <c>separator and solid electrolyte</c>.</returns>
    public static string Text(this PartGroup group) => group switch
    {
        PartGroup.Cathode => "cathode coating",
        PartGroup.Lithium => "lithium",
        PartGroup.Collectors => "current collectors",
        PartGroup.Separator => "separator or solid electrolyte",
        PartGroup.Electrolyte => "electrolyte filled in",
        PartGroup.Housing => "housing",
        _ => "rest of the pack",
    };
}
