-- {text}, {bytes} and {clustered} stand for what the two databases call differently; what follows {shared} is only for
-- a database that hosts share.
-- Instants are milliseconds since 1970, UTC. Statuses and works are numbers of the enumerations in the code.

CREATE TABLE messages (
    id {text} NOT NULL PRIMARY KEY,
    client TEXT,
    usage_type TEXT NOT NULL,
    to_masked TEXT NOT NULL,
    to_hash {bytes} NOT NULL,
    country TEXT,
    connector TEXT NOT NULL,
    is_pinned BIGINT NOT NULL,
    tried TEXT NOT NULL,
    status BIGINT NOT NULL,
    work BIGINT NOT NULL,
    owner BIGINT NOT NULL,
    fence BIGINT NOT NULL,
    attempt BIGINT NOT NULL,
    lookups BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    updated_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    content {bytes},
    provider_message_id TEXT,
    takes_receipts BIGINT NOT NULL DEFAULT 0,
    segments BIGINT,
    reason TEXT,
    provider_code TEXT,
    is_retryable BIGINT NOT NULL
);

-- What waits for any host. Rows that a host works on, and finished ones, are in neither.
CREATE INDEX messages_waiting ON messages (connector, due_at, id) WHERE work <> 0 AND owner = 0;
CREATE INDEX messages_expiring ON messages (expires_at) WHERE work <> 0 AND owner = 0;

-- What a host works on, to be found when it has died.
CREATE INDEX messages_owned ON messages (owner) WHERE owner <> 0;

-- In a file of one host, an index in random order would cost every message more than all the others do together, and
-- looking at the messages one by one takes a second for a million of them.
{shared}CREATE INDEX messages_by_recipient ON messages (to_hash, id);

-- In random order too, so only where receipts come.
CREATE INDEX messages_by_provider ON messages (provider_message_id) WHERE takes_receipts = 1;

CREATE TABLE attempts (
    message_id {text} NOT NULL,
    number BIGINT NOT NULL,
    connector TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    duration_us BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    detail TEXT,
    provider_code TEXT,
    provider_request_id TEXT,
    PRIMARY KEY (message_id, number)
) {clustered};

CREATE TABLE idempotency (
    client TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint {bytes} NOT NULL,
    message_id {text} NOT NULL,
    created_at BIGINT NOT NULL,
    running_until BIGINT NOT NULL,
    has_waited BIGINT NOT NULL,
    response {bytes},
    PRIMARY KEY (client, key)
) {clustered};

CREATE INDEX idempotency_by_age ON idempotency (created_at);

-- The hosts that are alive. A host counts up its beat; one whose beat stands still has died.
CREATE TABLE hosts (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    beat BIGINT NOT NULL,
    started_at BIGINT NOT NULL
);

-- How many messages each connector may send right now, over all hosts.
CREATE TABLE rates (
    connector TEXT NOT NULL PRIMARY KEY,
    tokens DOUBLE PRECISION NOT NULL,
    filled_at BIGINT NOT NULL
);

CREATE TABLE secrets (
    name TEXT NOT NULL PRIMARY KEY,
    value {bytes} NOT NULL
);

CREATE TABLE data_protection_keys (
    name TEXT NOT NULL PRIMARY KEY,
    xml TEXT NOT NULL
);
