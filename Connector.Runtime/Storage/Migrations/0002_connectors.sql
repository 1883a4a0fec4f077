-- Connectors that are defined through the API, change by change. Names are in lower case here, for case doesn't tell
-- connectors apart. A change never changes; the definition holds no secret, the whole configuration is sealed. Without
-- a definition the connector was deleted.
CREATE TABLE connector_revisions (
    revision BIGINT NOT NULL PRIMARY KEY,
    name {text} NOT NULL,
    action TEXT NOT NULL,
    author TEXT,
    changed_at BIGINT NOT NULL,
    rolled_back_to BIGINT,
    definition TEXT,
    config {bytes}
);

CREATE INDEX connector_revisions_by_name ON connector_revisions (name, revision);

-- Which change made each connector what it is now.
CREATE TABLE connectors (
    name {text} NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);

-- One row with the number of the last change. Whoever changes a connector counts it up first and so waits for others.
CREATE TABLE connector_changes (
    id BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);

INSERT INTO connector_changes (id, revision) VALUES (1, 0);
