package org.ocsf4j.backfill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists one bucket, as S3's {@code ListObjectsV2} with the delimiter {@code /} does. Called from one thread at a time. */
public interface ObjectListing {

    /**
     * What lies directly below a prefix, a page of it.
     *
     * @param prefix what the keys begin with; empty for the whole bucket
     * @param continuation where the page before ended; absent for the first
     * @throws org.ocsf4j.failure.UnavailableException where the store did not answer; a retry helps
     * @throws org.ocsf4j.failure.ConfigurationException where it refuses us
     */
    Page list(String prefix, @Nullable String continuation);

    /**
     * A listing of objects that are known already, such as a part of a lake that was listed elsewhere: all in one page, without
     * folders.
     */
    static ObjectListing of(List<ListedObject> objects) {
        List<ListedObject> known = List.copyOf(objects);
        return (prefix, continuation) -> new Page(
                List.of(),
                known.stream().filter(object -> object.key().startsWith(prefix)).toList(),
                null);
    }

    /**
     * A page.
     *
     * @param folders common prefixes, each with the {@code /} at its end, in the store's order
     * @param objects the objects directly below the prefix, in the store's order
     * @param continuation what the next page is asked for with; absent where this is the last
     */
    record Page(List<String> folders, List<ListedObject> objects, @Nullable String continuation) {
        public Page {
            folders = List.copyOf(folders);
            objects = List.copyOf(objects);
        }
    }
}
