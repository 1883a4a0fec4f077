using Connector.Host.Security;
using Connector.Runtime;
using Microsoft.Extensions.Options;

namespace Connector.Host.Commands;

/// <summary>Looks at the settings files, the data folder and the key.</summary>
internal static class DoctorPlaces
{
    public static IEnumerable<DoctorFinding> Look(Engine engine)
    {
        var runtime = engine.Get<IOptions<ConnectorRuntimeOptions>>().Value;
        yield return new DoctorFinding(DoctorStatus.Good, "Content root", runtime.ContentRoot);
        yield return LookAtSettingsFile(Path.Combine(runtime.ContentRoot, "appsettings.json"));
        yield return LookAtData(runtime.FullDataPath);
        yield return LookAtKey(engine.Get<ApiKeys>());
    }

    private static DoctorFinding LookAtSettingsFile(string path) => File.Exists(path)
        ? new DoctorFinding(DoctorStatus.Good, "Settings file", path)
        : new DoctorFinding(
            DoctorStatus.Doubtful,
            "Settings file",
            $"there is none at {path}; the host's defaults and environment variables count",
            "Create it, or start in the folder that has it (or pass --contentRoot).");

    private static DoctorFinding LookAtData(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".doctor-{Guid.NewGuid():n}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return new DoctorFinding(DoctorStatus.Good, "Data folder", $"{path} can be written");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new DoctorFinding(
                DoctorStatus.Bad,
                "Data folder",
                exception.Message,
                $"Let the user {Environment.UserName} write there, or set ConnectorHost:DataPath.");
        }
    }

    private static DoctorFinding LookAtKey(ApiKeys keys)
    {
        if (keys.HasBootstrapKey)
        {
            return new DoctorFinding(DoctorStatus.Good, "API key", "ConnectorHost:Security:BootstrapKey is set");
        }

        return File.Exists(keys.FilePath)
            ? new DoctorFinding(
                DoctorStatus.Good,
                "API key",
                $"hashes are in {keys.FilePath}; \"connector-host keys list\" shows whose")
            : new DoctorFinding(
                DoctorStatus.Doubtful,
                "API key",
                "there is none yet",
                "The first start of the host creates one and prints it once.");
    }
}
