package org.ocsf4j.schema.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ocsf4j.schema.view.OcsfEventView;

final class OcsfNormalizerTest {

    private static final String API =
            """
            {'metadata':{'version':'1.0.0-rc.2','product':{'name':'p','vendor_name':'v'},'profiles':['cloud']},
             'time':1468523745000,'cloud':{'account_uid':'123','provider':'AWS'},'api':{'operation':'o'},
             'actor':{'user':{'uid':'principal','uuid':'arn','account_uid':'456','type':'IAMUser'},'session':{'mfa':true}},
             'src_endpoint':{'ip':'192.0.2.1'},'class_uid':3005,'category_uid':3,'severity_id':1,'activity_id':3,
             'type_uid':300503,'status':'Failure','confidence':80,'data':'d','odd':1,'unmapped':{'k':'v'}}
            """;

    private static final String FINDING =
            """
            {'metadata':{'version':'1.0.0-rc.2','product':{'name':'p','vendor_name':'v'},'profiles':[]},'time':1468523745000,
             'finding':{'uid':'f','title':'t','remediation':{'desc':'r'}},'class_uid':2001,'category_uid':2,
             'severity_id':1,'activity_id':1,'type_uid':200101,'state_id':3,'state':'Suppressed','confidence':70,
             'process':{'pid':1},'resources':[{'uid':'a','details':'x'},{'uid':'b'}]%s}
            """;

    private final OcsfEventView view = new OcsfEventView();

    @Test
    void apiActivityGoesByItsNameToItsNewUid() {
        normalize(OcsfNormalizer.builder(), API);

        assertThat(view.longAt("class_uid")).isEqualTo(6003L);
        assertThat(view.longAt("category_uid")).isEqualTo(6L);
        assertThat(view.longAt("type_uid")).isEqualTo(600303L);
        assertThat(view.textAt("class_name")).isEqualTo("API Activity");
        assertThat(view.textAt("metadata.version")).isEqualTo("1.1.0");
        assertThat(view.textAt("unmapped.ocsf\\.version")).isNull();
        assertThat(view.jsonAt("unmapped")).contains("\"ocsf.version\":\"1.0.0-rc.2\"", "\"ocsf.class_uid\":\"3005\"");
    }

    @Test
    void attributesGoWhereTheNewerVersionHasThem() {
        normalize(OcsfNormalizer.builder(), API);

        assertThat(view.textAt("cloud.account.uid")).isEqualTo("123");
        assertThat(view.textAt("actor.user.uid")).isEqualTo("arn");
        assertThat(view.textAt("actor.user.uid_alt")).isEqualTo("principal");
        assertThat(view.textAt("actor.user.account.uid")).isEqualTo("456");
        assertThat(view.booleanAt("actor.session.is_mfa", false)).isTrue();
        assertThat(view.has("actor.session.mfa")).isFalse();
    }

    @Test
    void whatHasNoPlaceIsKeptInUnmapped() {
        normalize(OcsfNormalizer.builder(), API);

        assertThat(view.textAt("unmapped.k")).isEqualTo("v");
        assertThat(view.textAt("unmapped.data")).isEqualTo("d");
        assertThat(view.longAt("unmapped.odd")).isEqualTo(1L);
        assertThat(view.longAt("unmapped.confidence")).isEqualTo(80L);
    }

    @Test
    void idsCaptionsTwinsAndObservablesAreFilledIn() {
        normalize(OcsfNormalizer.builder(), API);

        assertThat(view.longAt("status_id")).isEqualTo(2L);
        assertThat(view.longAt("actor.user.type_id")).isEqualTo(99L);
        assertThat(view.textAt("actor.user.type")).isEqualTo("IAMUser");
        assertThat(view.textAt("severity")).isEqualTo("Informational");
        assertThat(view.textAt("time_dt")).isEqualTo("2016-07-14T19:15:45Z");
        assertThat(view.jsonAt("metadata.profiles")).isEqualTo("[\"cloud\",\"datetime\"]");
        assertThat(view.jsonAt("observables"))
                .contains(
                        "{\"name\":\"src_endpoint.ip\",\"type\":\"IP Address\",\"type_id\":2,\"value\":\"192.0.2.1\"}");
    }

    @Test
    void aSecurityFindingGoesByItsContent() {
        normalize(OcsfNormalizer.builder(), FINDING.formatted(""));
        assertThat(view.longAt("class_uid")).isEqualTo(2004L);
        assertThat(view.textAt("finding_info.uid")).isEqualTo("f");
        assertThat(view.textAt("remediation.desc")).isEqualTo("r");
        assertThat(view.longAt("status_id")).isEqualTo(3L);
        assertThat(view.longAt("confidence_score")).isEqualTo(70L);
        assertThat(view.longAt("evidences[0].process.pid")).isEqualTo(1L);
        assertThat(view.textAt("resources[0].data")).isEqualTo("x");
        assertThat(view.textAt("resources[1].uid")).isEqualTo("b");

        normalize(OcsfNormalizer.builder(), FINDING.formatted(",'compliance':{'status':'PASSED'}"));
        assertThat(view.longAt("class_uid")).isEqualTo(2003L);
        assertThat(view.textAt("resource.uid")).isEqualTo("a");
        assertThat(view.textAt("unmapped.resources[1].uid")).isEqualTo("b");

        normalize(OcsfNormalizer.builder(), FINDING.formatted(",'vulnerabilities':[{'cve':{'uid':'CVE-1'}}]"));
        assertThat(view.longAt("class_uid")).isEqualTo(2002L);
        assertThat(view.textAt("vulnerabilities[0].cve.uid")).isEqualTo("CVE-1");
    }

    @Test
    void timesInSecondsBecomeMillisecondsAndAreKept() {
        normalize(OcsfNormalizer.builder(), API.replace("1468523745000", "1468523745"));
        assertThat(view.longAt("time")).isEqualTo(1468523745000L);
        assertThat(view.textAt("metadata.original_time")).isEqualTo("1468523745");
    }

    @Test
    void aTimestampComesBackFromItsTwin() {
        String event = API.replace("1.0.0-rc.2", "1.1.0")
                .replace("3005", "6003")
                .replace("300503", "600303")
                .replace("'data':'d',", "'end_time_dt':'2016-07-14T19:15:45.123Z',");
        normalize(OcsfNormalizer.builder(), event);
        assertThat(view.longAt("end_time")).isEqualTo(1468523745123L);
    }

    @Test
    void stepsAndFieldsCanBeLeftOut() {
        normalize(
                OcsfNormalizer.builder()
                        .without(
                                NormalizationStep.OBSERVABLES,
                                NormalizationStep.DATETIMES,
                                NormalizationStep.KEEP_ORIGINAL)
                        .keep("cloud.account_uid"),
                API);
        assertThat(view.has("observables")).isFalse();
        assertThat(view.has("time_dt")).isFalse();
        assertThat(view.jsonAt("unmapped")).doesNotContain("ocsf.version");
        assertThat(view.textAt("cloud.account_uid")).isEqualTo("123");

        NormalizedEvent off = normalizer(OcsfNormalizer.builder().without(NormalizationStep.values()), API);
        assertThat(off.toString()).contains("\"class_uid\":3005").contains("\"mfa\":true");
    }

    @Test
    void anEventThatCannotBeNormalisedComesBackAsItIs() {
        for (String event : new String[] {
            "{",
            "[]",
            "{}",
            API.replace("1.0.0-rc.2", "9.9.9"),
            API.replace("3005", "3999"),
            API.replace("1.0.0-rc.2", "1.8.0")
        }) {
            NormalizedEvent left = normalizer(OcsfNormalizer.builder(), event);
            assertThat(left.isNormalized()).as(event).isFalse();
            assertThat(left.json()).isEqualTo(bytes(event));
        }
    }

    @Test
    void normalisingTwiceChangesNothingMore() {
        NormalizedEvent once = normalizer(OcsfNormalizer.builder(), API);
        NormalizedEvent twice = OcsfNormalizer.builder().build().normalize(once.json(), 0, once.json().length);
        assertThat(twice).hasToString(once.toString());
    }

    private void normalize(OcsfNormalizer.Builder options, String event) {
        NormalizedEvent normalized = normalizer(options, event);
        assertThat(normalized.problem()).isNull();
        view.of(normalized.json(), 0, normalized.json().length);
    }

    private static NormalizedEvent normalizer(OcsfNormalizer.Builder options, String event) {
        byte[] json = bytes(event);
        return options.build().normalize(json, 0, json.length);
    }

    private static byte[] bytes(String event) {
        return event.strip().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
