package org.ocsf4j.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ocsf4j.transform.RowFilter;

/**
 * The text of {@code --where} as a filter:
 *
 * <pre>
 * FIELD               is there
 * FIELD=VALUE,VALUE   is one of them
 * FIELD=LEAST..MOST   is a number from LEAST to MOST
 * FIELD=START*        is a string that begins so
 * !...                any of these, negated
 * </pre>
 *
 * <p>A value that reads as a number or as true or false means the string, too: {@code cloud.account.uid=123456789012}.
 */
final class Condition {

    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,18})\\.\\.(-?\\d{1,18})");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,30})(\\.\\d{1,30})?");

    private Condition() {}

    /**
     * Parses a condition.
     *
     * @throws IllegalArgumentException where the field has no name, or a range's ends are in the wrong order
     */
    static RowFilter parse(String text) {
        if (text.startsWith("!")) {
            return RowFilter.not(parse(text.substring(1)));
        }
        int equals = text.indexOf('=');
        if (equals < 0) {
            return RowFilter.present(text);
        }
        String field = text.substring(0, equals);
        String value = text.substring(equals + 1);
        Matcher range = RANGE.matcher(value);
        if (range.matches()) {
            return RowFilter.range(field, Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
        }
        if (value.endsWith("*")) {
            return RowFilter.prefix(field, value.substring(0, value.length() - 1));
        }
        List<Object> values = new ArrayList<>();
        for (String one : value.split(",", -1)) {
            values.add(one);
            Object scalar = scalar(one);
            if (!scalar.equals(one)) {
                values.add(scalar);
            }
        }
        return RowFilter.in(field, values);
    }

    /** A number or boolean where the text reads as one, else the text. */
    static Object scalar(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }
}
