using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using TwilioSimulator.Http;

namespace TwilioSimulator.Messages;

/// <summary>GET Messages.json.</summary>
internal sealed class ListMessagesEndpoint(MessageStore store)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;
    private const string TokenPrefix = "PA";

    private static readonly string[] FilterNames = ["To", "From", "DateSent", "DateSent>", "DateSent<"];

    public Reply Handle(TwilioRequest request)
    {
        var query = request.Query;
        if (MessageFilter.Parse(query) is not { } filter)
        {
            return TwilioError.Parameter("DateSent").ToReply();
        }

        var size = Math.Clamp(Number(query["PageSize"], DefaultPageSize), 1, MaxPageSize);
        var page = Math.Max(0, Number(query["Page"], 0));
        var before = Before(query["PageToken"]);
        var skip = before is null ? page * size : 0;
        var found = store.Newest(
            message => message.AccountSid == request.Account.Sid
                && (before is null || message.Sequence < before)
                && filter.Matches(message),
            skip,
            size + 1);
        return Reply.Json(
            StatusCodes.Status200OK,
            TwilioJson.Relaxed.MessagePage,
            Build(request, found, page, size));
    }

    private static MessagePage Build(TwilioRequest request, List<SimulatedMessage> found, int page, int size)
    {
        var shown = found.Take(size).ToList();
        var hasMore = found.Count > size;
        return new MessagePage(
            shown.ConvertAll(MessageResource.Of),
            page,
            size,
            Start: page * size,
            End: Math.Max(0, (page * size) + shown.Count - 1),
            Uri: request.Path + new QueryBuilder(request.Query),
            FirstPageUri: PageUri(request, 0, size, token: null),
            PreviousPageUri: page > 0 ? PageUri(request, page - 1, size, token: null) : null,
            NextPageUri: hasMore ? PageUri(request, page + 1, size, TokenPrefix + shown[^1].Sid) : null);
    }

    private static string PageUri(TwilioRequest request, int page, int size, string? token)
    {
        var query = new QueryBuilder();
        foreach (var name in FilterNames.Where(request.Query.ContainsKey))
        {
            query.Add(name, request.Query[name].ToString());
        }

        query.Add("PageSize", size.ToString(CultureInfo.InvariantCulture));
        query.Add("Page", page.ToString(CultureInfo.InvariantCulture));
        if (token is not null)
        {
            query.Add("PageToken", token);
        }

        return request.Path + query;
    }

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    // The token names the last message shown: what arrives between two pages moves nothing.
    private long? Before(string? token) =>
        token?.StartsWith(TokenPrefix, StringComparison.Ordinal) == true
        && store.TryGet(token[TokenPrefix.Length..], out var last)
            ? last.Sequence
            : null;
}
