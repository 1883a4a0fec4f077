using Connector.Host.WebConsole;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Connector.Console.Tests.Forms;

/// <summary>The texts of forms.</summary>
internal static class Words
{
    public static IStringLocalizer<FormsText> Text { get; } = new StringLocalizer<FormsText>(
        new ResourceManagerStringLocalizerFactory(
            Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
}
