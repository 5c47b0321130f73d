using System.Text;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;

namespace Lamella.Core.Tests.Yaml;

[Trait("Level", "unit")]
public sealed class YamlFileTests
{
    private static readonly QuantityRule Thickness = QuantityRule.Like("300 um").Above("0 um");

    [Fact]
    public void AsQuantity_GoodFile_ReadsValuesWithTheirPlaces()
    {
        YamlMapping file = YamlFile.ReadText("cell.yaml", "name: x\nlayers:\n  - thickness: 300 um\n  - {thickness: 20 um}\n");

        YamlNode second = file.Required("layers").AsSequence().Items[1].AsMapping().Required("thickness");
        second.AsQuantity(Thickness).InSi.ShouldBe(20e-6);
        (second.Path, second.Line, second.Column).ShouldBe(("layers/2/thickness", 4, 17));
        file.Optional("area").ShouldBeNull();
    }

    [Theory]
    [InlineData("thickness: 300", 1, 12, "has no unit", "300 um")]
    [InlineData("thickness: 300 V", 1, 12, "a voltage", "a length above 0 um")]
    [InlineData("thickness: -3 um", 1, 12, "'thickness' is -3 um", "above 0 um")]
    [InlineData("thickness: 300 uum", 1, 16, "did you mean 'um'?", "such as 300 um")]
    [InlineData("thickness: three um", 1, 12, "starts with a number", "300 um")]
    [InlineData("thickness:", 1, 11, "the value is missing", "300 um")]
    [InlineData("thickness: [1 um]", 1, 12, "a list of 1 item", "a single value")]
    [InlineData("name: x", 1, 1, "lacks the key 'thickness'", "thickness: 300 um")]
    public void AsQuantity_BadValue_SaysWhereWhatAndRemedy(string text, int line, int column, string problem, string advice)
    {
        var error = Should.Throw<InputException>(() =>
            YamlFile.ReadText("cell.yaml", text).Required("thickness", "300 um").AsQuantity(Thickness));

        (error.Place.Line, error.Place.Column).ShouldBe((line, column));
        error.Message.ShouldStartWith($"cell.yaml({line},{column}): ");
        error.Message.ShouldContain(problem);
        error.Message.ShouldContain(advice);
    }

    [Fact]
    public void Message_OfABadValue_ShowsTheLineAndACaret()
    {
        var error = Should.Throw<InputException>(() =>
            YamlFile.ReadText("cell.yaml", "name: x\nthickness: -300 um\n").Required("thickness").AsQuantity(Thickness));

        error.Message.ShouldBe(
            "cell.yaml(2,12): 'thickness' is -300 um.\n"
            + "    thickness: -300 um\n"
            + "               ^\n"
            + "Allowed: a length above 0 um, such as 300 um\n"
            + "Correct the value; check its sign, its power of ten and its unit.");
    }

    [Fact]
    public void AllowOnly_UnknownKey_NamesTheNearestAndAll()
    {
        var error = Should.Throw<InputException>(() =>
            YamlFile.ReadText("cell.yaml", "name: x\nthicknes: 3 um\n").AllowOnly("name", "thickness", "porosity"));

        error.Message.ShouldStartWith("cell.yaml(2,1): 'thicknes' is no key of the file.");
        error.Message.ShouldContain("Allowed: name, thickness, porosity");
        error.Message.ShouldEndWith("Did you mean 'thickness'?");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   \n# only a comment\n", "empty")]
    [InlineData("---\n...\n", "empty")]
    [InlineData("- a\n- b\n", "a list of 2 items")]
    [InlineData("a: 1\na: 2\n", "stands twice; first on line 1")]
    [InlineData("a:\n\tb: 1\n", "a tab indents this line")]
    [InlineData("a: [1, 2\nb: 3\n", "this is no YAML")]
    [InlineData("a: 'x\n", "this is no YAML")]
    [InlineData("a: 1\n---\nb: 2\n", "a second document")]
    [InlineData("a: *b\n", "names nothing above it")]
    [InlineData("a: &x [*x]\n", "names nothing above it")]
    [InlineData("? [a, b]\n: 1\n", "a key must be a plain word")]
    [InlineData("a: \u0001\n", "control character U+0001")]
    public void Read_NoSuchYaml_SaysWhatIsWrong(string text, string problem)
    {
        var error = Should.Throw<InputException>(() => YamlFile.ReadText("cell.yaml", text));

        error.Message.ShouldContain(problem);
        error.Remedy.ShouldNotBeEmpty();
        error.Place.Line.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Read_NotUtf8_PointsAtTheByte()
    {
        byte[] latin = [.. Encoding.UTF8.GetBytes("name: x\nnote: caf"), 0xE9, (byte)'\n'];

        var error = Should.Throw<InputException>(() => YamlFile.Read("cell.yaml", latin));

        (error.Place.Line, error.Place.Column).ShouldBe((2, 10));
        error.Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void Read_ByteOrderMark_IsIgnored() =>
        YamlFile.Read("cell.yaml", [0xEF, 0xBB, 0xBF, .. "a: 1"u8]).Required("a").AsInteger(0, 9).ShouldBe(1);

    [Fact]
    public void Read_EntityExpansion_IsRefusedWithItsLimit()
    {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char name = 'b'; name <= 'i'; name++)
        {
            bomb.Append($"{name}: &{name} [{string.Join(", ", Enumerable.Repeat($"*{(char)(name - 1)}", 10))}]\n");
        }

        Should.Throw<InputException>(() => YamlFile.ReadText("bomb.yaml", bomb.ToString())).Allowed.ShouldContain("100000 values");
    }

    [Fact]
    public void Read_BeyondTheLimits_NamesTheLimit()
    {
        string deep = "a: " + new string('[', 5000) + new string(']', 5000);
        string aliases = "a: &a 1\nb: [" + string.Join(", ", Enumerable.Repeat("*a", 101)) + "]";
        string wide = "a: [" + string.Join(",", Enumerable.Repeat("1", 100_001)) + "]";

        Should.Throw<InputException>(() => YamlFile.ReadText("x", deep)).Allowed.ShouldContain("32");
        Should.Throw<InputException>(() => YamlFile.ReadText("x", aliases)).Allowed.ShouldContain("100 aliases");
        Should.Throw<InputException>(() => YamlFile.ReadText("x", wide)).Allowed.ShouldContain("100000");
        Should.Throw<InputException>(() => YamlFile.Read("x", new byte[(4 * 1024 * 1024) + 1])).Allowed.ShouldContain("4 MiB");
    }

    [Fact]
    public void Read_Alias_SharesTheValue() =>
        YamlFile.ReadText("x", "a: &a {b: 2}\nc: *a\n").Required("c").AsMapping().Required("b").AsInteger(0, 9).ShouldBe(2);

    [Fact]
    public void MergedWith_MappingsMerge_TheRestReplaces()
    {
        YamlMapping file = YamlFile.ReadText(
            "x", "a: {b: 1, c: 2}\nlist: [1, 2]\ngone: 1\nover: {a: {c: 3, d: 4}, list: [5], gone: , new: 6}\n");

        YamlMapping merged = file.MergedWith(file.Required("over").AsMapping());

        YamlMapping a = merged.Required("a").AsMapping();
        a.Entries.Select(entry => $"{entry.Key}={entry.Value.AsText()}").ShouldBe(["b=1", "c=3", "d=4"]);
        merged.Required("list").AsSequence().Items.Length.ShouldBe(1);
        merged.Optional("gone").ShouldBeNull();
        merged.Required("new").AsInteger(0, 9).ShouldBe(6);
        a.Required("d").Line.ShouldBe(4);
    }

    [Fact]
    public void Read_UnreadablePath_SaysWhy()
    {
        Should.Throw<InputException>(() => YamlFile.Read("/nowhere/cell.yaml")).Message.ShouldContain("does not exist");
        Should.Throw<InputException>(() => YamlFile.Read(Path.GetTempPath())).Message.ShouldContain("a folder");
        Should.Throw<InputException>(() => YamlFile.Read("a\0b")).Message.ShouldContain("cannot be read");
    }

    [Fact]
    public void AsOneOf_OtherWord_NamesTheNearest()
    {
        YamlNode node = YamlFile.ReadText("x", "kind: binray").Required("kind");

        Should.Throw<InputException>(() => node.AsOneOf("binary", "single-ion")).Message.ShouldEndWith("Did you mean 'binary'?");
    }

    [Theory]
    [InlineData("3", true)]
    [InlineData("10", false)]
    [InlineData("3.5", false)]
    public void AsInteger_Range_IsEnforced(string text, bool good)
    {
        YamlNode node = YamlFile.ReadText("x", $"n: {text}").Required("n");

        if (good)
        {
            node.AsInteger(1, 9).ShouldBe(3);
        }
        else
        {
            Should.Throw<InputException>(() => node.AsInteger(1, 9)).Allowed.ShouldContain("from 1 to 9");
        }
    }
}
