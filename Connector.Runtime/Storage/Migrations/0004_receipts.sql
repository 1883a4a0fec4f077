-- Receipts whose message nobody knows yet: a provider may report before the send that it reports about is stored.
CREATE TABLE early_receipts (
    connector TEXT NOT NULL,
    provider_message_id TEXT NOT NULL,
    status BIGINT NOT NULL,
    reason TEXT,
    provider_code TEXT,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (connector, provider_message_id, status)
) {clustered};

CREATE INDEX early_receipts_by_age ON early_receipts (received_at);
