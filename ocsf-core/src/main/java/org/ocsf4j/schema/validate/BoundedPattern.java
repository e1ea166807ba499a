package org.ocsf4j.schema.validate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaType;

/**
 * The regular expression of a scalar type. Values are untrusted and expressions may be of the kind that tries for ages, so a
 * value longer than {@link #MAX_LENGTH} is not tried, and one that takes more than {@link #MAX_STEPS} looks at a character
 * passes. An expression that is none in Java, as some of the older versions, lets everything pass. Thread-safe.
 */
final class BoundedPattern {

    static final int MAX_LENGTH = 512;
    static final int MAX_STEPS = 50_000;

    private static final BoundedPattern ANYTHING = new BoundedPattern(null);
    private static final Map<String, BoundedPattern> KNOWN = new ConcurrentHashMap<>();

    /** Of so many expressions the compiled form is kept. */
    private static final int MAX_KNOWN = 1_000;

    private final @Nullable Pattern pattern;

    private BoundedPattern(@Nullable Pattern pattern) {
        this.pattern = pattern;
    }

    /** The expression of a type or of the nearest that it refines; null where none has one. */
    static @Nullable BoundedPattern of(OcsfSchema schema, String type) {
        SchemaType at = schema.types().get(type);
        for (int hops = 0; hops < 8 && at != null; hops++) {
            if (at.regex() != null) {
                BoundedPattern found = of(at.regex());
                return found == ANYTHING ? null : found;
            }
            at = at.base() == null ? null : schema.types().get(at.base());
        }
        return null;
    }

    static BoundedPattern of(String regex) {
        BoundedPattern known = KNOWN.get(regex);
        if (known == null) {
            known = compile(regex);
            if (KNOWN.size() < MAX_KNOWN) {
                KNOWN.put(regex, known);
            }
        }
        return known;
    }

    private static BoundedPattern compile(String regex) {
        try {
            return new BoundedPattern(Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            return ANYTHING;
        }
    }

    /** Whether the value has the expression somewhere in it, or was not tried to the end. */
    boolean allows(String value) {
        if (pattern == null || value.length() > MAX_LENGTH) {
            return true;
        }
        try {
            return pattern.matcher(new Steps(value)).find();
        } catch (OutOfStepsException e) {
            return true;
        }
    }

    /** Ends a search that takes too long; carries nothing. */
    private static final class OutOfStepsException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutOfStepsException() {
            super(null, null, false, false);
        }
    }

    /** A text that may be looked at so many times. */
    private static final class Steps implements CharSequence {

        private final String text;
        private int left = MAX_STEPS;

        Steps(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new OutOfStepsException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
