package org.ocsf4j.opensearch;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import org.opensearch.client.json.JsonpMapper;

/** The object mapper of a transport that is only ever asked to carry bytes. */
final class NoMapper implements JsonpMapper {

    @Override
    public JsonProvider jsonProvider() {
        throw unused();
    }

    @Override
    public <T> T deserialize(JsonParser parser, Class<T> type) {
        throw unused();
    }

    @Override
    public <T> void serialize(T value, JsonGenerator generator) {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("this transport carries bytes only; pass a transport of your own");
    }
}
