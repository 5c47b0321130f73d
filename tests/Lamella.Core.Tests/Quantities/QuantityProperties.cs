using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Lamella.Core.Quantities;

namespace Lamella.Core.Tests.Quantities;

/// <summary>Laws that hold for every quantity and every text.</summary>
[Trait("Level", "property")]
public sealed class QuantityProperties
{
    private const string Alphabet = "0123456789.+-−eE()±/*^ ·²⁻mSscAhVgKCMkuµΩ%wtvol°1";

    private static readonly string[] Symbols = [.. Unit.Symbols];

    // Seeded, so that every run tests the same cases; change the seed to explore.
    private static readonly Config Many = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithReplay(20261121UL, 1UL).WithMaxTest(5000);

    private static Gen<double> Numbers =>
        from mantissa in Gen.Choose(-999999, 999999)
        from decade in Gen.Choose(-18, 12)
        select double.Parse($"{mantissa}e{decade}", CultureInfo.InvariantCulture);

    private static Gen<Unit> Units =>
        from a in Gen.Elements(Symbols)
        from b in Gen.Elements(Symbols)
        from exponent in Gen.Elements("", "2", "-1", "^0.5", "-3")
        from shape in Gen.Choose(0, 3)
        let text = shape switch { 0 => a, 1 => a + exponent, 2 => $"{a}/{b}", _ => $"{a}{exponent} {b}" }
        select Unit.TryParse(text, out Unit? unit) ? unit : Unit.Parse(a);

    private static Gen<Quantity> Quantities =>
        from value in Numbers
        from unit in Units
        from uncertainty in Gen.OneOf(Gen.Constant(0.0), Numbers.Select(Math.Abs))
        select new Quantity(value, unit, uncertainty);

    [Fact]
    public void ParsePrint_AnyQuantity_ReturnsTheSame() =>
        Prop.ForAll(Quantities.ToArbitrary(), quantity => Quantity.Parse(quantity.ToString()) == quantity).Check(Many);

    [Fact]
    public void Conversion_ThereAndBack_KeepsTheValue() =>
        Prop.ForAll(Quantities.ToArbitrary(), quantity =>
        {
            foreach (string symbol in Symbols)
            {
                Unit other = Unit.Parse(symbol);
                if (other.Dimension == quantity.Dimension)
                {
                    double scale = Math.Max(Math.Abs(quantity.Value), 273.15 / quantity.Unit.Factor * 1e-3);
                    if (Math.Abs(quantity.In(other).In(quantity.Unit).Value - quantity.Value) > 1e-12 * scale)
                    {
                        return false;
                    }
                }
            }

            return true;
        }).Check(Many);

    [Fact]
    public void AddThenSubtract_AnyPair_ReturnsTheFirst() =>
        Prop.ForAll(Quantities.ToArbitrary(), Numbers.ToArbitrary(), (a, value) =>
        {
            var b = new Quantity(value, a.Unit.IsAffine ? Unit.Kelvin : a.Unit);
            return Math.Abs(((a + b) - b).Value - a.Value) <= 1e-15 * (Math.Abs(a.Value) + Math.Abs(value));
        }).Check(Many);

    [Fact]
    public void MultiplyThenDivide_AnyPair_ReturnsTheFirstInSi() =>
        Prop.ForAll(Quantities.ToArbitrary(), Quantities.ToArbitrary(), (a, b) =>
        {
            if (a.Unit.IsAffine || b.Unit.IsAffine || b.Value == 0.0 || a.Unit.Symbol.Length + b.Unit.Symbol.Length > 20)
            {
                return true;
            }

            double expected = a.InSi;
            return Math.Abs((a * b / b).InSi - expected) <= 1e-13 * Math.Abs(expected);
        }).Check(Many);

    [Fact]
    public void Parse_AnyText_GivesAQuantityOrTheDocumentedError()
    {
        Gen<string> texts = Gen.OneOf(
            Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray())).Select(characters => new string(characters)),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty),
            from quantity in Quantities
            from at in Gen.Choose(0, 40)
            from character in Gen.Elements(Alphabet.ToCharArray())
            let text = quantity.ToString()
            select text.Insert(Math.Min(at, text.Length), character.ToString()));
        int good = 0;
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            bool read = Quantity.TryParse(text, out Quantity? quantity, out QuantityFormatException? error);
            good += read ? 1 : 0;
            return read ? Quantity.Parse(quantity!.ToString()) == quantity
                : error!.Message.Length > 0 && error.Position >= 0 && error.Position <= text.Length;
        }).Check(Many.WithMaxTest(20000));

        good.ShouldBeGreaterThan(500); // the fuzzing reached the good side too
    }
}
