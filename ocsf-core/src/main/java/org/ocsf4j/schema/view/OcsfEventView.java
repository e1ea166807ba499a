package org.ocsf4j.schema.view;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EncodedEvent;
import org.ocsf4j.schema.json.JsonPath;
import org.ocsf4j.schema.json.JsonScanner;
import org.ocsf4j.schema.json.MalformedJsonException;

/**
 * Looks into an event's bytes by path, without making objects of them: for filters and routing.
 *
 * <pre>{@code
 * OcsfEventView view = new OcsfEventView();
 * view.of(event);
 * if (view.longAt("severity_id", 0) >= 4 && view.textIs("cloud.region", "us-east-1")) { ... }
 * }</pre>
 *
 * <p>A path is names with dots between, elements of arrays as {@code resources[0].uid}. Paths are compiled once and kept. The
 * first of several members with one name counts. A value that is not there, is null, or is of another type is absent, and so is
 * everything behind bytes that are no JSON: a view looks things up, it does not validate.
 *
 * <p>Holds a window on the event's bytes and nothing else of it. Not thread-safe; one a thread, for all its events.
 */
public final class OcsfEventView {

    private static final int MAX_PATHS = 1_024;

    private final Map<String, JsonPath> paths = new HashMap<>();
    private final JsonScanner in = new JsonScanner();

    private byte[] json = {};
    private int offset;
    private int length;

    /** Looks at this event from now on. Its bytes have to stay what they are. */
    public OcsfEventView of(EncodedEvent event) {
        return of(event.buffer(), event.offset(), event.length());
    }

    /** Looks at these bytes from now on. They have to stay what they are. */
    public OcsfEventView of(byte[] bytes, int from, int count) {
        json = bytes;
        offset = from;
        length = count;
        return this;
    }

    /** Whether there is a value other than null. */
    public boolean has(String path) {
        return find(path);
    }

    /** The text at a path; null where there is none. */
    public @Nullable String textAt(String path) {
        return findString(path) ? in.text() : null;
    }

    /** Whether the text at a path is this one. Makes no object where neither has characters that JSON escapes. */
    public boolean textIs(String path, String wanted) {
        if (!findString(path)) {
            return false;
        }
        if (in.isEscaped()) {
            return in.text().equals(wanted);
        }
        int size = in.textEnd() - in.textStart();
        for (int i = 0; i < size; i++) {
            byte b = json[in.textStart() + i];
            if (b < 0) {
                return in.text().equals(wanted);
            }
            if (i >= wanted.length() || wanted.charAt(i) != b) {
                return false;
            }
        }
        return size == wanted.length();
    }

    /** The whole number at a path; null where there is none that fits. */
    public @Nullable Long longAt(String path) {
        return findLong(path) ? in.numberValue() : null;
    }

    /** The whole number at a path, {@code absent} where there is none that fits. Makes no object. */
    public long longAt(String path, long absent) {
        return findLong(path) ? in.numberValue() : absent;
    }

    /** The number at a path, {@code absent} where there is none. */
    public double doubleAt(String path, double absent) {
        return findNumber(path) ? Double.parseDouble(in.text()) : absent;
    }

    /** The boolean at a path, {@code absent} where there is none. */
    public boolean booleanAt(String path, boolean absent) {
        if (!find(path)) {
            return absent;
        }
        int kind = in.peek();
        return kind == 't' || (kind != 'f' && absent);
    }

    /** The value at a path as its JSON text; null where there is none. */
    public @Nullable String jsonAt(String path) {
        try {
            if (!find(path)) {
                return null;
            }
            in.peek();
            int from = in.position();
            in.skipValue(1);
            return new String(json, from, in.position() - from, StandardCharsets.UTF_8);
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private boolean findString(String path) {
        try {
            if (!find(path) || in.peek() != '"') {
                return false;
            }
            in.string();
            return true;
        } catch (MalformedJsonException e) {
            return false;
        }
    }

    private boolean findLong(String path) {
        return findNumber(path) && in.isWhole() && in.fitsLong();
    }

    private boolean findNumber(String path) {
        try {
            int kind = find(path) ? in.peek() : 0;
            if (kind != '-' && (kind < '0' || kind > '9')) {
                return false;
            }
            in.number();
            return true;
        } catch (MalformedJsonException e) {
            return false;
        }
    }

    private boolean find(String path) {
        JsonPath compiled = paths.get(path);
        if (compiled == null) {
            compiled = JsonPath.of(path);
            if (paths.size() < MAX_PATHS) {
                paths.put(path, compiled);
            }
        }
        in.reset(json, offset, length);
        try {
            return compiled.find(in);
        } catch (MalformedJsonException e) {
            return false;
        }
    }
}
