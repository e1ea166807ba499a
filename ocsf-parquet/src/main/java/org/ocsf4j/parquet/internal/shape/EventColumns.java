package org.ocsf4j.parquet.internal.shape;

import org.jspecify.annotations.Nullable;

/**
 * The columns that say what an event is and when it happened. Each is null where the file has no such column or its type
 * cannot hold the answer.
 *
 * @param classUid {@code class_uid}, an integer
 * @param version {@code metadata.version}, a string
 * @param time {@code time}, a 64-bit integer of epoch milliseconds or a timestamp
 */
public record EventColumns(@Nullable Leaf classUid, @Nullable Leaf version, @Nullable Leaf time) {

    public static EventColumns of(RowShape row) {
        Leaf classUid = leaf(row.root(), "class_uid");
        Leaf version = row.root().member("metadata") instanceof StructShape metadata ? leaf(metadata, "version") : null;
        Leaf time = leaf(row.root(), "time");
        return new EventColumns(
                classUid != null && isInteger(classUid.kind()) ? classUid : null,
                version != null && isText(version.kind()) ? version : null,
                time != null && isTime(time.kind()) ? time : null);
    }

    private static boolean isInteger(LeafKind kind) {
        return switch (kind) {
            case INT32, INT64, UINT32, UINT64 -> true;
            default -> false;
        };
    }

    private static boolean isText(LeafKind kind) {
        return kind == LeafKind.STRING || kind == LeafKind.TEXT_OR_BASE64;
    }

    private static boolean isTime(LeafKind kind) {
        return switch (kind) {
            case INT64, UINT64 -> true;
            case MILLIS_AS_NUMBER, MICROS_AS_NUMBER, NANOS_AS_NUMBER, INT96_AS_NUMBER -> true;
            case MILLIS_AS_TEXT, MICROS_AS_TEXT, NANOS_AS_TEXT, INT96_AS_TEXT -> true;
            default -> false;
        };
    }

    private static @Nullable Leaf leaf(StructShape struct, String name) {
        return struct.member(name) instanceof Leaf leaf ? leaf : null;
    }
}
