using System.Globalization;
using Connector.Host.Api;
using Connector.Host.Security;

namespace Connector.Host.Commands;

/// <summary>Prints API keys.</summary>
internal static class KeyReport
{
    public static void WriteList(CommandOutput output, IReadOnlyList<StoredApiKey> keys)
    {
        if (output.IsJson)
        {
            output.WriteJson(
                [.. keys.Select(key => ApiKeyResponse.From(key))], ApiJson.Indented.IReadOnlyListApiKeyResponse);
            return;
        }

        if (keys.Count == 0)
        {
            output.WriteLine("There is no key yet. The first start of the host creates one and prints it once.");
            return;
        }

        output.WriteTable(
            ["ID", "NAME", "MAY", "CREATED"],
            keys.Select(key => (string[])[key.Id, key.Name, Permissions(key), Created(key)]));
    }

    public static void WriteCreated(CommandOutput output, StoredApiKey stored, string key)
    {
        if (output.IsJson)
        {
            output.WriteJson(ApiKeyResponse.From(stored, key), ApiJson.Indented.ApiKeyResponse);
            return;
        }

        output.WriteFields(("Id", stored.Id), ("Name", stored.Name), ("May", Permissions(stored)), ("Key", key));
        output.WriteLine();
        output.WriteLine("Shown only now; the host keeps its hash. A host that runs takes it within a second.");
    }

    private static string Permissions(StoredApiKey key) =>
        key.Granted.Count == 0 ? "-" : string.Join(", ", key.Granted);

    private static string Created(StoredApiKey key) => key.Id == ValidKey.BootstrapId
        ? "-"
        : key.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
