package org.ocsf4j.templates;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How one field is mapped. Numbers, dates and addresses that do not fit stay in the document and out of the index: a mapping is not
 * the reason to lose an event.
 *
 * @param type OpenSearch's field type
 * @param parameters its parameters, in the order in which they are written
 */
record FieldMapping(String type, Map<String, Object> parameters) {

    /** Takes epoch milliseconds and ISO 8601; epoch alone would refuse range queries by date. */
    static final String DATE_FORMAT = "epoch_millis||strict_date_optional_time";

    static final FieldMapping DATE = of("date").with("format", DATE_FORMAT).with("ignore_malformed", true);
    static final FieldMapping IP = of("ip").with("ignore_malformed", true);
    static final FieldMapping BOOLEAN = of("boolean");
    static final FieldMapping FLAT_OBJECT = of("flat_object");
    /** Kept in the document only. */
    static final FieldMapping STORED_TEXT = of("keyword").with("index", false).with("doc_values", false);
    /** Words without positions and lengths. */
    static final FieldMapping WORDS = of("text").with("norms", false).with("index_options", "docs");

    FieldMapping {
        Objects.requireNonNull(type, "type");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    static FieldMapping of(String type) {
        return new FieldMapping(type, Map.of());
    }

    static FieldMapping keyword(int ignoreAbove) {
        return of("keyword").with("ignore_above", ignoreAbove);
    }

    static FieldMapping number(String type) {
        return of(type).with("ignore_malformed", true);
    }

    static FieldMapping alias(String path) {
        return of("alias").with("path", path);
    }

    static FieldMapping of(FieldKind kind, int ignoreAbove) {
        return switch (kind) {
            case KEYWORD -> keyword(ignoreAbove);
            case TEXT -> WORDS;
            case WILDCARD -> of("wildcard").with("ignore_above", ignoreAbove);
            case LONG -> number("long");
            case UNSIGNED_LONG -> number("unsigned_long");
            case DOUBLE -> number("double");
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case IP -> IP;
        };
    }

    FieldMapping with(String parameter, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new FieldMapping(type, more);
    }

    /** Found by scanning its values: no postings and no points. */
    FieldMapping withoutIndex() {
        return with("index", false);
    }

    /** Found, but neither counted nor sorted by. */
    FieldMapping withoutDocValues() {
        return with("doc_values", false);
    }

    boolean isIndexed() {
        return !Boolean.FALSE.equals(parameters.get("index"));
    }

    boolean hasDocValues() {
        return !Boolean.FALSE.equals(parameters.get("doc_values"));
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStringField("type", type);
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            json.writeFieldName(parameter.getKey());
            JsonText.scalar(json, parameter.getValue());
        }
    }
}
