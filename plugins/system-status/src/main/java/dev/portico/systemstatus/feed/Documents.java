package dev.portico.systemstatus.feed;

import dev.portico.systemstatus.model.Snapshot;
import java.time.Instant;

/** Reads any document that a tenant follows, by its kind. */
public enum Documents {
    STATUSPAGE_SUMMARY {
        @Override
        public Snapshot read(byte[] content, Instant fetched) {
            return StatuspageDocument.summary(Json.of(content, new Times(fetched)));
        }
    },
    STATUSPAGE_INCIDENTS {
        @Override
        public Snapshot read(byte[] content, Instant fetched) {
            return StatuspageDocument.incidents(Json.of(content, new Times(fetched)));
        }
    },
    STATUSPAGE_MAINTENANCE {
        @Override
        public Snapshot read(byte[] content, Instant fetched) {
            return StatuspageDocument.maintenance(Json.of(content, new Times(fetched)));
        }
    },
    STATUS_IO {
        @Override
        public Snapshot read(byte[] content, Instant fetched) {
            return StatusIoDocument.read(Json.of(content, new Times(fetched)), fetched);
        }
    },
    SYNDICATION {
        @Override
        public Snapshot read(byte[] content, Instant fetched) {
            return SyndicationDocument.read(Syndication.read(content, new Times(fetched)));
        }
    };

    /** @throws UnusableDocument that says why */
    public abstract Snapshot read(byte[] content, Instant fetched);
}
