using System.Collections.Immutable;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Transport.Bounds;

namespace Lamella.Audit.Checks.Currents;

/// <summary>What lets the salt of an electrolyte run out: its diffusivity as stated; salt, transference number and thickness as stated or assumed.</summary>
internal sealed record Depletion(Claim Diffusivity, Claim? Salt, Claim? Transference, Claim? Thickness)
{
    /// <summary>How far above the limiting current salt runs out as in a layer without another face.</summary>
    /// <remarks>At 1.5 times the limit Sand's time is 0.087·L²/D: the salt that the other face gives makes up 1.4 % of the depletion by then.</remarks>
    internal const double ClearlyAbove = 1.5;

    private static readonly string[] Operated = ["symmetric_cell_life", "stable_at_current", "critical_current_density"];

    internal ImmutableArray<Claim> Claims => [Diffusivity, .. new[] { Salt, Transference, Thickness }.OfType<Claim>()];

    internal ImmutableArray<string> Assumptions =>
    [
        .. Salt is null ? new[] { UsualAssumptions.Salt } : [],
        .. Transference is null ? new[] { UsualAssumptions.Transference } : [],
        .. Thickness is null ? new[] { UsualAssumptions.ElectrolyteThickness } : [],
    ];

    /// <summary>Finds every diffusivity of salt in an electrolyte; that in an active material is another.</summary>
    internal static IEnumerable<(string Electrolyte, Depletion Of)> All(AuditCase audit) =>
        from diffusivity in audit.Set.Of("diffusion_coefficient", "diffusivity")
        where diffusivity.At("cathode") is null && Arithmetic.Active.Of(audit, diffusivity) is null
        let electrolyte = audit.Set.Subject(diffusivity)
        select (electrolyte, new Depletion(
            diffusivity,
            audit.Set.About(electrolyte, "salt_concentration").FirstOrDefault(claim => claim.Value.Unit.Dimension == Core.Quantities.Dimension.Of("mol/L")),
            audit.Set.About(electrolyte, "li_transference_number").FirstOrDefault(),
            audit.Set.About(electrolyte, "thickness").FirstOrDefault()));

    /// <summary>Finds the claims about an electrolyte and about the cells with it.</summary>
    internal static IEnumerable<Claim> About(AuditCase audit, string electrolyte, params string[] quantities) =>
        audit.Set.Of(quantities).Where(claim =>
            audit.Set.Subject(claim) == electrolyte || audit.Set.Canonical(audit.Set.System(claim.About).Electrolyte) == electrolyte);

    /// <summary>Finds the currents at which cells with an electrolyte ran.</summary>
    internal static IEnumerable<(Claim Claim, Interval Current)> Currents(AuditCase audit, string electrolyte) =>
        from claim in About(audit, electrolyte, Operated)
        let current = claim.Quantity == "symmetric_cell_life" ? claim.Value("current_density") : claim.Value.Interval(0.0)
        where current is { Low: > 0.0 }
        select (claim, current.Value);

    /// <summary>Returns the limiting current [A/m²].</summary>
    internal Interval Limit(AssumptionValues values)
    {
        (Interval d, Interval c, Interval t) = Numbers(values);
        Interval l = Thickness?.Value.Interval(values.About) ?? Interval.Exactly(values.InSi(UsualAssumptions.ElectrolyteThickness));
        return new Interval(
            TransportLimits.LimitingCurrent(d.Low, c.Low, t.Low, l.High), TransportLimits.LimitingCurrent(d.High, c.High, t.High, l.Low));
    }

    /// <summary>Returns the time until salt runs out at a current [s]; without end where the current is not clearly above the limit.</summary>
    internal Interval Time(Interval current, AssumptionValues values)
    {
        (Interval d, Interval c, Interval t) = Numbers(values);
        return new Interval(
            TransportLimits.SandTime(d.Low, c.Low, t.Low, current.High),
            current.Low <= ClearlyAbove * Limit(values).High ? double.PositiveInfinity : TransportLimits.SandTime(d.High, c.High, t.High, current.Low));
    }

    private (Interval Diffusivity, Interval Salt, Interval Transference) Numbers(AssumptionValues values)
    {
        Interval t = Transference?.Value.Interval(values.About) ?? Interval.Exactly(values[UsualAssumptions.Transference]);
        return (
            Diffusivity.Value.Interval(values.About),
            Salt?.Value.Interval(values.About) ?? Interval.Exactly(values.InSi(UsualAssumptions.Salt)),
            new Interval(Math.Max(0.0, t.Low), Math.Min(t.High, 1.0 - 1e-9)));
    }
}
