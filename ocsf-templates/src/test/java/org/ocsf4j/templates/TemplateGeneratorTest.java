package org.ocsf4j.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfClasses;

class TemplateGeneratorTest {

    private static List<Template> all() {
        return TemplateGenerator.generate(
                TemplateOptions.builder().versions(OcsfClasses.versions()).build());
    }

    private static Template named(List<Template> templates, String name) {
        return templates.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void makesATemplateForEachClassOfTheVersionsAskedFor() {
        List<Template> templates = TemplateGenerator.generate(TemplateOptions.defaults());
        for (OcsfClass c : OcsfClasses.all()) {
            boolean wanted = TemplateOptions.DEFAULT_VERSIONS.contains(c.version());
            assertThat(templates)
                    .filteredOn(t -> t.name().equals("ocsf-" + c.version() + '-' + c.uid() + '-' + c.name()))
                    .hasSize(wanted ? 1 : 0);
        }
    }

    @Test
    void aClassHasItsPatternAndTheAliasesOfItsUidAndCategory() {
        List<Template> templates = TemplateGenerator.generate(TemplateOptions.defaults());
        assertThat(named(templates, "ocsf-1.1.0-6003-api_activity").json())
                .isEqualTo("{\"index_patterns\":[\"ocsf-1.1.0-6003-api_activity-*\"],\"priority\":100000,"
                        + "\"composed_of\":[\"ocsf-settings\",\"ocsf-base-event\"],"
                        + "\"template\":{\"aliases\":{\"ocsf-6003\":{},\"ocsf-application\":{}}}}");
        assertThat(named(templates, "ocsf-1.0.0-rc.2-3005-api_activity").json())
                .contains("\"ocsf-3005\":{},\"ocsf-audit\":{}");
        assertThat(named(templates, "ocsf-any-4001").json()).contains("\"ocsf-*-4001-*\"", "ocsf-4001", "ocsf-network");
        assertThat(named(templates, "ocsf-any").json()).contains("[\"ocsf-*\"]").doesNotContain("aliases");
    }

    @Test
    void componentsComeBeforeTheTemplatesThatNeedThem() {
        Set<String> seen = new HashSet<>();
        for (Template template : all()) {
            assertThat(seen).containsAll(template.components());
            assertThat(seen.add(template.name())).as(template.name()).isTrue();
        }
    }

    @Test
    void patternsThatCouldBothMatchHaveDifferentPriorities() {
        Set<String> anyVersion = new HashSet<>();
        for (Template template : all()) {
            if (template.name().startsWith("ocsf-any")) {
                String json = template.json();
                int at = json.indexOf("\"priority\":") + 11;
                assertThat(anyVersion.add(json.substring(at, json.indexOf(',', at))))
                        .isTrue();
            }
        }
        assertThat(anyVersion).hasSizeGreaterThan(80);
    }

    @Test
    void everyTemplateIsJson() throws Exception {
        for (Template template : all()) {
            try (JsonParser parser = new JsonFactory().createParser(template.json())) {
                while (parser.nextToken() != null) {
                    assertThat(parser.getParsingContext().pathAsPointer()).isNotNull();
                }
            }
        }
    }

    @Test
    void theBaseEventStaysFarBelowTheLimitOfFields() {
        assertThat(BaseEventFields.ALL).hasSizeLessThan(100).doesNotHaveDuplicates();
        assertThat(BaseEventFields.ALL).extracting(MappedField::path).containsAll(BaseEventFields.DEFAULT_SEARCH);
    }

    @Test
    void timeTakesBothSpellingsAndHasAnAlias() {
        assertThat(named(all(), "ocsf-base-event").json())
                .contains("\"dynamic\":false")
                .contains("\"time\":{\"type\":\"date\",\"format\":\"epoch_millis||strict_date_optional_time\"")
                .contains("\"@timestamp\":{\"type\":\"alias\",\"path\":\"time\"}")
                .contains("\"unmapped\":{\"type\":\"flat_object\"}");
    }

    @Test
    void settingsFollowTheOptions() {
        TemplateOptions options = TemplateOptions.builder()
                .shards(3)
                .replicas(0)
                .refreshInterval(Duration.ofMinutes(1))
                .build();
        assertThat(named(TemplateGenerator.generate(options), "ocsf-settings").json())
                .contains(
                        "\"index.number_of_shards\":3,\"index.number_of_replicas\":0,\"index.refresh_interval\":\"60s\"");
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        assertThatThrownBy(() -> TemplateOptions.builder().versions(List.of("7.0.0")))
                .hasMessageContaining("not a bundled OCSF version; 7.0.0; use some of [");
        assertThatThrownBy(() -> TemplateOptions.builder().shards(0)).hasMessageContaining("below 1; 0");
        assertThatThrownBy(() -> TemplateOptions.builder().replicas(-1)).hasMessageContaining("negative; -1");
        assertThatThrownBy(() -> TemplateOptions.builder().refreshInterval(Duration.ZERO))
                .hasMessageContaining("below a second; PT0S");
    }

    @Test
    void aFieldCannotBeBothAValueAndAnObject() {
        MappedField user = new MappedField("actor.user", FieldType.KEYWORD);
        MappedField name = new MappedField("actor.user.name", FieldType.KEYWORD);
        assertThatThrownBy(() -> MappingTree.of(List.of(user, name))).hasMessageContaining("actor.user.name");
        assertThatThrownBy(() -> MappingTree.of(List.of(name, user))).hasMessageContaining("actor.user");
        assertThatThrownBy(() -> MappingTree.of(List.of(name, name))).hasMessageContaining("there already");
    }
}
