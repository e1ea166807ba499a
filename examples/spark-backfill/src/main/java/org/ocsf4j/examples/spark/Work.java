package org.ocsf4j.examples.spark;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.ocsf4j.backfill.ListedObject;

/**
 * What is to be done.
 *
 * @param tasks the objects of each task
 * @param objectsAtOnce how many a task reads at a time
 * @param documentsPerSecond each task's share; infinity for no cap
 */
record Work(List<List<ListedObject>> tasks, int objectsAtOnce, double documentsPerSecond) {

    /** Waits for every task, those included that Spark tries again. */
    List<TaskResult> run(JavaSparkContext spark, Settings settings) {
        return tasks.isEmpty()
                ? List.of()
                : spark.parallelize(tasks, tasks.size())
                        .mapPartitions(new SettleObjects(settings, objectsAtOnce, documentsPerSecond))
                        .collect();
    }
}
