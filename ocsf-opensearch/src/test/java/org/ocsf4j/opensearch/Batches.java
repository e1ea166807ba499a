package org.ocsf4j.opensearch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;

/** Batches for tests. */
final class Batches {

    static final ObjectIdentity OBJECT = new ObjectIdentity(new ObjectLocation("lake", "a/b.parquet"), "etag");
    static final EventClass API_ACTIVITY = new EventClass("1.1.0", 6003L);
    static final long NOON = Instant.parse("2026-11-24T12:00:00Z").toEpochMilli();
    static final String INDEX = "ocsf-1.1.0-6003-api_activity-2026.11.24";

    private Batches() {}

    static EventBatch empty() {
        EventBatch batch = new EventBatch(64 << 20, 1_000_000);
        batch.clear(OBJECT);
        return batch;
    }

    /** One document a row, of one class and day. */
    static EventBatch of(String... documents) {
        EventBatch batch = empty();
        for (int row = 0; row < documents.length; row++) {
            batch.append(documents[row].getBytes(StandardCharsets.UTF_8), row, API_ACTIVITY, NOON);
        }
        return batch;
    }

    static EventBatch numbered(int count) {
        String[] documents = new String[count];
        for (int i = 0; i < count; i++) {
            documents[i] = "{\"n\":" + i + "}";
        }
        return of(documents);
    }

    static String id(long row) {
        return OBJECT.documentIdPrefix() + '-' + row;
    }
}
