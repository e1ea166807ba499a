package org.ocsf4j.schema.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A path into JSON bytes: names with dots between, and {@code [n]} for an element of an array, as in
 * {@code resources[0].owner.uid}. Immutable, thread-safe.
 */
public final class JsonPath {

    private static final int NO_INDEX = -1;

    private final String text;
    private final byte[][] names;
    private final int[] indexes;

    private JsonPath(String text, byte[][] names, int[] indexes) {
        this.text = text;
        this.names = names;
        this.indexes = indexes;
    }

    /**
     * Compiles a path.
     *
     * @throws IllegalArgumentException where it is no path
     */
    public static JsonPath of(String text) {
        List<byte[]> names = new ArrayList<>();
        List<Integer> indexes = new ArrayList<>();
        for (String segment : text.split("\\.", -1)) {
            int bracket = segment.indexOf('[');
            String name = bracket < 0 ? segment : segment.substring(0, bracket);
            String index = bracket < 0 ? "" : segment.substring(bracket);
            if (name.isEmpty() || !(index.isEmpty() || index.matches("\\[\\d{1,6}\\]"))) {
                throw new IllegalArgumentException(
                        "[path] no attribute path; " + text + "; write names with dots between, elements as name[0]");
            }
            names.add(name.getBytes(StandardCharsets.UTF_8));
            indexes.add(index.isEmpty() ? NO_INDEX : Integer.parseInt(index.substring(1, index.length() - 1)));
        }
        return new JsonPath(
                text,
                names.toArray(new byte[0][]),
                indexes.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * Looks the path up in the object that is next, by its first member of each name. Names are compared as bytes.
     *
     * @return whether there is a value other than null; the scanner is before it then
     */
    public boolean find(JsonScanner in) throws MalformedJsonException {
        for (int i = 0; i < names.length; i++) {
            if (in.peek() != '{' || !member(in, names[i]) || !element(in, indexes[i])) {
                return false;
            }
        }
        int next = in.peek();
        return next == '"' || next == '{' || next == '[' || next == '-' || next == 't' || next == 'f' || isDigit(next);
    }

    private static boolean isDigit(int next) {
        return next >= '0' && next <= '9';
    }

    private static boolean member(JsonScanner in, byte[] name) throws MalformedJsonException {
        for (boolean more = in.enterObject(); more; more = in.nextMember()) {
            in.name();
            if (in.textIs(name)) {
                return true;
            }
            in.skipValue(1);
        }
        return false;
    }

    private static boolean element(JsonScanner in, int index) throws MalformedJsonException {
        if (index == NO_INDEX) {
            return true;
        }
        if (in.peek() != '[') {
            return false;
        }
        int at = 0;
        for (boolean more = in.enterArray(); more; more = in.nextElement()) {
            if (at++ == index) {
                return true;
            }
            in.skipValue(1);
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
