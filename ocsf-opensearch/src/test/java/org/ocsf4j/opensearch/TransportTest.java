package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ocsf4j.failure.ConfigurationException;
import org.opensearch.client.json.JsonpMapper;
import org.opensearch.client.opensearch._types.ErrorCause;
import org.opensearch.client.opensearch._types.ErrorResponse;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.transport.Endpoint;
import org.opensearch.client.transport.GenericEndpoint;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.TransportOptions;

/** Transports that the caller passes in: they answer, throw and take bodies in their own ways. */
class TransportTest {

    /** Takes the body from the request, as the signing transports do, and answers every status without throwing. */
    private static final class CallersTransport implements OpenSearchTransport {

        interface Answer {
            Exchange.Answer get() throws Exception;
        }

        final Deque<Answer> script = new ArrayDeque<>();
        final List<String> bodies = new ArrayList<>();
        boolean closed;

        @Override
        @SuppressWarnings("unchecked")
        public <RequestT, ResponseT, ErrorT> CompletableFuture<ResponseT> performRequestAsync(
                RequestT request, Endpoint<RequestT, ResponseT, ErrorT> endpoint, @Nullable TransportOptions options) {
            try {
                bodies.add(((Request) request).getBody().orElseThrow().bodyAsString());
                Exchange.Answer answer = script.remove().get();
                List<Map.Entry<String, String>> headers = answer.retryAfter() == null
                        ? List.of()
                        : List.of(Map.entry(
                                "retry-after", "" + answer.retryAfter().toSeconds()));
                return CompletableFuture.completedFuture(((GenericEndpoint<RequestT, ResponseT>) endpoint)
                        .responseDeserializer(
                                "/",
                                "POST",
                                "HTTP/1.1",
                                answer.status(),
                                "",
                                headers,
                                "application/json",
                                new ByteArrayInputStream(answer.body())));
            } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public <RequestT, ResponseT, ErrorT> ResponseT performRequest(
                RequestT request, Endpoint<RequestT, ResponseT, ErrorT> endpoint, @Nullable TransportOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public JsonpMapper jsonpMapper() {
            return new NoMapper();
        }

        @Override
        public TransportOptions options() {
            return TransportOptions.builder().build();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final CallersTransport transport = new CallersTransport();
    private final RecordedTiming timing = new RecordedTiming();
    private final OpenSearchSink sink =
            OpenSearchSink.builder().transport(transport).timing(timing).build();

    private static Exchange.Answer answer(int status, String body) {
        return new Exchange.Answer(status, null, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesOverItAndLeavesItOpen() throws Exception {
        transport.script.add(() -> answer(200, "{\"items\":[{\"create\":{\"status\":201}}]}"));
        assertThat(sink.write(Batches.of("{}"))).containsExactly(INDEXED);
        sink.close();
        assertThat(transport.closed).isFalse();
        assertThat(transport.bodies).containsExactly("{\"create\":{\"_id\":\"" + Batches.id(0) + "\"}}\n{}\n");
    }

    @Test
    void honoursRetryAfterOfAnAnswerThatIsNotThrown() throws Exception {
        transport.script.add(() -> new Exchange.Answer(429, Duration.ofSeconds(9), new byte[0]));
        transport.script.add(() -> answer(200, "{\"items\":[{\"create\":{\"status\":201}}]}"));
        sink.write(Batches.of("{}"));
        assertThat(timing.sleeps()).containsExactly(Duration.ofSeconds(9));
    }

    @Test
    void understandsARefusalThatIsThrown() {
        transport.script.add(() -> {
            throw new OpenSearchException(ErrorResponse.of(e -> e.status(403)
                    .error(ErrorCause.of(c -> c.type("security_exception").reason("not allowed")))));
        });
        assertThatThrownBy(() -> sink.write(Batches.of("{}")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("[OpenSearch: " + Batches.INDEX + "]")
                .hasMessageContaining("security_exception: not allowed");
    }

    @Test
    void sendsAgainWhatAResetLeftUnknown() throws Exception {
        transport.script.add(() -> {
            throw new IOException("Connection reset");
        });
        transport.script.add(() -> answer(200, "{\"items\":[{\"create\":{\"status\":201}}]}"));
        assertThat(sink.write(Batches.of("{}"))).containsExactly(INDEXED);
        assertThat(transport.bodies).hasSize(2).allMatch(transport.bodies.get(0)::equals);
    }

    @Test
    void refusesCredentialsForATransportThatHasItsOwn() {
        assertThatThrownBy(() -> OpenSearchSink.builder()
                        .transport(transport)
                        .basicAuth("u", "p")
                        .build())
                .hasMessageContaining("a transport has its own");
    }
}
