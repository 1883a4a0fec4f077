-- Who did what that matters afterwards. Ids sort by time. It holds no number, no code and no secret.
CREATE TABLE audit (
    id {text} NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT,
    action TEXT NOT NULL,
    subject TEXT,
    detail TEXT
) {clustered};

CREATE INDEX audit_by_action ON audit (action, id);
