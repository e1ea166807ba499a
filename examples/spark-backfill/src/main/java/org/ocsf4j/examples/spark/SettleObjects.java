package org.ocsf4j.examples.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.ocsf4j.backfill.Backfill;
import org.ocsf4j.backfill.BackfillReport;
import org.ocsf4j.backfill.LakeSelection;
import org.ocsf4j.backfill.ListedObject;
import org.ocsf4j.backfill.ObjectListing;
import org.ocsf4j.pipeline.OcsfPipeline;

/**
 * A task: the library's backfill over a few objects, then a part of the ledger. Where it is killed before that, Spark gives its
 * objects to another attempt, which finds their documents there already.
 */
final class SettleObjects implements FlatMapFunction<Iterator<List<ListedObject>>, TaskResult> {

    private static final long serialVersionUID = 1L;

    private final Settings settings;
    private final int objectsAtOnce;
    private final double documentsPerSecond;
    private final String run = UUID.randomUUID().toString();

    SettleObjects(Settings settings, int objectsAtOnce, double documentsPerSecond) {
        this.settings = settings;
        this.objectsAtOnce = objectsAtOnce;
        this.documentsPerSecond = documentsPerSecond;
    }

    @Override
    public Iterator<TaskResult> call(Iterator<List<ListedObject>> tasks) throws InterruptedException {
        List<TaskResult> results = new ArrayList<>();
        while (tasks.hasNext()) {
            results.add(settle(tasks.next()));
        }
        return results.iterator();
    }

    private TaskResult settle(List<ListedObject> objects) throws InterruptedException {
        Clients clients = Clients.of(settings);
        LedgerPart part = new LedgerPart();
        try (OcsfPipeline pipeline = clients.pipeline(objectsAtOnce, documentsPerSecond)) {
            BackfillReport report = Backfill.builder()
                    .listing(ObjectListing.of(objects))
                    .selection(LakeSelection.ANYWHERE)
                    .ledger(part)
                    .processor(pipeline::process)
                    .destinationReady(clients.sink()::isReady)
                    .concurrency(objectsAtOnce)
                    .build()
                    .run();
            clients.ledger().write(run + "-" + TaskContext.get().taskAttemptId(), part.entries());
            return TaskResult.of(objects.size(), report);
        }
    }
}
