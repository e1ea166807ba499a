package org.ocsf4j.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A bulk endpoint on 127.0.0.1 that reads every byte, counts the lines and says that all was created. It keeps nothing, and costs
 * as little as it can: what is measured is the client. Speaks as much HTTP/1.1 as that one does: bodies with a length. Prints its
 * port and ends with its standard input.
 */
final class DiscardingServer {

    private static final int BUFFER_BYTES = 64 << 10;
    private static final byte[] ITEM = ascii("{\"create\":{\"status\":201}},");
    private static final byte[] BEFORE = ascii("{\"took\":1,\"errors\":false,\"items\":[");
    private static final byte[] AFTER = ascii("]}");
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private final SocketChannel connection;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES).flip();

    private DiscardingServer(SocketChannel connection) {
        this.connection = connection;
    }

    public static void main(String[] args) throws IOException {
        ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        System.out.println(server.socket().getLocalPort());
        Thread acceptor = new Thread(() -> accept(server), "accept");
        acceptor.setDaemon(true);
        acceptor.start();
        while (System.in.read() >= 0) {
            // until whoever started this closes it or ends
        }
    }

    private static void accept(ServerSocketChannel server) {
        try {
            while (true) {
                SocketChannel connection = server.accept();
                Thread thread = new Thread(new DiscardingServer(connection)::serve, "discard");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            System.err.println("discarding server: " + e);
        }
    }

    private void serve() {
        try (connection) {
            for (String request = line(); request != null; request = line()) {
                long length = 0;
                boolean gzip = false;
                for (String header = line(); header != null && !header.isEmpty(); header = line()) {
                    String lower = header.toLowerCase(Locale.ROOT);
                    if (lower.startsWith("content-length:")) {
                        length = Long.parseLong(
                                lower.substring("content-length:".length()).strip());
                    }
                    gzip |= lower.startsWith("content-encoding:") && lower.contains("gzip");
                }
                answer((gzip ? linesOfGzip(length) : lines(length)) / 2);
            }
        } catch (IOException closed) {
            // the other side has ended
        }
    }

    private long lines(long length) throws IOException {
        long lines = 0;
        for (long left = length; left > 0; ) {
            fill();
            int limit = in.limit();
            int end = (int) Math.min(limit, in.position() + left);
            left -= end - in.position();
            in.limit(end);
            for (; in.remaining() >= Long.BYTES; ) {
                long x = in.getLong() ^ LINE_FEEDS; // a line feed becomes a byte of zero
                lines += Long.bitCount(~(((x & LOW_BITS) + LOW_BITS) | x | LOW_BITS));
            }
            while (in.hasRemaining()) {
                lines += in.get() == '\n' ? 1 : 0;
            }
            in.limit(limit);
        }
        return lines;
    }

    private long linesOfGzip(long length) throws IOException {
        byte[] compressed = new byte[(int) length];
        for (int at = 0; at < compressed.length; ) {
            fill();
            int count = Math.min(in.remaining(), compressed.length - at);
            in.get(compressed, at, count);
            at += count;
        }
        long lines = 0;
        try (InputStream text = new GZIPInputStream(new java.io.ByteArrayInputStream(compressed), BUFFER_BYTES)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    private void answer(long documents) throws IOException {
        int items = Math.toIntExact(Math.max(0, documents * ITEM.length - 1)); // without the last comma
        int length = BEFORE.length + items + AFTER.length;
        byte[] head =
                ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n");
        ByteBuffer out = ByteBuffer.allocate(head.length + length + 1).put(head).put(BEFORE);
        for (long i = 0; i < documents; i++) {
            out.put(ITEM);
        }
        out.position(head.length + BEFORE.length + items);
        Channels.newOutputStream(connection).write(Arrays.copyOf(out.put(AFTER).array(), out.position()));
    }

    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (!in.hasRemaining() && !read()) {
                return null;
            }
            byte b = in.get();
            if (b == '\n') {
                return line.toString();
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
    }

    private void fill() throws IOException {
        if (!in.hasRemaining() && !read()) {
            throw new EOFException();
        }
    }

    private boolean read() throws IOException {
        in.clear();
        int read = connection.read(in);
        in.flip();
        return read >= 0;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
