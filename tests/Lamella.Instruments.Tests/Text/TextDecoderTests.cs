using System.Text;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Tests.Text;

/// <summary>Trap: cp1252, UTF-8 with and without mark, UTF-16LE, GB2312. Decided from the bytes, reported, and overridable.</summary>
[Trait("Level", "unit")]
public sealed class TextDecoderTests
{
    private const string Chinese = "序号,电压(V),电流(A),总时间\n1,3.7,0.1,0:00:01\n", Western = "Temperature/°C\tµA\n25\t1\n";

    [Theory]
    [InlineData("utf-8", Western, "UTF-8")]
    [InlineData("utf-16", Western, "UTF-16LE")]
    [InlineData("windows-1252", Western, "Windows-1252")]
    [InlineData("gb2312", Chinese, "GBK")]
    [InlineData("utf-8", Chinese, "UTF-8")]
    [InlineData("us-ascii", "a,b\n1,2\n", "ASCII")]
    public void Decode_AnyEncoding_GivesTheText(string encoding, string text, string choice)
    {
        Encoding writer = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);

        TextContent plain = Decode(writer.GetBytes(text)), marked = Decode([.. writer.Preamble, .. writer.GetBytes(text)]);

        plain.Encoding.Choice.ShouldBe(choice);
        plain.Line(0).ShouldBe(text.Split('\n')[0]);
        marked.Line(1).ShouldBe(text.Split('\n')[1]);
        plain.LineCount.ShouldBe(2);
    }

    [Fact]
    public void Decode_WithOption_OverridesTheBytes()
    {
        TextContent text = TextContent.Decode(new FileContent("x", TextDecoder.Western.GetBytes("5 °C\n")), new ImportOptions { Encoding = Encoding.Latin1 });

        text.Line(0).ShouldBe("5 °C");
        text.Encoding.Overridden.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a\nb\n", 2)]
    [InlineData("a\r\nb\r\n", 2)]
    [InlineData("a\r\r\nb\r\r\n", 2)]
    [InlineData("a\rb\r", 2)]
    [InlineData("a\n\nb", 3)]
    [InlineData("", 0)]
    public void Lines_OfAnyLineEnd_AreTheSame(string text, int lines)
    {
        TextContent content = TextContent.FromString("x", text);

        content.LineCount.ShouldBe(lines);
        content.EndsWithLineEnd.ShouldBe(text.Length > 0 && text[^1] is '\n' or '\r');
        if (lines > 0)
        {
            content.Line(0).ShouldBe("a");
            content.Line(lines - 1).ShouldBe("b");
        }
    }

    private static TextContent Decode(byte[] bytes) => TextContent.Decode(new FileContent("x", bytes), ImportOptions.Default);
}
