using System.Xml;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Tells whether bytes are an SVG that is safe to show: opened by itself, one with script would run in the console's
/// origin.
/// </summary>
internal static class SvgPicture
{
    private const string Outside = "it loads or links to something outside itself";
    private const string SvgNamespace = "http://www.w3.org/2000/svg";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LogoCheck.MaxBytes,
    };

    public static string? FindFault(byte[] content)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content, writable: false), Settings);
            return FindFault(reader);
        }
        catch (XmlException e)
        {
            return $"it is no well-formed SVG: {e.Message.TrimEnd('.')}";
        }
    }

    // Reads to the end even after a fault: what is not well-formed is worse.
    private static string? FindFault(XmlReader reader)
    {
        string? fault = null;
        while (reader.Read())
        {
            fault ??= reader.NodeType switch
            {
                XmlNodeType.Element when reader.Depth == 0 && !IsSvg(reader) => "its root is no svg element",
                XmlNodeType.Element => FindFaultOfElement(reader),
                XmlNodeType.Text or XmlNodeType.CDATA when RefersOutside(reader.Value) => Outside,
                XmlNodeType.ProcessingInstruction => "it holds a processing instruction",
                _ => null,
            };
        }

        return fault;
    }

    private static bool IsSvg(XmlReader reader) => reader.LocalName == "svg" && reader.NamespaceURI == SvgNamespace;

    private static string? FindFaultOfElement(XmlReader reader)
    {
        if (reader.LocalName.ToUpperInvariant() is "SCRIPT" or "FOREIGNOBJECT" or "IFRAME" or "EMBED" or "OBJECT")
        {
            return $"it holds a {reader.LocalName} element";
        }

        while (reader.MoveToNextAttribute())
        {
            if (FindFaultOfAttribute(reader) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? FindFaultOfAttribute(XmlReader reader)
    {
        if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            return $"it holds script in {reader.LocalName}";
        }

        var isLink = reader.LocalName is "href" or "src";
        var animatesLink = reader.LocalName == "attributeName"
            && reader.Value.Contains("href", StringComparison.Ordinal);
        return (isLink && !IsInside(reader.Value)) || animatesLink || RefersOutside(reader.Value)
            ? Outside
            : null;
    }

    private static bool IsInside(string address) =>
        address.StartsWith('#')
        || address.StartsWith("data:image/png;", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("data:image/jpeg;", StringComparison.OrdinalIgnoreCase);

    private static bool RefersOutside(string style)
    {
        if (style.Contains("@import", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        for (var at = Next(style, 0); at >= 0; at = Next(style, at))
        {
            if (!IsInside(style[at..].TrimStart(' ', '"', '\'')))
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(string style, int from)
    {
        const string Function = "url(";
        var at = style.IndexOf(Function, from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? at : at + Function.Length;
    }
}
