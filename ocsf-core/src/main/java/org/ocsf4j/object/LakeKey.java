package org.ocsf4j.object;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A key, or the part of one that a folder is, by Security Lake's layout:
 *
 * <pre>
 *   aws/ROUTE53/2.0/region=eu-west-1/accountId=123456789012/eventDay=20260601/0a1b….gz.parquet
 *   ext/my-source/1.0/region=eu-west-1/accountid=external-7/eventhour=2026060113/any.parquet
 * </pre>
 *
 * Partners write the partitions' names in lower case too; they are read without regard to case.
 *
 * @param folders the segments in front of the name
 * @param name what stands behind the last slash; empty for a folder
 */
public record LakeKey(List<String> folders, String name) {

    private static final int DAY_DIGITS = 8;
    private static final String METADATA = "metadata";

    public LakeKey {
        folders = List.copyOf(folders);
    }

    /** The parts of a key, or of a folder's name with its slash. */
    public static LakeKey of(String key) {
        String[] segments = key.split("/", -1);
        int last = segments.length - 1;
        return new LakeKey(Arrays.asList(segments).subList(0, last), segments[last]);
    }

    /** The source's name, untrusted text; absent where the key is not below {@code aws/} or {@code ext/}. */
    public @Nullable String source() {
        return isLake() && folders.size() > 1 ? folders.get(1) : null;
    }

    /** The folder that a source's objects lie in, such as {@code aws/ROUTE53}; the first folder elsewhere. */
    public String sourceFolder() {
        return isLake() && folders.size() > 1
                ? folders.get(0) + "/" + folders.get(1)
                : folders.isEmpty() ? "" : folders.get(0);
    }

    /** The partition's AWS region; absent where the key has none. */
    public @Nullable String region() {
        return partition("region");
    }

    /** The partition's account; absent where the key has none. */
    public @Nullable String account() {
        return partition("accountid");
    }

    /** The UTC day of the events; absent where the key has none that can be read. */
    public @Nullable LocalDate day() {
        String day = partition("eventday");
        String text = day == null ? partition("eventhour") : day;
        String digits = text == null ? "" : text.replace("-", "");
        if (digits.length() < DAY_DIGITS) {
            return null;
        }
        try {
            return LocalDate.parse(digits.substring(0, DAY_DIGITS), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    /** Whether there is a partition by day or hour, whatever it says. */
    public boolean hasDay() {
        return partition("eventday") != null || partition("eventhour") != null;
    }

    /**
     * Whether it is, or lies in, a table's {@code metadata} folder, beside the partitions. A source that is called so is none.
     */
    public boolean isTableMetadata() {
        boolean metadata = false;
        for (int i = isLake() ? 2 : 0; i < folders.size(); i++) {
            String segment = folders.get(i);
            if (segment.equals(METADATA)) {
                metadata = true;
            } else if (segment.indexOf('=') > 0) {
                metadata = false;
            }
        }
        return metadata;
    }

    /** Whether the name says that it is a Parquet file. */
    public boolean isParquet() {
        return name.toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    private boolean isLake() {
        return !folders.isEmpty()
                && (folders.get(0).equals("aws") || folders.get(0).equals("ext"));
    }

    private @Nullable String partition(String lowerCaseName) {
        for (String segment : folders) {
            int equals = segment.indexOf('=');
            if (equals > 0
                    && segment.substring(0, equals).toLowerCase(Locale.ROOT).equals(lowerCaseName)) {
                return segment.substring(equals + 1);
            }
        }
        return null;
    }
}
