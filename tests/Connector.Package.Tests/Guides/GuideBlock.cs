namespace Connector.Package.Tests.Guides;

/// <summary>A fenced block of the guide.</summary>
/// <param name="Kind">What stands behind the fence: <c>sh</c>, <c>sh host</c>, <c>text</c>, <c>csharp</c>.</param>
/// <param name="Code">What is in it.</param>
internal sealed record GuideBlock(string Kind, string Code);
