namespace Connectors.HttpSms.Requests;

/// <summary>A part of a <see cref="RequestTemplate"/>.</summary>
/// <param name="Literal">What is written as it is.</param>
/// <param name="Name">Of the placeholder that follows; <see langword="null"/> at the end.</param>
internal readonly record struct TemplatePiece(string Literal, string? Name);
