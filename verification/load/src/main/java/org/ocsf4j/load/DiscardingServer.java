package org.ocsf4j.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A bulk endpoint on 127.0.0.1 that reads every byte, counts the lines and says that all was created. It keeps nothing. Speaks as
 * much HTTP/1.1 as the sink does: bodies with a length or in chunks.
 */
final class DiscardingServer implements AutoCloseable {

    private static final String ITEM = "{\"create\":{\"status\":201}}";

    private final ServerSocket socket;

    DiscardingServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "discard-accept");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> serve(connection), "discard");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream(), 1 << 16);
            OutputStream out = connection.getOutputStream();
            for (String request = line(in); request != null; request = line(in)) {
                long length = 0;
                boolean chunked = false;
                boolean gzip = false;
                for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
                    String lower = header.toLowerCase(Locale.ROOT);
                    if (lower.startsWith("content-length:")) {
                        length = Long.parseLong(
                                lower.substring("content-length:".length()).strip());
                    }
                    chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
                    gzip |= lower.startsWith("content-encoding:") && lower.contains("gzip");
                }
                Framed body = new Framed(in, chunked ? -1 : length);
                long lines = lines(gzip ? new GZIPInputStream(body, 1 << 16) : body);
                body.skipRest();
                answer(out, lines / 2);
            }
        } catch (IOException closed) {
            // the other side has ended
        }
    }

    private static long lines(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long lines = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
        }
        return lines;
    }

    private static void answer(OutputStream out, long documents) throws IOException {
        StringBuilder body = new StringBuilder("{\"took\":1,\"errors\":false,\"items\":[");
        for (long i = 0; i < documents; i++) {
            body.append(i == 0 ? "" : ",").append(ITEM);
        }
        byte[] bytes = body.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    /** The bytes of one body. */
    private static final class Framed extends InputStream {
        private final InputStream in;
        private final boolean chunked;
        private long left;

        Framed(InputStream in, long length) throws IOException {
            this.in = in;
            chunked = length < 0;
            left = chunked ? nextChunk() : length;
        }

        private long nextChunk() throws IOException {
            String size = line(in);
            if (size == null) {
                throw new EOFException();
            }
            long bytes = Long.parseLong(size.strip(), 16);
            if (bytes == 0) {
                line(in); // no trailers
            }
            return bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(target, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
            if (left == 0 && chunked) {
                line(in);
                left = nextChunk();
            }
            return read;
        }

        void skipRest() throws IOException {
            byte[] buffer = new byte[1 << 12];
            while (read(buffer, 0, buffer.length) >= 0) {
                // on to the end of the body
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
