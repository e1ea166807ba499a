package org.ocsf4j.cli.lab;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ocsf4j.cli.JsonLine;
import org.ocsf4j.dashboards.Dashboard;
import org.ocsf4j.dashboards.Dashboards;
import org.ocsf4j.dashboards.Field;
import org.ocsf4j.dashboards.FieldKind;
import org.ocsf4j.dashboards.Metric;
import org.ocsf4j.dashboards.Panel;
import org.ocsf4j.dashboards.PanelRows;
import org.ocsf4j.dashboards.PanelSearch;
import org.ocsf4j.dashboards.TimeRange;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.schema.json.JsonTree;

/** The dashboards as JSON for the page: what they are, and what OpenSearch holds for a panel. */
final class DashboardAnswers {

    private static final String FILTER = "f.";
    private static final int MAX_VALUES = 20;
    private static final int MAX_VALUE_CHARACTERS = 1_024;

    private final OpenSearchAdmin openSearch;

    DashboardAnswers(OpenSearchAdmin openSearch) {
        this.openSearch = openSearch;
    }

    /** What dashboards there are, with their controls and panels. */
    String list() {
        return JsonLine.of(out -> {
            out.writeArrayFieldStart("dashboards");
            for (Dashboard dashboard : Dashboards.all()) {
                write(out, dashboard);
            }
            out.writeEndArray();
        });
    }

    /** What the controls of {@code dashboard} offer, and the time from its first to its last document. */
    String choices(QueryString query) {
        Dashboard dashboard = Dashboards.named(query.text("dashboard"));
        byte[] answer = openSearch.search(dashboard.indices(), PanelSearch.choices(dashboard));
        TimeRange extent = PanelRows.extent(answer);
        return JsonLine.of(out -> {
            if (extent != null) {
                out.writeNumberField("from", extent.from());
                out.writeNumberField("to", extent.to());
            }
            out.writeObjectFieldStart("choices");
            for (int i = 0; i < dashboard.controls().size(); i++) {
                JsonLine.strings(out, dashboard.controls().get(i).id(), PanelRows.choices(answer, i));
            }
            out.writeEndObject();
        });
    }

    /** The rows of {@code panel} of {@code dashboard} from {@code from} to {@code to}, narrowed by values of {@code f.}field. */
    String panel(QueryString query) {
        Dashboard dashboard = Dashboards.named(query.text("dashboard"));
        Panel panel = dashboard.panel(query.text("panel"));
        TimeRange range = new TimeRange(query.number("from"), query.number("to"));
        byte[] search = PanelSearch.of(dashboard, panel, range, chosen(dashboard, query));
        PanelRows rows = PanelRows.read(panel, openSearch.search(dashboard.indices(), search));
        return JsonLine.of(out -> {
            out.writeNumberField("total", rows.total());
            out.writeNumberField("stepMs", PanelSearch.step(panel, range).toMillis());
            out.writeFieldName("rows");
            JsonTree.write(rows.rows(), out);
        });
    }

    private static Map<Field, List<String>> chosen(Dashboard dashboard, QueryString query) {
        Map<Field, List<String>> chosen = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> parameter : query.parameters().entrySet()) {
            if (parameter.getKey().startsWith(FILTER)) {
                String id = parameter.getKey().substring(FILTER.length());
                chosen.put(filterable(dashboard, id), checked(id, parameter.getValue()));
            }
        }
        return chosen;
    }

    private static Field filterable(Dashboard dashboard, String id) {
        for (Field field : dashboard.fields()) {
            if (field.id().equals(id) && field.kind() != FieldKind.DATE) {
                return field;
            }
        }
        throw new IllegalArgumentException(
                "[dashboard " + dashboard.id() + "] it has no such field to filter by; " + id + "; remove the filter");
    }

    private static List<String> checked(String id, List<String> values) {
        if (values.size() > MAX_VALUES || values.stream().anyMatch(v -> v.length() > MAX_VALUE_CHARACTERS)) {
            throw new IllegalArgumentException("[filter " + id + "] too many values or too long ones; " + values.size()
                    + "; give at most " + MAX_VALUES + " of " + MAX_VALUE_CHARACTERS + " characters");
        }
        return values;
    }

    private static void write(JsonGenerator out, Dashboard dashboard) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", dashboard.id());
        out.writeStringField("title", dashboard.title());
        out.writeStringField("about", dashboard.about());
        out.writeArrayFieldStart("controls");
        for (Field control : dashboard.controls()) {
            write(out, control);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("fields");
        for (Field field : dashboard.fields()) {
            write(out, field);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("panels");
        for (Panel panel : dashboard.panels()) {
            write(out, panel);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Panel panel) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", panel.id());
        out.writeStringField("title", panel.title());
        out.writeStringField("about", panel.about());
        out.writeStringField("kind", panel.kind().word());
        out.writeNumberField("width", panel.width());
        out.writeBooleanField("rarest", panel.rarest());
        out.writeBooleanField("placedByTime", panel.time().name().equals("time"));
        out.writeArrayFieldStart("fields");
        for (Field field : panel.fields()) {
            write(out, field);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("metrics");
        for (Metric metric : panel.metrics()) {
            out.writeStartObject();
            out.writeStringField("function", metric.function().word());
            out.writeStringField("label", metric.label());
            out.writeStringField(
                    "field", metric.field() == null ? "" : metric.measured().id());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Field field) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", field.id());
        out.writeStringField("label", field.label());
        out.writeStringField("kind", field.kind().word());
        out.writeEndObject();
    }
}
