package org.ocsf4j.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.sink.EventOutcome.ALREADY_PRESENT;
import static org.ocsf4j.sink.EventOutcome.FILTERED;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;

/** Sinks made of sinks: an event is settled when all that should have it have settled it. */
class ComposedSinksTest {

    private static final EventOutcome REJECTED = new EventOutcome.Rejected(400, "x", "no", null, null);

    /** Answers by a script, and notes the rows that it was given. */
    private static final class Scripted implements EventSink {
        private final Function<Long, EventOutcome> outcome;
        private final List<Long> rows = new ArrayList<>();
        private boolean ready = true;

        Scripted(Function<Long, EventOutcome> outcome) {
            this.outcome = outcome;
        }

        @Override
        public List<EventOutcome> write(EventBatch batch) {
            List<EventOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i < batch.count(); i++) {
                rows.add(batch.row(i));
                outcomes.add(outcome.apply(batch.row(i)));
            }
            return outcomes;
        }

        @Override
        public boolean isReady() {
            return ready;
        }
    }

    private static EventBatch batch(long... classUids) {
        EventBatch batch = new EventBatch(1 << 20, 1_000);
        batch.clear(new ObjectIdentity(new ObjectLocation("lake", "k"), "e"));
        for (int row = 0; row < classUids.length; row++) {
            batch.append(
                    ("{\"n\":" + row + "}").getBytes(StandardCharsets.UTF_8),
                    row,
                    new EventClass("1.1.0", classUids[row]),
                    row);
        }
        return batch;
    }

    @Test
    void fanOutSettlesWhatAllHaveSettled() throws Exception {
        List<EventOutcome> first = List.of(INDEXED, ALREADY_PRESENT, ALREADY_PRESENT, INDEXED, FILTERED);
        List<EventOutcome> second = List.of(ALREADY_PRESENT, ALREADY_PRESENT, INDEXED, REJECTED, FILTERED);
        FanOutSink both = FanOutSink.of(
                new Scripted(row -> first.get(row.intValue())), new Scripted(row -> second.get(row.intValue())));
        assertThat(both.write(batch(1, 1, 1, 1, 1)))
                .containsExactly(INDEXED, ALREADY_PRESENT, INDEXED, REJECTED, FILTERED);
    }

    @Test
    void fanOutSettlesNothingWhereOneIsUnavailable() {
        Scripted up = new Scripted(row -> INDEXED);
        FanOutSink both = FanOutSink.of(up, batch -> {
            throw new UnavailableException("[x] down; x; wait");
        });
        assertThatThrownBy(() -> both.write(batch(1))).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(FanOutSink::of).hasMessageContaining("at least one");
    }

    @Test
    void routesByClassAndDropsWhatNobodyIsToHave() throws Exception {
        Scripted network = new Scripted(row -> INDEXED);
        Scripted api = new Scripted(row -> ALREADY_PRESENT);
        ClassRouterSink router = ClassRouterSink.builder()
                .route(network, 4001, 4003)
                .drop(2001)
                .route(api, eventClass -> "1.1.0".equals(eventClass.version()) && !eventClass.equals(NONE))
                .build();
        assertThat(router.write(batch(4001, 6003, 2001, 4003, 6003)))
                .containsExactly(INDEXED, ALREADY_PRESENT, FILTERED, INDEXED, ALREADY_PRESENT);
        assertThat(network.rows).containsExactly(0L, 3L);
        assertThat(api.rows).containsExactly(1L, 4L);
    }

    private static final EventClass NONE = EventClass.UNKNOWN;

    @Test
    void whatFitsNoRouteIsFilteredOrGoesToTheRest() throws Exception {
        Scripted network = new Scripted(row -> INDEXED);
        assertThat(ClassRouterSink.builder().route(network, 4001).build().write(batch(1, 2)))
                .containsExactly(FILTERED, FILTERED);
        Scripted rest = new Scripted(row -> INDEXED);
        assertThat(ClassRouterSink.builder()
                        .route(network, 4001)
                        .otherwise(rest)
                        .build()
                        .write(batch(1, 4001)))
                .containsExactly(INDEXED, INDEXED);
        assertThat(rest.rows).containsExactly(0L);
        assertThatThrownBy(() -> ClassRouterSink.builder().build()).hasMessageContaining("drop everything");
    }

    @Test
    void areReadyWhenAllAre() {
        Scripted up = new Scripted(row -> INDEXED);
        Scripted down = new Scripted(row -> INDEXED);
        down.ready = false;
        assertThat(FanOutSink.of(up, up).isReady()).isTrue();
        assertThat(FanOutSink.of(up, down).isReady()).isFalse();
        assertThat(ClassRouterSink.builder()
                        .route(up, 1)
                        .otherwise(down)
                        .build()
                        .isReady())
                .isFalse();
    }
}
