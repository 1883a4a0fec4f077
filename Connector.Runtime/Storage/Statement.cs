namespace Connector.Runtime.Storage;

/// <summary>One SQL statement that both databases understand.</summary>
/// <param name="Sql">Constant text; values stand as <c>$1</c>, <c>$2</c>, … in their order.</param>
/// <param name="Values">
/// Text, whole numbers (<see cref="long"/>), <see cref="double"/>, bytes or <see langword="null"/>.
/// </param>
internal sealed record Statement(string Sql, params object?[] Values)
{
    public override string ToString() => Sql;
}
