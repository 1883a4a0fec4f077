using Connector.Host.Security;
using Connector.Runtime.Audit;
using Connector.Runtime.Delivery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").WithTags("Webhooks");
        webhooks.MapGet("/", ListAsync)
            .WithName("ListWebhooks")
            .WithSummary("Every webhook, the oldest first");
        webhooks.MapPost("/", CreateAsync)
            .WithName("CreateWebhook")
            .WithSummary("Adds an address that is told what becomes of messages")
            .WithDescription("The answer holds the secret that events are signed with. It is never shown again.")
            .Reads<CreateWebhookRequest>()
            .Fails(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        webhooks.MapGet("/{id}", GetAsync)
            .WithName("GetWebhook")
            .WithSummary("One webhook")
            .Fails(StatusCodes.Status404NotFound);
        webhooks.MapPatch("/{id}", ChangeAsync)
            .WithName("ChangeWebhook")
            .WithSummary("Changes a webhook, or switches it on or off")
            .WithDescription("What is missing stays as it is. Switching it on sends what is still pending.")
            .Reads<ChangeWebhookRequest>()
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
        webhooks.MapDelete("/{id}", DeleteAsync)
            .WithName("DeleteWebhook")
            .WithSummary("Removes a webhook; what is pending is not sent any more")
            .Fails(StatusCodes.Status404NotFound);
        webhooks.MapPost("/{id}/rotate-secret", RotateSecretAsync)
            .WithName("RotateWebhookSecret")
            .WithSummary("Gives a webhook a new secret")
            .WithDescription(
                "For a while events carry two signatures, one of each secret. The new one is never shown again.")
            .Reads<RotateSecretRequest>()
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Ok<IReadOnlyList<Webhook>>> ListAsync(
        WebhookService webhooks, CancellationToken cancellationToken) =>
        TypedResults.Ok(await webhooks.ListAsync(cancellationToken));

    private static async Task<Created<Webhook>> CreateAsync(
        HttpContext context, WebhookService webhooks, AuditLog audit, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(context.Request, ApiJson.Context.CreateWebhookRequest, cancellationToken);
        var webhook = await webhooks.CreateAsync(new WebhookSettings
        {
            Url = body.Url,
            Events = body.Events,
            Description = body.Description,
            Enabled = body.Enabled,
        });
        await audit.WriteDoneAsync(ApiCaller.KeyOf(context), AuditActions.WebhookCreated, webhook.Id);
        return TypedResults.Created($"{context.Request.PathBase}{ApiEndpoints.Base}/webhooks/{webhook.Id}", webhook);
    }

    private static async Task<Ok<Webhook>> GetAsync(
        string id, WebhookService webhooks, CancellationToken cancellationToken) =>
        TypedResults.Ok(await webhooks.GetAsync(id, cancellationToken));

    private static async Task<Ok<Webhook>> ChangeAsync(
        string id, HttpContext context, WebhookService webhooks, AuditLog audit, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(context.Request, ApiJson.Context.ChangeWebhookRequest, cancellationToken);
        var webhook = await webhooks.ChangeAsync(id, new WebhookSettings
        {
            Url = body.Url,
            Events = body.Events,
            Description = body.Description,
            Enabled = body.Enabled,
        });
        await audit.WriteDoneAsync(ApiCaller.KeyOf(context), AuditActions.WebhookUpdated, id);
        return TypedResults.Ok(webhook);
    }

    private static async Task<NoContent> DeleteAsync(
        string id, HttpContext context, WebhookService webhooks, AuditLog audit)
    {
        await webhooks.DeleteAsync(id);
        await audit.WriteDoneAsync(ApiCaller.KeyOf(context), AuditActions.WebhookDeleted, id);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Webhook>> RotateSecretAsync(
        string id, HttpContext context, WebhookService webhooks, AuditLog audit, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(context.Request, ApiJson.Context.RotateSecretRequest, cancellationToken);
        var webhook = await webhooks.RotateSecretAsync(id, body.KeepOldFor ?? WebhookService.DefaultOverlap);
        await audit.WriteDoneAsync(ApiCaller.KeyOf(context), AuditActions.WebhookSecretRotated, id);
        return TypedResults.Ok(webhook);
    }
}
