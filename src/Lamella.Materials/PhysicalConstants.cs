namespace Lamella.Materials;

/// <summary>Constants of nature that the laws use; exact since the 2019 SI.</summary>
internal static class PhysicalConstants
{
    /// <summary>Faraday constant F [C/mol].</summary>
    internal const double Faraday = 96485.33212331001;

    /// <summary>Molar gas constant R [J/(mol·K)].</summary>
    internal const double GasConstant = 8.31446261815324;
}
