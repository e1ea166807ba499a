package org.ocsf4j.opensearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Requests;

/**
 * The small client that templates are installed with and documents are counted with. JSON goes in and comes out as bytes.
 *
 * <p>Every method throws {@link ConfigurationException} where the server refuses the request, and {@link UnavailableException}
 * where it does not answer or is busy: then a retry helps. Nothing is retried here. An interrupt ends a call with
 * {@link UnavailableException} and leaves the thread's flag set.
 *
 * <p>Thread-safe. {@link #close()} closes the connections of {@link Builder#endpoint}; a transport that was passed in stays open.
 */
public final class OpenSearchAdmin implements AutoCloseable {

    private static final int CONNECTIONS = 2;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.+-]+");
    private static final Pattern INDEX_PATTERN = Pattern.compile("[A-Za-z0-9_.+*,-]+");
    private static final Map<String, String> LENIENT = Map.of("ignore_unavailable", "true", "allow_no_indices", "true");

    private final Connection connection;

    private OpenSearchAdmin(Builder builder) {
        connection = builder.connection.connect(CONNECTIONS, false);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What the server is. */
    public ServerInfo info() {
        byte[] body = call("GET", "/", Map.of(), null);
        return new ServerInfo(
                text(body, "cluster_name"), text(body, "version", "distribution"), text(body, "version", "number"));
    }

    /** Creates or replaces a component template, and returns whether the cluster acknowledged it in time. */
    public boolean putComponentTemplate(String name, byte[] json) {
        return acknowledged(call("PUT", "/_component_template/" + name(name), Map.of(), json));
    }

    /** Creates or replaces an index template, and returns whether the cluster acknowledged it in time. */
    public boolean putIndexTemplate(String name, byte[] json) {
        return acknowledged(call("PUT", "/_index_template/" + name(name), Map.of(), json));
    }

    public boolean componentTemplateExists(String name) {
        return exists("/_component_template/" + name(name));
    }

    public boolean indexTemplateExists(String name) {
        return exists("/_index_template/" + name(name));
    }

    /** Whether there is an index or alias of this name. */
    public boolean indexExists(String name) {
        return exists('/' + name(name));
    }

    /** The index as the server describes it: its aliases, mappings and settings. */
    public byte[] getIndex(String name) {
        return call("GET", '/' + name(name), Map.of(), null);
    }

    /** Deletes a component template. False where there is none. */
    public boolean deleteComponentTemplate(String name) {
        return delete("/_component_template/" + name(name));
    }

    /** Deletes an index template. False where there is none. */
    public boolean deleteIndexTemplate(String name) {
        return delete("/_index_template/" + name(name));
    }

    /** Deletes one index with its documents. False where there is none. */
    public boolean deleteIndex(String name) {
        return delete('/' + name(name));
    }

    /** Makes what was written before findable. */
    public void refresh(String indexPattern) {
        call("POST", '/' + pattern(indexPattern) + "/_refresh", LENIENT, null);
    }

    /** How many documents a search finds; 0 where no index matches. */
    public long count(String indexPattern) {
        return Long.parseLong(text(call("GET", '/' + pattern(indexPattern) + "/_count", LENIENT, null), "count"));
    }

    /** How many documents match a query, {@code {"query":…}}; 0 where no index matches. */
    public long count(String indexPattern, byte[] query) {
        return Long.parseLong(text(call("POST", '/' + pattern(indexPattern) + "/_count", LENIENT, query), "count"));
    }

    /** The answer to a search, as the server writes it. */
    public byte[] search(String indexPattern, byte[] query) {
        return call("POST", '/' + pattern(indexPattern) + "/_search", LENIENT, query);
    }

    /** The indices that match, by name. */
    public List<IndexSummary> indices(String indexPattern) {
        Map<String, String> parameters =
                Map.of("format", "json", "bytes", "b", "s", "index", "h", "index,health,docs.count,store.size");
        byte[] body = call("GET", "/_cat/indices/" + pattern(indexPattern), parameters, null);
        try {
            List<IndexSummary> indices = new ArrayList<>();
            for (Map<String, String> row : Json.rows(body)) {
                indices.add(new IndexSummary(
                        row.getOrDefault("index", ""),
                        row.getOrDefault("health", ""),
                        Long.parseLong(row.getOrDefault("docs.count", "0")),
                        Long.parseLong(row.getOrDefault("store.size", "0"))));
            }
            return indices;
        } catch (IOException | NumberFormatException e) {
            throw notUnderstood(e);
        }
    }

    /**
     * Offers a document on a condition that cannot be met, and returns what refuses it: {@code security_exception} where we may not
     * write, something else where only the condition does. Nothing is stored, and no index is made.
     */
    public String offerInVain(String index) {
        boolean there = indexExists(index);
        String condition = there ? "\"_id\":\"ocsf-offer\",\"if_seq_no\":0,\"if_primary_term\":1" : "";
        byte[] body = ("{\"index\":{" + condition + "}}\n{}\n").getBytes(StandardCharsets.UTF_8);
        Map<String, String> parameters = there ? Map.of() : Map.of("require_alias", "true");
        byte[] answer = call("POST", '/' + name(index) + "/_bulk", parameters, body);
        return BulkAnswer.read(answer, 1).error(0).type();
    }

    /**
     * Sends any request, such as one to a plugin that this client has no method for.
     *
     * @param path begins with {@code /}; its parts are encoded already
     * @param json the body, null for none
     * @return the answer, also where the server refuses
     * @throws UnavailableException where the server does not answer or is busy
     */
    public AdminAnswer request(String method, String path, byte @Nullable [] json) {
        Exchange.Answer answer = exchange(method, path, Map.of(), json);
        ErrorDetail error = answer.status() < 300 ? ErrorDetail.NONE : ErrorReader.ofAnswer(answer.body());
        Verdict verdict = Verdict.ofAnswer(answer.status(), error.type());
        if (verdict == Verdict.BLOCKED || verdict == Verdict.UNKNOWN) {
            throw busy(path, answer, error);
        }
        return new AdminAnswer(answer.status(), answer.body());
    }

    private boolean exists(String path) {
        return send("HEAD", path, Map.of(), null).status() != 404;
    }

    private boolean delete(String path) {
        return send("DELETE", path, Map.of(), null).status() != 404;
    }

    private boolean acknowledged(byte[] body) {
        return Boolean.parseBoolean(text(body, "acknowledged"));
    }

    private byte[] call(String method, String path, Map<String, String> parameters, byte @Nullable [] json) {
        Exchange.Answer answer = send(method, path, parameters, json);
        if (answer.status() == 404) {
            throw refused(path, answer);
        }
        return answer.body();
    }

    /** The answer where it is good or 404. */
    private Exchange.Answer send(String method, String path, Map<String, String> parameters, byte @Nullable [] json) {
        Exchange.Answer answer = exchange(method, path, parameters, json);
        ErrorDetail error = answer.status() < 300 ? ErrorDetail.NONE : ErrorReader.ofAnswer(answer.body());
        return switch (Verdict.ofAnswer(answer.status(), error.type())) {
            case INDEXED -> answer;
            case BLOCKED, UNKNOWN -> throw busy(path, answer, error);
            default -> {
                if (answer.status() != 404) {
                    throw refused(path, answer);
                }
                yield answer;
            }
        };
    }

    private Exchange.Answer exchange(
            String method, String path, Map<String, String> parameters, byte @Nullable [] json) {
        var request = Requests.builder().method(method).endpoint(path).query(parameters);
        if (json != null) {
            request.body(Body.from(json, "application/json"));
        }
        Exchange exchange;
        try {
            exchange = connection.send(request.build());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("[" + connection.name() + path + "] interrupted before the answer came", e);
        }
        if (exchange instanceof Exchange.Silence silence) {
            throw silence.tls() ? Refusals.tls(connection.name(), silence.cause()) : unavailable(path, silence);
        }
        return (Exchange.Answer) exchange;
    }

    private UnavailableException busy(String path, Exchange.Answer answer, ErrorDetail error) {
        return new UnavailableException("[" + connection.name() + path + "] the server is busy; HTTP " + answer.status()
                + ' ' + error.forMessage() + "; try again later");
    }

    private ConfigurationException refused(String path, Exchange.Answer answer) {
        return Refusals.configuration(connection.name(), answer.status(), ErrorReader.ofAnswer(answer.body()), path);
    }

    private UnavailableException unavailable(String path, Exchange.Silence silence) {
        return new UnavailableException(
                "[" + connection.name() + path + "] no answer; " + Connection.describe(silence.cause())
                        + "; check that the server runs and is reachable",
                silence.cause());
    }

    private String text(byte[] body, String... path) {
        try {
            return Objects.requireNonNullElse(Json.find(body, path), "");
        } catch (IOException e) {
            throw notUnderstood(e);
        }
    }

    private UnavailableException notUnderstood(Exception e) {
        return new UnavailableException(
                "[" + connection.name() + "] the answer is not OpenSearch's; " + Connection.describe(e)
                        + "; check the endpoint",
                e);
    }

    private static String name(String name) {
        return checked(NAME, name);
    }

    private static String pattern(String indexPattern) {
        return checked(INDEX_PATTERN, indexPattern);
    }

    private static String checked(Pattern legal, String text) {
        if (!legal.matcher(text).matches()) {
            throw new IllegalArgumentException("not a name; \"" + text + "\"; use letters, digits and _ . + -");
        }
        return text;
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Options of the client. Not thread-safe. */
    public static final class Builder extends ConnectionBuilder<Builder> {

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * The client. Sends nothing yet.
         *
         * @throws IllegalStateException where the options contradict each other
         */
        public OpenSearchAdmin build() {
            return new OpenSearchAdmin(this);
        }
    }
}
