package org.ocsf4j.parquet.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a stream, so that its end can be read first: in memory where it is short, else in a temporary file. */
public final class Spool {

    private static final String NAME = "bytes of a stream";

    private Spool() {}

    /**
     * Reads a stream to its end; it stays open. Closing the content deletes the file.
     *
     * @param memoryBytes a longer stream goes to a file
     */
    public static LocalContent of(InputStream in, int memoryBytes) throws IOException {
        byte[] head = in.readNBytes(memoryBytes);
        int next = head.length < memoryBytes ? -1 : in.read();
        if (next < 0) {
            return LocalContent.of(NAME, head);
        }
        Path path = Files.createTempFile("ocsf4j-", ".parquet");
        FileChannel file;
        try {
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        try {
            OutputStream out = Channels.newOutputStream(file);
            out.write(head);
            out.write(next);
            in.transferTo(out);
            return LocalContent.owning(NAME, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }
}
