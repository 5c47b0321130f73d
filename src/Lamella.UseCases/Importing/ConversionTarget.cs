namespace Lamella.UseCases.Importing;

/// <summary>What an instrument file can be converted to.</summary>
public enum ConversionTarget
{
    /// <summary>Battery Data Format CSV in SI and degC, one file per table.</summary>
    Bdf,

    /// <summary>NumPy arrays, every column in the type in which it is stored.</summary>
    Npz,

    /// <summary>Plain CSV with the vendor's columns, one file per table.</summary>
    Csv,
}
