package org.ocsf4j.dashboards.saved;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ocsf4j.dashboards.Dashboard;
import org.ocsf4j.dashboards.Field;
import org.ocsf4j.dashboards.FieldKind;

/** The index pattern of a dashboard's class family: its fields, those of several names as scripts, and links on addresses. */
final class IndexPatterns {

    private IndexPatterns() {}

    static SavedObject of(Dashboard dashboard, ExportOptions options) {
        List<Object> fields = new ArrayList<>();
        Map<String, Object> formats = Json.object();
        for (Field field : dashboard.fields()) {
            if (field.isScripted()) {
                fields.add(scripted(field));
                for (String name : field.names()) {
                    fields.add(indexed(name, field.kind()));
                }
            } else {
                fields.add(indexed(field.name(), field.kind()));
                if (field.kind() == FieldKind.IP) {
                    formats.put(field.name(), link(options.reputation()));
                }
            }
        }
        Map<String, Object> attributes = Json.object(
                "title",
                dashboard.indices(),
                "timeFieldName",
                dashboard.panels().get(0).time().name(),
                "fields",
                Json.text(distinct(fields)),
                "fieldFormatMap",
                Json.text(formats));
        return new SavedObject(SavedObject.Type.INDEX_PATTERN, id(dashboard), attributes, List.of());
    }

    static String id(Dashboard dashboard) {
        return "ocsf-" + dashboard.id();
    }

    /** What an aggregation calls the field. */
    static String nameOf(Field field) {
        return field.isScripted() ? field.id() : field.name();
    }

    private static List<Object> distinct(List<Object> fields) {
        return fields.stream().distinct().toList();
    }

    private static Map<String, Object> scripted(Field field) {
        return Json.object(
                "name",
                field.id(),
                "type",
                field.kind().word(),
                "count",
                0,
                "scripted",
                true,
                "script",
                field.script(),
                "lang",
                "painless",
                "searchable",
                true,
                "aggregatable",
                true,
                "readFromDocValues",
                false);
    }

    private static Map<String, Object> indexed(String name, FieldKind kind) {
        return Json.object(
                "name", name,
                "type", kind.word(),
                "count", 0,
                "scripted", false,
                "searchable", true,
                "aggregatable", true,
                "readFromDocValues", true);
    }

    private static Map<String, Object> link(String template) {
        return Json.object(
                "id",
                "url",
                "params",
                Json.object(
                        "type",
                        "a",
                        "urlTemplate",
                        template,
                        "labelTemplate",
                        "{{value}}",
                        "openLinkInCurrentTab",
                        false));
    }
}
