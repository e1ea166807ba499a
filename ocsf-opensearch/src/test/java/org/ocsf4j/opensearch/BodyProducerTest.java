package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyProducerTest {

    private final SendBuffers buffers = new SendBuffers();

    /** Takes as much at a time as the dice say, now and then nothing. */
    private static final class Channel implements DataStreamChannel {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final Random dice = new Random(1);
        private boolean ended;

        @Override
        public void requestOutput() {
            // asked for by the test
        }

        @Override
        public int write(ByteBuffer bytes) {
            int count = Math.min(bytes.remaining(), dice.nextInt(3) == 0 ? 0 : dice.nextInt(50_000));
            byte[] piece = new byte[count];
            bytes.get(piece);
            taken.writeBytes(piece);
            return count;
        }

        @Override
        public void endStream() {
            ended = true;
        }

        @Override
        public void endStream(@Nullable List<? extends Header> trailers) {
            ended = true;
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private BodyProducer producer(byte[] body) {
        return new BodyProducer(BodyBytes.of(body), "text/plain", null, buffers);
    }

    @Test
    void feedsEveryByteOnceHoweverLittleIsTaken() throws IOException {
        for (int length :
                new int[] {0, 1, SendBuffers.BYTES - 1, SendBuffers.BYTES, SendBuffers.BYTES + 1, 1_000_000}) {
            byte[] body = bytes(length);
            BodyProducer producer = producer(body);
            Channel channel = new Channel();
            while (!channel.ended) {
                producer.produce(channel);
            }
            assertThat(channel.taken.toByteArray()).as("%d bytes", length).isEqualTo(body);
            assertThat(producer.getContentLength()).isEqualTo(length);
        }
    }

    @Test
    void readsNothingOfABodyThatWasGivenUp() throws IOException {
        byte[] body = bytes(1_000_000);
        byte[] before = body.clone();
        BodyProducer producer = producer(body);
        Channel channel = new Channel();
        producer.produce(channel);
        producer.stop();
        Arrays.fill(body, (byte) 0); // the batch is somebody else's now
        assertThatThrownBy(() -> producer.produce(channel)).isInstanceOf(IOException.class);
        byte[] sent = channel.taken.toByteArray();
        assertThat(sent).isEqualTo(Arrays.copyOf(before, sent.length));
        assertThat(channel.ended).isFalse();
    }

    @Test
    void givesItsBufferBackOnce() throws IOException {
        BodyProducer producer = producer(bytes(10));
        Channel channel = new Channel();
        while (!channel.ended) {
            producer.produce(channel);
        }
        producer.stop();
        producer.releaseResources();
        ByteBuffer first = buffers.take();
        assertThat(buffers.take()).isNotSameAs(first);
    }

    @Test
    void readsABulkRequestAsItIsWritten() throws IOException {
        BulkItems items = new BulkItems(
                Batches.numbered(5_000),
                new EventIndexes(Batches.numbered(5_000), IndexNaming.daily()),
                new EventIds(Batches.numbered(5_000), DocumentIds.OBJECT_AND_ROW),
                null);
        items.replace(7, "{\"repaired\":true}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        int[] positions = items.indexes().positionsByIndex();
        BulkRequest request = new BulkRequest(items, positions, 3, 4_990, OperationType.CREATE, java.util.Map.of(), 0);
        BodyProducer producer = new BodyProducer(request.uncompressed(), BulkRequest.CONTENT_TYPE, null, buffers);
        Channel channel = new Channel();
        while (!channel.ended) {
            producer.produce(channel);
        }
        assertThat(channel.taken.toByteArray()).isEqualTo(request.toBytes());
        assertThat(producer.getContentLength()).isEqualTo(channel.taken.size());
    }
}
