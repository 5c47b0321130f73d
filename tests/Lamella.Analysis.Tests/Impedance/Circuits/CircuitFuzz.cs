using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core.Errors;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Impedance.Circuits;

/// <summary>Whatever is written, a circuit is read or refused with a place inside the text.</summary>
[Trait("Level", "property")]
public sealed class CircuitFuzz
{
    private static readonly string[] Parts =
        ["R", "C", "CPE", "W", "Wo", "TL2", "RND", "p(", "(", ")", ",", "-", "1", "2", "_a", " ", "p", "X", "é", "\t", "\0", "+", "Q", "."];

    [Fact]
    public void Parse_RandomText_IsReadOrRefusedWithAPlace()
    {
        var random = new SeededGenerator(20261121);
        int count = Environment.GetEnvironmentVariable("LAMELLA_NIGHTLY") == "1" ? 1_000_000 : 30_000, read = 0;
        for (int round = 0; round < count; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 1 + random.NextBelow(12)).Select(_ => Parts[random.NextBelow(Parts.Length)]));
            try
            {
                Circuit circuit = Circuit.Parse(text);
                circuit.Parameters.Select(parameter => parameter.Name).ShouldBeUnique();
                Circuit.Parse(circuit.Text).Text.ShouldBe(circuit.Text);
                read++;
            }
            catch (InputException fault)
            {
                fault.Place.Column.ShouldBeInRange(1, text.Length + 1);
                fault.Remedy.ShouldNotBeEmpty();
            }
        }

        read.ShouldBeGreaterThan(count / 1000, "the generator should also make circuits");
    }

    [Fact]
    public void Parse_MutatedCircuit_IsReadOrRefused()
    {
        const string seed = "R0-p(R1,CPE1)-p(R2-Wo1,C2)-L1";
        var random = new SeededGenerator(7);
        for (int round = 0; round < 20_000; round++)
        {
            char[] letters = seed.ToCharArray();
            for (int k = 0; k <= random.NextBelow(3); k++)
            {
                letters[random.NextBelow(letters.Length)] = (char)(32 + random.NextBelow(95));
            }

            string text = new(letters);
            try
            {
                Circuit.Parse(text);
            }
            catch (InputException fault)
            {
                fault.Place.Column.ShouldBeInRange(1, text.Length + 1);
            }
        }
    }
}
