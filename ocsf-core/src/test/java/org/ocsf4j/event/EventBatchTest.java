package org.ocsf4j.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;

class EventBatchTest {

    private static final ObjectIdentity OBJECT = new ObjectIdentity(new ObjectLocation("lake", "k"), "e1");
    private static final EventClass DNS = new EventClass("1.1.0", 4003L);

    private final EventBatch batch = new EventBatch(20, 1000);

    @Test
    void belongsToNoObjectBeforeItIsCleared() {
        assertThatThrownBy(batch::object).isInstanceOf(IllegalStateException.class);

        batch.clear(OBJECT);
        assertThat(batch.object()).isEqualTo(OBJECT);
    }

    @Test
    void isFullByBytesAndTakesTheEventThatPassesThem() {
        append("{\"a\":1}", 0);
        append("{\"b\":2}", 1);
        assertThat(batch.isFull()).isFalse();

        append("{\"c\":\"much longer than the batch\"}", 2);
        assertThat(batch.isFull()).isTrue();
        assertThat(batch.event(2)).hasToString("{\"c\":\"much longer than the batch\"}");
    }

    @Test
    void isFullByEvents() {
        EventBatch two = new EventBatch(1 << 20, 2);
        two.append(utf8("{}"), 0, DNS, 1);
        assertThat(two.isFull()).isFalse();
        two.append(utf8("{}"), 1, DNS, 1);
        assertThat(two.isFull()).isTrue();
    }

    @Test
    void keepsWhatBelongsToEachEvent() {
        append("{}", 5);
        batch.append(utf8("{\"a\":1}"), 9, DNS, 1_700_000_000_000L);

        EncodedEvent event = batch.event(1);
        assertThat(event.row()).isEqualTo(9);
        assertThat(event.eventClass()).isEqualTo(DNS);
        assertThat(event.timeMillis()).isEqualTo(1_700_000_000_000L);
        assertThat(event.toBytes()).asString().isEqualTo("{\"a\":1}");
        assertThat(batch.row(0)).isEqualTo(5);
        assertThat(batch.timeMillis(0)).isEqualTo(EventBatch.NO_TIME);
    }

    @Test
    void aClearedBatchShowsNothingOfTheObjectBefore() {
        append("{}", 5);
        batch.clear(OBJECT);

        assertThat(batch.isEmpty()).isTrue();
        assertThat(batch.sizeBytes()).isZero();
        assertThatThrownBy(() -> batch.row(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> batch.event(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesAnEventWithoutBytesOrBehindTheBuffer() {
        assertThatThrownBy(() -> batch.append(0, 0, DNS, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        int behind = batch.buffer().length + 1;
        assertThatThrownBy(() -> batch.append(behind, 0, DNS, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(batch.count()).isZero();
    }

    @Test
    void growingKeepsWhatIsWrittenBeforeThePosition() {
        append("{\"a\":1}", 0);
        byte[] grown = batch.ensureRoom(batch.sizeBytes(), 100_000);

        assertThat(grown).hasSizeGreaterThanOrEqualTo(100_000).isSameAs(batch.buffer());
        assertThat(batch.event(0)).hasToString("{\"a\":1}");
    }

    @Test
    void refusesMoreThanAnArrayHolds() {
        assertThatThrownBy(() -> batch.ensureRoom(1, Integer.MAX_VALUE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2147483648");
    }

    @Test
    void holdsOnlyLinesUntilAnEventIsAppendedThatNobodyVouchesFor() {
        assertThat(batch.holdsOnlyLines()).isTrue();
        line(batch, "{}");
        assertThat(batch.holdsOnlyLines()).isTrue();
        append("{}", 1);
        assertThat(batch.holdsOnlyLines()).isFalse();
        batch.clear(OBJECT);
        assertThat(batch.holdsOnlyLines()).isTrue();
    }

    @Test
    void eventsOfAnotherBatchAreVouchedForOnlyAsFarAsTheyWereThere() {
        EventBatch lines = new EventBatch(100, 10);
        line(lines, "{\"a\":1}");
        EventBatch others = new EventBatch(100, 10);
        others.append(utf8("{\n}"), 7, DNS, 3);

        assertThat(batch.appendFrom(lines, 0)).isEqualTo(1);
        assertThat(batch.holdsOnlyLines()).isTrue();
        assertThat(batch.appendFrom(others, 0)).isEqualTo(1);
        assertThat(batch.holdsOnlyLines()).isFalse();
        assertThat(batch.event(1)).hasToString("{\n}");
        assertThat(batch.row(1)).isEqualTo(7);
    }

    @Test
    void copiesNoMoreThanItHolds() {
        EventBatch one = new EventBatch(100, 1);
        EventBatch two = new EventBatch(100, 10);
        line(two, "{\"a\":1}");
        line(two, "{\"a\":2}");

        assertThat(one.appendFrom(two, 0)).isEqualTo(1);
        assertThat(one.appendFrom(two, 1)).isEqualTo(1);
        assertThat(one.count()).isEqualTo(1);
    }

    @Test
    void exchangesAllThatItKnowsOfItsEvents() {
        EventBatch other = new EventBatch(10, 1);
        batch.clear(OBJECT);
        other.clear(OBJECT);
        other.append(utf8("{\n}"), 7, DNS, 3);
        line(batch, "{\"a\":1}");

        batch.swap(other);

        assertThat(batch.event(0)).hasToString("{\n}");
        assertThat(batch.row(0)).isEqualTo(7);
        assertThat(batch.eventClass(0)).isEqualTo(DNS);
        assertThat(batch.timeMillis(0)).isEqualTo(3);
        assertThat(batch.holdsOnlyLines()).isFalse();
        assertThat(batch.isFull()).isFalse();
        assertThat(other.event(0)).hasToString("{\"a\":1}");
        assertThat(other.holdsOnlyLines()).isTrue();
        assertThat(other.isFull()).isTrue();
    }

    @Test
    void refusesSizesBelowOne() {
        assertThatThrownBy(() -> new EventBatch(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EventBatch(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void itsBytesAreNdjson(@ForAll @Size(max = 600) List<Integer> numbers) {
        EventBatch events = new EventBatch(50, 1000);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            String json = "{\"n\":" + numbers.get(i) + "}";
            expected.append(json).append('\n');
            events.append(utf8(json), i, DNS, i);
        }

        assertThat(new String(events.buffer(), 0, events.sizeBytes(), StandardCharsets.UTF_8))
                .isEqualTo(expected.toString());
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(events.event(i)).hasToString("{\"n\":" + numbers.get(i) + "}");
            assertThat(events.row(i)).isEqualTo(i);
        }
    }

    private void append(String json, long row) {
        batch.append(utf8(json), row, EventClass.UNKNOWN, EventBatch.NO_TIME);
    }

    private static void line(EventBatch target, String json) {
        byte[] bytes = utf8(json);
        int start = target.sizeBytes();
        System.arraycopy(bytes, 0, target.ensureRoom(start, bytes.length), start, bytes.length);
        target.appendLine(start + bytes.length, 0, DNS, 0);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
