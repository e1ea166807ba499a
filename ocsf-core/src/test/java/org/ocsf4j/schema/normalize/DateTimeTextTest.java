package org.ocsf4j.schema.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class DateTimeTextTest {

    @Property
    void writesWhatTheLibraryWrites(
            @ForAll @LongRange(min = -62_167_219_200_000L, max = 253_402_300_799_999L) long millis) {
        byte[] out = new byte[DateTimeText.MAX_BYTES + 2];
        int end = DateTimeText.write(millis, out, 1);
        String text = new String(out, 1, end - 1, StandardCharsets.ISO_8859_1);
        assertThat(text).isEqualTo(Times.text(millis));
        assertThat(DateTimeText.millis(out, 1, end)).isEqualTo(millis);
    }

    @Test
    void onlyYearsOfFourDigitsHaveAText() {
        for (long millis : new long[] {
            -62_167_219_200_001L,
            -62_167_219_200_000L,
            253_402_300_799_999L,
            253_402_300_800_000L,
            Long.MAX_VALUE,
            Long.MIN_VALUE
        }) {
            assertThat(DateTimeText.hasText(millis)).as("%d", millis).isEqualTo(Times.text(millis) != null);
        }
    }

    @Test
    void readsOnlyWhatTheLibraryReadsAndTheSame() {
        List<String> texts = List.of(
                "2024-02-29T23:59:59Z",
                "2023-02-29T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-00-01T00:00:00Z",
                "2024-01-32T00:00:00Z",
                "2024-04-31T00:00:00Z",
                "2024-01-00T00:00:00Z",
                "2024-01-01T24:00:00Z",
                "2024-01-01T00:60:00Z",
                "2024-01-01T00:00:60Z",
                "2024-01-01T00:00:00",
                "2024-01-01T00:00:00.5",
                "2024-01-01T00:00:00.123456789Z",
                "2024-01-01T00:00:00.1234567890Z",
                "2024-01-01T00:00:00.Z",
                "2024-01-01T00:00:00.12xZ",
                "2024-01-01 00:00:00Z",
                "2024-01-01T00:00:0",
                "1900-02-29T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z",
                "1969-12-31T23:59:59.999999Z",
                "2024-01-01T00:00:00z",
                "2024-01-01T00:00:00ZZ",
                "２024-01-01T00:00:00Z",
                "",
                "Z");
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            long millis = DateTimeText.millis(bytes, 0, bytes.length);
            if (millis != DateTimeText.NONE) {
                assertThat(Times.epochMillis(text)).as(text).isEqualTo(millis);
            }
        }
        assertThat(texts.stream().filter(t -> millis(t) != DateTimeText.NONE)).hasSize(7);
    }

    private static long millis(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return DateTimeText.millis(bytes, 0, bytes.length);
    }
}
