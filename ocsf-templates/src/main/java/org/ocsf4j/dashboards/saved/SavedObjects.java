package org.ocsf4j.dashboards.saved;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ocsf4j.dashboards.Dashboard;
import org.ocsf4j.dashboards.Dashboards;
import org.ocsf4j.dashboards.Field;
import org.ocsf4j.dashboards.Panel;
import org.ocsf4j.dashboards.PanelKind;

/**
 * Compiles dashboards into saved objects of OpenSearch Dashboards 2.x and 3.x: an index pattern a class family, a native
 * visualization a panel (a click on a value filters the whole dashboard), a saved search where a panel lists events, a row of
 * controls, and the dashboard. The ids are fixed, so importing again replaces.
 */
public final class SavedObjects {

    private static final String INDEX_REFERENCE = "kibanaSavedObjectMeta.searchSourceJSON.index";

    /** Dashboards' grid has 48 columns, four of ours. */
    private static final int GRID = 4;

    private static final int COLUMNS = 48;
    private static final int CONTROLS_HEIGHT = 8;
    private static final String PANEL_VERSION = "7.9.3";

    private SavedObjects() {}

    /** All bundled dashboards as NDJSON, the export format. */
    public static byte[] export(ExportOptions options) {
        StringBuilder lines = new StringBuilder(1 << 17);
        for (Dashboard dashboard : Dashboards.all()) {
            for (SavedObject object : compile(dashboard, options)) {
                lines.append(object.line()).append('\n');
            }
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    static List<SavedObject> compile(Dashboard dashboard, ExportOptions options) {
        List<SavedObject> objects = new ArrayList<>();
        objects.add(IndexPatterns.of(dashboard, options));
        objects.add(controls(dashboard));
        for (Panel panel : dashboard.panels()) {
            objects.add(panel.kind() == PanelKind.EVENTS ? search(dashboard, panel) : visualization(dashboard, panel));
        }
        objects.add(dashboard(dashboard, objects.subList(1, objects.size()), options));
        return objects;
    }

    private static SavedObject visualization(Dashboard dashboard, Panel panel) {
        Map<String, Object> state = Json.object(
                "title", panel.title(),
                "type", VisualizationParams.typeOf(panel),
                "aggs", Aggregations.of(panel),
                "params", VisualizationParams.of(panel));
        Map<String, Object> attributes = Json.object(
                "title", panel.title(),
                "description", panel.about(),
                "visState", Json.text(state),
                "uiStateJSON", "{}",
                "version", 1,
                "kibanaSavedObjectMeta", source(dashboard, panel));
        return new SavedObject(
                SavedObject.Type.VISUALIZATION, "ocsf-" + panel.id(), attributes, List.of(index(dashboard)));
    }

    private static SavedObject search(Dashboard dashboard, Panel panel) {
        List<Object> columns = new ArrayList<>();
        for (Field field : panel.fields()) {
            if (!field.equals(panel.time())) {
                columns.add(IndexPatterns.nameOf(field));
            }
        }
        Map<String, Object> attributes = Json.object(
                "title", panel.title(),
                "description", panel.about(),
                "hits", 0,
                "columns", columns,
                "sort", List.of(List.of(panel.time().name(), "desc")),
                "version", 1,
                "kibanaSavedObjectMeta", source(dashboard, panel));
        return new SavedObject(SavedObject.Type.SEARCH, "ocsf-" + panel.id(), attributes, List.of(index(dashboard)));
    }

    private static Map<String, Object> source(Dashboard dashboard, Panel panel) {
        return meta(Json.object(
                "query",
                Json.object("query", both(dashboard.query(), panel.query()), "language", "lucene"),
                "filter",
                List.of(),
                "indexRefName",
                INDEX_REFERENCE));
    }

    private static String both(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one + other;
        }
        return "(" + one + ") AND (" + other + ")";
    }

    private static Map<String, Object> meta(Map<String, Object> source) {
        return Json.object("searchSourceJSON", Json.text(source));
    }

    private static SavedObject.Reference index(Dashboard dashboard) {
        return new SavedObject.Reference(INDEX_REFERENCE, SavedObject.Type.INDEX_PATTERN, IndexPatterns.id(dashboard));
    }

    private static SavedObject controls(Dashboard dashboard) {
        List<Object> controls = new ArrayList<>();
        List<SavedObject.Reference> references = new ArrayList<>();
        for (Field field : dashboard.controls()) {
            String reference = "control_" + controls.size() + "_index_pattern";
            references.add(
                    new SavedObject.Reference(reference, SavedObject.Type.INDEX_PATTERN, IndexPatterns.id(dashboard)));
            controls.add(Json.object(
                    "id",
                    "control-" + controls.size(),
                    "fieldName",
                    IndexPatterns.nameOf(field),
                    "parent",
                    "",
                    "label",
                    field.label(),
                    "type",
                    "list",
                    "options",
                    Json.object(
                            "type", "terms", "multiselect", true, "dynamicOptions", false, "size", 50, "order", "desc"),
                    "indexPatternRefName",
                    reference));
        }
        Map<String, Object> state = Json.object(
                "title",
                dashboard.title() + ": controls",
                "type",
                "input_control_vis",
                "aggs",
                List.of(),
                "params",
                Json.object(
                        "controls", controls,
                        "updateFiltersOnChange", true,
                        "useTimeFilter", false,
                        "pinFilters", false));
        Map<String, Object> attributes = Json.object(
                "title",
                dashboard.title() + ": controls",
                "description",
                "",
                "visState",
                Json.text(state),
                "uiStateJSON",
                "{}",
                "version",
                1,
                "kibanaSavedObjectMeta",
                meta(Json.object("query", Json.object("query", "", "language", "lucene"), "filter", List.of())));
        return new SavedObject(
                SavedObject.Type.VISUALIZATION, "ocsf-" + dashboard.id() + "-controls", attributes, references);
    }

    private static SavedObject dashboard(Dashboard dashboard, List<SavedObject> shown, ExportOptions options) {
        List<Object> panels = new ArrayList<>();
        List<SavedObject.Reference> references = new ArrayList<>();
        int x = 0;
        int y = CONTROLS_HEIGHT;
        int rowHeight = 0;
        for (int i = 0; i < shown.size(); i++) {
            SavedObject object = shown.get(i);
            references.add(new SavedObject.Reference("panel_" + i, object.type(), object.id()));
            if (i == 0) {
                panels.add(panel(i, 0, 0, COLUMNS, CONTROLS_HEIGHT));
                continue;
            }
            Panel panel = dashboard.panels().get(i - 1);
            int width = panel.width() * GRID;
            if (x + width > COLUMNS) {
                x = 0;
                y += rowHeight;
                rowHeight = 0;
            }
            rowHeight = Math.max(rowHeight, height(panel));
            panels.add(panel(i, x, y, width, height(panel)));
            x += width;
        }
        Map<String, Object> attributes = Json.object(
                "title", "OCSF: " + dashboard.title(),
                "description", dashboard.about(),
                "hits", 0,
                "panelsJSON", Json.text(panels),
                "optionsJSON", Json.text(Json.object("hidePanelTitles", false, "useMargins", true)),
                "version", 1,
                "timeRestore", true,
                "timeFrom", options.from(),
                "timeTo", options.to(),
                "kibanaSavedObjectMeta",
                        meta(Json.object(
                                "query", Json.object("query", "", "language", "lucene"), "filter", List.of())));
        return new SavedObject(SavedObject.Type.DASHBOARD, "ocsf-" + dashboard.id(), attributes, references);
    }

    private static int height(Panel panel) {
        return switch (panel.kind()) {
            case NUMBER, GAUGE -> 8;
            case EVENTS -> 20;
            case HEATMAP -> 18;
            default -> 14;
        };
    }

    private static Map<String, Object> panel(int number, int x, int y, int width, int height) {
        String index = String.valueOf(number);
        return Json.object(
                "version",
                PANEL_VERSION,
                "gridData",
                Json.object("x", x, "y", y, "w", width, "h", height, "i", index),
                "panelIndex",
                index,
                "embeddableConfig",
                Json.object(),
                "panelRefName",
                "panel_" + number);
    }
}
