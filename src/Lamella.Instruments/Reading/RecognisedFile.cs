namespace Lamella.Instruments.Reading;

/// <summary>A file and the format that recognised it.</summary>
/// <param name="Format">The format.</param>
/// <param name="Content">The content that it recognised; unpacked where the file was packed.</param>
/// <param name="Recognition">How sure it is and why.</param>
public sealed record RecognisedFile(IInstrumentFormat Format, FileContent Content, Recognition Recognition);
