package org.ocsf4j.testkit.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;

/** Three row groups, the last one not full. */
class ParquetEventDecoderContractTest extends EventDecoderContract {

    private static final int ROWS = 50;

    private final byte[] object;

    ParquetEventDecoderContractTest(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("object.parquet");
        SampleLake.writeObject(
                LakeTable.VPC_FLOW_V2, file, ROWS, ObjectOptions.defaults().withRowGroupRows(20));
        object = Files.readAllBytes(file);
    }

    @Override
    protected EventDecoder decoder() {
        return new ParquetEventDecoder();
    }

    @Override
    protected byte[] object() {
        return object.clone();
    }

    @Override
    protected int rows() {
        return ROWS;
    }
}
