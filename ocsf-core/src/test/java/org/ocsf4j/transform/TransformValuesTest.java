package org.ocsf4j.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TransformValuesTest {

    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    @Test
    void aPathIsSplitAtItsDots() {
        assertThat(FieldPath.of("actor.user.uid").names()).containsExactly("actor", "user", "uid");
        assertThat(FieldPath.of("actor.user.uid").name()).isEqualTo("uid");
        assertThat(new FieldPath(List.of("a.b"))).hasToString("a.b").isNotEqualTo(FieldPath.of("a.b"));
    }

    @Test
    void aPathHasNoEmptyNames() {
        for (String dotted : List.of("", ".", "a.", ".a", "a..b")) {
            assertThatIllegalArgumentException().as(dotted).isThrownBy(() -> FieldPath.of(dotted));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new FieldPath(List.of()));
    }

    @Test
    void valuesAreStringsNumbersAndBooleans() {
        assertThat(RowFilter.Scalar.of("1")).isEqualTo(new RowFilter.Scalar.Text("1"));
        assertThat(RowFilter.Scalar.of(1)).isEqualTo(new RowFilter.Scalar.Numeric(BigDecimal.ONE));
        assertThat(RowFilter.Scalar.of(true)).isEqualTo(new RowFilter.Scalar.Truth(true));
        assertThatIllegalArgumentException().isThrownBy(() -> RowFilter.equal("a", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> RowFilter.equal("a", Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> RowFilter.range("a", 2, 1));
    }

    @Test
    void filtersAndRulesAddUp() {
        RowFilter one = RowFilter.equal("a", 1);
        RowFilter two = RowFilter.present("b");

        assertThat(Transform.NONE.isNone()).isTrue();
        assertThat(Transform.NONE.where(one)).isEqualTo(new Transform(one, List.of()));
        assertThat(Transform.NONE.where(one).where(two).filter()).isEqualTo(RowFilter.all(one, two));
        assertThat(Transform.NONE
                        .with(FieldRule.drop("a"))
                        .with(FieldRule.mask("b"))
                        .rules())
                .containsExactly(FieldRule.drop("a"), FieldRule.mask("b"));
        assertThat(Transform.NONE.with(FieldRule.drop("a")).isNone()).isFalse();
    }

    @Test
    void aKeyHashesAsRfc4231Says() {
        byte[] key = HexFormat.of().parseHex("0b".repeat(20));

        assertThat(HexFormat.of()
                        .formatHex(new HashKey(key).mac().doFinal("Hi There".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    @Test
    void aKeyIsLongAndInNoText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HashKey(new byte[15]))
                .withMessageContaining("15 bytes");
        assertThat(FieldRule.hash("a", KEY).toString()).doesNotContain("0123456789");
    }
}
