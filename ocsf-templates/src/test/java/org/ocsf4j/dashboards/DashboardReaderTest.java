package org.ocsf4j.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocsf4j.failure.ConfigurationException;

class DashboardReaderTest {

    private static final String FIELDS =
            "{\"fields\":[{\"id\":\"time\",\"label\":\"Time\",\"kind\":\"date\"},{\"id\":\"rcode\",\"label\":\"Code\"}]}";
    private static final String PANEL = "{\"title\":\"Codes\",\"kind\":\"ranking\",\"fields\":[\"rcode\"]}";

    @Test
    void bringsFiveDashboardsWithDifferentPanels() {
        Set<String> ids = new HashSet<>();
        for (Dashboard dashboard : Dashboards.all()) {
            assertThat(dashboard.panels()).as(dashboard.id()).hasSizeGreaterThan(10);
            dashboard.panels().forEach(panel -> assertThat(ids.add(panel.id()))
                    .as(panel.id())
                    .isTrue());
        }
        assertThat(Dashboards.all()).hasSize(5);
    }

    @Test
    void usesEveryFieldThatItKnows() {
        Set<Field> used = new HashSet<>();
        Dashboards.all().forEach(dashboard -> used.addAll(dashboard.fields()));
        assertThat(used).containsExactlyInAnyOrderElementsOf(Dashboards.fields());
    }

    @Test
    void fillsWholeRowsOfPanels() {
        for (Dashboard dashboard : Dashboards.all()) {
            int column = 0;
            for (Panel panel : dashboard.panels()) {
                column += panel.width();
                assertThat(column).as(panel.id()).isLessThanOrEqualTo(12);
                column %= 12;
            }
            assertThat(column).as(dashboard.id()).isZero();
        }
    }

    @Test
    void coversBothGenerationsOfClassUids() {
        assertThat(Dashboards.named("security-findings").query())
                .contains("2001")
                .contains("2004");
        assertThat(Dashboards.named("api-activity").query())
                .contains("3005")
                .contains("6003")
                .contains("rc.2");
        assertThat(Dashboards.eventPaths()).contains("cloud.account_uid", "cloud.account.uid", "finding.title");
    }

    @Test
    void asksForTheFirstNameThatADocumentHas() {
        Field field = new Field("a", "A", FieldKind.STRING, java.util.List.of("x.y", "x_y"));
        assertThat(field.script())
                .isEqualTo("if (doc.containsKey('x.y') && doc['x.y'].size() > 0) { return doc['x.y'].value; }"
                        + " if (doc.containsKey('x_y') && doc['x_y'].size() > 0) { return doc['x_y'].value; }"
                        + " return null;");
    }

    @Test
    void readsAPanelWithItsDefaults() {
        Panel panel = read(PANEL).panels().get(0);
        assertThat(panel.id()).isEqualTo("d-1");
        assertThat(panel.metrics()).containsExactly(Metric.COUNT);
        assertThat(panel.limit()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"kind\":\"ranking\",\"fields\":[\"rcode\"]} | a member is missing; title",
                "{\"title\":\"T\",\"kind\":\"pie3d\"} | there is no such kind of panel; pie3d",
                "{\"title\":\"T\",\"kind\":\"ranking\",\"fields\":[\"nope\"]} | there is no such field; nope",
                "{\"title\":\"T\",\"kind\":\"ranking\",\"fields\":[]} | a ranking has 1 to 1 fields; 0",
                "{\"title\":\"T\",\"kind\":\"number\",\"script\":\"x\"} | there is no such member; script",
                "{\"title\":\"T\",\"kind\":\"number\",\"width\":13} | width is not a number of 2 to 12; 13",
                "{\"title\":\"T\",\"kind\":\"number\",\"metrics\":[\"sum:rcode\"]} | has no sum; sum:rcode",
                "{\"title\":\"T\",\"kind\":\"number\",\"metrics\":[\"median:rcode\"]} | there is no such metric;"
                        + " median:rcode",
                "{\"title\":7,\"kind\":\"number\"} | title is not a text",
                "{\"title\":\"T\",\"title\":\"U\",\"kind\":\"number\"} | not JSON; duplicate field",
                "[] | not an object; []",
                "{\"title\":\"T\" | not JSON"
            })
    void namesWhatIsWrongAndWhere(String panel, String problem) {
        assertThatThrownBy(() -> read(panel))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("[d.json")
                .hasMessageContaining(problem.strip());
    }

    @Test
    void refusesPathsThatWouldLeaveAScriptsQuotes() {
        String fields = "{\"fields\":[{\"id\":\"a\",\"label\":\"A\",\"names\":[\"x'] + ctx['y\"]}]}";
        assertThatThrownBy(() -> DashboardReader.fields("f.json", fields.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("not an attribute path");
    }

    @Test
    void refusesDeepAndLongFiles() {
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> DashboardReader.dashboard("d.json", deep, Map.of()))
                .hasMessageContaining("[d.json] not JSON");
        assertThatThrownBy(() -> DashboardReader.dashboard("d.json", new byte[300_000], Map.of()))
                .hasMessageContaining("longer than");
    }

    private static Dashboard read(String panel) {
        String json = "{\"id\":\"d\",\"title\":\"D\",\"about\":\"A\",\"indices\":\"ocsf-*-4003-*\",\"panels\":["
                + panel.strip() + "]}";
        return DashboardReader.dashboard(
                "d.json",
                json.getBytes(StandardCharsets.UTF_8),
                DashboardReader.fields("f.json", FIELDS.getBytes(StandardCharsets.UTF_8)));
    }
}
