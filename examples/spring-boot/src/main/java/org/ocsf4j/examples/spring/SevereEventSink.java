package org.ocsf4j.examples.spring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import org.ocsf4j.event.EncodedEvent;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.sink.EventOutcome;
import org.ocsf4j.sink.EventSink;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells the application's listeners of events from a severity on. It stores nothing, so that behind a sink that does, in a
 * {@link org.ocsf4j.sink.FanOutSink}, that sink's outcomes stand. Thread-safe; listeners are called on the pipeline's threads.
 */
final class SevereEventSink implements EventSink {

    private static final int FATAL = 6;
    private static final JsonFactory JSON = new JsonFactory();

    private final int threshold;
    private final ApplicationEventPublisher publisher;

    SevereEventSink(int threshold, ApplicationEventPublisher publisher) {
        this.threshold = threshold;
        this.publisher = publisher;
    }

    @Override
    public List<EventOutcome> write(EventBatch batch) {
        for (int i = 0; i < batch.count(); i++) {
            EncodedEvent event = batch.event(i);
            int severity = severityId(event);
            if (severity >= threshold && severity <= FATAL) { // 99 is Other
                publisher.publishEvent(severe(batch, event, severity));
            }
        }
        return Collections.nCopies(batch.count(), EventOutcome.FILTERED);
    }

    private static SevereEvent severe(EventBatch batch, EncodedEvent event, int severity) {
        Long classUid = event.eventClass().classUid();
        String id = batch.object().documentIdPrefix() + '-' + event.row();
        return new SevereEvent(id, classUid == null ? 0 : classUid, severity, event.toString());
    }

    /** The event's {@code severity_id}, 0 (Unknown) where it has none. */
    private static int severityId(EncodedEvent event) {
        try (JsonParser in = JSON.createParser(event.buffer(), event.offset(), event.length())) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = in.currentName().equals("severity_id");
                JsonToken value = in.nextToken();
                if (found) {
                    return value == JsonToken.VALUE_NUMBER_INT ? in.getIntValue() : 0;
                }
                in.skipChildren();
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
