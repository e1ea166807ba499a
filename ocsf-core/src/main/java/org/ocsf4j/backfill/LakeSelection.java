package org.ocsf4j.backfill;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.LakeKey;

/**
 * Which objects of a lake are meant. What is absent is not asked for.
 *
 * @param prefix what keys begin with
 * @param source the source's name below {@code aws/} or {@code ext/}, such as {@code ROUTE53}
 * @param region the partition's region
 * @param account the partition's account
 * @param from the first UTC day
 * @param to the last UTC day, itself included
 */
public record LakeSelection(
        @Nullable String prefix,
        @Nullable String source,
        @Nullable String region,
        @Nullable String account,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Everything below {@code aws/} and {@code ext/}. */
    public static final LakeSelection ALL = new LakeSelection(null, null, null, null, null, null);

    /** Everything that a listing has, wherever it lies. */
    public static final LakeSelection ANYWHERE = new LakeSelection("", null, null, null, null, null);

    public LakeSelection {
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("the first day is after the last; " + from + " and " + to);
        }
        if (source != null && source.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a source is one folder's name; " + source);
        }
    }

    /** The prefixes that listing begins at. */
    List<String> roots() {
        return prefix == null ? List.of("aws/", "ext/") : List.of(prefix);
    }

    /** Whether objects that are meant may lie in a folder; {@code folder} ends with a slash. */
    boolean mayHold(String folder) {
        LakeKey key = LakeKey.of(folder);
        return !key.isTableMetadata()
                && (source == null || key.folders().size() < 2 || source.equalsIgnoreCase(key.source()))
                && (region == null || key.region() == null || region.equalsIgnoreCase(key.region()))
                && (account == null || key.account() == null || account.equalsIgnoreCase(key.account()))
                && (!key.hasDay() || isWithin(key.day()));
    }

    /** Whether an object is meant and holds events. */
    boolean holds(ListedObject object) {
        LakeKey key = LakeKey.of(object.key());
        return key.isParquet()
                && object.sizeBytes() > 0
                && !key.isTableMetadata()
                && (source == null || source.equalsIgnoreCase(key.source()))
                && (region == null || region.equalsIgnoreCase(key.region()))
                && (account == null || account.equalsIgnoreCase(key.account()))
                && isWithin(key.day());
    }

    private boolean isWithin(@Nullable LocalDate day) {
        if (from == null && to == null) {
            return true;
        }
        return day != null && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
