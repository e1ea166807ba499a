package org.ocsf4j.testkit.server;

import java.nio.file.Path;

/**
 * The jars of Apache Spark in the versions that Spark itself asks for, in a folder that its launcher takes for a distribution:
 * {@code SPARK_HOME}. No SQL, no Hive, no Python. Nothing runs.
 */
public final class SparkHome {

    private SparkHome() {}

    /**
     * From the user's cache; put together by Maven the first time.
     *
     * @param version such as {@code 4.2.0}
     * @param scala such as {@code 2.13}
     * @throws LocalServerException when it cannot be assembled
     */
    public static Path resolve(String version, String scala) {
        return Homes.resolve(Homes.spark(version, scala), Homes::log);
    }
}
