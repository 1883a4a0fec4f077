namespace Connector.Testing.Tests.Subjects;

internal enum OtherKind
{
    Text,
    Fax,
}
