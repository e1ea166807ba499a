package org.ocsf4j.opensearch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moves a field that a mapping refuses out of the way: its occurrences are cut out of the document's bytes, and what was cut stands
 * as JSON text in {@value #ASIDE} at the document's end. Everything else stays byte for byte.
 *
 * <p>Whether a document is refused is decided before, by status and error type. Only the field's name comes out of the error's
 * text, in the forms in which OpenSearch writes it; a name that is not in the document repairs nothing.
 */
final class FieldRepair {

    /** The field that takes what was moved aside, as text. */
    static final String ASIDE = "ocsf_rejected";

    /** No piece of text is longer, whatever the field is mapped as: a term has at most 32,766 bytes. */
    private static final int MAX_PIECE_BYTES = 32_000;

    /** The fields within a {@code flat_object} that its values are indexed in. */
    private static final List<String> FLAT_OBJECT_PARTS = List.of("._valueAndPath", "._value");

    /** {@code failed to parse field [a.b] of type [integer]}, {@code failed to parse [a.b]}. */
    private static final Pattern PARSE = Pattern.compile("failed to parse (?:field )?\\[([^\\]]{1,512})\\]");
    /** {@code object mapping for [a.b] tried to parse field [b] as object, but found a concrete value}. */
    private static final Pattern OBJECT = Pattern.compile("object mapping for \\[([^\\]]{1,512})\\] tried to parse");
    /** {@code mapping set to strict, dynamic introduction of [b] within [a] is not allowed}. */
    private static final Pattern STRICT =
            Pattern.compile("dynamic introduction of \\[([^\\]]{1,512})\\] within \\[([^\\]]{1,512})\\]");
    /** {@code Could not dynamically add mapping for field [a.b]. Existing mapping for [a] must be of type object}. */
    private static final Pattern DYNAMIC = Pattern.compile("add mapping for field \\[([^\\]]{1,512})\\]");
    /** {@code Document contains at least one immense term in field="a.b"}. */
    private static final Pattern IMMENSE = Pattern.compile("immense term in field=\"([^\"]{1,512})\"");

    private FieldRepair() {}

    /** The document with the refused field moved aside; null where that cannot be done. */
    static byte @Nullable [] moveAside(byte[] document, String reason) {
        String field = refusedField(reason);
        if (field == null) {
            return null;
        }
        try {
            List<int[]> cuts = occurrences(document, field);
            for (String part : FLAT_OBJECT_PARTS) {
                if (cuts.isEmpty() && field.endsWith(part)) {
                    field = field.substring(0, field.length() - part.length());
                    cuts = occurrences(document, field);
                }
            }
            byte[] repaired = cuts.isEmpty() ? null : without(document, cuts, field);
            return repaired != null && isObject(repaired) ? repaired : null;
        } catch (IOException | RuntimeException e) {
            return null; // not JSON: nothing to repair
        }
    }

    static @Nullable String refusedField(String reason) {
        Matcher strict = STRICT.matcher(reason);
        if (strict.find()) {
            String parent = strict.group(2);
            return parent.equals("_doc") ? strict.group(1) : parent + '.' + strict.group(1);
        }
        for (Pattern pattern : new Pattern[] {PARSE, OBJECT, DYNAMIC, IMMENSE}) {
            Matcher matcher = pattern.matcher(reason);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    /** Where the field stands, each from its name's quotation mark to behind its value. Empty where nothing can be moved. */
    private static List<int[]> occurrences(byte[] document, String field) throws IOException {
        List<int[]> found = new ArrayList<>();
        try (JsonParser parser = Json.FACTORY.createParser(document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return found;
            }
            collect(parser, "", field, found);
        }
        return found;
    }

    private static void collect(JsonParser parser, String prefix, String field, List<int[]> found) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null && !token.isStructEnd(); token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) { // in an array: the same path
                collect(parser, prefix, field, found);
            } else if (token == JsonToken.FIELD_NAME) {
                String path = prefix + parser.currentName();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                JsonToken value = parser.nextToken();
                if (path.equals(field)) {
                    parser.skipChildren();
                    parser.finishToken();
                    found.add(new int[] {from, (int) parser.currentLocation().getByteOffset()});
                } else if (path.equals(ASIDE)) {
                    throw new IOException("the document has " + ASIDE + " of its own");
                } else if (value.isStructStart() && isOnTheWay(path, field)) {
                    collect(parser, path + '.', field, found);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private static boolean isOnTheWay(String path, String field) {
        return field.length() > path.length() && field.startsWith(path) && field.charAt(path.length()) == '.';
    }

    private static byte @Nullable [] without(byte[] document, List<int[]> cuts, String field) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(document.length + 64);
        StringBuilder aside = new StringBuilder("{").append(quoted(field)).append(':');
        aside.append(cuts.size() > 1 ? "[" : "");
        int position = 0;
        for (int[] cut : cuts) {
            int from = cut[0];
            int to = behindComma(document, cut[1]);
            if (to == cut[1]) { // the last of its object: the comma before it goes
                from = beforeComma(document, from);
            }
            aside.append(position == 0 ? "" : ",").append(value(document, cut));
            from = Math.max(from, position);
            kept.write(document, position, from - position);
            position = to;
        }
        aside.append(cuts.size() > 1 ? "]" : "").append('}');
        int end = lastBrace(document);
        kept.write(document, position, end - position);
        kept.writeBytes(((isEmptyObject(kept) ? "" : ",") + '"' + ASIDE + "\":").getBytes(StandardCharsets.US_ASCII));
        kept.writeBytes(pieces(aside.toString()).getBytes(StandardCharsets.UTF_8));
        kept.write('}');
        return kept.toByteArray();
    }

    /** The text as a JSON string; as an array of strings, to be read one behind the other, where it is long. */
    private static String pieces(String text) {
        if (text.length() <= MAX_PIECE_BYTES / 3) { // no character of UTF-16 takes more than three bytes
            return quoted(text);
        }
        StringJoiner pieces = new StringJoiner(",", "[", "]");
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + MAX_PIECE_BYTES / 3);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(quoted(text.substring(from, to)));
            from = to;
        }
        return pieces.toString();
    }

    private static String value(byte[] document, int[] cut) {
        String member = new String(document, cut[0], cut[1] - cut[0], StandardCharsets.UTF_8);
        int nameEnd = 1;
        while (member.charAt(nameEnd) != '"') {
            nameEnd += member.charAt(nameEnd) == '\\' ? 2 : 1;
        }
        return member.substring(member.indexOf(':', nameEnd) + 1).strip();
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static int behindComma(byte[] document, int position) {
        int at = position;
        while (at < document.length && isSpace(document[at])) {
            at++;
        }
        return at < document.length && document[at] == ',' ? at + 1 : position;
    }

    private static int beforeComma(byte[] document, int position) {
        int at = position - 1;
        while (at > 0 && isSpace(document[at])) {
            at--;
        }
        return document[at] == ',' ? at : position;
    }

    private static int lastBrace(byte[] document) {
        int at = document.length - 1;
        while (document[at] != '}') {
            at--;
        }
        return at;
    }

    private static boolean isEmptyObject(ByteArrayOutputStream kept) {
        return kept.toString(StandardCharsets.UTF_8).strip().equals("{");
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private static boolean isObject(byte[] document) throws IOException {
        try (JsonParser parser = Json.FACTORY.createParser(document)) {
            JsonToken first = parser.nextToken();
            parser.skipChildren();
            return first == JsonToken.START_OBJECT && parser.nextToken() == null;
        }
    }
}
