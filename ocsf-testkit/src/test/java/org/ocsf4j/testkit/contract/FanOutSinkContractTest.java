package org.ocsf4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;
import org.ocsf4j.sink.FanOutSink;
import org.ocsf4j.sink.NdjsonFileSink;

final class FanOutSinkContractTest extends EventSinkContract {

    private final Path one;
    private final Path other;

    FanOutSinkContractTest(@TempDir Path one, @TempDir Path other) {
        this.one = one;
        this.other = other;
    }

    /** Closes its files too: nobody else would. */
    private record Owning(EventSink sink, NdjsonFileSink first, NdjsonFileSink second) implements EventSink {
        @Override
        public List<EventOutcome> write(EventBatch batch) throws InterruptedException {
            return sink.write(batch);
        }

        @Override
        public void close() {
            sink.close();
            first.close();
            second.close();
        }
    }

    @Override
    protected EventSink openSink() {
        NdjsonFileSink first = NdjsonFileSink.builder(one).build();
        NdjsonFileSink second = NdjsonFileSink.builder(other).build();
        return new Owning(FanOutSink.of(first, second), first, second);
    }

    @Override
    protected List<String> stored() {
        List<String> stored = NdjsonFiles.lines(one);
        assertThat(NdjsonFiles.lines(other)).containsExactlyInAnyOrderElementsOf(stored);
        return stored;
    }

    @Override
    protected boolean storesOnce() {
        return false;
    }
}
