package org.ocsf4j.templates;

import static org.ocsf4j.templates.FieldType.ALIAS_OF_TIME;
import static org.ocsf4j.templates.FieldType.CAPTION;
import static org.ocsf4j.templates.FieldType.DATE;
import static org.ocsf4j.templates.FieldType.FLAT_OBJECT;
import static org.ocsf4j.templates.FieldType.INTEGER;
import static org.ocsf4j.templates.FieldType.IP;
import static org.ocsf4j.templates.FieldType.KEYWORD;
import static org.ocsf4j.templates.FieldType.LONG;

import java.util.List;

/**
 * The fields of every event, whatever its class: of OCSF's base event and of its cloud profile in the versions that Security Lake
 * writes, the columns that Security Lake adds, and the few that nearly every search is about.
 */
final class BaseEventFields {

    static final List<MappedField> ALL = List.of(
            field("@timestamp", ALIAS_OF_TIME),
            field("accountid", KEYWORD),
            field("action", CAPTION),
            field("action_id", INTEGER),
            field("activity_id", INTEGER),
            field("activity_name", CAPTION),
            field("actor.user.name", KEYWORD),
            field("actor.user.type", CAPTION),
            field("actor.user.uid", KEYWORD),
            field("api.operation", KEYWORD),
            field("api.response.error", KEYWORD),
            field("api.service.name", KEYWORD),
            field("asl_version", CAPTION),
            field("category_name", CAPTION),
            field("category_uid", INTEGER),
            field("class_name", CAPTION),
            field("class_uid", INTEGER),
            field("cloud.account.uid", KEYWORD),
            field("cloud.account_uid", KEYWORD),
            field("cloud.provider", CAPTION),
            field("cloud.region", CAPTION),
            field("cloud.zone", CAPTION),
            field("confidence_score", INTEGER),
            field("count", INTEGER),
            field("disposition", CAPTION),
            field("disposition_id", INTEGER),
            field("dst_endpoint.ip", IP),
            field("dst_endpoint.port", INTEGER),
            field("end_time", DATE),
            field("metadata.event_code", KEYWORD),
            field("metadata.product.feature.name", CAPTION),
            field("metadata.product.name", CAPTION),
            field("metadata.product.uid", KEYWORD),
            field("metadata.product.vendor_name", CAPTION),
            field("metadata.product.version", CAPTION),
            field("metadata.profiles", CAPTION),
            field("metadata.uid", KEYWORD),
            field("metadata.version", CAPTION),
            field("observables.name", KEYWORD),
            field("observables.type", CAPTION),
            field("observables.type_id", INTEGER),
            field("observables.value", KEYWORD),
            field("region", CAPTION),
            field("severity", CAPTION),
            field("severity_id", INTEGER),
            field("src_endpoint.ip", IP),
            field("src_endpoint.port", INTEGER),
            field("start_time", DATE),
            field("status", CAPTION),
            field("status_code", KEYWORD),
            field("status_id", INTEGER),
            field("time", DATE),
            field("traffic.bytes", LONG),
            field("traffic.packets", LONG),
            field("type_name", CAPTION),
            field("type_uid", LONG),
            field("unmapped", FLAT_OBJECT));

    /** What a query that names no field looks at. */
    static final List<String> DEFAULT_SEARCH = List.of(
            "actor.user.name",
            "actor.user.uid",
            "api.operation",
            "api.service.name",
            "class_name",
            "metadata.uid",
            "observables.value");

    private BaseEventFields() {}

    private static MappedField field(String path, FieldType type) {
        return new MappedField(path, type);
    }
}
