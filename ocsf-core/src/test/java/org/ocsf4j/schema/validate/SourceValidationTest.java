package org.ocsf4j.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceValidationTest {

    private static final String GOOD =
            """
            {'metadata':{'version':'1.1.0','product':{'vendor_name':'v','name':'n'},'profiles':['cloud','datetime']},
             'cloud':{'provider':'AWS'},'time':1649721732000,'class_uid':4001,'class_name':'Network Activity',
             'category_uid':4,'activity_id':6,'activity_name':'Traffic','type_uid':400106,'severity_id':1,
             'src_endpoint':{'ip':'10.0.0.1','port':443},'dst_endpoint':{'uid':'d'},'connection_info':{'direction_id':1,'direction':'Inbound'},
             'start_time_dt':'2022-04-12T00:02:12Z','unmapped':{'x':[1,{'y':null}]}}
            """;

    private final SourceValidation source = OcsfValidator.builder().build().source("test");

    @Test
    void findsNothingInAGoodEvent() {
        assertThat(problems(GOOD)).isEmpty();
        assertThat(problems(GOOD)).isEmpty();
        assertThat(source.report().events()).isEqualTo(2);
        assertThat(source.report().eventsWithFindings()).isZero();
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(problems(GOOD.replace("'severity_id':1,", "").replace("'ip':'10.0.0.1','port':443", "'port':443")))
                .containsExactlyInAnyOrder("MISSING_REQUIRED severity_id", "AT_LEAST_ONE src_endpoint");
        assertThat(problems(GOOD.replace("'severity_id':1,", "'severity_id':null,")))
                .containsExactly("MISSING_REQUIRED severity_id");
    }

    @Test
    void asksForAProfilesAttributesOnlyWhereTheProfileIsListed() {
        assertThat(problems(GOOD.replace("'cloud':{'provider':'AWS'},", ""))).containsExactly("MISSING_REQUIRED cloud");
        assertThat(problems(GOOD.replace("['cloud','datetime']", "['cloud']")))
                .containsExactly("INACTIVE_PROFILE start_time_dt");
        assertThat(problems(GOOD.replace(",'profiles':['cloud','datetime']", "")
                        .replace("'cloud':{'provider':'AWS'},", "")))
                .isEmpty();
        assertThat(problems(GOOD.replace("['cloud','datetime']", "['cloud','datetime','no']")))
                .containsExactly("UNKNOWN_PROFILE metadata.profiles");
    }

    @Test
    void namesWrongTypesRangesAndFormats() {
        assertThat(problems(GOOD.replace("443", "'443'"))).containsExactly("WRONG_TYPE src_endpoint.port");
        assertThat(problems(GOOD.replace("443", "65536"))).containsExactly("OUT_OF_RANGE src_endpoint.port");
        assertThat(problems(GOOD.replace("443", "443.0"))).containsExactly("WRONG_TYPE src_endpoint.port");
        assertThat(problems(GOOD.replace("10.0.0.1", "-"))).containsExactly("BAD_FORMAT src_endpoint.ip");
        assertThat(problems(GOOD.replace("12T00", "12 00"))).containsExactly("BAD_FORMAT start_time_dt");
        assertThat(problems(GOOD.replace("{'provider':'AWS'}", "'AWS'"))).containsExactly("WRONG_TYPE cloud");
        assertThat(problems(GOOD.replace("{'ip':'10.0.0.1','port':443}", "[{'ip':'10.0.0.1'}]")))
                .containsExactly("WRONG_TYPE src_endpoint");
    }

    @Test
    void namesWhatATypesExpressionDoesNotAllow() {
        check(source, GOOD.replace("'port':443", "'port':443,'mac':'00:11:22:33:44:55'"));
        assertThat(source.findings()).noneMatch(f -> f.rule() == ValidationRule.PATTERN_MISMATCH);
        check(source, GOOD.replace("'port':443", "'port':443,'mac':'eth0'"));
        assertThat(source.findings())
                .filteredOn(f -> f.rule() == ValidationRule.PATTERN_MISMATCH)
                .extracting(Finding::path, Finding::value)
                .containsExactly(tuple("src_endpoint.mac", "eth0"));
    }

    @Test
    void notesWhatTheSchemaAdvisesAgainst() {
        check(source, "{'class_uid':2001,'metadata':{'version':'1.1.0'}}");
        assertThat(source.findings())
                .filteredOn(f -> f.rule() == ValidationRule.DEPRECATED)
                .extracting(Finding::path, Finding::severity)
                .containsExactly(tuple("", Severity.NOTE));
        check(source, GOOD);
        assertThat(source.findings()).noneMatch(f -> f.rule() == ValidationRule.DEPRECATED);
    }

    @Test
    void tellsSecondsAndMicrosecondsFromMilliseconds() {
        assertThat(problems(GOOD.replace("1649721732000", "1649721732"))).containsExactly("TIMESTAMP_UNIT time");
        assertThat(problems(GOOD.replace("1649721732000", "1649721732000000"))).containsExactly("TIMESTAMP_UNIT time");
        assertThat(problems(GOOD.replace("1649721732000", "0"))).isEmpty();
    }

    @Test
    void comparesIdsCaptionsAndTypeUid() {
        assertThat(problems(GOOD.replace("'activity_id':6", "'activity_id':7").replace("400106", "400107")))
                .containsExactly("UNKNOWN_ENUM_VALUE activity_id");
        assertThat(problems(GOOD.replace("Inbound", "Outbound")))
                .containsExactly("CAPTION_MISMATCH connection_info.direction");
        assertThat(problems(
                        GOOD.replace("'direction_id':1,", "").replace("'direction'", "'direction_id':99,'direction'")))
                .isEmpty();
        assertThat(problems(GOOD.replace("'direction_id':1,", "")))
                .containsExactlyInAnyOrder(
                        "MISSING_REQUIRED connection_info.direction_id",
                        "CAPTION_WITHOUT_ID connection_info.direction");
        assertThat(problems(GOOD.replace("400106", "400101"))).containsExactly("TYPE_UID type_uid");
    }

    @Test
    void namesUnknownDoubledAndDeprecatedAttributes() {
        assertThat(problems(GOOD.replace("'time'", "'nope':{'a':1},'time'"))).containsExactly("UNKNOWN_ATTRIBUTE nope");
        assertThat(problems(GOOD.replace("'time':", "'time':1649721732000,'time':")))
                .containsExactly("DUPLICATE_NAME time");
        assertThat(problems(GOOD.replace("'time'", "'\\u0000*':1,'time'"))).hasSize(1);
    }

    @Test
    void checksEachEventByItsOwnVersionAndClass() {
        assertThat(problems(GOOD)).isEmpty();
        assertThat(problems(GOOD.replace("1.1.0", "9.9.9"))).containsExactly("UNKNOWN_VERSION metadata.version");
        assertThat(problems(GOOD.replace("4001,", "4999,"))).containsExactly("UNKNOWN_CLASS class_uid");
        assertThat(problems(GOOD.replace("'class_uid':4001,", ""))).containsExactly("UNKNOWN_CLASS class_uid");
        assertThat(problems(GOOD)).isEmpty();
        assertThat(problems("{}")).containsExactly("UNKNOWN_VERSION metadata.version");
    }

    @Test
    void aGivenVersionGoesBeforeTheEventsOwn() {
        SourceValidation old =
                OcsfValidator.builder().version("1.0.0-rc.2").build().source("old");
        check(old, GOOD);
        assertThat(old.findings()).extracting(Finding::path).contains("cloud.account_uid");
        assertThatThrownBy(() -> OcsfValidator.builder().version("9.9.9").build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesThatAreNoJsonAreOneFinding() {
        assertThat(problems(GOOD.substring(0, 100))).containsExactly("MALFORMED_JSON ");
        assertThat(problems("[".repeat(10_000))).containsExactly("MALFORMED_JSON ");
        assertThat(problems("{'class_uid':4001,'metadata':{'version':'1.1.0'},'process':" + "{'a':".repeat(5_000)))
                .containsExactly("MALFORMED_JSON ");
        assertThat(problems(GOOD)).isEmpty();
    }

    @Test
    void manyUnknownNamesAreCountedTogether() {
        for (int i = 0; i < 1_000; i++) {
            check(source, GOOD.replace("'time'", "'unknown" + i + "':1,'time'"));
        }
        List<RuleCount> unknown = source.report().counts().stream()
                .filter(c -> c.rule() == ValidationRule.UNKNOWN_ATTRIBUTE)
                .toList();
        assertThat(unknown).hasSizeLessThan(100);
        assertThat(unknown.stream().mapToLong(RuleCount::count).sum()).isEqualTo(1_000);
    }

    @Test
    void reportsCountsWithSamplesAndAddsUp() {
        for (int i = 0; i < 10; i++) {
            check(source, GOOD.replace("443", "'" + i + "'"));
        }
        ValidationReport report = source.report();
        RuleCount count = report.counts().get(0);
        assertThat(count.path()).isEqualTo("src_endpoint.port");
        assertThat(count.count()).isEqualTo(10);
        assertThat(count.samples()).hasSize(3).extracting(Finding::value).containsExactly("0", "1", "2");
        assertThat(report.eventsWithErrors()).isEqualTo(10);
        assertThat(report.plus(report).counts().get(0).count()).isEqualTo(20);
    }

    @Test
    void theLevelSaysWhatIsDone() {
        String bad = GOOD.replace("443", "'443'");
        assertThat(check(source(ValidationLevel.OFF), "no JSON at all")).isTrue();
        assertThat(check(source(ValidationLevel.COUNT), bad)).isTrue();
        assertThat(check(source(ValidationLevel.REJECT), bad)).isFalse();
        assertThat(check(source(ValidationLevel.REJECT), GOOD)).isTrue();
    }

    @Test
    void tagsAnEventWithItsFindings() {
        SourceValidation tagging = source(ValidationLevel.TAG);
        byte[] json = bytes(GOOD.replace("443", "'443'"));
        tagging.check(json, 0, json.length);
        assertThat(new String(tagging.tagged(json, 0, json.length), StandardCharsets.UTF_8))
                .endsWith(",\"ocsf_findings\":[\"WRONG_TYPE src_endpoint.port\"]}");
        byte[] good = bytes(GOOD);
        tagging.check(good, 0, good.length);
        assertThat(tagging.tagged(good, 0, good.length)).isEqualTo(good);
    }

    private static SourceValidation source(ValidationLevel level) {
        return OcsfValidator.builder().level(level).build().source(level.name());
    }

    /** Errors and warnings as {@code RULE path}. */
    private List<String> problems(String event) {
        check(source, event);
        return source.findings().stream()
                .filter(f -> f.severity() != Severity.NOTE)
                .map(f -> f.rule() + " " + f.path())
                .toList();
    }

    private static boolean check(SourceValidation source, String event) {
        byte[] json = bytes(event);
        return source.check(json, 0, json.length);
    }

    private static byte[] bytes(String event) {
        return event.strip().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
