namespace Lamella.Tests;

/// <summary>A BPX file for tests. Other test projects link this file.</summary>
internal static class BpxSample
{
    /// <summary>Gets the sample: BPX 1.1 with a blend, a table, an expression, a state and a measured curve.</summary>
    internal static string Text { get; } = """
        {
          "Header": {"BPX": "1.1.0", "Title": "Sample", "Model": "DFN"},
          "Parameterisation": {
            "Cell": {"Electrode area [m2]": 0.02, "Number of electrode pairs connected in parallel to make a cell": 2,
              "Lower voltage cut-off [V]": 2.7, "Upper voltage cut-off [V]": 4.2, "Nominal cell capacity [A.h]": 1.5,
              "Reference temperature [K]": 298.15, "External surface area [m2]": 0.03, "Volume [m3]": 1e-5, "Density [kg.m-3]": 2000,
              "Specific heat capacity [J.K-1.kg-1]": 900},
            "Electrolyte": {"Cation transference number": 0.26, "Conductivity [S.m-1]": "1.2 * exp(-0.5 * x) + 0.9",
              "Conductivity activation energy [J.mol-1]": 17100, "Diffusivity [m2.s-1]": 3e-10},
            "Negative electrode": {"Thickness [m]": 5e-5, "Porosity": 0.3, "Transport efficiency": 0.16, "Conductivity [S.m-1]": 2,
              "Minimum stoichiometry": 0.01, "Maximum stoichiometry": 0.9, "Maximum concentration [mol.m-3]": 30000,
              "Particle radius [m]": 5e-6, "Surface area per unit volume [m-1]": 360000, "Diffusivity [m2.s-1]": 3e-14,
              "OCP [V]": "0.1 + 1.2 * exp(-30 * x) + 0.05 * tanh(-10 * (x - 0.5))", "Reaction rate constant [mol.m-2.s-1]": 5e-6},
            "Positive electrode": {"Thickness [m]": 6e-5, "Porosity": 0.3, "Transport efficiency": 0.3, "Conductivity [S.m-1]": 0.5, "Particle": {
              "Large": {"Minimum stoichiometry": 0.3, "Maximum stoichiometry": 0.95, "Maximum concentration [mol.m-3]": 50000,
                "Particle radius [m]": 8e-6, "Surface area per unit volume [m-1]": 150000, "Diffusivity [m2.s-1]": {"x": [0, 0.5, 1], "y": [1e-14, 2e-14, 1e-14]},
                "OCP [V]": "4.4 - 0.9 * x", "Entropic change coefficient [V.K-1]": -1e-4, "Reaction rate constant [mol.m-2.s-1]": 2e-5},
              "Small": {"Minimum stoichiometry": 0.3, "Maximum stoichiometry": 0.95, "Maximum concentration [mol.m-3]": 50000, "Particle radius [m]": 1e-6, "Surface area per unit volume [m-1]": 300000, "Diffusivity [m2.s-1]": 1e-14, "OCP [V]": "4.4 - 0.9 * x", "Reaction rate constant [mol.m-2.s-1]": 2e-5}}}, "Separator": {"Thickness [m]": 2e-5, "Porosity": 0.5, "Transport efficiency": 0.35}
          },
          "State": {"Initial conditions": {"Initial state-of-charge": 0.8, "Initial temperature [K]": 298.15, "Initial electrolyte concentration [mol.m-3]": 1100},
            "Thermal environment": {"Ambient temperature [K]": 293.15, "Heat transfer coefficient [W.m-2.K-1]": 10},
            "Degradation": {"LLI": 0}
          },
          "Validation": {"Pulse": {"Time [s]": [0, 10], "Current [A]": [-1, -1], "Voltage [V]": [4.1, 4.0]}}
        }
        """;
}
