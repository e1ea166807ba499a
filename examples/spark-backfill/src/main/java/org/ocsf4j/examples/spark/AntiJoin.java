package org.ocsf4j.examples.spark;

import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.ocsf4j.backfill.ListedObject;
import scala.Tuple2;

/** The objects that were listed less those of the ledger. Executors read the ledger and compare, a part of it each. */
final class AntiJoin {

    private static final int OBJECTS_A_TASK = 10_000;
    private static final int PARTS_A_TASK = 50;

    private AntiJoin() {}

    static List<ListedObject> unsettled(JavaSparkContext spark, Settings settings, List<ListedObject> listed) {
        List<String> parts = Clients.of(settings).ledger().parts();
        if (parts.isEmpty() || listed.isEmpty()) {
            return listed;
        }
        JavaPairRDD<String, ListedObject> objects = spark.parallelize(listed, slices(listed, OBJECTS_A_TASK))
                .mapToPair(object -> new Tuple2<>(object.identity().documentIdPrefix(), object));
        JavaPairRDD<String, Boolean> settled = spark.parallelize(parts, slices(parts, PARTS_A_TASK))
                .flatMap(part -> Clients.of(settings).ledger().read(part).iterator())
                .mapToPair(object -> new Tuple2<>(object.documentIdPrefix(), true));
        return objects.subtractByKey(settled).values().collect();
    }

    private static int slices(List<?> all, int each) {
        return 1 + (all.size() - 1) / each;
    }
}
