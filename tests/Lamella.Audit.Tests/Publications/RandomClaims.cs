using System.Globalization;
using Lamella.Numerics.Random;

namespace Lamella.Audit.Tests.Publications;

/// <summary>Makes claims about a random cell or material that are true to their printed digits, and the same with one number changed.</summary>
/// <remarks>
/// The model behind the claims is written down here apart from the checks: a cell fades linearly, layers add their resistances, a
/// powder is made of spheres, and so on. Numbers are rounded to three or four significant digits as publications print them.
/// </remarks>
internal sealed class RandomClaims(ulong seed)
{
    private readonly SeededGenerator _random = new(seed);

    /// <summary>Gets the names of the families whose claims are tied by an equation, so that any change shows.</summary>
    internal static IReadOnlyList<string> Equations { get; } =
        ["retention", "fade", "growth", "ratio", "charge", "rate", "resistance", "arrhenius", "skeleton", "spacing", "limiting current"];

    /// <summary>Gets the names of the families whose claims are tied by a bound only, so that half of the changes cannot show.</summary>
    internal static IReadOnlyList<string> Bounds { get; } =
        ["capacity", "efficiency", "porous", "mixture", "critical current", "filler", "layer", "powder", "half cycle", "tip", "salt", "kinetics"];

    /// <summary>Makes the claims of a family.</summary>
    /// <param name="family">One of the names.</param>
    /// <param name="factor">Factor on one number chosen at random; 1 leaves all claims true.</param>
    internal (string Lines, string Head) Make(string family, double factor)
    {
        (string[] Texts, double[] Numbers, string Head) claims = family switch
        {
            "retention" => Retention(),
            "fade" => Fade(),
            "growth" => Growth(),
            "ratio" => Ratio(),
            "charge" => Charge(),
            "rate" => Rate(),
            "resistance" => Resistance(),
            "arrhenius" => Arrhenius(),
            "skeleton" => Skeleton(),
            "spacing" => Spacing(),
            "capacity" => (["LFP cell | discharge_capacity | {0} mAh/g | cathode: LFP"], [Uniform(100, 169)], ""),
            "efficiency" => (["x | coulombic_efficiency | {0} %"], [Uniform(95, 99.9)], ""),
            "porous" => Porous(),
            "mixture" => Mixture(),
            "critical current" => CriticalCurrent(),
            "filler" => Filler(),
            "layer" => Layer(),
            "powder" => Powder(),
            "limiting current" => LimitingCurrent(),
            "half cycle" => HalfCycle(),
            "tip" => Tip(),
            "salt" => (["x | salt_concentration | {0} M | salt: LiTFSI"], [Uniform(0.3, 4.0)], ""),
            _ => Kinetics(),
        };
        int changed = _random.NextBelow(claims.Numbers.Length);
        IEnumerable<string> lines = claims.Texts.Select((text, index) => string.Format(
            CultureInfo.InvariantCulture, text, Printed(claims.Numbers[index] * (index == changed ? factor : 1.0))));
        return (string.Join('\n', lines), claims.Head);
    }

    private static string Printed(double number)
    {
        int decimals = 3 - (int)Math.Floor(Math.Log10(Math.Abs(number)));
        return decimals > 0
            ? Math.Round(number, Math.Min(decimals, 12)).ToString("F" + Math.Min(decimals, 12).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : Math.Round(number).ToString("F0", CultureInfo.InvariantCulture);
    }

    private double Uniform(double low, double high) => low + ((high - low) * _random.NextUniform());

    private (string[] Texts, double[] Numbers, string Head) Retention()
    {
        double first = Uniform(110, 165), kept = Uniform(0.6, 0.99);
        return (["x | initial_capacity | {0} mAh/g", "x | final_capacity | {0} mAh/g", "x | capacity_retention | {0} %"], [first, first * kept, 100.0 * kept], "");
    }

    private (string[] Texts, double[] Numbers, string Head) Fade()
    {
        int cycles = 100 + (100 * _random.NextBelow(10));
        double kept = Uniform(0.6, 0.95);
        return ([$"x | capacity_fade_per_cycle | {{0}} %/cycle | cycle: '{cycles}'", $"x | capacity_retention | {{0}} % | cycle: '{cycles}'"], [100.0 * (1.0 - kept) / cycles, 100.0 * kept], "");
    }

    private (string[] Texts, double[] Numbers, string Head) Growth()
    {
        int days = 5 + _random.NextBelow(40);
        double start = Uniform(20, 300), rate = Uniform(0.5, 8.0);
        return (
            ["x | cell_impedance | {0} ohm | rest_time: 0 d", $"x | cell_impedance | {{0}} ohm | rest_time: {days} d", "x | impedance_growth_rate | {0} ohm/d"],
            [start, start + (rate * days), rate], "");
    }

    private (string[] Texts, double[] Numbers, string Head) Ratio()
    {
        double low = Uniform(0.02, 0.3), ratio = Uniform(2, 9);
        return (["x | ionic_conductivity | {0} mS/cm", "y | ionic_conductivity | {0} mS/cm", "x | conductivity_ratio | {0}"], [low * ratio, low, ratio], "systems: { x: { control: y } }");
    }

    private (string[] Texts, double[] Numbers, string Head) Charge()
    {
        double current = Math.Round(Uniform(0.1, 2.0), 1), hours = Math.Round(Uniform(101, 1999));
        hours += hours % 10 == 0 ? 1 : 0;
        string text = $"x | cumulative_capacity | {{0}} mAh/cm2 | current_density: {current.ToString("R", CultureInfo.InvariantCulture)} mA/cm2";
        return ([text, "x | symmetric_cell_life | {0} h"], [0.5 * current * hours * 1.0001, hours], "");
    }

    private (string[] Texts, double[] Numbers, string Head) Rate()
    {
        int rate = 1 + _random.NextBelow(5);
        double loading = Uniform(1.1, 20), one = Uniform(111, 220);
        return (
            [$"x | current_density | {{0}} mA/cm2 | c_rate: {rate} C", "x | areal_loading | {0} mg/cm2", "x | current_for_1C | {0} mA/g"],
            [rate * loading * one / 1000.0, loading, one], "");
    }

    private (string[] Texts, double[] Numbers, string Head) Resistance()
    {
        double conductivity = Uniform(0.1, 2.0), thickness = Uniform(21, 290), diameter = Uniform(10.2, 18.8);
        double area = Math.PI * diameter * diameter / 400.0; // [cm²]
        return (
            ["cell | bulk_resistance | {0} ohm", "film | ionic_conductivity | {0} mS/cm", "film | thickness | {0} um", "disc | electrode_diameter | {0} mm"],
            [thickness * 1e-4 / (conductivity * 1e-3 * area), conductivity, thickness, diameter],
            "systems: { cell: { arrangement: cell, electrolyte: film, parts: [disc] } }");
    }

    private (string[] Texts, double[] Numbers, string Head) Arrhenius()
    {
        double energy = Uniform(0.2, 0.6), at25 = Uniform(0.05, 1.0), kelvin = 298.15 / 333.15;
        double at60 = at25 * kelvin * Math.Exp(energy * 11604.518 * ((1.0 / 298.15) - (1.0 / 333.15)));
        return (
            ["x | ionic_conductivity | {0} mS/cm | temperature: 25 degC", "x | ionic_conductivity | {0} mS/cm | temperature: 60 degC", "x | activation_energy | {0} eV"],
            [at25, at60, energy], "");
    }

    private (string[] Texts, double[] Numbers, string Head) Skeleton()
    {
        double empty = Uniform(0.3, 0.7), left = Uniform(0.02, 0.08);
        double solid = (1.0 - empty) * 5.5, gel = (empty - left) * 1.3;
        return (
            ["skeleton | porosity | {0} %", "filled | porosity | {0} %", "filled | mass_fraction | {0} wt% | component: LLZTO"],
            [100.0 * empty, 100.0 * left, 100.0 * solid / (solid + gel)],
            "systems: { LLZTO: { material: LLZTO }, skeleton: { arrangement: porous, parts: [LLZTO] }, filled: { arrangement: skeleton, parts: [skeleton, gel] } }");
    }

    private (string[] Texts, double[] Numbers, string Head) Spacing() =>
        (["x | lattice_spacing | {0} nm | assignment: LiF (111)"], [0.23250 * Uniform(0.995, 1.005)], "");

    private (string[] Texts, double[] Numbers, string Head) Porous()
    {
        double dense = Uniform(0.2, 1.0), porosity = Uniform(0.3, 0.6);
        return (
            ["skeleton | ionic_conductivity | {0} mS/cm", "LLZTO | ionic_conductivity | {0} mS/cm", "skeleton | porosity | {0} %"],
            [dense * Math.Pow(1.0 - porosity, Uniform(1.2, 2.0)), dense, 100.0 * porosity],
            "systems: { LLZTO: { material: LLZTO }, skeleton: { arrangement: porous, parts: [LLZTO] } }");
    }

    private (string[] Texts, double[] Numbers, string Head) Mixture()
    {
        int share = 10 + _random.NextBelow(60);
        double phi = share / 100.0, matrix = Uniform(0.2, 0.5), filler = Uniform(0.6, 2.0);
        double beta = (filler - matrix) / (filler + (2.0 * matrix));
        const string bulk = " | | A | state: bulk phase";
        return (
            ["mix | ionic_conductivity | {0} mS/cm | | A", "matrix | ionic_conductivity | {0} mS/cm" + bulk, "grains | ionic_conductivity | {0} mS/cm" + bulk],
            [matrix * (1.0 + (2.0 * beta * phi)) / (1.0 - (beta * phi)), matrix, filler],
            $"systems: {{ mix: {{ arrangement: dispersed, parts: [{{ part: matrix, share: {100 - share} vol% }}, {{ part: grains, share: {share} vol% }}] }} }}");
    }

    private (string[] Texts, double[] Numbers, string Head) CriticalCurrent()
    {
        double critical = Uniform(0.5, 4.0), test = Math.Round(critical * Uniform(0.3, 0.95), 2);
        return (
            [$"x | critical_current_density | {{0}} mA/cm2", $"x | symmetric_cell_life | {{0}} h | current_density: {test.ToString("R", CultureInfo.InvariantCulture)} mA/cm2"],
            [critical, Uniform(101, 999)], "");
    }

    private (string[] Texts, double[] Numbers, string Head) Filler()
    {
        double plain = Uniform(0.1, 0.8), gain = Uniform(0.95, 1.15);
        return (
            ["film | ionic_conductivity | {0} mS/cm | | Fig. 3", "other | ionic_conductivity | {0} mS/cm | | Fig. 3"],
            [plain, plain * gain],
            "systems: { film: { arrangement: dispersed, parts: [{ part: PVDF, share: 90 wt% }, { part: LATP, share: 10 wt% }] }, "
                + "other: { arrangement: dispersed, parts: [{ part: PVDF, share: 90 wt% }, { part: LATP, share: 10 wt% }], control: film } }");
    }

    private (string[] Texts, double[] Numbers, string Head) Layer()
    {
        double thickness = Uniform(21, 290), density = 2.94 * Uniform(0.5, 0.98);
        return (["LATP | areal_mass | {0} mg/cm2", "LATP | thickness | {0} um"], [0.1 * thickness * density, thickness], "systems: { LATP: { material: LATP } }");
    }

    private (string[] Texts, double[] Numbers, string Head) Powder()
    {
        double size = Uniform(0.3, 5.0); // [µm], with some porosity inside the grains
        return (["LATP | particle_size | {0} um", "LATP | bet_area | {0} m2/g"], [size * Uniform(1.0, 1.3), 6.0 / (2.94 * size)], "systems: { LATP: { material: LATP } }");
    }

    // A symmetric cell with one salt: what diffuses back and what the field carries off balance at the limit.
    private (string[] Texts, double[] Numbers, string Head) LimitingCurrent()
    {
        (double d, double c, double t, double l) = Salt();
        return (
            [.. SaltTexts, "gel | limiting_current_density | {0} mA/cm2"],
            [1e4 * d, c / 1000.0, t, 1e6 * l, 0.1 * 2.0 * 96485.33 * d * c / ((1.0 - t) * l)], "");
    }

    // Twice the limiting current, reversed before three quarters of Sand's time.
    private (string[] Texts, double[] Numbers, string Head) HalfCycle()
    {
        (double d, double c, double t, double l) = Salt();
        double current = 0.1 * 4.0 * 96485.33 * d * c / ((1.0 - t) * l); // [mA/cm²]
        double sand = Math.PI * d * Math.Pow(c * 96485.33 / (2.0 * (10.0 * current) * (1.0 - t)), 2.0);
        return (
            [.. SaltTexts, "pair | stable_at_current | {0} mA/cm2", "pair | plating_time | {0} min"],
            [1e4 * d, c / 1000.0, t, 1e6 * l, current, Uniform(0.3, 0.75) * sand / 60.0],
            "systems: { pair: { arrangement: cell, electrolyte: gel } }");
    }

    private static readonly string[] SaltTexts =
        ["gel | diffusivity | {0} cm2/s", "gel | salt_concentration | {0} M | salt: LiTFSI", "gel | li_transference_number | {0}", "gel | thickness | {0} um"];

    private (double Diffusivity, double Salt, double Transference, double Thickness) Salt() =>
        (Uniform(2e-12, 3e-10), Uniform(300.0, 2500.0), Uniform(0.15, 0.7), Uniform(2.1e-5, 2.9e-4));

    // A hemisphere with a film: finite differences give 1.58 at Wa = 1 and 1.07 at 10; between them 1 + 2/(1 + 2.45·Wa) lies on both.
    private (string[] Texts, double[] Numbers, string Head) Tip()
    {
        double conductivity = Uniform(0.2, 3.0), resistance = Uniform(20, 200), size = Uniform(1.1, 90);
        double wagner = 0.1 * conductivity * (1e-4 * resistance) / (1e-6 * size);
        return (
            ["pair | protrusion_size | {0} um", "gel | ionic_conductivity | {0} mS/cm", "pair | interface_resistance | {0} ohm cm2", "pair | current_enhancement | {0}"],
            [size, conductivity, resistance, 1.0 + (2.0 / (1.0 + (2.45 * wagner)))],
            "systems: { pair: { arrangement: cell, electrolyte: gel } }");
    }

    private (string[] Texts, double[] Numbers, string Head) Kinetics()
    {
        double exchange = Uniform(0.05, 2.0), current = Math.Round(Uniform(0.1, 2.0), 1), ohmic = Uniform(5, 200);
        double kinetic = 4000.0 * 0.025692579 * Math.Asinh(current / (2.0 * exchange));
        return (
            ["x | exchange_current_density | {0} mA/cm2", $"x | overpotential | {{0}} mV | current_density: {current.ToString("R", CultureInfo.InvariantCulture)} mA/cm2"],
            [exchange, kinetic + (ohmic * current)], "");
    }
}
