package org.ocsf4j.backfill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;

/** A bucket in memory that is listed as S3 lists, in pages of a few names. */
final class MemoryLake implements ObjectListing {

    static final String BUCKET = "lake";
    private static final int PAGE = 2;

    final List<String> listed = new ArrayList<>();
    private final TreeMap<String, ListedObject> objects = new TreeMap<>();

    ListedObject put(String key, long sizeBytes, String eTag) {
        ListedObject object = new ListedObject(new ObjectIdentity(new ObjectLocation(BUCKET, key), eTag), sizeBytes);
        objects.put(key, object);
        return object;
    }

    ListedObject put(String key) {
        return put(key, 100, "e");
    }

    @Override
    public Page list(String prefix, @Nullable String continuation) {
        listed.add(prefix);
        TreeSet<String> names = new TreeSet<>();
        Map<String, ListedObject> below = objects.tailMap(prefix);
        for (String key : below.keySet()) {
            if (key.startsWith(prefix)) {
                int slash = key.indexOf('/', prefix.length());
                names.add(slash < 0 ? key : key.substring(0, slash + 1));
            }
        }
        List<String> folders = new ArrayList<>();
        List<ListedObject> found = new ArrayList<>();
        String last = null;
        for (String name : continuation == null ? names : names.tailSet(continuation, false)) {
            if (folders.size() + found.size() == PAGE) {
                return new Page(folders, found, last);
            }
            ListedObject object = objects.get(name);
            if (object == null) {
                folders.add(name);
            } else {
                found.add(object);
            }
            last = name;
        }
        return new Page(folders, found, null);
    }
}
