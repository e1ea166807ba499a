package org.ocsf4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OcsfClassesTest {

    @Test
    void aUidMeansWhatItsVersionSays() {
        assertThat(OcsfClasses.find("1.0.0-rc.2", 3005))
                .isEqualTo(new OcsfClass("1.0.0-rc.2", 3005, "api_activity", "API Activity", 3, "audit"));
        assertThat(OcsfClasses.find("1.1.0", 3005))
                .isEqualTo(new OcsfClass("1.1.0", 3005, "user_access", "User Access Management", 3, "iam"));
    }

    @Test
    void findsNothingForWhatNoVersionHas() {
        assertThat(OcsfClasses.find("1.1.0", 999_999)).isNull();
        assertThat(OcsfClasses.find("9.9.9", 3005)).isNull();
        assertThat(OcsfClasses.find(null, 3005)).isNull();
        assertThat(OcsfClasses.isKnownVersion("1.1.0\n")).isFalse();
    }

    @Test
    void bundlesEveryReleasedVersionInOrder() {
        assertThat(OcsfClasses.versions())
                .startsWith("1.0.0-rc.2", "1.0.0-rc.3", "1.0.0", "1.1.0")
                .contains("1.8.0")
                .hasSize(12);
    }

    @Test
    void namesCanStandInAnIndexName() {
        assertThat(OcsfClasses.all()).allSatisfy(c -> {
            assertThat(c.name()).matches("[a-z0-9_]+");
            assertThat(c.version()).matches("[a-z0-9.-]+");
            assertThat(c.categoryName()).matches("[a-z0-9_]+");
        });
    }
}
