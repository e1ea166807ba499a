package org.ocsf4j.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ocsf4j.dashboards.Dashboards;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfClasses;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.json.JsonTree;

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
                .startsWith("{\"index_patterns\":[\"ocsf-1.1.0-6003-api_activity-*\"],\"priority\":100000000,"
                        + "\"composed_of\":[\"ocsf-settings\",\"ocsf-1.1.0-base_event\",")
                .endsWith("\"aliases\":{\"ocsf-6003\":{},\"ocsf-application\":{}}}}");
        assertThat(named(templates, "ocsf-1.0.0-rc.2-3005-api_activity").json())
                .contains("\"ocsf-3005\":{},\"ocsf-audit\":{}");
        assertThat(named(templates, "ocsf-any-4001").json()).contains("\"ocsf-*-4001-*\"", "ocsf-4001", "ocsf-network");
        assertThat(named(templates, "ocsf-any").json()).contains("[\"ocsf-*\"]").doesNotContain("aliases");
    }

    /** Classes that are installed later must not change what others are composed of. */
    @Test
    void aTemplateSaysTheSameWhicheverClassesAreAskedFor() {
        Map<String, String> whole = new HashMap<>();
        TemplateGenerator.generate(TemplateOptions.defaults()).forEach(t -> whole.put(t.name(), t.json()));
        for (String uid : List.of("3002", "4001", "6003")) {
            List<Template> some = TemplateGenerator.generate(
                    TemplateOptions.builder().classes(List.of(uid)).build());
            assertThat(some).hasSizeLessThan(whole.size());
            assertThat(some).allSatisfy(t -> assertThat(t.json()).isEqualTo(whole.get(t.name())));
        }
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
    void noClassOfAnyVersionHasAThousandFields() {
        Map<OcsfClass, Integer> counts = TemplateGenerator.fieldCounts(
                TemplateOptions.builder().versions(OcsfClasses.versions()).build());
        assertThat(counts).hasSize(OcsfClasses.all().size());
        assertThat(counts)
                .allSatisfy((c, count) -> assertThat(count).as(c.toString()).isBetween(80, 999));
    }

    @Test
    void whatAClassIsComposedOfIsWhatItCounts() throws Exception {
        List<Template> templates = TemplateGenerator.generate(TemplateOptions.defaults());
        Map<OcsfClass, Integer> counts = TemplateGenerator.fieldCounts(TemplateOptions.defaults());
        for (Map.Entry<OcsfClass, Integer> count : counts.entrySet()) {
            Template index = named(templates, IndexTemplates.nameOf(count.getKey()));
            int composed = properties(index);
            for (String component : index.components()) {
                composed += properties(named(templates, component));
            }
            assertThat(composed).as(index.name()).isEqualTo(count.getValue());
        }
    }

    /** Members of every {@code properties}. */
    private static int properties(Template template) throws Exception {
        return properties(member(member(JsonTree.parseObject(template.bytes()), "template"), "mappings"));
    }

    private static int properties(Map<String, Object> mapping) {
        Map<String, Object> members = member(mapping, "properties");
        int count = members.size();
        for (String name : members.keySet()) {
            count += properties(member(members, name));
        }
        return count;
    }

    private static Map<String, Object> member(Map<String, Object> object, String name) {
        return Objects.requireNonNullElse(JsonTree.objectOrNull(object.get(name)), Map.of());
    }

    @Test
    void everyColumnOfSecurityLakeIsMapped() {
        for (OcsfClass c : OcsfClasses.all()) {
            Map<String, String> columns = ListedFields.columns(c.version(), c.uid());
            if (!columns.isEmpty()) {
                assertThat(TemplateGenerator.fieldTypes(c, MappingOptions.defaults())
                                .keySet())
                        .as(c.toString())
                        .containsAll(columns.keySet());
            }
        }
        assertThat(ListedFields.columns("1.1.0", 6003)).hasSizeGreaterThan(70);
        assertThat(ListedFields.columns("1.0.0-rc.2", 4001)).hasSize(52);
    }

    @Test
    void fieldsHaveTheTypesThatSearchesNeed() {
        FieldTree flow = fields("1.1.0", "network_activity", MappingOptions.defaults());
        assertThat(flow.mapping("time")).isEqualTo(FieldMapping.DATE);
        assertThat(flow.mapping("@timestamp")).isEqualTo(FieldMapping.alias("time"));
        assertThat(flow.mapping("time_dt")).isEqualTo(FieldMapping.DATE.withoutIndex());
        assertThat(flow.mapping("start_time_dt")).isEqualTo(FieldMapping.DATE.withoutIndex());
        assertThat(flow.mapping("src_endpoint.ip")).isEqualTo(FieldMapping.IP);
        assertThat(flow.mapping("src_endpoint.port")).isEqualTo(FieldMapping.number("long"));
        assertThat(flow.mapping("traffic.bytes"))
                .isEqualTo(FieldMapping.number("long").withoutIndex());
        assertThat(flow.mapping("severity_id")).as("filtered by").isEqualTo(FieldMapping.number("integer"));
        assertThat(flow.mapping("type_uid"))
                .isEqualTo(FieldMapping.number("long").withoutIndex());
        assertThat(flow.mapping("severity")).isEqualTo(FieldMapping.keyword(256));
        assertThat(flow.mapping("src_endpoint.type"))
                .isEqualTo(FieldMapping.keyword(256).withoutIndex());
        assertThat(flow.mapping("metadata.log_provider"))
                .isEqualTo(FieldMapping.keyword(1024).withoutIndex());
        assertThat(flow.mapping("src_endpoint.svc_name")).isEqualTo(FieldMapping.keyword(1024));
        assertThat(flow.mapping("raw_data")).isEqualTo(FieldMapping.STORED_TEXT);
        assertThat(flow.mapping("unmapped")).isEqualTo(FieldMapping.FLAT_OBJECT);
        assertThat(flow.mapping("metadata.uid"))
                .isEqualTo(FieldMapping.keyword(1024).withoutDocValues());
        FieldTree calls = fields("1.1.0", "api_activity", MappingOptions.defaults());
        assertThat(calls.mapping("api.request.data")).isEqualTo(FieldMapping.STORED_TEXT);
        assertThat(calls.mapping("observables.value")).isEqualTo(FieldMapping.keyword(1024));
        assertThat(calls.mapping("observables.type_id"))
                .isEqualTo(FieldMapping.number("integer").withoutIndex());
        assertThat(calls.mapping("actor.process.parent_process.pid"))
                .as("once within itself")
                .isNull();
        assertThat(calls.mapping("actor.session.is_mfa")).isEqualTo(FieldMapping.BOOLEAN);
        assertThat(calls.mapping("api.operation")).isEqualTo(FieldMapping.keyword(1024));
    }

    @Test
    void aTypeThatIsChosenBringsTheIndexBack() {
        MappingOptions options =
                MappingOptions.builder().type("severity", FieldKind.KEYWORD).build();
        assertThat(fields("1.1.0", "network_activity", options).mapping("severity"))
                .isEqualTo(FieldMapping.keyword(1024));
        FieldTree all = fields(
                "1.1.0",
                "network_activity",
                MappingOptions.builder().indexAll(true).build());
        assertThat(all.leaves().values())
                .allMatch(mapping -> mapping.isIndexed() || mapping.equals(FieldMapping.STORED_TEXT));
    }

    @Test
    void everyColumnThatIsNoJsonTextIsFoundAndEveryFieldOfADashboardIsCounted() {
        int counted = 0;
        for (OcsfClass c : OcsfClasses.all()) {
            Map<String, FieldMapping> leaves =
                    fields(c.version(), c.name(), MappingOptions.defaults()).leaves();
            for (String column : ListedFields.columns(c.version(), c.uid()).keySet()) {
                FieldMapping mapping = Objects.requireNonNull(leaves.get(column), column);
                assertThat(mapping.isIndexed() || mapping.hasDocValues())
                        .as(c + " " + column)
                        .isEqualTo(!mapping.equals(FieldMapping.STORED_TEXT));
            }
            for (String path : Dashboards.eventPaths()) {
                FieldMapping mapping = leaves.get(path);
                if (mapping != null) {
                    assertThat(mapping.hasDocValues()).as(c + " " + path).isTrue();
                    counted++;
                }
            }
        }
        assertThat(counted).isGreaterThan(100);
    }

    @Test
    void anObjectStandsWithinItselfOnce() {
        FieldTree process = fields(
                "1.1.0",
                "process_activity",
                MappingOptions.builder().depth(5).fieldBudget(9_000).build());
        assertThat(process.mapping("process.parent_process.pid")).isNotNull();
        assertThat(process.mapping("process.parent_process.parent_process.pid")).isNull();
    }

    @Test
    void optionsChangeMappings() {
        MappingOptions options = MappingOptions.builder()
                .dynamic(DynamicMapping.STRICT)
                .wildcards(true)
                .indexJsonText(true)
                .realTimestamp(true)
                .ignoreAbove(8191)
                .nested(List.of("observables"))
                .type("traffic.bytes", FieldKind.UNSIGNED_LONG)
                .build();
        FieldTree flow = fields("1.1.0", "network_activity", options);
        assertThat(flow.mapping("@timestamp")).isEqualTo(FieldMapping.DATE);
        assertThat(flow.mapping("time")).isEqualTo(FieldMapping.DATE.with("copy_to", "@timestamp"));
        assertThat(flow.mapping("raw_data")).isEqualTo(FieldMapping.WORDS);
        assertThat(flow.mapping("traffic.bytes")).isEqualTo(FieldMapping.number("unsigned_long"));
        assertThat(flow.mapping("status_detail")).isEqualTo(FieldMapping.keyword(8191));
        FieldTree process = fields("1.1.0", "process_activity", options);
        assertThat(process.mapping("process.cmd_line")).isEqualTo(FieldMapping.of(FieldKind.WILDCARD, 8191));
        List<Template> templates = TemplateGenerator.generate(
                TemplateOptions.builder().mapping(options).build());
        assertThat(named(templates, "ocsf-1.1.0-base_event").json()).contains("\"dynamic\":\"strict\"");
        assertThat(templates).anyMatch(t -> t.json().contains("\"observables\":{\"type\":\"nested\","));
        assertThatThrownBy(() -> MappingOptions.builder().ignoreAbove(8192)).hasMessageContaining("8192");
        assertThatThrownBy(() -> MappingOptions.builder().promote("a\"b", FieldKind.IP))
                .hasMessageContaining("a\"b");
    }

    @Test
    void unmappedFollowsItsStrategy() {
        MappingOptions.Builder builder = MappingOptions.builder().promote("eventType", FieldKind.KEYWORD);
        FieldTree flat = fields("1.1.0", "api_activity", builder.build());
        assertThat(flat.mapping("unmapped")).isEqualTo(FieldMapping.FLAT_OBJECT);
        assertThat(flat.mapping("ocsf_promoted.eventType")).isEqualTo(FieldMapping.keyword(1024));
        FieldTree off = fields(
                "1.1.0",
                "api_activity",
                builder.unmapped(UnmappedStrategy.NOT_INDEXED).build());
        assertThat(off.mapping("unmapped.eventType")).isEqualTo(FieldMapping.keyword(1024));
        assertThat(off.mapping("ocsf_promoted.eventType")).isNull();
        FieldTree entries = fields(
                "1.1.0",
                "api_activity",
                builder.unmapped(UnmappedStrategy.ENTRIES).build());
        assertThat(entries.mapping("unmapped.key")).isNotNull();
        assertThat(TemplateGenerator.generate(
                        TemplateOptions.builder().mapping(builder.build()).build()))
                .anyMatch(t -> t.kind() == Template.Kind.PIPELINE && t.name().equals("ocsf-unmapped"));
        assertThatThrownBy(() -> TemplateOptions.builder()
                        .serverless(true)
                        .mapping(builder.build())
                        .build())
                .hasMessageContaining("serverless");
    }

    @Test
    void serverlessHasNoSettingsOfItsOwnAndARealTimestamp() {
        List<Template> templates = TemplateGenerator.generate(
                TemplateOptions.builder().serverless(true).build());
        assertThat(named(templates, "ocsf-settings").json()).doesNotContain("number_of", "codec");
        assertThat(templates).noneMatch(t -> t.json().contains("\"alias\""));
        assertThat(named(templates, "ocsf-base-event").json()).contains("\"copy_to\":\"@timestamp\"");
    }

    private static FieldTree fields(String version, String name, MappingOptions options) {
        OcsfSchema schema = OcsfSchema.version(version);
        return new ClassFields(options).of(schema, Objects.requireNonNull(schema.classNamed(name)));
    }

    @Test
    void settingsFollowTheOptions() {
        TemplateOptions options = TemplateOptions.builder()
                .shards(3)
                .replicas(0)
                .refreshInterval(Duration.ofMinutes(1))
                .build();
        assertThat(named(TemplateGenerator.generate(options), "ocsf-settings").json())
                .contains("\"number_of_shards\":\"3\",\"number_of_replicas\":\"0\",\"refresh_interval\":\"60s\"");
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
        FieldTree tree = new FieldTree();
        assertThat(tree.cost("actor.user.name")).isEqualTo(3);
        assertThat(tree.add("actor.user", FieldMapping.BOOLEAN)).isTrue();
        assertThat(tree.add("actor.user.name", FieldMapping.BOOLEAN)).isFalse();
        assertThat(tree.add("actor", FieldMapping.BOOLEAN)).isFalse();
        assertThat(tree.add("actor.user", FieldMapping.IP)).isFalse();
        assertThat(tree.count()).isEqualTo(2);
    }
}
