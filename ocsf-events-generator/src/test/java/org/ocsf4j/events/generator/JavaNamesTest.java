package org.ocsf4j.events.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JavaNamesTest {

    @Test
    void underscoresBecomeCapitals() {
        assertThat(JavaNames.type("network_activity")).isEqualTo("NetworkActivity");
        assertThat(JavaNames.type("ja4_fingerprint")).isEqualTo("Ja4Fingerprint");
        assertThat(JavaNames.component("src_endpoint")).isEqualTo("srcEndpoint");
        assertThat(JavaNames.component("uid")).isEqualTo("uid");
    }

    @Test
    void whatJavaDoesNotAllowGetsAWordBehindIt() {
        assertThat(JavaNames.component("class")).isEqualTo("classValue");
        assertThat(JavaNames.component("package")).isEqualTo("packageValue");
        assertThat(JavaNames.component("hash_code")).isEqualTo("hashCodeValue");
        assertThat(JavaNames.component("additional")).isEqualTo("additionalValue");
    }

    @Test
    void captionsBecomeConstants() {
        assertThat(JavaNames.constant("Access Revoked")).isEqualTo("ACCESS_REVOKED");
        assertThat(JavaNames.constant("TLS v1.2 (old)")).isEqualTo("TLS_V1_2_OLD");
        assertThat(JavaNames.constant("3DES")).isEqualTo("_3DES");
        assertThat(JavaNames.constant("\u20ac")).isEqualTo("_");
    }

    @Test
    void literalsAndJavadocStandForThemselves() {
        assertThat(JavaNames.literal("a\"b\\c\nd\u20ac\u0007")).isEqualTo("\"a\\\"b\\\\c\\nd\\u20ac\\u0007\"");
        assertThat(JavaNames.javadoc("a <b> & {@code c} */")).isEqualTo("a &lt;b&gt; &amp; &#123;&#64;code c} *&#47;");
    }
}
