namespace Connector.Host.WebConsole;

/// <summary>Names the texts of the overview: <c>OverviewText.resx</c> and its translations.</summary>
internal sealed class OverviewText;
