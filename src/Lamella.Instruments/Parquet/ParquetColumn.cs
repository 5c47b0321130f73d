using System.Text;

namespace Lamella.Instruments.Parquet;

/// <summary>How a column of Parquet is stored.</summary>
internal sealed class ParquetColumn(Dictionary<int, object> element)
{
    private const int Required = 0, Optional = 1;

    /// <summary>Gets the name.</summary>
    internal string Name { get; } = element.GetValueOrDefault(4) is byte[] name ? Encoding.UTF8.GetString(name) : string.Empty;

    /// <summary>Gets the physical type; null for a group.</summary>
    internal ParquetType? Type { get; } = element.GetValueOrDefault(1) is long type ? (ParquetType)type : null;

    /// <summary>Gets whether a row may have no value.</summary>
    internal bool IsOptional { get; } = element.GetValueOrDefault(3) is Optional + 0L;

    /// <summary>Gets whether the column is a group or repeats: such tables are not read.</summary>
    internal bool IsNested => Type is null || element.GetValueOrDefault(3) is not (Required + 0L or Optional + 0L);
}
