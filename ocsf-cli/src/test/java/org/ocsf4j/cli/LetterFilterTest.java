package org.ocsf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.object.ObjectLocation;

class LetterFilterTest {

    private static final DeadLetter LETTER = new DeadLetter(
            new ObjectLocation("lake", "aws/x.parquet"),
            "e",
            1L,
            400,
            "mapper_parsing_exception",
            "failed to parse [n]\nmore",
            "ocsf-1.1.0-6003-api_activity-2026.11.24",
            "id-1",
            "{}".getBytes(StandardCharsets.UTF_8),
            1,
            Instant.EPOCH);

    private static boolean fits(String... conditions) {
        return LetterFilter.of(List.of(conditions)).test(LETTER);
    }

    @Test
    void everyConditionHasToFitTheWholeField() {
        assertThat(fits()).isTrue();
        assertThat(fits("status=400", "index=ocsf-*-6003-*", "reason=*[n]*", "key=aws/*", "bucket=lake"))
                .isTrue();
        assertThat(fits("status=40")).isFalse();
        assertThat(fits("index=*6003*", "errorType=strict*")).isFalse();
        assertThat(fits("index=ocsf.1.1.0*")).as("a dot is a dot").isFalse();
    }

    @Test
    void refusesWhatIsNoCondition() {
        for (String condition : List.of("index", "=x", "document=*")) {
            assertThatThrownBy(() -> LetterFilter.of(List.of(condition)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("FIELD=GLOB");
        }
    }
}
