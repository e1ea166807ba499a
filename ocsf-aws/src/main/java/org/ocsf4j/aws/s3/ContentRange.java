package org.ocsf4j.aws.s3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Content-Range} of a partial response.
 *
 * @param first the first byte's position
 * @param last the last byte's position
 * @param size the whole object's size
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14.4">RFC 9110, 14.4</a>
 */
record ContentRange(long first, long last, long size) {

    private static final Pattern FORM = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");

    /** Null where the header is absent, not in this form, or contradicts itself. */
    static @Nullable ContentRange parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            return null;
        }
        ContentRange range = new ContentRange(
                Long.parseLong(form.group(1)), Long.parseLong(form.group(2)), Long.parseLong(form.group(3)));
        return range.first <= range.last && range.last < range.size ? range : null;
    }

    long length() {
        return last - first + 1;
    }
}
