package org.ocsf4j.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.json.JsonTree;

final class EventsTest {

    @Test
    void areThoseOfTheNewestStableVersion() {
        List<String> bundled = OcsfSchema.bundledVersions();
        assertThat(bundled.subList(bundled.indexOf(Events.VERSION) + 1, bundled.size()))
                .allMatch(version -> version.contains("-"));
    }

    @Test
    void aUidIsReadAsItsVersionMeansIt() throws IOException {
        assertThat(read("{'class_uid':3005,'metadata':{'version':'1.0.0-rc.2'}}"))
                .isInstanceOf(ApiActivity.class);
        assertThat(read("{'class_uid':3005,'metadata':{'version':'1.1.0'}}")).isInstanceOf(UserAccess.class);
        assertThat(read("{'metadata':{'version':'1.1.0'},'class_uid':6003}")).isInstanceOf(ApiActivity.class);
    }

    @Test
    void whatNoVersionKnowsIsABaseEventWithEverythingInIt() throws IOException {
        String json = "{'class_uid':987654,'metadata':{'version':'1.1.0'},'own':{'a':[1,null]},'time':7}";
        OcsfEvent event = read(json);
        assertThat(event).isInstanceOf(BaseEvent.class);
        assertThat(event.time()).isEqualTo(7);
        assertThat(event.additional()).containsOnlyKeys("own");
        assertRoundTrip(json);
        assertThat(read("{}")).isInstanceOf(BaseEvent.class);
        assertThat(read("{'class_uid':4001,'metadata':{'version':'9.9.9'}}")).isInstanceOf(BaseEvent.class);
    }

    @Test
    void componentsHoldWhatTheAttributesSay() throws IOException {
        NetworkActivity flow = (NetworkActivity)
                read("{'class_uid':4001,'metadata':{'version':'1.8.0'},'severity_id':4,'activity_id':6,"
                        + "'src_endpoint':{'ip':'10.0.0.1','port':443},'time':1700000000000,"
                        + "'traffic':{'bytes':5},'observables':[{'name':'x','type_id':2}],'unmapped':{'a':'b'}}");
        assertThat(Objects.requireNonNull(flow.severityId()).is(SeverityId.HIGH))
                .isTrue();
        assertThat(Objects.requireNonNull(flow.activityId()).known()).isEqualTo(NetworkActivity.ActivityId.TRAFFIC);
        assertThat(Objects.requireNonNull(flow.srcEndpoint()).port()).isEqualTo(443);
        assertThat(flow.time()).isEqualTo(1700000000000L);
        assertThat(Objects.requireNonNull(flow.traffic()).bytes()).isEqualTo(5L);
        assertThat(flow.observables()).hasSize(1);
        assertThat(flow.unmapped()).isEqualTo(Map.of("a", "b"));
        assertThat(flow.additional()).isEmpty();
    }

    @Test
    void anIdThatTheSchemaHasNotIsKept() throws IOException {
        String json = "{'class_uid':4001,'metadata':{'version':'1.8.0'},'severity_id':41,'tls':{'version':'x'}}";
        EnumId<SeverityId> severity = Objects.requireNonNull(read(json).severityId());
        assertThat(severity.id()).isEqualTo(41);
        assertThat(severity.known()).isNull();
        assertThat(severity.caption()).isNull();
        assertThat(severity).hasToString("41").isEqualTo(new EnumId<SeverityId>(41, null));
        assertRoundTrip(json);
        assertThatThrownBy(() -> new EnumId<>(41, SeverityId.HIGH)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'time':'2020-01-01'}",
                "{'time':1.5}",
                "{'time':92233720368547758070}",
                "{'time':null}",
                "{'time':-9223372036854775808}",
                "{'count':2147483648}",
                "{'severity_id':99999999999}",
                "{'severity_id':'High'}",
                "{'severity_id':1e1}",
                "{'message':{'a':1}}",
                "{'message':['a','b']}",
                "{'message':7}",
                "{'metadata':[{'version':'1.8.0'}]}",
                "{'metadata':'1.8.0'}",
                "{'metadata':{'version':'1.8.0','product':7,'labels':['a',7]}}",
                "{'metadata':{'profiles':['a',null]}}",
                "{'observables':{'name':'a'}}",
                "{'observables':[{'name':'a','type_id':5,'own':1},{'name':'b','reputation':{'base_score':1.25}},3]}",
                "{'observables':[]}",
                "{'observables':[[]]}",
                "{'unmapped':[1,2]}",
                "{'unmapped':{'a':{'b':[true,null,1.0,-0.5e-7]}}}",
                "{'unmapped':{}}",
                "{'enrichments':[{'data':'any'},{'data':[1]},{'data':{'a':null}},{'data':null}]}",
                "{'no_such':0,'':1,'\\u0000':2,'a.b':3}",
                "{'class_uid':'4001'}",
                "{'observables':[{'reputation':{'base_score':0.1}},{'reputation':{'base_score':5}}]}",
                "{'observables':[{'reputation':{'base_score':12345678901234567890}}]}",
                "{'observables':[{'reputation':{'base_score':0.1234567890123456789}}]}",
                "{'observables':[{'reputation':{'base_score':1e999}},{'reputation':{'base_score':1e-999}}]}",
                "{'observables':[{'reputation':{'base_score':1e22}},{'reputation':{'base_score':-0.0}}]}",
                "{'message':'\\ud83d\\ude00 \\u0007 \\u20ac \\\\ \\/'}",
            })
    void whatIsReadIsWrittenAgainWhateverItIs(String json) throws IOException {
        assertRoundTrip(json);
    }

    @Test
    void ofTwoMembersWithOneNameTheLastCounts() throws IOException {
        assertThat(write(read("{'time':'x','time':5}"))).isEqualTo("{\"time\":5}");
        assertThat(write(read("{'time':5,'time':'x'}"))).isEqualTo("{\"time\":\"x\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{'a'}",
                "{'a':1}x",
                "{'a':1}{}",
                "{'time':01}",
                "{'metadata':{'a':[1"
            })
    void refusesWhatIsNoJsonObject(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesNestingWithoutEnd() {
        String open = "{\"process\":".repeat(100_000);
        assertThatThrownBy(
                        () -> Events.read(bytes("{\"class_uid\":1007,\"metadata\":{\"version\":\"1.8.0\"},\"process\":"
                                + "{\"parent_process\":".repeat(100_000))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Events.read(bytes(open))).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsReadCannotBeChanged() throws IOException {
        OcsfEvent event = read("{'own':{'a':[1]},'observables':[{'name':'x'}],'unmapped':{'a':{}}}");
        assertThatThrownBy(() -> event.additional().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Objects.requireNonNull(event.observables()).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Objects.requireNonNull(event.unmapped()).put("a", 1))
                .isInstanceOf(UnsupportedOperationException.class);
        Map<String, Object> own =
                Objects.requireNonNull(JsonTree.objectOrNull(event.additional().get("own")));
        assertThatThrownBy(() -> own.put("b", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anOlderEventIsReadInTheNewWordsWhenAsked() throws IOException {
        String json = "{'class_uid':3005,'activity_id':1,'time':1700000000000,'severity_id':1,"
                + "'metadata':{'version':'1.0.0-rc.2','product':{'name':'p'},'profiles':['cloud']},"
                + "'cloud':{'account_uid':'123','provider':'AWS'},'no_such':'kept','api':{'operation':'Get'}}";

        ApiActivity asItIs = (ApiActivity) read(json);
        assertThat(Objects.requireNonNull(asItIs.cloud()).account()).isNull();
        assertThat(asItIs.cloud().additional()).containsEntry("account_uid", "123");
        assertThat(asItIs.additional()).containsEntry("no_such", "kept");
        assertRoundTrip(json);

        ApiActivity upgraded = (ApiActivity) Events.readUpgraded(bytes(json.replace('\'', '"')));
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(upgraded.cloud()).account())
                        .uid())
                .isEqualTo("123");
        assertThat(Objects.requireNonNull(upgraded.metadata()).version()).isEqualTo(Events.VERSION);
        assertThat(upgraded.unmapped()).containsEntry("no_such", "kept").containsEntry("ocsf.version", "1.0.0-rc.2");
        assertThat(upgraded.classUid()).isEqualTo(6003);
    }

    @Test
    void anEventOfNoKnownVersionIsReadAsItIs() throws IOException {
        byte[] json = bytes("{\"class_uid\":4001,\"metadata\":{\"version\":\"9.9.9\"},\"a\":1}");
        assertThat(Events.write(Events.readUpgraded(json))).isEqualTo(Events.write(Events.read(json)));
    }

    @Test
    void readsOneObjectAsItsRecord() throws IOException {
        Process process = Events.read(bytes("{\"pid\":7,\"parent_process\":{\"pid\":1}}"), Process.class);
        assertThat(Objects.requireNonNull(process.parentProcess()).pid()).isEqualTo(1);
        assertThat(process).hasToString("{\"parent_process\":{\"pid\":1},\"pid\":7}");
    }

    @Test
    void numbersInAdditionalMembersHaveAForm() {
        Process process = Process.builder()
                .additional("i", 1)
                .additional("d", 1.5)
                .additional("b", BigInteger.TEN.pow(30))
                .additional("n", JsonTree.NULL)
                .build();
        assertThat(process.additional()).containsEntry("i", 1L).containsEntry("d", new BigDecimal("1.5"));
        assertThat(process).hasToString("{\"i\":1,\"d\":1.5,\"b\":1" + "0".repeat(30) + ",\"n\":null}");
        assertThatThrownBy(() -> Process.builder().additional("x", new Object()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no form in JSON");
    }

    private static void assertRoundTrip(String json) throws IOException {
        byte[] before = bytes(json.replace('\'', '"'));
        byte[] after = Events.write(Events.read(before));
        assertThat(JsonValue.of(after)).isEqualTo(JsonValue.of(before));
    }

    private static OcsfEvent read(String json) throws IOException {
        return Events.read(bytes(json.replace('\'', '"')));
    }

    private static String write(OcsfEvent event) {
        return new String(Events.write(event), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
