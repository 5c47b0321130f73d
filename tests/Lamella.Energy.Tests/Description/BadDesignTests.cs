using Lamella.Core.Errors;

namespace Lamella.Energy.Tests.Description;

/// <summary>What a design file may not say, and what the message tells.</summary>
[Trait("Level", "unit")]
public sealed class BadDesignTests
{
    [Theory]
    [InlineData("porosity: 25 vol%", "porosity: 100 vol%", "below 100 vol%")]
    [InlineData("porosity: 25 vol%", "porosity: 25", "has no unit")]
    [InlineData("porosity: 25 vol%", "porosity: 25 wt%", "which is a mass fraction")]
    [InlineData("  porosity: 25 vol%\n", "", "does not say the volume of the coating")]
    [InlineData("loading: 20 mg/cm2", "loading: 20 mg/cm", "mass per area")]
    [InlineData("loading: 20 mg/cm2", "loading: 20 furlong", "unit")]
    [InlineData("  loading: 20 mg/cm2\n", "", "does not say the amount of active material")]
    [InlineData("loading: 20 mg/cm2", "loading: 20 mg/cm2\n  areal capacity: 4 mAh/cm2", "both say the amount")]
    [InlineData("active: 96 wt%", "active: 90 wt%", "make up 94 wt%")]
    [InlineData("porosity: 25 vol%", "thickness: 30 um", "the solids alone fill")]
    [InlineData("state: effective in host", "state: bulk phase", "has the state 'bulk phase'")]
    [InlineData("{value: 1 mS/cm, state: effective in host}", "1 mS/cm", "does not say what it was measured on")]
    [InlineData("voltage: 3.8 V", "voltage: 3.8 mV/s", "voltage rate")]
    [InlineData("energy: {voltage: 3.8 V}", "energy: {}", "lacks the key 'voltage'")]
    [InlineData("cathodes: 10", "cathodes: 2.5", "2.5 cathodes")]
    [InlineData("separator: {overhang: 2 mm}", "separator: {overhang: 0.5 mm}", "the electrodes would touch")]
    [InlineData("format: pouch", "format: cylinder", "is 'cylinder'")]
    [InlineData("format: pouch", "format: coin", "'pouch' is described")]
    [InlineData("capacity: 200 mAh/g", "capacity: 200 mAh/g\n  first charge capacity: 190 mAh/g", "takes less lithium out")]
    [InlineData("material: copper", "material: coper", "Did you mean 'copper'?")]
    [InlineData("excess: 10 %", "excess: 10 %, per capacity: 2 g/Ah", "counts from the pores")]
    [InlineData("lithium: 50 um", "litium: 50 um", "Did you mean 'lithium'?")]
    [InlineData("lithium: 50 um", "lithium: {value: 50 um, range: [60 um, 70 um]}", "no range around the value")]
    [InlineData("lithium: 50 um", "lithium: {value: 50 um, source: hearsay}", "'hearsay' is no source")]
    [InlineData("separator: {overhang: 2 mm}", "separator: {arrangement: rolled}", "is 'rolled'")]
    public void Build_OfABadPouch_SaysWhatAndWhere(string good, string bad, string expected)
    {
        Designs.Pouch.ShouldContain(good);

        InputException error = Should.Throw<InputException>(() => Designs.Build(Designs.Pouch.Replace(good, bad, StringComparison.Ordinal)));

        error.Message.ShouldContain(expected);
        error.Place.File.ShouldBe("pouch.yaml");
        error.Place.Line.ShouldBeGreaterThan(0);
        error.Remedy.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("{name: pellet, thickness: 300 um, density: 3.2 g/cm3}", "{name: pellet, thickness: 300 um, phases: [{name: a, share: 60 vol%, density: 5 g/cm3}, {name: b, share: 50 vol%, density: 1 g/cm3}]}", "fill 110 vol%")]
    [InlineData("{name: pellet, thickness: 300 um, density: 3.2 g/cm3}", "{name: pellet, thickness: 300 um, density: 3 g/cm3, phases: [{name: a, share: 60 vol%, density: 5 g/cm3}]}", "has phases, from which its mass follows")]
    [InlineData("{name: pellet, thickness: 300 um, density: 3.2 g/cm3}", "{name: pellet, thickness: 300 um, phases: [{name: a, share: 60 vol%}]}", "lacks the key 'density'")]
    [InlineData("thickness: 300 um", "thickness: 3 mm", "the charged stack with the parts of the coin")]
    [InlineData("diameter: 14 mm", "diameter: 10 mm", "lithium would plate on its rim")]
    [InlineData("lithium: 100 um", "lithium: 0 um", "lacks the key 'collector'")]
    public void Build_OfABadCoin_SaysWhatAndWhere(string good, string bad, string expected)
    {
        InputException error = Should.Throw<InputException>(() => Designs.Build(Designs.Coin.Replace(good, bad, StringComparison.Ordinal)));

        error.Message.ShouldContain(expected);
        error.Place.Line.ShouldBeGreaterThan(0);
    }
}
