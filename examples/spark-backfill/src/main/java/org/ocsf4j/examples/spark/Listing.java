package org.ocsf4j.examples.spark;

import java.util.ArrayList;
import java.util.List;
import org.ocsf4j.backfill.LakeSelection;
import org.ocsf4j.backfill.LakeWalk;
import org.ocsf4j.backfill.ListedObject;

/**
 * What the lake holds. All of it is in the driver's memory: about 350 bytes an object.
 *
 * @param objects those that are meant
 * @param ignored how many were listed besides
 */
record Listing(List<ListedObject> objects, long ignored) {

    static Listing of(Settings settings, LakeSelection selection) {
        LakeWalk walk = new LakeWalk(Clients.of(settings).listing(), selection);
        List<ListedObject> objects = new ArrayList<>();
        for (ListedObject object = walk.next(); object != null; object = walk.next()) {
            objects.add(object);
        }
        return new Listing(objects, walk.ignored());
    }
}
