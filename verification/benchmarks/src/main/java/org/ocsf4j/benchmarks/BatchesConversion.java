package org.ocsf4j.benchmarks;

import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.pipeline.PipelineOptions;

/** The decoder as the pipeline uses it: into one batch of the default size, filled again and again. */
final class BatchesConversion implements Conversion {

    private final EventDecoder decoder = new ParquetEventDecoder();
    private final EventBatch batch =
            new EventBatch(PipelineOptions.DEFAULT_BATCH_BYTES, PipelineOptions.DEFAULT_BATCH_EVENTS);

    @Override
    public Converted convert(Source source) throws Exception {
        long rows = 0;
        long jsonBytes = 0;
        try (FileContent content = new FileContent(source.file());
                EventCursor cursor = decoder.open(content, 0)) {
            for (batch.clear(content.identity()); cursor.fill(batch); batch.clear(content.identity())) {
                rows += batch.count();
                jsonBytes += batch.sizeBytes();
            }
        }
        return new Converted(rows, jsonBytes);
    }
}
