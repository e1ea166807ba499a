package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.testkit.lake.Codec;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One row group of each kind and codec, whole and only its first document. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeBenchmark {

    private static final long ROWS = 20_000;

    /** The kind of events. */
    @Param({"C", "V", "D"})
    public String kind = "C";

    /** How the pages are compressed. */
    @Param({"ZSTD", "GZIP", "SNAPPY"})
    public String codec = "ZSTD";

    private final BatchesConversion whole = new BatchesConversion();
    private final ParquetEventDecoder decoder = new ParquetEventDecoder();
    private final EventBatch one = new EventBatch(1, 1);
    private Path file = Path.of("");

    /** Writes the file. */
    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("decode", ".parquet");
        ObjectOptions options = ObjectOptions.defaults().withCodec(Codec.valueOf(codec));
        SampleLake.writeObject(Kind.valueOf(kind).table(), file, ROWS, options);
    }

    /** Deletes the file. */
    @TearDown
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Every document of the row group. */
    @Benchmark
    public long rowGroup() throws Exception {
        return whole.convert(new Source(file, 0)).jsonBytes();
    }

    /** Footer, plan and the first document. */
    @Benchmark
    public int firstDocument() throws Exception {
        try (FileContent content = new FileContent(file);
                EventCursor cursor = decoder.open(content, 0)) {
            one.clear(content.identity());
            cursor.fill(one);
            return one.sizeBytes();
        }
    }
}
