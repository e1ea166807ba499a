package org.ocsf4j.testkit.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.parquet.ParquetConcurrency;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.parquet.ParquetOptions;

/** The same row groups, several at once. */
final class ConcurrentParquetEventDecoderContractTest extends ParquetEventDecoderContractTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();

    ConcurrentParquetEventDecoderContractTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @AfterEach
    void endThreads() {
        executor.shutdownNow();
    }

    @Override
    protected EventDecoder decoder() {
        return new ParquetEventDecoder(
                ParquetOptions.defaults(),
                ParquetConcurrency.builder(executor).rowGroupsAtOnce(3).build());
    }
}
