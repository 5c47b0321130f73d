using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core;
using Lamella.Core.Quantities;
using Lamella.Transport.Bounds;

namespace Lamella.Audit.Checks.Currents;

/// <summary>Current gathers on a protrusion only where the electrolyte resists more, over its size, than the surface does.</summary>
/// <remarks>
/// With Wa = κ·R_s/a the current on the tip of a protrusion is 1 + (K − 1)/(1 + 2·Wa) times the current far away, K without a film: 3 for a
/// hemisphere, more for a needle. The form is that of the first mode of a sphere and lies above finite-difference results for
/// hemispheres (2.62, 1.58, 1.07 at Wa = 0.1, 1, 10) by 6 % at most.
/// </remarks>
internal sealed class WagnerNumber() : Check(
    "current on a protrusion",
    "Can the current on a protrusion be as uneven as stated, with the stated film and electrolyte?",
    "Wagner number κ·R_s/a: C. Wagner, J. Electrochem. Soc. 98 (1951) 116, doi 10.1149/1.2778113")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from uneven in audit.Set.Of("current_enhancement")
        let cell = audit.Set.System(uneven.About)
        let electrolyte = cell.Electrolyte.Length > 0 ? cell.Electrolyte : cell.Name
        let size = audit.Set.About(cell.Name, "protrusion_size").FirstOrDefault()
        let conductivity = audit.Set.About(electrolyte, "ionic_conductivity").FirstOrDefault()
        let film = Film(audit, cell.Name)
        select size is null || conductivity is null || film is null
            ? AuditCase.Missing(this, cell.Name, "current on the tip / current far away ≤ 1 + (K − 1)/(1 + 2·Wa)", Lacking(size, conductivity, film), uneven)
            : audit.Ask(this, Pose(cell.Name, uneven, size, conductivity, film));

    /// <summary>Returns the current on the tip over that far away.</summary>
    internal static double Enhancement(double wagner, double bare) => 1.0 + ((bare - 1.0) / (1.0 + (2.0 * wagner)));

    private static Claim? Film(AuditCase audit, string cell) => audit.Set.About(cell, "interface_resistance", "exchange_current_density")
        .FirstOrDefault(claim => claim.Quantity == "exchange_current_density" || claim.Value.Unit.Dimension == Dimension.Of("ohm cm2"));

    private static string Lacking(Claim? size, Claim? conductivity, Claim? film) => string.Join(", ", new[]
    {
        size is null ? "the size of the protrusion" : null,
        conductivity is null ? "the conductivity of the electrolyte" : null,
        film is null ? "the resistance of the film, or the exchange current" : null,
    }.OfType<string>());

    private static Question Pose(string about, Claim uneven, Claim size, Claim conductivity, Claim film) => new()
    {
        About = about,
        Relation = Relation.AtMost,
        Words = "current on the tip / current far away ≤ 1 + (K − 1)/(1 + 2·Wa), Wa = conductivity · resistance / size",
        Left = Side.Of(uneven, "current on the tip / current far away"),
        Right = new Side("1 + (K − 1)/(1 + 2·Wa)", Unit.One, values =>
        {
            Interval k = conductivity.Value.Interval(values.About), r = Resistance(film, values), a = size.Value.Interval(values.About);
            double bare = values[UsualAssumptions.TipSharpness];
            return new Interval(
                Enhancement(TransportLimits.WagnerNumber(k.High, r.High, a.Low), bare), Enhancement(TransportLimits.WagnerNumber(k.Low, r.Low, a.High), bare));
        }),
        Claims = [uneven, size, conductivity, film],
        Assumptions = [UsualAssumptions.TipSharpness],
        Settles = "the shape of the protrusion, and whether its film is that of the flat surface",
    };

    private static Interval Resistance(Claim film, AssumptionValues values)
    {
        Interval stated = film.Value.Interval(values.About);
        double temperature = film.Value("temperature")?.Middle ?? PhysicalConstants.ZeroCelsius + 25.0;
        return film.Quantity == "interface_resistance" ? stated
            : Interval.Exactly(PhysicalConstants.GasConstant * temperature / PhysicalConstants.Faraday) / stated;
    }
}
