namespace Connector.Testing.Tests.Subjects;

internal enum MessageKind
{
    Text,
    Voice,
}
