package org.ocsf4j.opensearch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.opensearch.client.opensearch.generic.Body;

/** A bulk request's body that is made only where a transport asks for it. */
record LazyBody(BulkRequest request) implements Body {

    @Override
    public String contentType() {
        return BulkRequest.CONTENT_TYPE;
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(request.toBytes());
    }

    @Override
    public byte[] bodyAsBytes() {
        return request.toBytes();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
