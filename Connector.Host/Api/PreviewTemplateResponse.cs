using Connector.Abstractions.Templates;
using Connector.Runtime.Delivery;

namespace Connector.Host.Api;

/// <summary>What a template would send.</summary>
/// <param name="Text">The text with its placeholders filled.</param>
/// <param name="Encoding">How the text is coded.</param>
/// <param name="Segments">How many parts the message is billed as.</param>
/// <param name="Units">How long the text is, in units of its encoding: septets or UTF-16 code units.</param>
/// <param name="Warnings">What the template's author may not expect.</param>
internal sealed record PreviewTemplateResponse(
    string Text, SmsEncoding Encoding, int Segments, int Units, IReadOnlyList<string> Warnings)
{
    public static PreviewTemplateResponse From(TemplatePreview preview) => new(
        preview.Text,
        preview.Segmentation.Encoding,
        preview.Segmentation.Segments,
        preview.Segmentation.Units,
        preview.Warnings);
}
