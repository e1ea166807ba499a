package org.ocsf4j.templates;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaAttribute;

/** Which mapping an attribute gets: by its type, its name and what searches do with it. */
final class FieldRules {

    /** Captions and other short names: 256 characters. */
    static final int CAPTION_LENGTH = 256;

    /** JSON that Security Lake and others write as text. */
    private static final Set<String> JSON_TEXT = Set.of(
            "raw_data", "resources.data", "resources.details", "resource.data", "resource.details", "evidences.data");

    /** Other for each event: looked up, never counted. */
    private static final Set<String> UNIQUE = Set.of("metadata.uid", "api.request.uid", "metadata.correlation_uid");

    private static final Set<String> PATTERN_NAMES = Set.of("cmd_line", "path", "url_string", "query_string");

    private final MappingOptions options;

    FieldRules(MappingOptions options) {
        this.options = options;
    }

    /**
     * The mapping of an attribute that is no object.
     *
     * @param attribute null where the schema has none: then {@code columnType} decides
     * @param columnType what Security Lake's column is
     * @param isCaption whether it is the caption of an enum
     */
    FieldMapping mapping(
            OcsfSchema schema,
            String path,
            @Nullable SchemaAttribute attribute,
            @Nullable String columnType,
            boolean isCaption) {
        FieldKind chosen = options.types().get(path);
        if (chosen != null) {
            return FieldMapping.of(chosen, options.ignoreAbove());
        }
        FieldMapping mapping = attribute == null
                ? ofColumn(path, columnType == null ? "string" : columnType)
                : ofAttribute(schema, path, attribute, isCaption);
        if (UNIQUE.contains(path) && mapping.type().equals("keyword")) {
            return mapping.withoutDocValues();
        }
        boolean mayLoseIndex = !options.indexAll() && mapping.hasDocValues();
        return mayLoseIndex && ScannedFields.isScanned(path, attribute, isCaption, mapping.type())
                ? mapping.withoutIndex()
                : mapping;
    }

    private FieldMapping ofAttribute(OcsfSchema schema, String path, SchemaAttribute attribute, boolean isCaption) {
        String type = attribute.type();
        if (JSON_TEXT.contains(path)) {
            return jsonText();
        }
        return switch (type) {
            case "timestamp_t", "datetime_t" -> FieldMapping.DATE;
            case "ip_t" -> FieldMapping.IP;
            default ->
                switch (schema.kindOf(type)) {
                    case STRING -> ofString(path, attribute, isCaption);
                    case INTEGER, LONG ->
                        isEnum(attribute) ? FieldMapping.number("integer") : FieldMapping.number("long");
                    case FLOAT -> FieldMapping.number("double");
                    case BOOLEAN -> FieldMapping.BOOLEAN;
                    case JSON -> jsonText();
                };
        };
    }

    /** {@code type_uid} is an enum whose values do not fit 32 bits in every extension. */
    private static boolean isEnum(SchemaAttribute attribute) {
        return attribute.enumeration() != null && !attribute.name().equals("type_uid");
    }

    private FieldMapping ofString(String path, SchemaAttribute attribute, boolean isCaption) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        if (options.wildcards()
                && (PATTERN_NAMES.contains(name) || attribute.type().equals("file_path_t"))) {
            return FieldMapping.of(FieldKind.WILDCARD, options.ignoreAbove());
        }
        boolean isShort = isCaption || attribute.enumeration() != null || ScannedFields.hasFewValues(path);
        return FieldMapping.keyword(isShort ? CAPTION_LENGTH : options.ignoreAbove());
    }

    private FieldMapping jsonText() {
        return options.indexJsonText() ? FieldMapping.WORDS : FieldMapping.STORED_TEXT;
    }

    private FieldMapping ofColumn(String path, String type) {
        if (JSON_TEXT.contains(path)) {
            return jsonText();
        }
        return switch (type) {
            case "date" -> FieldMapping.DATE;
            case "integer", "long" -> FieldMapping.number("long");
            case "double" -> FieldMapping.number("double");
            case "boolean" -> FieldMapping.BOOLEAN;
            default ->
                path.endsWith(".ip")
                        ? FieldMapping.IP
                        : FieldMapping.keyword(
                                ScannedFields.hasFewValues(path) ? CAPTION_LENGTH : options.ignoreAbove());
        };
    }
}
