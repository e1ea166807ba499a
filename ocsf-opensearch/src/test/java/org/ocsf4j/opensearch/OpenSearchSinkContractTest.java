package org.ocsf4j.opensearch;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.ocsf4j.sink.EventSink;
import org.ocsf4j.testkit.contract.EventSinkContract;

final class OpenSearchSinkContractTest extends EventSinkContract {

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected EventSink openSink() {
        return OpenSearchSink.builder().endpoint(server.uri()).build();
    }

    @Override
    protected List<String> stored() {
        return List.copyOf(server.stored().values());
    }
}
