package org.ocsf4j.parquet.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecompressorTest {

    private static final int LZO = 3;
    private static final int BROTLI = 4;

    /** One last meta-block of 5 bytes, stored uncompressed by the encoder of the format's reference. */
    private static final byte[] HELLO = {0x0B, 0x02, (byte) 0x80, 'h', 'e', 'l', 'l', 'o', 0x03};

    private static byte[] decompress(int codec, byte[] stored, int size) {
        byte[] page = new byte[size];
        try (Decompressor decompressor = new Decompressor()) {
            decompressor.decompress(codec, stored, 0, stored.length, page, 0, size);
        }
        return page;
    }

    @Test
    void readsBrotli() {
        assertThat(decompress(BROTLI, HELLO, 5)).isEqualTo("hello".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void refusesBrotliThatIsMoreOrLessThanItsHeaderSaysOrNone() {
        assertThatThrownBy(() -> decompress(BROTLI, HELLO, 4)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> decompress(BROTLI, HELLO, 6)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> decompress(BROTLI, Arrays.copyOf(HELLO, 4), 5)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> decompress(BROTLI, new byte[] {-1, -1, -1, -1}, 5))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void namesACodecThatIsNotSupported() {
        assertThatThrownBy(() -> decompress(LZO, new byte[1], 1))
                .isInstanceOf(UnsupportedFileException.class)
                .hasMessageContaining("LZO");
        assertThatThrownBy(() -> decompress(99, new byte[1], 1))
                .isInstanceOf(UnsupportedFileException.class)
                .hasMessageContaining("99");
    }

    /** Run in a JVM of its own, without the library. */
    public static final class Child {

        private Child() {}

        public static void main(String[] args) {
            for (int attempt = 0; attempt < 2; attempt++) {
                try {
                    decompress(Integer.parseInt(args[0]), new byte[] {5, 1, 2}, 5);
                } catch (UnsupportedFileException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, SNAPPY, snappy-java-, org.xerial.snappy:snappy-java",
        "4, BROTLI, dec-, org.brotli:dec",
        "6, ZSTD, zstd-jni-, com.github.luben:zstd-jni"
    })
    void namesTheLibraryThatIsNotOnTheClassPath(String codec, String name, String jar, String library)
            throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !String.valueOf(Path.of(entry).getFileName()).startsWith(jar))
                .collect(Collectors.joining(File.pathSeparator));
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Child.class.getName(),
                        codec)
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(output).isZero();
        assertThat(output.lines())
                .hasSize(2)
                .allMatch(line -> line.contains(name) && line.contains(library), name + " and " + library);
    }
}
