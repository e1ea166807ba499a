package org.ocsf4j.fuzz;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.fuzz.judge.Judge;
import org.ocsf4j.parquet.ParquetPlace;

/** Sorts refusals by what they say and by how much of the place they name. */
final class RefusalKind {

    private static final int CHARACTERS = 100;
    private static final Pattern PLACE = Pattern.compile("(?s)^\\[s3://fuzz/.*?\\] ");
    private static final Pattern LIST = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]+|@[0-9a-f]+|-?\\d+");

    private RefusalKind() {}

    /** The message without its place and values. */
    static String message(@Nullable String message) {
        String text = PLACE.matcher(String.valueOf(message)).replaceFirst("");
        text = LIST.matcher(text).replaceAll("[...]");
        text = NUMBER.matcher(text).replaceAll("#").replace('\n', ' ');
        return text.substring(0, Math.min(CHARACTERS, text.length()));
    }

    /** What of the place is known. */
    static String place(@Nullable Throwable refusal) {
        ParquetPlace place = refusal == null ? null : Judge.placeOf(refusal);
        if (place == null || place.rowGroup() == null) {
            return place != null && place.column() != null ? "object, column" : "object";
        }
        if (place.column() == null) {
            return "object, row group";
        }
        return place.page() == null ? "object, row group, column" : "object, row group, column, page";
    }
}
