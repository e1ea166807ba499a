package org.ocsf4j.testkit.contract;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.deadletter.FileDeadLetterSink;

final class CompressedFileDeadLetterSinkContractTest extends DeadLetterSinkContract {

    private final Path folder;

    CompressedFileDeadLetterSinkContractTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected DeadLetterSink openSink() {
        return FileDeadLetterSink.compressed(folder);
    }

    @Override
    protected List<DeadLetter> stored() {
        return LetterFiles.read(folder);
    }
}
