using FsCheck;
using FsCheck.Fluent;
using Lamella.Core.Provenance;
using Lamella.Materials.Bpx;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Tests.Bpx;

public sealed class BpxExpressionTests
{
    /// <summary>Gets text, x, and the value that Python gives.</summary>
    public static TheoryData<string, double, double> Values => new()
    {
        { "1.5e-3", 0.0, 1.5e-3 },
        { "x", 0.25, 0.25 },
        { "-x ** 2", 3.0, -9.0 },
        { "(-x) ** 2", 3.0, 9.0 },
        { "2 ** -1", 0.0, 0.5 },
        { "2 ** 3 ** 2", 0.0, 512.0 },
        { "2 ** x", 3.0, 8.0 },
        { "x ** -2 * 3", 2.0, 0.75 },
        { "8 / 4 / 2", 0.0, 1.0 },
        { "8 - 4 - 2", 0.0, 2.0 },
        { "2 * -x", 3.0, -6.0 },
        { "1 + 2 * 3", 0.0, 7.0 },
        { "(1 + 2) * 3", 0.0, 9.0 },
        { "- - x + + 1", 2.0, 3.0 },
        { ".5 + 1.", 0.0, 1.5 },
        { "exp(-1e2 * x)", 0.01, 0.36787944117144233 },
        { "tanh(x) * cosh(x) - sinh(x)", 0.7, 0.0 },
        { "sqrt(log(exp(x)))", 4.0, 2.0 },
        { "0.1297 * (x / 1000) ** 3 - 2.51 * (x / 1000) ** 1.5 + 3.329 * (x / 1000)", 1000.0, 0.9487 },
        { "(-0.1112 * x + 0.02914 + 0.3561 * exp(-((x - 0.08309) ** 2) / 0.004616)) / 1000", 0.5, -2.6459999999978e-05 },
    };

    /// <summary>Gets a text that is no expression, the position of the fault, and a word of the message.</summary>
    public static TheoryData<string, int, string> Faults => new()
    {
        { "", 0, "ends too early" },
        { "1 +", 3, "ends too early" },
        { "(1 + 2", 6, "not closed" },
        { "1 + ) 2", 4, "')' cannot stand here" },
        { "1 2", 2, "does not continue" },
        { "2x", 1, "does not continue" },
        { "y + 1", 0, "neither x nor a known function" },
        { "tahn(x)", 0, "did you mean 'tanh'" },
        { "exp x", 0, "lacks its bracket" },
        { "__import__('os')", 0, "neither x nor a known function" },
        { "x.real", 1, "does not continue" },
        { "x if x else 1", 2, "does not continue" },
        { "exp(x, 1)", 5, "cannot stand here" },
        { "1e999", 0, "no finite number" },
        { "1e", 0, "no finite number" },
        { "x ^ 2", 2, "does not continue" },
        { "x * * 2", 4, "cannot stand here" },
        { "lambda: 1", 0, "neither x nor" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    [Trait("Level", "unit")]
    public void At_OfAnExpression_IsWhatPythonGives(string text, double x, double expected) =>
        BpxExpression.Parse(text).At(x).ShouldBe(expected, 1e-13 * Math.Max(1.0, Math.Abs(expected)));

    [Theory]
    [MemberData(nameof(Faults))]
    [Trait("Level", "unit")]
    public void Parse_OfAFault_SaysWhereAndWhat(string text, int position, string word)
    {
        BpxExpressionException error = Should.Throw<BpxExpressionException>(() => BpxExpression.Parse(text));

        error.Position.ShouldBe(position);
        error.Message.ShouldContain(word);
        error.Allowed.ShouldNotBeEmpty();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Parse_OfDeepNestingAndLongText_Refuses()
    {
        Should.Throw<BpxExpressionException>(() => BpxExpression.Parse(new string('(', 16_000))).Message.ShouldContain("nested");
        Should.Throw<BpxExpressionException>(() => BpxExpression.Parse(string.Concat(Enumerable.Repeat("(", 10_000)) + "1")).Message.ShouldContain("nested");
        Should.Throw<BpxExpressionException>(() => BpxExpression.Parse(string.Concat(Enumerable.Repeat("2**", 5_000)) + "1")).Message.ShouldContain("nested");
        Should.Throw<BpxExpressionException>(() => BpxExpression.Parse(new string(' ', 20_000) + "1")).Message.ShouldContain("characters");
        BpxExpression.Parse(new string('-', 10_001) + "1").At(0.0).ShouldBe(-1.0);
    }

    [Theory]
    [MemberData(nameof(Values))]
    [Trait("Level", "identity")]
    public void EvaluateWithSlope_OfAnExpression_AgreesWithCentralDifferences(string text, double x, double expected)
    {
        PropertyLaw law = BpxFunction.Of(BpxExpression.Parse(text)).ToLaw(Source.Assumption("test"), 0.0, 298.15, new(0.0, 1.0));
        double[] value = new double[1], slope = new double[1];
        double at = x == 0.0 ? 0.3 : x, h = 1e-5 * at;

        law.EvaluateWithSlope([at], 298.15, value, slope);

        double difference = (law.At(at + h, 298.15) - law.At(at - h, 298.15)) / (2.0 * h);
        value[0].ShouldBe(law.At(at, 298.15));
        slope[0].ShouldBe(difference, 1e-7 * Math.Max(1.0, Math.Abs(difference)), text);
        double.IsFinite(expected).ShouldBeTrue();
    }

    [Fact]
    [Trait("Level", "property")]
    public void Parse_OfRandomText_GivesAnExpressionOrSaysWhy()
    {
        Gen<string> texts = Gen.Elements("x", "1", "2.5", "e", "(", ")", "+", "-", "*", "/", "**", "exp(", "tanh(", " ", ".", "e-3", "\"", "$", "é", "\0")
            .ArrayOf().Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            try
            {
                double value = BpxExpression.Parse(text).At(0.37);
                return double.IsFinite(value) || !double.IsFinite(value);
            }
            catch (BpxExpressionException error)
            {
                return error.Position >= 0 && error.Position <= text.Length && error.Problem.Length > 0;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20261121, 3));
    }

    [Fact]
    [Trait("Level", "property")]
    public void At_OfRandomTrees_IsWhatTheTreeGives()
    {
        // Trees print themselves with all brackets; the parser must give the value of the tree.
        static Gen<(string Text, Func<double, double> Value)> Tree(int depth) => depth == 0
            ? Gen.OneOf(
                Gen.Constant(("x", (Func<double, double>)(x => x))),
                Gen.Choose(1, 900).Select(k => ($"{k / 100.0:R}", (Func<double, double>)(_ => k / 100.0))))
            : from left in Tree(depth - 1)
              from right in Tree(depth - 1)
              from kind in Gen.Choose(0, 5)
              select kind switch
              {
                  0 => ($"({left.Text} + {right.Text})", x => left.Value(x) + right.Value(x)),
                  1 => ($"({left.Text} - {right.Text})", x => left.Value(x) - right.Value(x)),
                  2 => ($"({left.Text} * {right.Text})", x => left.Value(x) * right.Value(x)),
                  3 => ($"({left.Text} / (1 + ({right.Text}) ** 2))", x => left.Value(x) / (1.0 + Math.Pow(right.Value(x), 2.0))),
                  4 => ($"tanh(-{left.Text})", x => Math.Tanh(-left.Value(x))),
                  _ => ($"exp(-({right.Text}) ** 2)", (Func<double, double>)(x => Math.Exp(-Math.Pow(right.Value(x), 2.0)))),
              };
        Prop.ForAll(Tree(3).ToArbitrary(), tree =>
        {
            double expected = tree.Value(0.61);
            return Math.Abs(BpxExpression.Parse(tree.Text).At(0.61) - expected) <= 1e-12 * Math.Max(1.0, Math.Abs(expected));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261121, 5));
    }
}
