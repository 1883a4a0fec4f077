using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Connector.Runtime.Storage;

/// <summary>
/// Keeps the data protection keys in the database, so that every host can read what another one sealed.
/// </summary>
internal sealed class KeyRepository(Database database) : IXmlRepository
{
    // The interface is synchronous; the key ring is read once a day.
    public IReadOnlyCollection<XElement> GetAllElements() => database
        .ReadAsync(session => session.QueryAsync(
            "SELECT xml FROM data_protection_keys ORDER BY name", reader => XElement.Parse(reader.GetString(0))))
        .GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => database
        .WriteAsync([new Statement(
            "INSERT INTO data_protection_keys (name, xml) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            friendlyName,
            element.ToString(SaveOptions.DisableFormatting))])
        .GetAwaiter().GetResult();
}
