using Lamella.Cells.Description.Reading;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Tests.Description.Reading;

/// <summary>A described cell that uses most of the format; tests change single lines of it.</summary>
internal static class Sample
{
    internal const string Cell = """
        name: NCM811 | AIOSE | Li coin cell
        area: 1.131 cm2
        temperature: 25 degC
        cut-offs: {lower: 2.8 V, upper: 4.35 V}
        1C: 200 mA/g
        contact resistance: 3 ohm cm2
        lithium:
          thickness: 10 um
          exchange current density: {value: 5.1 mA/cm2, at: 25 degC}
          activation energy: 0.5 eV
          film resistance: {value: 20 ohm cm2, at: 30 degC, activation energy: 0.4 eV}
        electrolyte:
          - name: AIOSE
            kind: binary
            thickness: 300 um
            conductivity: {value: 0.58 mS/cm, state: effective in host, at: 25 degC, activation energy: 0.24 eV, source: F003-0007}
            diffusivity:
              value: 1e-10 m2/s
              state: effective in host
              source: assumed
              range: [1e-11 m2/s, 3e-10 m2/s]
              because: the publication is silent
            transference number: 0.4
            thermodynamic factor: 1
            salt concentration: 1 mol/L
            salt volume fraction: 0.483
            joint: {resistance: 5 ohm cm2, partition: 1.2, activation energy: 0.4 eV}
        cathode:
          material: ncm811-chen2020
          composition: {active: 80 wt%, binder: 10 wt%, carbon: 10 wt%}
          loading: 1.9 mg/cm2
          thickness: 20 um
          reversible capacity: 207 mAh/g
          solid diffusivity: 4e-15 m2/s
          electrolyte:
            conductivity: {value: 2 mS/cm, state: bulk phase}
            diffusivity: {value: 1e-10 m2/s, state: bulk phase}
            transference number: 0.4
            bruggeman: 1.5
        variants:
          pouch: {area: 9 cm2, cathode: {loading: 2.1 mg/cm2}}
          cold: {name: cold cell, temperature: -20 degC}
        """;

    private static readonly Lazy<MaterialLibrary> Library = new(MaterialLibrary.LoadShipped);

    internal static MaterialLibrary Materials => Library.Value;

    internal static CellDocument Read() => CellDocument.ReadText("cell.yaml", Cell);

    /// <summary>Reads the sample with one piece of text replaced, which must be there.</summary>
    internal static CellDocument Read(string old, string replacement)
    {
        Cell.ShouldContain(old, Case.Sensitive);
        return CellDocument.ReadText("cell.yaml", Cell.Replace(old, replacement, StringComparison.Ordinal));
    }
}
