using System.Globalization;

namespace Connector.Measurements.Replacing;

/// <summary>A folder with the Twilio plugin, of which there is a new build whenever a file beside it changes.</summary>
internal sealed class ReplacedDrop
{
    public const string Id = "twilio-sms";
    public const string Connector = "twilio";

    private readonly TemporaryFolder folder;
    private readonly string notice;
    private int build;

    public ReplacedDrop(TemporaryFolder folder)
    {
        this.folder = folder;
        var drop = Directory.CreateDirectory(folder.Combine("plugins", Id)).FullName;
        notice = Path.Combine(drop, "NOTICE");
        File.Copy(
            RepositoryPaths.TwilioAssembly, Path.Combine(drop, Path.GetFileName(RepositoryPaths.TwilioAssembly)));
        Replace();
    }

    public void Replace()
    {
        build++;
        File.WriteAllText(notice, build.ToString(CultureInfo.InvariantCulture));
    }

    /// <param name="baseUrl">Whom to send to.</param>
    public object Settings(string baseUrl) => new
    {
        DataPath = folder.Combine("data"),
        Plugins = new { Path = folder.Combine("plugins") },
        Connectors = new Dictionary<string, object> { [Connector] = TwilioSettings.Connector(Id, baseUrl) },
    };
}
