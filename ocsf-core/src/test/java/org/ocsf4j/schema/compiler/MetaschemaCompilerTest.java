package org.ocsf4j.schema.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.Requirement;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.SchemaObject;
import org.ocsf4j.schema.json.JsonTree;

final class MetaschemaCompilerTest {

    private final SmallMetaschema files;
    private final CompiledMetaschema compiled;
    private final OcsfSchema schema;

    MetaschemaCompilerTest(@TempDir Path folder) throws IOException {
        files = SmallMetaschema.in(folder);
        compiled = MetaschemaCompiler.compile(folder);
        schema = compiled.schema();
    }

    @Test
    void itemsGoByTheirNamesAndAbstractOnesVanish() {
        assertThat(schema.version()).isEqualTo("7.0.0");
        assertThat(schema.classes()).extracting(SchemaClass::name).containsExactly("base_event", "flow", "probe");
        assertThat(schema.objects()).extracting(SchemaObject::name).containsExactly("endpoint", "observable", "badge");
    }

    @Test
    void uidsAreMadeOfExtensionCategoryAndOwnNumber() {
        assertThat(item("flow")).hasFieldOrPropertyWithValue("uid", 4001);
        assertThat(item("probe")).hasFieldOrPropertyWithValue("uid", 904003);
        assertThat(captions("probe", "type_uid")).contains("90400301=Probe: Open", "90400300=Probe: Unknown");
        assertThat(captions("flow", "category_uid")).containsExactly("4=Network Activity");
        assertThat(captions("base_event", "category_uid")).containsExactly("0=Uncategorized");
    }

    @Test
    void aChildAddsToTheEnumOfItsParents() {
        assertThat(captions("flow", "activity_id"))
                .containsExactlyInAnyOrder("0=Unknown", "99=Other", "1=Open", "6=Traffic");
        assertThat(Objects.requireNonNull(enumOf("flow", "activity_id").byId("6"))
                        .deprecated())
                .isTrue();
    }

    @Test
    void anEarlierIncludeWinsOverALaterAndTheItemOverBoth() {
        SchemaAttribute hostname = attribute("base_event", "hostname");
        assertThat(hostname.profiles()).containsExactly("cloud", "host");
        assertThat(hostname.requirement()).isEqualTo(Requirement.RECOMMENDED);
        assertThat(hostname.caption()).isEqualTo("Of host");
        assertThat(attribute("base_event", "name").caption()).isEqualTo("Included name");
    }

    @Test
    void theLastOfTwoMembersWithOneNameWins() {
        assertThat(attribute("base_event", "name").requirement()).isEqualTo(Requirement.RECOMMENDED);
    }

    @Test
    void aNullProfileSaysThatNoneIsNeeded() {
        assertThat(attribute("flow", "hostname").profiles()).isEmpty();
        assertThat(attribute("flow", "hostname").requirement()).isEqualTo(Requirement.OPTIONAL);
    }

    @Test
    void anIncludeWithinAnAttributeGoesUnderIt() {
        assertThat(captions("endpoint", "direction_id")).containsExactly("0=Unknown", "1=Inbound");
    }

    @Test
    void aTypeThatIsNoneIsAnObject() {
        SchemaAttribute peers = attribute("flow", "peers");
        assertThat(peers.isObject()).isTrue();
        assertThat(peers.isArray()).isTrue();
        assertThat(peers.type()).isEqualTo("endpoint");
        assertThat(peers.requirement()).isEqualTo(Requirement.OPTIONAL);
        assertThat(compiled.warnings()).anyMatch(w -> w.contains("flow.peers"));
    }

    @Test
    void patchesComeBeforeChildrenAndReplaceConstraints() {
        assertThat(item("flow").constraints().atLeastOne()).containsExactly("src_endpoint", "peers");
        assertThat(attribute("flow", "badge").extension()).isEqualTo("acme");
        assertThat(attribute("endpoint", "badge").type()).isEqualTo("badge");
        assertThat(item("endpoint").constraints().atLeastOne()).containsExactly("name", "hostname");
    }

    @Test
    void profilesOfAnExtensionAreScopedAndReachEveryHolder() {
        assertThat(attribute("flow", "seen_time").profiles()).containsExactly("acme/tracked");
        assertThat(item("flow").profiles()).containsExactly("acme/tracked", "cloud", "datetime", "host");
        assertThat(schema.profiles()).containsExactly("acme/tracked", "cloud", "datetime", "host");
    }

    @Test
    void eachTimestampGetsATwin() {
        assertThat(attribute("flow", "time_dt").type()).isEqualTo("datetime_t");
        assertThat(attribute("flow", "time_dt").profiles()).containsExactly("datetime");
        assertThat(attribute("flow", "time_dt").requirement()).isEqualTo(Requirement.OPTIONAL);
        assertThat(attribute("flow", "seen_time_dt").type()).isEqualTo("datetime_t");
    }

    @Test
    void anExtensionOverwritesNoType() {
        assertThat(schema.types())
                .containsOnlyKeys("string_t", "integer_t", "long_t", "hostname_t", "timestamp_t", "datetime_t");
        assertThat(compiled.warnings()).anyMatch(w -> w.contains("string_t"));
    }

    @Test
    void observablesAreGatheredFromAllTheirSources() {
        assertThat(captions("observable", "type_id"))
                .containsExactlyInAnyOrder(
                        "0=Unknown",
                        "1=Hostname",
                        "20=Endpoint",
                        "33=Endpoint Object: hostname",
                        "77=Flow Class: src_endpoint.name");
        assertThat(schema.observables()).containsOnlyKeys(1, 20, 33, 77);
    }

    @Test
    void theTreeHasTheOfficialMembersAndReadsBackAsTheSameModel() throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        compiled.write(json);

        assertThat(JsonTree.parseObject(json.toByteArray()))
                .containsOnlyKeys(
                        "categories",
                        "dictionary",
                        "classes",
                        "objects",
                        "profiles",
                        "extensions",
                        "version",
                        "compile_version");
        assertThat(Objects.requireNonNull(JsonTree.objectOrNull(compiled.tree().get("classes"))))
                .containsOnlyKeys("base_event", "flow", "acme/probe");
        OcsfSchema again = OcsfSchemas.parse(json.toByteArray());
        assertThat(again.classes()).containsExactlyElementsOf(schema.classes());
        assertThat(again.objects()).containsExactlyElementsOf(schema.objects());
    }

    @Test
    void refusesACircle() throws IOException {
        files.file("objects/a.json", "{'name': 'a', 'extends': 'b'}")
                .file("objects/b.json", "{'name': 'b', 'extends': 'a'}");
        assertRefused("extends itself");
    }

    @Test
    void refusesAnIncludeOutsideTheFolder() throws IOException {
        files.file("objects/a.json", "{'name': 'a', 'attributes': {'$include': '../../../etc/hostname.json'}}");
        assertRefused("names no file");
    }

    @Test
    void refusesAnAttributeThatTheDictionaryHasNot() throws IOException {
        files.file("objects/a.json", "{'name': 'a', 'attributes': {'nowhere': {}}}");
        assertRefused("nowhere");
    }

    @Test
    void anExtensionMayWriteItsProfilesWithItsNameAndLieInAFolderOfAnother() throws IOException {
        files.file("extensions/plant_floor/extension.json", "{'name': 'plant', 'uid': 8, 'caption': 'Plant'}")
                .file("extensions/plant_floor/README.md", "no JSON")
                .file(
                        "extensions/plant_floor/profiles/shift.json",
                        "{'name': 'shift', 'meta': 'profile', 'attributes': {'name': {'requirement': 'optional'}}}")
                .file(
                        "extensions/plant_floor/profiles/line.json",
                        """
                        {'name': 'line', 'meta': 'profile', 'annotations': {'group': 'context'},
                         'attributes': {'hostname': {'requirement': 'recommended'}}}
                        """)
                .file(
                        "extensions/plant_floor/objects/endpoint.json",
                        """
                        {'caption': 'Plant Endpoint', 'extends': 'endpoint', 'profiles': ['plant/shift', 'plant/line'],
                         'attributes': {'$include': ['profiles/shift.json', 'profiles/line.json']}}
                        """)
                .file(
                        "extensions/plant_floor/events/relay.json",
                        """
                        {'name': 'relay', 'caption': 'Relay', 'uid': 7, 'category': 'network', 'extends': 'network',
                         '@deprecated': {'since': '6.9.0', 'message': 'x', 'superseded_by': ['probe']},
                         'attributes': {'name': {'@deprecated':
                           {'since': '6.8.0', 'message': 'x', 'superseded_by': ['peers.name', 'hostname']}}}}
                        """);
        OcsfSchema plant = MetaschemaCompiler.compile(files.folder()).schema();
        SchemaItem endpoint = Objects.requireNonNull(plant.objectNamed("endpoint"));
        SchemaItem relay = Objects.requireNonNull(plant.classNamed("relay"));

        assertThat(endpoint.caption()).isEqualTo("Endpoint");
        assertThat(endpoint.profiles()).contains("plant/line", "plant/shift");
        assertThat(Objects.requireNonNull(endpoint.attribute("hostname")).profiles())
                .containsExactly("plant/line");
        assertThat(relay).hasFieldOrPropertyWithValue("uid", 804007);
        assertThat(relay.deprecatedSince()).isEqualTo("6.9.0");
        assertThat(Objects.requireNonNull(relay.attribute("name")).deprecatedSince())
                .isEqualTo("6.8.0");
    }

    @Test
    void refusesAPatchOfNothingAndTwoClassesWithOneUid() throws IOException {
        files.file("extensions/acme/events/x.json", "{'extends': 'nothing'}");
        assertRefused("patches what is not there");
        files.file("extensions/acme/events/x.json", "{'name': 'x', 'extends': 'network', 'uid': 3, 'attributes': {}}");
        assertRefused("the uid is taken");
    }

    @Test
    void refusesAFolderThatIsNoMetaschema(@TempDir Path empty) {
        assertThatThrownBy(() -> MetaschemaCompiler.compile(empty))
                .isInstanceOf(SchemaCompilationException.class)
                .hasMessageContaining("version.json");
    }

    private void assertRefused(String problem) {
        assertThatThrownBy(() -> MetaschemaCompiler.compile(files.folder()))
                .isInstanceOf(SchemaCompilationException.class)
                .hasMessageContaining(problem);
    }

    private SchemaItem item(String name) {
        return Objects.requireNonNull(schema.itemNamed(name), name);
    }

    private SchemaAttribute attribute(String item, String name) {
        return Objects.requireNonNull(item(item).attribute(name), name);
    }

    private AttributeEnum enumOf(String item, String attribute) {
        return Objects.requireNonNull(attribute(item, attribute).enumeration(), attribute);
    }

    private List<String> captions(String item, String attribute) {
        return enumOf(item, attribute).values().stream()
                .map((EnumValue v) -> v.id() + "=" + v.caption())
                .toList();
    }
}
