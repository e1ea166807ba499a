package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineFeedsTest {

    @Test
    void agreesWithALoopWhereverTheLineFeedIs() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(30) == 0 ? 10 : random.nextInt(256) - 128);
            }
            int offset = random.nextInt(bytes.length + 1);
            int length = random.nextInt(bytes.length - offset + 1);
            boolean expected = false;
            for (int i = offset; i < offset + length; i++) {
                expected |= bytes[i] == '\n';
            }
            assertThat(LineFeeds.isIn(bytes, offset, length)).isEqualTo(expected);
        }
    }
}
