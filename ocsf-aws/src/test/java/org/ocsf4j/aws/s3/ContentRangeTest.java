package org.ocsf4j.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentRangeTest {

    @Test
    void readsFirstLastAndSize() {
        assertThat(ContentRange.parse("bytes 3-9/10")).isEqualTo(new ContentRange(3, 9, 10));
        assertThat(new ContentRange(3, 9, 10).length()).isEqualTo(7);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes 0-9/*",
                "bytes */10",
                "bytes 5-4/10",
                "bytes 0-10/10",
                "bytes -1-2/3",
                "bytes 0-9999999999999999999/99999999999999999999",
                "items 0-1/2"
            })
    void believesNoOtherForm(String header) {
        assertThat(ContentRange.parse(header)).isNull();
    }
}
