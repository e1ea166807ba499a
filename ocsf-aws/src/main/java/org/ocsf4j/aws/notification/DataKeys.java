package org.ocsf4j.aws.notification;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells events from what lies beside them in a lake: Iceberg metadata, markers, checksums. */
final class DataKeys {

    private DataKeys() {}

    /** Why the object holds no events, or null where it may. */
    static @Nullable String whyNoData(String key, @Nullable Long sizeBytes) {
        if (sizeBytes != null && sizeBytes == 0) {
            return "the object is empty";
        }
        String[] segments = key.split("/", -1);
        String name = segments[segments.length - 1].toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return "the key is a folder's";
        }
        if (name.equals("_success")) {
            return "the key is a job's success marker";
        }
        if (isTableMetadata(segments)) {
            return "the key is in a table's metadata folder";
        }
        for (String suffix : new String[] {".json", ".avro", ".crc"}) {
            if (name.endsWith(suffix)) {
                return "keys that end in " + suffix + " are no data";
            }
        }
        return null;
    }

    /** A table's metadata lies beside its partitions; a source that is called {@code metadata} has partitions below it. */
    private static boolean isTableMetadata(String[] segments) {
        boolean metadata = false;
        for (int i = 0; i < segments.length - 1; i++) {
            if (segments[i].equals("metadata")) {
                metadata = true;
            } else if (segments[i].indexOf('=') > 0) {
                metadata = false;
            }
        }
        return metadata;
    }
}
