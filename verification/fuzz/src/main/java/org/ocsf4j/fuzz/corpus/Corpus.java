package org.ocsf4j.fuzz.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.testkit.lake.Codec;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;

/**
 * The sound files: every shape in most layouts, a few objects as Security Lake writes them, and pages in encodings that
 * Parquet's writer never chooses. Always the same.
 */
public final class Corpus {

    private static final long SEED = 20_261_124;
    private static final int LAKE_ROWS = 12;
    private static final Set<PageLayout> FEW_LAYOUTS = EnumSet.of(
            PageLayout.PLAIN_V1,
            PageLayout.DICTIONARY_V1_CHECKED,
            PageLayout.DICTIONARY_V2,
            PageLayout.DELTA_V2_CHECKED);

    private Corpus() {}

    /** Makes the files. */
    public static List<SeedFile> files() throws IOException {
        List<SeedFile> files = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            for (PageLayout layout : PageLayout.values()) {
                if (isWritten(shape, layout)) {
                    String name = (shape + "-" + layout).toLowerCase(Locale.ROOT);
                    files.add(SeedFile.of(name, Draft.of(write(shape, layout))));
                }
            }
        }
        files.add(Reencoded.deltaLengths(Draft.of(write(Shape.REQUIRED, PageLayout.PLAIN_V1))));
        addLake(files);
        return List.copyOf(files);
    }

    /** Files of many columns are slow to read: a few layouts of them will do. */
    private static boolean isWritten(Shape shape, PageLayout layout) {
        return switch (shape) {
            case WIDE, DEEP -> FEW_LAYOUTS.contains(layout);
            default -> true;
        };
    }

    private static byte[] write(Shape shape, PageLayout layout) throws IOException {
        MessageType schema = shape.schema();
        RowFiller filler = new RowFiller(schema, Dice.of(SEED, (shape + "-" + layout).hashCode()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new MemoryFile(bytes))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCodecFactory(new PageCompression())
                .withCompressionCodec(layout.codec)
                .withWriterVersion(layout.version)
                .withDictionaryEncoding(layout.dictionary)
                .withByteStreamSplitEncoding(layout.splitsBytes())
                .withPageWriteChecksumEnabled(layout.checksums)
                .withRowGroupRowCountLimit(layout.rowsPerGroup)
                .withPageRowCountLimit(layout.rowsPerPage)
                .build()) {
            int rows = shape == Shape.WIDE || shape == Shape.DEEP ? Math.min(30, layout.rows) : layout.rows;
            for (int row = 0; row < rows; row++) {
                writer.write(filler.row());
            }
        }
        return bytes.toByteArray();
    }

    private static void addLake(List<SeedFile> files) throws IOException {
        Path scratch = Files.createTempFile("ocsf4j-fuzz", ".parquet");
        try {
            addLake(LakeTable.VPC_FLOW_V2, Codec.ZSTD, true, scratch, files);
            addLake(LakeTable.DETECTION_FINDING_V2, Codec.GZIP, false, scratch, files);
            addLake(LakeTable.API_ACTIVITY_V1, Codec.SNAPPY, false, scratch, files);
        } finally {
            Files.delete(scratch);
        }
    }

    private static void addLake(LakeTable table, Codec codec, boolean checksums, Path scratch, List<SeedFile> files)
            throws IOException {
        ObjectOptions options = ObjectOptions.defaults()
                .withCodec(codec)
                .withPageChecksums(checksums)
                .withRowGroupRows(7);
        SampleLake.writeObject(table, scratch, LAKE_ROWS, options);
        files.add(SeedFile.of(table.name().toLowerCase(Locale.ROOT), Draft.of(Files.readAllBytes(scratch))));
    }
}
