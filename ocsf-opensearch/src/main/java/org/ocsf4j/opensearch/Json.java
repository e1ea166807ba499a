package org.ocsf4j.opensearch;

import com.fasterxml.jackson.core.JsonFactory;

/** The one JSON factory of this module. */
final class Json {

    static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}
}
