package org.ocsf4j.testkit.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.sink.ClassRouterSink;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;
import org.ocsf4j.sink.NdjsonFileSink;

final class ClassRouterSinkContractTest extends EventSinkContract {

    private final Path one;
    private final Path other;

    ClassRouterSinkContractTest(@TempDir Path one, @TempDir Path other) {
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
        return new Owning(
                ClassRouterSink.builder().route(first, 6003).otherwise(second).build(), first, second);
    }

    @Override
    protected List<String> stored() {
        List<String> stored = new ArrayList<>(NdjsonFiles.lines(one));
        stored.addAll(NdjsonFiles.lines(other));
        return stored;
    }

    @Override
    protected boolean storesOnce() {
        return false;
    }
}
