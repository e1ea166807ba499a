package org.ocsf4j.dashboards.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ocsf4j.dashboards.Dashboard;
import org.ocsf4j.dashboards.Dashboards;
import org.ocsf4j.failure.ConfigurationException;

class SavedObjectsTest {

    private static final Set<String> NATIVE =
            Set.of("metric", "gauge", "histogram", "pie", "horizontal_bar", "heatmap", "table", "input_control_vis");
    private static final Pattern FIELD = Pattern.compile("\"field(?:Name)?\":\"([^\"]+)\"");
    private static final Pattern TYPE = Pattern.compile("^\\{\"title\":\"[^\"]*\",\"type\":\"([a-z_]+)\"");

    private final List<SavedObject> objects = Dashboards.all().stream()
            .flatMap(dashboard -> SavedObjects.compile(dashboard, ExportOptions.DEFAULTS).stream())
            .toList();

    @Test
    void namesNothingThatIsNotThere() {
        Set<String> there = new HashSet<>();
        objects.forEach(object -> assertThat(there.add(object.type() + " " + object.id()))
                .as(object.id())
                .isTrue());
        for (SavedObject object : objects) {
            for (SavedObject.Reference reference : object.references()) {
                assertThat(there).as(object.id()).contains(reference.type() + " " + reference.id());
            }
        }
    }

    @Test
    void usesEachReferenceThatItDeclares() {
        for (SavedObject object : objects) {
            for (SavedObject.Reference reference : object.references()) {
                assertThat(object.line().split(Pattern.quote(reference.name()), -1))
                        .as(object.id() + ": " + reference.name())
                        .hasSizeGreaterThan(2);
            }
        }
    }

    @Test
    void drawsWithNativeTypesOnly() {
        for (SavedObject object : of(SavedObject.Type.VISUALIZATION)) {
            Matcher type = TYPE.matcher(String.valueOf(object.attributes().get("visState")));
            assertThat(type.find()).as(object.id()).isTrue();
            assertThat(NATIVE).contains(type.group(1));
        }
    }

    @Test
    void staysBelowTheMigrationsThatBothVersionsKnow() {
        for (SavedObject object : objects) {
            assertThat(object.line())
                    .contains("\"migrationVersion\":{\"" + object.type().word() + "\":\"7.")
                    .doesNotContain("lens", "tsvb", "coreMigrationVersion");
        }
        assertThat(SavedObject.Type.INDEX_PATTERN.migrationVersion()).isEqualTo("7.6.0");
        assertThat(SavedObject.Type.VISUALIZATION.migrationVersion()).isEqualTo("7.10.0");
        assertThat(SavedObject.Type.DASHBOARD.migrationVersion()).isEqualTo("7.9.3");
        assertThat(SavedObject.Type.SEARCH.migrationVersion()).isEqualTo("7.9.3");
    }

    @Test
    void countsOnlyFieldsThatTheIndexPatternHas() {
        for (Dashboard dashboard : Dashboards.all()) {
            List<SavedObject> compiled = SavedObjects.compile(dashboard, ExportOptions.DEFAULTS);
            String fields = String.valueOf(compiled.get(0).attributes().get("fields"));
            for (SavedObject object : compiled) {
                Matcher field = FIELD.matcher(String.valueOf(object.attributes().get("visState")));
                while (field.find()) {
                    assertThat(fields).as(object.id()).contains("\"name\":\"" + field.group(1) + "\"");
                }
            }
        }
    }

    @Test
    void givesAGaugeThreeRanges() {
        assertThat(objects.stream().map(SavedObject::line).filter(line -> line.contains("\\\"type\\\":\\\"gauge\\\"")))
                .isNotEmpty()
                .allMatch(line -> line.split("\\\\\"from\\\\\":", -1).length > 3);
    }

    @Test
    void linksAddressesToAPageThatOneChooses() {
        ExportOptions own = new ExportOptions("now-7d", "now", "https://intel.example.org/{{value}}");
        String text = new String(SavedObjects.export(own), StandardCharsets.UTF_8);
        assertThat(text).contains("https://intel.example.org/{{value}}").contains("\"timeFrom\":\"now-7d\"");
        assertThatThrownBy(() -> new ExportOptions("a", "b", "javascript:alert('{{value}}')"))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void placesNoPanelOnAnother() {
        Pattern place = Pattern.compile("\"x\":(\\d+),\"y\":(\\d+),\"w\":(\\d+),\"h\":(\\d+)");
        for (SavedObject dashboard : of(SavedObject.Type.DASHBOARD)) {
            Set<String> cells = new HashSet<>();
            Matcher at = place.matcher(String.valueOf(dashboard.attributes().get("panelsJSON")));
            while (at.find()) {
                int x = Integer.parseInt(at.group(1));
                int y = Integer.parseInt(at.group(2));
                assertThat(x + Integer.parseInt(at.group(3))).isLessThanOrEqualTo(48);
                for (int i = x; i < x + Integer.parseInt(at.group(3)); i++) {
                    for (int j = y; j < y + Integer.parseInt(at.group(4)); j++) {
                        assertThat(cells.add(i + " " + j)).as(dashboard.id()).isTrue();
                    }
                }
            }
        }
    }

    private Iterable<SavedObject> of(SavedObject.Type type) {
        Stream<SavedObject> some = objects.stream().filter(object -> object.type() == type);
        return some.toList();
    }
}
