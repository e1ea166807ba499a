package org.ocsf4j.testkit.contract;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.sink.EventSink;
import org.ocsf4j.sink.NdjsonFileSink;

final class GzipNdjsonFileSinkContractTest extends EventSinkContract {

    private final Path folder;

    GzipNdjsonFileSinkContractTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected EventSink openSink() {
        return NdjsonFileSink.builder(folder).gzip().rollBytes(2_000).build();
    }

    @Override
    protected List<String> stored() {
        return NdjsonFiles.lines(folder);
    }

    @Override
    protected boolean storesOnce() {
        return false;
    }
}
