package org.ocsf4j.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.ocsf4j.schema.OcsfSchema;

final class BoundedPatternTest {

    private static final OcsfSchema SCHEMA = OcsfSchema.version("1.8.0");

    @Test
    void findsTheExpressionOfTheType() {
        BoundedPattern mac = Objects.requireNonNull(BoundedPattern.of(SCHEMA, "mac_t"));
        assertThat(mac.allows("00:1A:2b:3c:4d:5e")).isTrue();
        assertThat(mac.allows("00:1A:2b:3c:4d")).isFalse();
        BoundedPattern bytes = Objects.requireNonNull(BoundedPattern.of(SCHEMA, "bytestring_t"));
        assertThat(bytes.allows("YWJjZA==")).isTrue();
        assertThat(bytes.allows("not base64!")).isFalse();
        assertThat(BoundedPattern.of(SCHEMA, "string_t")).isNull();
        assertThat(BoundedPattern.of(SCHEMA, "no_such_t")).isNull();
    }

    @Test
    void lookingAnywhereInTheValueIsEnough() {
        assertThat(BoundedPattern.of("b+").allows("abba")).isTrue();
        assertThat(BoundedPattern.of("^b+$").allows("abba")).isFalse();
    }

    @Test
    void anExpressionThatIsNoneInJavaLetsEverythingPass() {
        assertThat(BoundedPattern.of("/^(?>(?1))$/iD").allows("anything")).isTrue();
        assertThat(BoundedPattern.of(OcsfSchema.version("1.0.0"), "ip_t")).isNull();
    }

    @Test
    void givesUpOnWhatWouldTakeAges() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            String value = "a".repeat(100) + "!";
            assertThat(BoundedPattern.of("^(.*a){20}$").allows(value)).isTrue();
            assertThat(BoundedPattern.of("^(.*a){2}$").allows("aa!")).isFalse();
        });
    }

    @Test
    void doesNotTryLongValues() {
        String tooLong = "!".repeat(BoundedPattern.MAX_LENGTH + 1);
        assertThat(BoundedPattern.of("^a$").allows(tooLong)).isTrue();
        assertThat(BoundedPattern.of("^a$").allows("!")).isFalse();
    }

    @Test
    void everyExpressionOfEveryVersionGoesThroughALongValue() {
        for (String version : OcsfSchema.bundledVersions()) {
            OcsfSchema schema = OcsfSchema.version(version);
            for (String type : schema.types().keySet()) {
                BoundedPattern pattern = BoundedPattern.of(schema, type);
                for (String part : new String[] {"a", "a-", "a.", "AAAA", "a@a.", "\u20ac", "0:"}) {
                    String value = part.repeat(BoundedPattern.MAX_LENGTH / part.length());
                    boolean answered = pattern == null || pattern.allows(value) || !pattern.allows(value);
                    assertThat(answered).isTrue();
                }
            }
        }
    }
}
