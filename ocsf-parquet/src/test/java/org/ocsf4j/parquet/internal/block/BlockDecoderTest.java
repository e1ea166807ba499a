package org.ocsf4j.parquet.internal.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.TimestampFormat;
import org.ocsf4j.parquet.internal.file.LocalContent;

/** The block decoder says byte for byte what the plain one says, and takes nothing from damaged files but a refusal. */
final class BlockDecoderTest {

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final List<TimestampFormat> TIMESTAMPS = List.of(TimestampFormat.values());

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void saysWhatThePlainDecoderSays(@ForAll long seed) {
        LocalContent file = LocalContent.of("seed " + seed, RandomParquet.of(seed));
        Random random = new Random(seed);
        ParquetOptions options = ParquetOptions.builder()
                .writeNulls(random.nextInt(4) == 0)
                .embedJson(random.nextInt(4) == 0)
                .timestamps(TIMESTAMPS.get(random.nextInt(TIMESTAMPS.size())))
                .build();
        long firstRow = random.nextInt(3) == 0 ? random.nextInt(150) : 0;
        int batchBytes = 1 << random.nextInt(18);
        assertThat(DecoderComparison.difference(file, firstRow, options, batchBytes))
                .isNull();
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void saysWhatThePlainDecoderSaysOfUnusualFooters(@ForAll long seed) {
        byte[] forged = ForgedFooter.unusual(RandomParquet.of(seed), new Random(seed));
        LocalContent file = LocalContent.of("seed " + seed, forged);
        assertThat(DecoderComparison.difference(file, 0, ParquetOptions.defaults(), 1 << 16))
                .isNull();
    }

    /** A footer that calls a required column optional, over pages that name BIT_PACKED for the levels they do not have. */
    @Test
    void refusesLevelsInAnEncodingOlderThanThePagesChecksum() {
        believesNothingThatThePlainDecoderRefuses(-3546919688155696325L);
    }

    /** Each decoder reads footers on its own. */
    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void believesNothingThatThePlainDecoderRefuses(@ForAll long seed) {
        byte[] forged = ForgedFooter.wrong(RandomParquet.of(seed), new Random(seed));
        assertThat(DecoderComparison.credulity(LocalContent.of("seed " + seed, forged)))
                .isNull();
    }

    @Test
    void saysWhatThePlainDecoderSaysOfFilesOfOtherWriters() throws IOException {
        Path data = Path.of(System.getProperty("ocsf4j.root", "..")).resolve("../shared/data");
        Assumptions.assumeTrue(Files.isDirectory(data), "the folder ../shared/data is not there");
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> parquet = files.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> !file.toString().contains("corrupt"))
                    .toList();
            assertThat(parquet).isNotEmpty();
            for (Path file : parquet) {
                try (LocalContent content = LocalContent.of(file)) {
                    assertThat(DecoderComparison.difference(content, 0, ParquetOptions.defaults(), 10_000))
                            .as(file.toString())
                            .isNull();
                }
            }
        }
    }

    /** Two hundred files, each damaged a hundred times. */
    @Test
    void refusesDamagedFilesOrDeliversAsManyRowsAsTheFooterSays() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            byte[] sound = RandomParquet.of(seed);
            Random random = new Random(seed);
            for (int i = 0; i < 100; i++) {
                damage(sound.clone(), random, "seed " + seed + ", damage " + i);
            }
        }
    }

    private static void damage(byte[] file, Random random, String name) throws IOException {
        int last = file.length - 8;
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = 4 + random.nextInt(last - 4);
            switch (random.nextInt(3)) {
                case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> file[at] = (byte) random.nextInt(256);
                default -> file[at] = (byte) (random.nextBoolean() ? 0 : 0xFF);
            }
        }
        LocalContent content = LocalContent.of(name, file);
        EventBatch batch = new EventBatch(1 << 14, Integer.MAX_VALUE);
        try (EventCursor cursor = BlockDecoder.open(content, 0, ParquetOptions.defaults())) {
            long rows = 0;
            batch.clear(content.identity());
            while (cursor.fill(batch)) {
                requireStrictJson(batch, name);
                rows += batch.count();
                batch.clear(content.identity());
            }
            assertThat(rows).as(name).isEqualTo(cursor.totalRows());
        } catch (CorruptObjectException refused) {
            assertThat(refused).hasMessageStartingWith("[" + name);
        }
    }

    private static void requireStrictJson(EventBatch batch, String name) throws IOException {
        for (int i = 0; i < batch.count(); i++) {
            try (JsonParser parser = STRICT.createParser(batch.buffer(), batch.offset(i), batch.length(i))) {
                int depth = 0;
                do {
                    var token = parser.nextToken();
                    assertThat(token).as(name).isNotNull();
                    depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                } while (depth > 0);
                assertThat(parser.nextToken()).as(name).isNull();
            }
        }
    }
}
