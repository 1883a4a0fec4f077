using System.Net;
using System.Text.Json;

namespace Connector.Abstractions;

/// <summary>What a template may show, and what the host knows about the delivery.</summary>
/// <remarks>Immutable as long as the caller doesn't change <see cref="Variables"/>; then thread-safe.</remarks>
public sealed class SmsPayload
{
    private static readonly Dictionary<string, JsonElement> NoVariables = [];

    /// <summary>The verification code, digits or letters. <c>{{code}}</c>.</summary>
    public string? Code { get; init; }

    /// <summary>A link, for messages that carry one instead of a code. <c>{{link}}</c>.</summary>
    public string? Link { get; init; }

    /// <summary>
    /// The person's language, a BCP 47 tag such as <c>pt-BR</c>; selects the template. <c>{{locale}}</c>.
    /// </summary>
    public string? Locale { get; init; }

    /// <summary>
    /// Languages the person accepts, best first, separated by spaces, as OpenID Connect's <c>ui_locales</c>; used for
    /// templates when <see cref="Locale"/> has none. <c>{{uiLocales}}</c>.
    /// </summary>
    public string? UiLocales { get; init; }

    /// <summary>
    /// Any further values by name. A JSON object or array is walked by a path, as in <c>{{application.name}}</c>.
    /// A property above wins over a variable of its name.
    /// </summary>
    /// <value>Empty unless set. The elements must outlive the payload.</value>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = NoVariables;

    /// <summary>
    /// The address of the person who caused the message, for providers that fight abuse. Templates don't see it.
    /// </summary>
    public IPAddress? ClientIp { get; init; }

    /// <summary>The delivery. Templates don't see it.</summary>
    /// <value><see langword="null"/> when the message isn't sent by a host, as in a preview.</value>
    public SmsDelivery? Delivery { get; init; }

    /// <summary>The type's name only: a payload holds a code.</summary>
    /// <returns><c>SmsPayload</c>.</returns>
    public override string ToString() => nameof(SmsPayload);
}
