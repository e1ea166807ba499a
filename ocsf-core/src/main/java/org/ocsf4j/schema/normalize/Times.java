package org.ocsf4j.schema.normalize;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.json.JsonTree;

/** Timestamps and their twins for people. */
final class Times {

    private static final String TWIN = "_dt";

    private Times() {}

    /** Fills in twins from timestamps, and the other way round; whether a twin was added. */
    static boolean fill(SchemaItem item, Map<String, Object> members, boolean datetimes, boolean epochs) {
        Map<String, Object> added = new LinkedHashMap<>();
        boolean twin = false;
        for (Map.Entry<String, Object> member : members.entrySet()) {
            String name = member.getKey();
            if (name.endsWith(TWIN)) {
                String base = name.substring(0, name.length() - TWIN.length());
                Long epoch = epochs && !members.containsKey(base) && isOfType(item, base, "timestamp_t")
                        ? epochMillis(member.getValue())
                        : null;
                if (epoch != null) {
                    added.put(base, epoch);
                }
            } else if (datetimes
                    && member.getValue() instanceof Long millis
                    && !members.containsKey(name + TWIN)
                    && isOfType(item, name, "timestamp_t")
                    && isOfType(item, name + TWIN, "datetime_t")) {
                String text = text(millis);
                if (text != null) {
                    added.put(name + TWIN, text);
                    twin = true;
                }
            }
        }
        members.putAll(added);
        return twin;
    }

    private static boolean isOfType(SchemaItem item, String name, String type) {
        SchemaAttribute attribute = item.attribute(name);
        return attribute != null && !attribute.isArray() && attribute.type().equals(type);
    }

    /** RFC 3339 in UTC; null beyond the years that it can write. */
    static @Nullable String text(long millis) {
        try {
            OffsetDateTime time = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
            return time.getYear() < 0 || time.getYear() > 9999
                    ? null
                    : time.toInstant().toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Long epochMillis(Object value) {
        String text = JsonTree.textOrNull(value);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException withoutOffset) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
            } catch (DateTimeParseException noTime) {
                return null;
            }
        }
    }

    /** A number of seconds, micro- or nanoseconds as milliseconds; the number itself where it is milliseconds already. */
    static long milliseconds(long value) {
        if (value >= 100_000_000L && value < 100_000_000_000L) {
            return value * 1_000;
        }
        if (value >= 100_000_000_000_000_000L) {
            return value / 1_000_000;
        }
        return value >= 100_000_000_000_000L ? value / 1_000 : value;
    }

    /** Seconds with a fraction, as some sources write; null for what is none. */
    static @Nullable Long ofSeconds(Object value) {
        if (value instanceof BigDecimal seconds
                && seconds.signum() > 0
                && seconds.precision() - seconds.scale() <= 11) {
            return seconds.movePointRight(3).longValue();
        }
        return null;
    }
}
