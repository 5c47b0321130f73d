using System.Collections.Immutable;
using Lamella.Audit.Characteristics;

namespace Lamella.Audit.Claims;

/// <summary>Gives electrodes one name each, so that NMC811 and NCM811 are the same condition.</summary>
internal static class MaterialNames
{
    private static readonly string[] Electrodes = ["cathode", "anode"];

    /// <summary>Returns the claim with known names of its electrodes.</summary>
    internal static Claim With(Claim claim, KnownMaterials known)
    {
        ImmutableSortedDictionary<string, ClaimCondition> conditions = claim.Conditions;
        foreach (string electrode in Electrodes)
        {
            if (claim.At(electrode) is { Value: null } named && known.Find(named.Text) is { } material)
            {
                conditions = conditions.SetItem(electrode, new ClaimCondition(material.Name, null));
            }
        }

        return claim with { Conditions = conditions };
    }
}
