package org.ocsf4j.fuzz;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.fuzz.judge.Decoders;
import org.ocsf4j.parquet.ParquetConcurrency;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.parquet.ParquetOptions;

/** The decoders of {@code ocsf-parquet}. */
final class OurDecoders implements Decoders {

    private static final int ROW_GROUPS_AT_ONCE = 3;
    /** What each of several readers may hold beside what one would: a case's files are small, its forged sizes are not. */
    private static final long BUFFERED_BYTES = 4 << 20;

    private final EventDecoder plain = new ParquetEventDecoder();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fuzz-row-group");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public EventDecoder of(Manner manner) {
        if (manner.equals(Manner.PLAIN)) {
            return plain;
        }
        ParquetOptions.Builder options = ParquetOptions.builder().transform(manner.transform());
        if (manner.everyOption()) {
            options.writeNulls(true).embedJson(true);
        }
        if (!manner.severalAtOnce()) {
            return new ParquetEventDecoder(options.build());
        }
        return new ParquetEventDecoder(
                options.build(),
                ParquetConcurrency.builder(threads)
                        .rowGroupsAtOnce(ROW_GROUPS_AT_ONCE)
                        .maxBufferedBytes(BUFFERED_BYTES)
                        .build());
    }
}
