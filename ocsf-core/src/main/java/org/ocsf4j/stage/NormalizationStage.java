package org.ocsf4j.stage;

import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.schema.normalize.OcsfNormalizer;
import org.ocsf4j.schema.normalize.ShapeNormalizer;

/**
 * Brings events to the normaliser's version on their way to the sink. An event that cannot be brought there passes as it is and is
 * counted ({@link #untouched()}). The document's id stays what it is without this stage; its index follows its new class and
 * version, so another target puts what is delivered again beside what was there.
 *
 * <p>Works by the shapes of the events ({@link ShapeNormalizer}), which it learns as they come. Thread-safe.
 */
public final class NormalizationStage implements EventStage {

    private final OcsfNormalizer normalizer;
    private final LongAdder normalized = new LongAdder();
    private final LongAdder untouched = new LongAdder();
    /** One for each thread that has worked at the same time; each knows the shapes that it has met. */
    private final ConcurrentLinkedDeque<ShapeNormalizer> idle = new ConcurrentLinkedDeque<>();

    private NormalizationStage(OcsfNormalizer normalizer) {
        this.normalizer = Objects.requireNonNull(normalizer, "normalizer");
    }

    public static NormalizationStage of(OcsfNormalizer normalizer) {
        return new NormalizationStage(normalizer);
    }

    @Override
    public void process(EventBatch batch, EventChanges changes) {
        ShapeNormalizer last = idle.pollFirst();
        ShapeNormalizer shapes = last == null ? normalizer.byShape() : last;
        int left = 0;
        shapes.begin(room(batch));
        for (int i = 0; i < batch.count(); i++) {
            if (shapes.normalize(batch.buffer(), batch.offset(i), batch.length(i), batch.eventClass(i))) {
                changes.replace(
                        i, shapes.buffer(), shapes.offset(), shapes.length(), shapes.eventClass(), shapes.timeMillis());
            } else {
                left++;
            }
        }
        untouched.add(left);
        normalized.add(batch.count() - left);
        idle.addFirst(shapes);
    }

    /** Normalised events are somewhat longer. */
    private static int room(EventBatch batch) {
        return (int) Math.min(Integer.MAX_VALUE / 2, batch.sizeBytes() + batch.sizeBytes() / 4L + 1_024);
    }

    /** How many events were brought to the version so far, those included that are delivered again. */
    public long normalized() {
        return normalized.sum();
    }

    /** How many events passed as they are so far. */
    public long untouched() {
        return untouched.sum();
    }
}
