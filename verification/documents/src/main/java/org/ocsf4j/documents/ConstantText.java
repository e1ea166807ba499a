package org.ocsf4j.documents;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the value of a constant is written for people, with its unit. */
final class ConstantText {

    private ConstantText() {}

    /**
     * The text of a constant.
     *
     * @param name the constant's name, which tells its unit: {@code …_BYTES}
     */
    static String of(String name, Object value) {
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            return name.endsWith("_BYTES") ? bytes(number) : String.format(Locale.ROOT, "%,d", number);
        }
        if (value instanceof Collection<?> values) {
            Stream<String> texts = values.stream().map(each -> of(name, each));
            // a set's order is another in each process
            return (value instanceof Set<?> ? texts.sorted() : texts).collect(Collectors.joining(", "));
        }
        return value instanceof Enum<?> constant ? "`" + constant.name() + "`" : "`" + value + "`";
    }

    private static String bytes(long bytes) {
        String[] units = {"bytes", "KiB", "MiB", "GiB"};
        int unit = 0;
        long number = bytes;
        while (unit + 1 < units.length && number >= 1024 && number % 1024 == 0) {
            number /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%,d %s", number, units[unit]);
    }

    private static String duration(Duration duration) {
        if (duration.toMillis() % 1000 != 0) {
            return duration.toMillis() + " ms";
        }
        long seconds = duration.toSeconds();
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + " s";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + " h" : seconds / 60 + " min";
    }
}
