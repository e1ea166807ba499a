package org.ocsf4j.stage;

import org.ocsf4j.event.EventBatch;

/**
 * A step between decoder and sink that looks at whole events and may alter or refuse some of them, such as
 * {@link ValidationStage}. What columns alone can decide belongs into a
 * {@link org.ocsf4j.transform.Transform}, which costs less.
 *
 * <p>Thread-safe: the pipeline's writers call it for several batches at a time. It has to give the same result for the same
 * event every time, since an event that is delivered again has to become the same document in the same index.
 */
@FunctionalInterface
public interface EventStage {

    /**
     * Looks at every event of {@code batch}, whose bytes stay as they are, and enters into {@code changes} what is to become of
     * those that do not pass as they are.
     *
     * @throws RuntimeException where it cannot tell; nothing of the batch is delivered and the object stays unsettled
     */
    void process(EventBatch batch, EventChanges changes);
}
