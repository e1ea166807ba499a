package org.ocsf4j.templates;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The attributes that every class template maps: enough to count by class, time, account, severity and the ends of a
 * connection. Everything else is kept in the document and not mapped.
 */
final class BaseMapping {

    private static final String DATE = "{\"type\":\"date\",\"format\":\"epoch_millis||strict_date_optional_time\"}";
    private static final String KEYWORD = "{\"type\":\"keyword\",\"ignore_above\":1024}";
    private static final String CAPTION = "{\"type\":\"keyword\",\"ignore_above\":256}";
    private static final String INTEGER = "{\"type\":\"integer\"}";
    private static final String LONG = "{\"type\":\"long\"}";
    /** Flow logs write {@code -} where there is no address: the document is kept, the field is not searched. */
    private static final String IP = "{\"type\":\"ip\",\"ignore_malformed\":true}";

    private static final Map<String, List<String>> PATHS_BY_TYPE = Map.of(
            DATE,
            List.of("time"),
            INTEGER,
            List.of(
                    "class_uid",
                    "category_uid",
                    "activity_id",
                    "severity_id",
                    "status_id",
                    "action_id",
                    "disposition_id",
                    "rcode_id",
                    "src_endpoint.port",
                    "dst_endpoint.port",
                    "connection_info.protocol_num",
                    "connection_info.direction_id",
                    "observables.type_id"),
            LONG,
            List.of("type_uid", "traffic.bytes", "traffic.packets"),
            IP,
            List.of("src_endpoint.ip", "dst_endpoint.ip"),
            CAPTION,
            List.of(
                    "class_name",
                    "category_name",
                    "activity_name",
                    "type_name",
                    "severity",
                    "status",
                    "action",
                    "disposition",
                    "rcode",
                    "connection_info.direction",
                    "observables.type",
                    "metadata.version",
                    "metadata.profiles",
                    "metadata.product.name",
                    "metadata.product.vendor_name",
                    "metadata.product.feature.name",
                    "cloud.provider",
                    "cloud.region",
                    "region"),
            KEYWORD,
            List.of(
                    "metadata.uid",
                    "metadata.event_code",
                    "cloud.account_uid",
                    "cloud.account.uid",
                    "accountid",
                    "status_code",
                    "actor.user.name",
                    "actor.user.uid",
                    "actor.user.type",
                    "api.operation",
                    "api.service.name",
                    "api.response.error",
                    "query.hostname",
                    "query.type",
                    "finding.title",
                    "finding.uid",
                    "finding_info.title",
                    "finding_info.uid",
                    "http_request.user_agent",
                    "observables.name",
                    "observables.value"));

    private BaseMapping() {}

    /** The {@code mappings} object. */
    static String json() {
        Map<String, Object> root = new TreeMap<>();
        PATHS_BY_TYPE.forEach((type, paths) -> paths.forEach(path -> put(root, path.split("\\.", -1), type)));
        root.put("@timestamp", "{\"type\":\"alias\",\"path\":\"time\"}");
        root.put("unmapped", "{\"type\":\"object\",\"enabled\":false}");
        return "{\"dynamic\":false,\"properties\":" + object(root) + "}";
    }

    private static void put(Map<String, Object> group, String[] path, String type) {
        if (path.length == 1) {
            group.put(path[0], type);
        } else {
            @SuppressWarnings("unchecked")
            Map<String, Object> child =
                    (Map<String, Object>) group.computeIfAbsent(path[0], name -> new TreeMap<String, Object>());
            put(child, Arrays.copyOfRange(path, 1, path.length), type);
        }
    }

    private static String object(Map<?, ?> members) {
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            json.append('"').append(name).append("\":");
            if (value instanceof Map<?, ?> group) {
                json.append("{\"properties\":").append(object(group)).append('}');
            } else {
                json.append(value);
            }
        });
        return json.append('}').toString();
    }
}
