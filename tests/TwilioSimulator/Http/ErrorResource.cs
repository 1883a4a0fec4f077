namespace TwilioSimulator.Http;

internal sealed record ErrorResource(int Code, string Message, string MoreInfo, int Status);
