namespace Connector.Host.WebConsole;

/// <summary>Where a text stops being JSON.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The byte in the line, from 1.</param>
/// <param name="Pointer">JSON Pointer of the last part that was read.</param>
internal sealed record JsonFault(int Line, int Column, string Pointer);
