package org.ocsf4j.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ObjectIdentityTest {

    private static final String E_TAG = "9e107d9d372bb6826bd81d3542a419d6";

    /** Frozen: a changed value means that every document would be stored a second time. */
    @Test
    void documentIdsAreFrozen() {
        ObjectIdentity object = identity("lake", "ext/region=eu-west-1/été 1.parquet", E_TAG);

        assertThat(object.documentIdPrefix()).isEqualTo("NqUHDBoTeF6eaYXZnCRvUQ");
        assertThat(ObjectIdentity.ID_FORMAT).isEqualTo(1);
    }

    @Test
    void partsThatOnlyTogetherAreEqualGiveDifferentIds() {
        assertThat(identity("ab", "c", E_TAG).documentIdPrefix())
                .isNotEqualTo(identity("a", "bc", E_TAG).documentIdPrefix());
        assertThat(identity("a", "bc", "d").documentIdPrefix())
                .isNotEqualTo(identity("a", "b", "cd").documentIdPrefix());
    }

    @Test
    void everyPartCounts() {
        String id = identity("a", "b", "c").documentIdPrefix();

        assertThat(identity("A", "b", "c").documentIdPrefix()).isNotEqualTo(id);
        assertThat(identity("a", "B", "c").documentIdPrefix()).isNotEqualTo(id);
        assertThat(identity("a", "b", "C").documentIdPrefix()).isNotEqualTo(id);
    }

    @Test
    void takesQuotationMarksOffTheEntityTag() {
        assertThat(identity("a", "b", "\"" + E_TAG + "\"")).isEqualTo(identity("a", "b", E_TAG));
    }

    @Test
    void refusesAnEmptyEntityTag() {
        assertThatThrownBy(() -> identity("a", "b", "\"\""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("s3://a/b");
    }

    @Test
    void controlCharactersOfAKeyDoNotReachALogLine() {
        assertThat(new ObjectLocation("a", "x\r\nstate=SETTLED")).hasToString("s3://a/x\uFFFD\uFFFDstate=SETTLED");
    }

    @Property
    void idsAreShortAndSafeInAUrl(@ForAll @StringLength(min = 1, max = 300) String key) {
        assertThat(identity("lake", key, E_TAG).documentIdPrefix()).matches("[A-Za-z0-9_-]{22}");
    }

    private static ObjectIdentity identity(String bucket, String key, String eTag) {
        return new ObjectIdentity(new ObjectLocation(bucket, key), eTag);
    }
}
