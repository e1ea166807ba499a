package org.ocsf4j.examples.spark;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.backfill.BackfillPlanner;
import org.ocsf4j.backfill.ListedObject;
import picocli.CommandLine.Option;

/** How the work is shared and how fast it may go. */
final class WorkOptions {

    private static final int TASKS_A_SLOT = 3;

    @Option(
            names = "--task-mebibytes",
            paramLabel = "N",
            description = "stored bytes of the objects of a task, about; default ${DEFAULT-VALUE}",
            defaultValue = "256")
    private int taskMebibytes = 256;

    @Option(
            names = "--objects-at-once",
            paramLabel = "N",
            description = "objects that a task reads at a time; default ${DEFAULT-VALUE}",
            defaultValue = "2")
    private int objectsAtOnce = 2;

    @Option(
            names = "--documents-per-second",
            paramLabel = "N",
            description = "a cap for all executors together; each task has its share")
    private @Nullable Double documentsPerSecond;

    @Option(
            names = "--parallel-tasks",
            paramLabel = "N",
            description = "how many tasks run at a time at most; default from Spark's settings")
    private @Nullable Integer parallelTasks;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "objects of each source whose footers are read for the estimate; default ${DEFAULT-VALUE}",
            defaultValue = "" + BackfillPlanner.DEFAULT_SAMPLE_OBJECTS)
    private int sample = BackfillPlanner.DEFAULT_SAMPLE_OBJECTS;

    int sample() {
        return sample;
    }

    Work of(JavaSparkContext spark, List<ListedObject> objects) {
        double share = documentsPerSecond == null
                ? Double.POSITIVE_INFINITY
                : documentsPerSecond / (parallelTasks == null ? Slots.of(spark) : parallelTasks);
        int fewest = TASKS_A_SLOT * spark.defaultParallelism();
        return new Work(Packing.pack(objects, (long) taskMebibytes << 20, fewest), objectsAtOnce, share);
    }
}
