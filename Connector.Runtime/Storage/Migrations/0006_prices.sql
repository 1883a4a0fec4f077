-- What a provider asked for a message when it took it, in millionths of the currency, and which that is.
ALTER TABLE messages ADD COLUMN price BIGINT;
ALTER TABLE messages ADD COLUMN currency TEXT;
