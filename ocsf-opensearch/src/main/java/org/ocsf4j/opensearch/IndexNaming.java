package org.ocsf4j.opensearch;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfClasses;

/**
 * Which index an event belongs to: a pure function of its version, class and time, so that writing it again meets the same
 * document. The default is {@link #daily()}.
 *
 * <p>The name is {@code ocsf-<version>-<class_uid>-<class name>-<period>}, the period in UTC. Event text never gets into it:
 * version and class name come from the bundled schema. A version that is not bundled is {@code unknown}, a class that the
 * version does not have is its uid and {@code unknown}, a uid outside 0 to 9,999,999 is 0, and an event without a time or with
 * one outside the years 2000 to 2099 is {@code undated}.
 *
 * <p>Immutable, thread-safe.
 */
public final class IndexNaming {

    private enum Period {
        DAY,
        MONTH,
        YEAR,
        NONE
    }

    /** What a name stands for. */
    enum Kind {
        INDEX,
        ALIAS,
        DATA_STREAM
    }

    static final String UNKNOWN = "unknown";
    static final String UNDATED = "undated";

    private static final long MILLIS_A_DAY = 86_400_000L;
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(2099, 12, 31).toEpochDay();
    private static final long MAX_CLASS_UID = 9_999_999;
    private static final int MAX_NAME_BYTES = 255;
    private static final Pattern INDEX_NAME = Pattern.compile("[a-z0-9][a-z0-9._+-]*");

    private final Period period;
    private final @Nullable String fixedName;
    private final Kind kind;

    private IndexNaming(Period period, @Nullable String fixedName, Kind kind) {
        this.period = period;
        this.fixedName = fixedName;
        this.kind = kind;
    }

    /** An index a class and day, {@code …-yyyy.MM.dd}. */
    public static IndexNaming daily() {
        return new IndexNaming(Period.DAY, null, Kind.INDEX);
    }

    /** An index a class and month, {@code …-yyyy.MM}. */
    public static IndexNaming monthly() {
        return new IndexNaming(Period.MONTH, null, Kind.INDEX);
    }

    /** An index a class and year, {@code …-yyyy}. */
    public static IndexNaming yearly() {
        return new IndexNaming(Period.YEAR, null, Kind.INDEX);
    }

    /** One index for every event. */
    public static IndexNaming fixed(String name) {
        return new IndexNaming(Period.NONE, checked(name), Kind.INDEX);
    }

    /** One alias for every event. Where it rolls over, the same event written before and after becomes two documents. */
    public static IndexNaming alias(String name) {
        return new IndexNaming(Period.NONE, checked(name), Kind.ALIAS);
    }

    /**
     * One data stream for every event; its template has to be there. The same event written before and after a rollover
     * becomes two documents. Documents need the stream's timestamp field.
     */
    public static IndexNaming dataStream(String name) {
        return new IndexNaming(Period.NONE, checked(name), Kind.DATA_STREAM);
    }

    static boolean isIndexName(String name) {
        return name.length() <= MAX_NAME_BYTES && INDEX_NAME.matcher(name).matches();
    }

    private static String checked(String name) {
        Objects.requireNonNull(name, "name");
        if (!isIndexName(name)) {
            throw new IllegalArgumentException("not an index name; \"" + name
                    + "\"; use up to 255 lower-case letters, digits and . _ + - behind a letter or digit");
        }
        return name;
    }

    Kind kind() {
        return kind;
    }

    /** The name for an event of this class and time. */
    public String indexFor(EventClass eventClass, long timeMillis) {
        return fixedName != null ? fixedName : classPart(eventClass) + '-' + periodPart(day(timeMillis));
    }

    /** What the names of all periods of a class begin with, the last {@code -} included. */
    public static String prefixFor(OcsfClass ocsfClass) {
        return "ocsf-" + ocsfClass.version() + '-' + ocsfClass.uid() + '-' + ocsfClass.name() + '-';
    }

    /** A number that is equal for two times only where they fall into the same index of their class. */
    static long day(long timeMillis) {
        if (timeMillis == EventBatch.NO_TIME) {
            return Long.MIN_VALUE;
        }
        long day = Math.floorDiv(timeMillis, MILLIS_A_DAY);
        return day < FIRST_DAY || day > LAST_DAY ? Long.MIN_VALUE : day;
    }

    private static String classPart(EventClass eventClass) {
        Long classUid = eventClass.classUid();
        boolean plausible = classUid != null && classUid >= 0 && classUid <= MAX_CLASS_UID;
        long uid = classUid != null && plausible ? classUid : 0;
        String version = eventClass.version();
        OcsfClass known = plausible ? OcsfClasses.find(version, uid) : null;
        if (known != null) {
            return "ocsf-" + known.version() + '-' + known.uid() + '-' + known.name();
        }
        boolean knownVersion = version != null && OcsfClasses.isKnownVersion(version);
        return "ocsf-" + (knownVersion ? version : UNKNOWN) + '-' + uid + '-' + UNKNOWN;
    }

    private String periodPart(long day) {
        if (day == Long.MIN_VALUE) {
            return UNDATED;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        return switch (period) {
            case DAY ->
                String.format(
                        Locale.ROOT, "%04d.%02d.%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
            case MONTH -> String.format(Locale.ROOT, "%04d.%02d", date.getYear(), date.getMonthValue());
            case YEAR -> String.format(Locale.ROOT, "%04d", date.getYear());
            case NONE -> throw new IllegalStateException("a fixed name has no period");
        };
    }

    @Override
    public String toString() {
        return fixedName != null
                ? kind.name().toLowerCase(Locale.ROOT) + " " + fixedName
                : period.name().toLowerCase(Locale.ROOT);
    }
}
