package org.ocsf4j.templates;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * How a field is mapped. Values that do not fit a number, a date or an address are kept in the document and left out of the
 * index: a mapping never is the reason to lose an event.
 */
enum FieldType {
    /** A string that is searched and counted as a whole. */
    KEYWORD {
        @Override
        void write(JsonGenerator json) throws IOException {
            json.writeStringField("type", "keyword");
            json.writeNumberField("ignore_above", 1024);
        }
    },
    /** The caption of an enum value or a name: short. */
    CAPTION {
        @Override
        void write(JsonGenerator json) throws IOException {
            json.writeStringField("type", "keyword");
            json.writeNumberField("ignore_above", 256);
        }
    },
    /** An enum value. */
    INTEGER {
        @Override
        void write(JsonGenerator json) throws IOException {
            number(json, "integer");
        }
    },
    /** A count, a size, a type uid. */
    LONG {
        @Override
        void write(JsonGenerator json) throws IOException {
            number(json, "long");
        }
    },
    /** A point in time, as epoch milliseconds or RFC 3339. */
    DATE {
        @Override
        void write(JsonGenerator json) throws IOException {
            json.writeStringField("type", "date");
            json.writeStringField("format", "epoch_millis||strict_date_optional_time");
            json.writeBooleanField("ignore_malformed", true);
        }
    },
    /** An address. */
    IP {
        @Override
        void write(JsonGenerator json) throws IOException {
            json.writeStringField("type", "ip");
            json.writeBooleanField("ignore_malformed", true);
        }
    },
    /** An object with any keys, searched by {@code path.key}. */
    FLAT_OBJECT {
        @Override
        void write(JsonGenerator json) throws IOException {
            json.writeStringField("type", "flat_object");
        }
    },
    /** Another name of {@code time}. */
    ALIAS_OF_TIME {
        @Override
        void write(JsonGenerator json) throws IOException {
            json.writeStringField("type", "alias");
            json.writeStringField("path", "time");
        }
    };

    /** Writes the members of the field's mapping. */
    abstract void write(JsonGenerator json) throws IOException;

    private static void number(JsonGenerator json, String type) throws IOException {
        json.writeStringField("type", type);
        json.writeBooleanField("ignore_malformed", true);
    }
}
