package org.ocsf4j.dashboards.saved;

import java.util.List;
import java.util.Map;
import org.ocsf4j.dashboards.Panel;

/** How each type of native visualization is drawn. Every type spells out what Dashboards would not assume. */
final class VisualizationParams {

    private static final String GREY = "rgba(105,112,125,0.2)";

    private VisualizationParams() {}

    /** The visualization's type. */
    static String typeOf(Panel panel) {
        return switch (panel.kind()) {
            case NUMBER -> "metric";
            case GAUGE -> "gauge";
            case TIMELINE -> "histogram";
            case SHARE -> "pie";
            case RANKING -> "horizontal_bar";
            case HEATMAP -> "heatmap";
            case TABLE -> "table";
            case EVENTS -> throw new IllegalArgumentException("events are a search; " + panel.id());
        };
    }

    static Map<String, Object> of(Panel panel) {
        return switch (panel.kind()) {
            case NUMBER -> number();
            case GAUGE -> gauge();
            case TIMELINE -> bars(panel, "histogram", true);
            case RANKING -> bars(panel, "horizontal_bar", false);
            case SHARE -> donut();
            case HEATMAP -> heatmap();
            case TABLE, EVENTS -> table();
        };
    }

    private static Map<String, Object> number() {
        return Json.object(
                "type",
                "metric",
                "addTooltip",
                true,
                "addLegend",
                false,
                "metric",
                Json.object(
                        "percentageMode",
                        false,
                        "useRanges",
                        false,
                        "colorSchema",
                        "Green to Red",
                        "metricColorMode",
                        "None",
                        "colorsRange",
                        List.of(range(0, 10_000)),
                        "labels",
                        Json.object("show", true),
                        "invertColors",
                        false,
                        "style",
                        Json.object(
                                "bgFill",
                                "#000",
                                "bgColor",
                                false,
                                "labelColor",
                                false,
                                "subText",
                                "",
                                "fontSize",
                                36)));
    }

    /** A gauge needs three ranges of its own: none, some, many. */
    private static Map<String, Object> gauge() {
        return Json.object(
                "type",
                "gauge",
                "addTooltip",
                true,
                "addLegend",
                false,
                "isDisplayWarning",
                false,
                "gauge",
                Json.object(
                        "alignment", "automatic",
                        "extendRange", true,
                        "percentageMode", false,
                        "gaugeType", "Arc",
                        "gaugeStyle", "Full",
                        "backStyle", "Full",
                        "orientation", "vertical",
                        "colorSchema", "Green to Red",
                        "gaugeColorMode", "Labels",
                        "colorsRange", List.of(range(0, 1), range(1, 10), range(10, 100)),
                        "invertColors", false,
                        "labels", Json.object("show", true, "color", "black"),
                        "scale", Json.object("show", true, "labels", false, "color", GREY),
                        "type", "meter",
                        "style",
                                Json.object(
                                        "bgWidth",
                                        0.9,
                                        "width",
                                        0.9,
                                        "mask",
                                        false,
                                        "bgMask",
                                        false,
                                        "maskBars",
                                        50,
                                        "bgFill",
                                        GREY,
                                        "bgColor",
                                        true,
                                        "subText",
                                        "",
                                        "fontSize",
                                        36)));
    }

    private static Map<String, Object> range(int from, int to) {
        return Json.object("from", from, "to", to);
    }

    private static Map<String, Object> bars(Panel panel, String type, boolean upright) {
        boolean divided = upright && !panel.fields().isEmpty();
        return Json.object(
                "type", type,
                "grid", Json.object("categoryLines", false),
                "categoryAxes", List.of(categoryAxis(upright)),
                "valueAxes", List.of(valueAxis(upright, panel.metric().label())),
                "seriesParams", List.of(series(panel.metric().label())),
                "addTooltip", true,
                "addLegend", divided,
                "legendPosition", "right",
                "times", List.of(),
                "addTimeMarker", false,
                "labels", Json.object("show", false),
                "thresholdLine",
                        Json.object("show", false, "value", 10, "width", 1, "style", "full", "color", "#E7664C"));
    }

    private static Map<String, Object> categoryAxis(boolean upright) {
        return Json.object(
                "id",
                "CategoryAxis-1",
                "type",
                "category",
                "position",
                upright ? "bottom" : "left",
                "show",
                true,
                "style",
                Json.object(),
                "scale",
                Json.object("type", "linear"),
                "labels",
                Json.object("show", true, "rotate", 0, "filter", upright, "truncate", upright ? 100 : 200),
                "title",
                Json.object());
    }

    private static Map<String, Object> valueAxis(boolean upright, String title) {
        return Json.object(
                "id",
                "ValueAxis-1",
                "name",
                upright ? "LeftAxis-1" : "BottomAxis-1",
                "type",
                "value",
                "position",
                upright ? "left" : "bottom",
                "show",
                true,
                "style",
                Json.object(),
                "scale",
                Json.object("type", "linear", "mode", "normal"),
                "labels",
                Json.object("show", true, "rotate", 0, "filter", true, "truncate", 100),
                "title",
                Json.object("text", title));
    }

    private static Map<String, Object> series(String label) {
        return Json.object(
                "show",
                true,
                "type",
                "histogram",
                "mode",
                "stacked",
                "data",
                Json.object("label", label, "id", "1"),
                "valueAxis",
                "ValueAxis-1",
                "drawLinesBetweenPoints",
                true,
                "lineWidth",
                2,
                "showCircles",
                true);
    }

    private static Map<String, Object> donut() {
        return Json.object(
                "type",
                "pie",
                "addTooltip",
                true,
                "addLegend",
                true,
                "legendPosition",
                "right",
                "isDonut",
                true,
                "labels",
                Json.object("show", true, "values", true, "last_level", true, "truncate", 100));
    }

    private static Map<String, Object> heatmap() {
        return Json.object(
                "type",
                "heatmap",
                "addTooltip",
                true,
                "addLegend",
                true,
                "enableHover",
                false,
                "legendPosition",
                "right",
                "times",
                List.of(),
                "colorsNumber",
                5,
                "colorSchema",
                "Blues",
                "setColorRange",
                false,
                "colorsRange",
                List.of(),
                "invertColors",
                false,
                "percentageMode",
                false,
                "valueAxes",
                List.of(Json.object(
                        "show",
                        false,
                        "id",
                        "ValueAxis-1",
                        "type",
                        "value",
                        "scale",
                        Json.object("type", "linear", "defaultYExtents", false),
                        "labels",
                        Json.object("show", true, "rotate", 0, "overwriteColor", false, "color", "black"))));
    }

    private static Map<String, Object> table() {
        return Json.object(
                "perPage",
                10,
                "showPartialRows",
                false,
                "showMetricsAtAllLevels",
                false,
                "showTotal",
                false,
                "totalFunc",
                "sum",
                "percentageCol",
                "");
    }
}
