package org.ocsf4j.indexcost;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.ScalarKind;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaItem;

/** Every attribute of a class down to a depth, as one would map it without thinking of cost. */
final class DepthMapping {

    private static final String KEYWORD = "{\"type\":\"keyword\",\"ignore_above\":1024}";

    private final OcsfSchema schema;

    private DepthMapping(OcsfSchema schema) {
        this.schema = schema;
    }

    /** The body of a request that makes an index. */
    static String indexBody(OcsfSchema schema, SchemaItem item, int depth) {
        return "{\"settings\":{\"number_of_shards\":1,\"number_of_replicas\":0,\"index.mapping.total_fields.limit\":20000},"
                + "\"mappings\":{\"dynamic\":false," + new DepthMapping(schema).properties(item, depth) + "}}";
    }

    private String properties(SchemaItem item, int depth) {
        List<String> fields = new ArrayList<>();
        for (SchemaAttribute attribute : item.attributes().values()) {
            String field = field(attribute, depth);
            if (field != null) {
                fields.add("\"" + attribute.name() + "\":" + field);
            }
        }
        return "\"properties\":{" + String.join(",", fields) + "}";
    }

    private @Nullable String field(SchemaAttribute attribute, int depth) {
        if (attribute.name().equals("unmapped")) {
            return "{\"type\":\"flat_object\"}";
        }
        if (attribute.isObject()) {
            SchemaItem object = schema.objectNamed(attribute.type());
            return depth == 1 || object == null || object.attributes().isEmpty()
                    ? null
                    : "{" + properties(object, depth - 1) + "}";
        }
        return switch (attribute.type()) {
            case "timestamp_t" -> "{\"type\":\"date\",\"format\":\"epoch_millis||strict_date_optional_time\"}";
            case "datetime_t" -> "{\"type\":\"date\",\"format\":\"strict_date_optional_time||epoch_millis\"}";
            case "ip_t" -> "{\"type\":\"ip\",\"ignore_malformed\":true}";
            default -> ofKind(schema.kindOf(attribute.type()));
        };
    }

    private static @Nullable String ofKind(ScalarKind kind) {
        return switch (kind) {
            case INTEGER, LONG -> "{\"type\":\"long\"}";
            case FLOAT -> "{\"type\":\"double\"}";
            case BOOLEAN -> "{\"type\":\"boolean\"}";
            case JSON -> null;
            default -> KEYWORD;
        };
    }
}
