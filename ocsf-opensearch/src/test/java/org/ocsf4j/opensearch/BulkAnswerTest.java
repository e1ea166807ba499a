package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BulkAnswerTest {

    private static final String CREATED = "{\"create\":{\"status\":201}}";
    private static final String ALL_CREATED =
            "{\"took\":30,\"errors\":false,\"items\":[" + CREATED + "," + CREATED + "," + CREATED + "]}";

    private static int[] statuses(String body, int expected) {
        BulkAnswer answer = BulkAnswer.read(body.getBytes(StandardCharsets.UTF_8), expected);
        int[] statuses = new int[expected];
        Arrays.setAll(statuses, answer::status);
        return statuses;
    }

    @Test
    void knowsTheAnswerThatAllWasCreated() {
        assertThat(StoredItems.read(ALL_CREATED.getBytes(StandardCharsets.UTF_8), new int[3]))
                .isTrue();
        assertThat(statuses(ALL_CREATED, 3)).containsExactly(201, 201, 201);
    }

    @Test
    void trustsNoAnswerWithMoreItemsThanWereSent() {
        assertThat(statuses(ALL_CREATED, 2)).containsExactly(0, 0);
        assertThat(statuses(ALL_CREATED, 1)).containsExactly(0);
    }

    @Test
    void leavesOpenWhatAnAnswerDoesNotHold() {
        assertThat(statuses(ALL_CREATED, 4)).containsExactly(201, 201, 201, 0);
        assertThat(statuses("", 1)).containsExactly(0);
        assertThat(statuses("{\"took\":1,\"errors\":false,\"items\":[]}", 1)).containsExactly(0);
    }

    @Test
    void leavesOpenWhatIsCutOffAtAnyByte() {
        int items = ALL_CREATED.indexOf('[') + 1;
        for (int length = 0; length < ALL_CREATED.length() - 2; length++) {
            int whole = Math.max(0, (length - items + 1) / (CREATED.length() + 1));
            int[] statuses = statuses(ALL_CREATED.substring(0, length), 3);
            for (int item = 0; item < 3; item++) {
                if (item >= whole) {
                    // the parser may know the status of an item whose last brackets are missing
                    assertThat(statuses[item])
                            .as("%d bytes, item %d", length, item)
                            .isIn(0, 201);
                } else {
                    assertThat(statuses[item])
                            .as("%d bytes, item %d", length, item)
                            .isEqualTo(201);
                }
            }
            assertThat(StoredItems.read(ALL_CREATED.substring(0, length).getBytes(StandardCharsets.UTF_8), new int[3]))
                    .isFalse();
        }
    }

    @Test
    void tellsEveryOtherStatusApart() {
        for (String status : new String[] {"200", "409", "400", "429", "999"}) {
            String body = ALL_CREATED.replaceFirst(
                    "201}},\\{\"create\":\\{\"status\":201", "201}},{\"create\":{\"status\":" + status);
            assertThat(statuses(body, 3)).containsExactly(201, Integer.parseInt(status), 201);
        }
        assertThat(statuses(ALL_CREATED.replace("create", "index"), 3)).containsExactly(201, 201, 201);
        assertThat(statuses(ALL_CREATED.replace("\"took\":30,", ""), 3)).containsExactly(201, 201, 201);
    }
}
