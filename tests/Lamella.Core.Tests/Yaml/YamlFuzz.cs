using System.Text;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;

namespace Lamella.Core.Tests.Yaml;

/// <summary>Whatever the bytes, reading gives a tree or an <see cref="InputException"/>.</summary>
[Trait("Level", "property")]
public sealed class YamlFuzz
{
    private const string Sample = """
        name: NCM811 | AIOSE | Li coin cell
        area: 1.131 cm2 # or a diameter
        cut-offs: {lower: 2.8 V, upper: 4.35 V}
        electrolyte: &layers
          - name: "AIOSE"
            conductivity: {value: 0.58 mS/cm, state: effective in host, at: 25 degC}
          - name: 'gel'
            because: >-
              folded text
              of two lines
        variants:
          pouch: {area: 9 cm2, electrolyte: *layers}
        """;

    private const string Syntax = "{}[]:-,&*!|>'\"%@`#?~<=\t\n\r \u0085\u2028\uFEFF\\";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_RandomBytes_GivesATreeOrAnInputException(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 3000; i++)
        {
            byte[] bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            Attempt(bytes);
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Read_MutatedYaml_GivesATreeOrAnInputException(int seed)
    {
        var random = new Random(seed);
        int trees = 0;
        for (int i = 0; i < 4000; i++)
        {
            var text = new StringBuilder(Sample);
            for (int edits = random.Next(1, 6); edits > 0; edits--)
            {
                Mutate(text, random);
            }

            trees += Attempt(Encoding.UTF8.GetBytes(text.ToString())) ? 1 : 0;
        }

        trees.ShouldBeInRange(100, 3900); // both outcomes were reached
    }

    [Fact]
    public void Read_SyntaxSoup_GivesATreeOrAnInputException()
    {
        var random = new Random(21);
        for (int i = 0; i < 20000; i++)
        {
            char[] soup = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ =>
                random.Next(3) == 0 ? (char)('a' + random.Next(26)) : Syntax[random.Next(Syntax.Length)])];
            Attempt(Encoding.UTF8.GetBytes(soup));
        }
    }

    private static void Mutate(StringBuilder text, Random random)
    {
        int at = random.Next(text.Length);
        switch (random.Next(4))
        {
            case 0:
                text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at));
                text.Append(text.Length == 0 ? "a" : string.Empty);
                break;
            case 1:
                text.Insert(at, Syntax[random.Next(Syntax.Length)]);
                break;
            case 2:
                text[at] = (char)random.Next(1, 0x250);
                break;
            default:
                text.Insert(at, text.ToString(at, Math.Min(30, text.Length - at)));
                break;
        }
    }

    private static bool Attempt(byte[] bytes)
    {
        try
        {
            YamlFile.Read("fuzz.yaml", bytes).Size.ShouldBeLessThanOrEqualTo(100_001);
            return true;
        }
        catch (InputException error)
        {
            error.Message.ShouldStartWith("fuzz.yaml(");
            return false;
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"{error.GetType().Name} on: {Encoding.UTF8.GetString(bytes)}", error);
        }
    }
}
