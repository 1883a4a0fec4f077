-- Who is told of messages. events has the bit 1 << status for each status that is told; 0 stands for all of them.
CREATE TABLE webhooks (
    id {text} NOT NULL PRIMARY KEY,
    url TEXT NOT NULL,
    events BIGINT NOT NULL,
    description TEXT,
    is_enabled BIGINT NOT NULL,
    disabled_reason TEXT,
    secret {bytes} NOT NULL,
    old_secret {bytes},
    old_secret_until BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

-- Ids sort by time.
CREATE TABLE webhook_events (
    id {text} NOT NULL PRIMARY KEY,
    type TEXT NOT NULL,
    message_id {text} NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE INDEX webhook_events_by_age ON webhook_events (created_at);

-- A pending one is taken by moving due_at ahead and counting up fence; whoever took it last may write what came of it.
CREATE TABLE webhook_deliveries (
    event_id {text} NOT NULL,
    webhook_id {text} NOT NULL,
    status BIGINT NOT NULL,
    fence BIGINT NOT NULL,
    step BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    http_status BIGINT,
    error TEXT,
    created_at BIGINT NOT NULL,
    attempted_at BIGINT,
    PRIMARY KEY (event_id, webhook_id)
) {clustered};

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, due_at) WHERE status = 0;
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, event_id);
