package org.ocsf4j.examples.spark;

import java.util.function.BinaryOperator;
import org.apache.spark.api.java.JavaSparkContext;
import org.ocsf4j.failure.ConfigurationException;

/** How many tasks Spark runs at a time at most. Executors come and go, so the settings are asked and not the cluster. */
final class Slots {

    private Slots() {}

    /** @throws ConfigurationException where the settings do not say */
    static int of(JavaSparkContext spark) {
        return spark.isLocal() ? spark.defaultParallelism() : of(spark.getConf()::get);
    }

    /** @param settings Spark's, by name and default */
    static int of(BinaryOperator<String> settings) {
        boolean dynamic = Boolean.parseBoolean(settings.apply("spark.dynamicAllocation.enabled", "false"));
        String executors = dynamic ? "spark.dynamicAllocation.maxExecutors" : "spark.executor.instances";
        String most = settings.apply(executors, "0");
        int count = most.equals("infinity") ? 0 : Integer.parseInt(most); // as services of Amazon's write it
        int cores = Integer.parseInt(settings.apply("spark.executor.cores", "0"));
        if (count < 1 || cores < 1) {
            throw new ConfigurationException(
                    "[spark-backfill] a rate is shared by all tasks and their number is not known; set " + executors
                            + " and spark.executor.cores, or pass --parallel-tasks");
        }
        return count * Math.max(1, cores / Integer.parseInt(settings.apply("spark.task.cpus", "1")));
    }
}
