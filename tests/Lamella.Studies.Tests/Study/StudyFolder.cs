using Lamella.Materials.Parameters;
using Lamella.Materials.Records;

namespace Lamella.Studies.Tests.StudyFiles;

/// <summary>A small study in a folder of its own, whose texts a test may change; removed at the end of the test.</summary>
internal sealed class StudyFolder : IDisposable
{
    internal const string Cell = """
        name: NMC532 | gel | Li
        diameter: {value: 12 mm, source: F900-0101}
        temperature: 25 degC
        cut-offs: {lower: 3.0 V, upper: 4.2 V}
        1C: 150 mA/g
        lithium:
          thickness: 50 um
          film resistance: {value: 20 ohm cm2, range: [5 ohm cm2, 80 ohm cm2], source: assumed, because: nothing states it}
        electrolyte:
          - name: gel
            kind: binary
            thickness: 40 um
            conductivity: {value: 1 mS/cm, state: effective in host}
            diffusivity: {value: 5e-11 m2/s, state: effective in host}
            transference number: 0.4
            thermodynamic factor: 1
            salt concentration: 1 mol/L
        cathode:
          material: nmc532-xu2019
          composition: {active: 80 wt%, binder: 10 wt%, carbon: 10 wt%}
          loading: 3 mg/cm2
          porosity: 40 vol%
          reversible capacity: 150 mAh/g
          solid diffusivity: 1e-14 m2/s
          electrolyte:
            conductivity: {value: 2 mS/cm, state: bulk phase}
            diffusivity: {value: 1e-10 m2/s, state: bulk phase}
            transference number: 0.4
        variants:
          coin: {}
          symmetric:
            cut-offs: {lower: -2 V, upper: 2 V}
            1C:
            cathode:
            counter lithium: {thickness: 50 um}
        """;

    internal const string Experiments = """
        publication: test2026
        experiments:
          - name: Rate capability
            kind: discharge capacity
            variant: coin
            figure: rate
            temperature: 25 degC
            charge: &full {rate: 0.2C, hold until: 0.05C, source: assumed, because: not described}
            points:
              - {fact: F900-0001, rate: 0.2C}
              - {fact: F900-0002, rate: 4C}
              - {fact: F900-0003, rate: 1C}
              - {fact: F900-0004, rate: 2C, charge: 0.5C}
          - name: Overpotential
            kind: overpotential
            variant: symmetric
            figure: current
            half cycle: {value: 30 min, source: F900-0102}
            points:
              - {fact: F900-0005, current: 0.2 mA/cm2}
          - name: Resistance
            kind: resistance
            variant: symmetric
            points:
              - {fact: F900-0006}
              - {fact: F900-0007, part: electrolyte}
        """;

    internal const string Calibration = """
        facts: [F900-0001, F900-0002]
        fact uncertainty: {discharge capacity: 1 %, resistance: 3 %}
        parameters:
          - path: cathode/reversible capacity
            bounds: [120 mAh/g, 180 mAh/g]
            variants: [coin]
          - path: cathode/solid diffusivity
            bounds: [1e-16 m2/s, 1e-12 m2/s]
            scale: logarithmic
          - path: lithium/film resistance
            bounds: [1 ohm cm2, 200 ohm cm2]
            scale: logarithmic
            prior: assumed range
        """;

    private const string Facts = """
        {"key": "test2026", "citation": "Nobody, J. Tests 1, 1 (2026)", "title": null, "doi": null, "facts": [
          {"id": "F900-0001", "system": "coin", "quantity": "discharge_capacity", "qualifier": "=", "value": 148, "unit": "mAh g-1", "conditions": {"c_rate": 0.2, "temperature_C": 25}, "kind": "measured", "place": "Fig. 1"},
          {"id": "F900-0002", "system": "coin", "quantity": "discharge_capacity", "qualifier": "=", "value": 108, "unit": "mAh g-1", "conditions": {"c_rate": 4, "temperature_C": 25}, "kind": "measured", "place": "Fig. 1"},
          {"id": "F900-0003", "system": "coin", "quantity": "discharge_capacity", "qualifier": "~", "value": 148, "unit": "mAh g-1", "conditions": {"c_rate": 0.5, "temperature_C": 30}, "kind": "measured", "place": "Fig. 1"},
          {"id": "F900-0004", "system": "coin", "quantity": "discharge_capacity", "sealed": true, "unit": "mAh g-1", "conditions": {"c_rate": 2}},
          {"id": "F900-0005", "system": "Li | Li", "quantity": "overpotential", "qualifier": "range", "value": [5, 40], "unit": "mV", "conditions": {"current_density_mA_cm2": 0.2}, "kind": "measured", "place": "Fig. 2"},
          {"id": "F900-0006", "system": "Li | Li", "quantity": "cell_impedance", "qualifier": ">", "value": 1, "unit": "ohm", "conditions": {}, "kind": "measured", "place": "Fig. 2"},
          {"id": "F900-0007", "system": "Li | Li", "quantity": "bulk_resistance", "qualifier": "=", "value": 4, "unit": "ohm cm2", "conditions": {}, "kind": "measured", "place": "Fig. 2"},
          {"id": "F900-0101", "system": "coin", "quantity": "diameter", "qualifier": "=", "value": 12, "unit": "mm", "conditions": {}, "kind": "protocol", "place": "methods"},
          {"id": "F900-0102", "system": "Li | Li", "quantity": "half_cycle", "qualifier": "=", "value": 0.5, "unit": "h", "conditions": {}, "kind": "protocol", "place": "methods"},
          {"id": "F900-0103", "system": "coin", "quantity": "thickness", "sealed": true, "unit": "um", "conditions": {}}
        ]}
        """;

    private static readonly Lazy<MaterialLibrary> Library = new(MaterialLibrary.LoadShipped);

    private readonly string folder = Directory.CreateTempSubdirectory("lamella-study-").FullName;

    internal StudyFolder(string? cell = null, string? experiments = null, string? calibration = null)
    {
        Write("cell.yaml", cell ?? Cell);
        Write("experiments.yaml", experiments ?? Experiments);
        Write("calibration.yaml", calibration ?? Calibration);
        Write("facts.json", Facts);
        Directory.CreateDirectory(Path.Combine(folder, "papers"));
        File.Move(Path.Combine(folder, "facts.json"), Path.Combine(folder, "papers", "facts.json"));
    }

    internal static MaterialLibrary Materials => Library.Value;

    internal FactLibrary FactLibrary => FactLibrary.Load(Path.Combine(folder, "papers"));

    internal Study Read() => Study.Read(folder, Materials, FactLibrary);

    internal void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);

    internal void Delete(string file) => File.Delete(Path.Combine(folder, file));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
