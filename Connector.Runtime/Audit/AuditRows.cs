using System.Data.Common;
using System.Globalization;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Audit;

/// <summary>Entries as they are stored.</summary>
internal static class AuditRows
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns = "id, at, actor, action, subject, detail";

    private const string Prefix = "aud_";

    private const string Insert =
        $"INSERT INTO audit ({Columns}) VALUES ($1, $2, $3, $4, $5, $6)";

    /// <summary>To be run in the transaction of what it tells, where there is one.</summary>
    public static Statement Write(
        DateTimeOffset now, string? actor, string action, string? subject, string? detail = null) =>
        new(Insert, $"{Prefix}{Guid.CreateVersion7(now):n}", now.ToStored(), actor, action, subject, detail);

    /// <summary>The lowest id that an entry of an instant can have.</summary>
    public static string FirstIdOf(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Math.Max(instant.ToUnixTimeMilliseconds(), 0):x12}");

    /// <summary>Whether a text can be an entry's id.</summary>
    public static bool IsId(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(text[Prefix.Length..], "n", out _);

    public static AuditEntry Read(DbDataReader reader) => new()
    {
        Id = reader.GetString(0),
        At = Instants.FromStored(reader.GetInt64(1)),
        Actor = Text(reader, 2),
        Action = reader.GetString(3),
        Subject = Text(reader, 4),
        Detail = Text(reader, 5),
    };

    private static string? Text(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
