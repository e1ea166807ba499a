package org.ocsf4j.opensearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.retry.Backoff;

/**
 * What the bulk sink was built with.
 *
 * @param slowAnswer an answer that takes longer means that less should be sent at a time
 * @param repair whether a field that the mapping refuses is moved aside, once
 */
record BulkOptions(
        int bulkBytes,
        Duration retryBudget,
        Duration slowAnswer,
        Backoff backoff,
        IndexNaming naming,
        DocumentIds ids,
        OperationType operation,
        Routing routing,
        @Nullable String pipeline,
        boolean requireAlias,
        boolean repair) {

    /** Combinations that OpenSearch would refuse with every request. */
    void check() {
        if (naming.kind() == IndexNaming.Kind.DATA_STREAM && operation == OperationType.INDEX) {
            throw new IllegalStateException(
                    "a data stream takes no operation of type INDEX; " + naming + "; use CREATE or an index or alias");
        }
        if (requireAlias && naming.kind() == IndexNaming.Kind.DATA_STREAM) {
            throw new IllegalStateException(
                    "a data stream is not an alias; " + naming + "; drop requireAlias or use an alias");
        }
    }

    /** Why an event that is written twice could be stored twice, or be altered; empty where it cannot. */
    List<String> weaknesses() {
        List<String> weak = new ArrayList<>();
        if (ids == DocumentIds.SERVER_ASSIGNED) {
            weak.add("the server makes the document ids: an event that is written twice is stored twice");
        }
        if (ids == DocumentIds.CONTENT_HASH) {
            weak.add("ids are made of the content: equal events become one document");
        }
        if (naming.kind() == IndexNaming.Kind.DATA_STREAM || naming.kind() == IndexNaming.Kind.ALIAS) {
            weak.add(
                    "ids are unique in one index only: an event that is written before and after a rollover is stored twice");
        }
        if (operation == OperationType.INDEX) {
            weak.add("an event that is written again replaces its document, with what was added to it since");
        }
        if (pipeline != null) {
            weak.add("the ingest pipeline " + pipeline + " can send an event elsewhere, rename or drop it");
        }
        return weak;
    }
}
