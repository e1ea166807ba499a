package org.ocsf4j.pipeline.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;

final class MeteredSinkTest {

    private static final EventClass CLASS = new EventClass("1.1.0", 4001L);
    private static final byte[] EVENT = "{}".getBytes(StandardCharsets.UTF_8);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(100), ZoneOffset.UTC);
    private final EventBatch batch = new EventBatch(1000, 10);
    private double bytesWithin;
    private boolean ready = true;
    private boolean failing;

    private final EventSink sink = new MeteredSink(
            new EventSink() {
                @Override
                public List<EventOutcome> write(EventBatch events) {
                    bytesWithin = registry.get("ocsf.sink.bytes").gauge().value();
                    if (failing) {
                        throw new UnavailableException("busy");
                    }
                    return List.of(EventOutcome.INDEXED, EventOutcome.INDEXED);
                }

                @Override
                public boolean isReady() {
                    return ready;
                }
            },
            registry,
            clock);

    MeteredSinkTest() {
        batch.clear(new ObjectIdentity(new ObjectLocation("lake", "key"), "e"));
        batch.append(EVENT, 0, CLASS, EventBatch.NO_TIME);
        batch.append(EVENT, 1, CLASS, 90_000);
        batch.append(EVENT, 2, CLASS, 70_000);
    }

    @Test
    void tellsTheLagOfTheOldestEventAndTheBytesUnderWay() throws InterruptedException {
        sink.write(batch);
        assertThat(registry.timer("ocsf.event.lag").totalTime(TimeUnit.SECONDS)).isEqualTo(30);
        assertThat(bytesWithin).isEqualTo(batch.sizeBytes());
        assertThat(registry.get("ocsf.sink.bytes").gauge().value()).isZero();
        assertThat(registry.timer("ocsf.sink.write", "result", "settled").count())
                .isEqualTo(1);
    }

    @Test
    void countsFailuresApart() {
        failing = true;
        assertThatThrownBy(() -> sink.write(batch)).isInstanceOf(UnavailableException.class);
        assertThat(registry.timer("ocsf.sink.write", "result", "failed").count())
                .isEqualTo(1);
        assertThat(registry.get("ocsf.sink.bytes").gauge().value()).isZero();
    }

    @Test
    void isReadyWhereTheSinkIs() {
        assertThat(registry.get("ocsf.sink.ready").gauge().value()).isEqualTo(1);
        ready = false;
        assertThat(sink.isReady()).isFalse();
        assertThat(registry.get("ocsf.sink.ready").gauge().value()).isZero();
    }
}
