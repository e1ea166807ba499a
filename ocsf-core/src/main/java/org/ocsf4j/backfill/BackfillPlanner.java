package org.ocsf4j.backfill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.event.EventDecoder;
import org.ocsf4j.failure.CorruptObjectException;
import org.ocsf4j.failure.ObjectMissingException;
import org.ocsf4j.object.LakeKey;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.object.ObjectStore;

/**
 * Adds up what a backfill would read, and estimates its documents from the footers of a random sample of each source's objects:
 * sources differ tenfold in bytes a row. Reads listings and footers only. Not thread-safe.
 */
public final class BackfillPlanner {

    /** How many objects of each source are sampled: {@value}. */
    public static final int DEFAULT_SAMPLE_OBJECTS = 10;

    private final ObjectListing listing;
    private final ObjectStore store;
    private final EventDecoder decoder;

    /** A planner; it closes none of its parts. */
    public BackfillPlanner(ObjectListing listing, ObjectStore store, EventDecoder decoder) {
        this.listing = listing;
        this.store = store;
        this.decoder = decoder;
    }

    /**
     * Lists what is meant.
     *
     * @param ledger what is settled already; absent for nothing
     * @param sampleObjects how many objects of each source are sampled; 0 leaves the documents at 0
     * @throws org.ocsf4j.failure.UnavailableException where the store did not answer; a retry helps
     * @throws org.ocsf4j.failure.ConfigurationException where it refuses us
     */
    public BackfillPlan plan(LakeSelection selection, @Nullable SettledObjects ledger, int sampleObjects) {
        LakeWalk walk = new LakeWalk(listing, selection);
        Map<String, Stratum> strata = new TreeMap<>();
        long settledObjects = 0;
        long settledBytes = 0;
        for (ListedObject object = walk.next(); object != null; object = walk.next()) {
            if (ledger != null && ledger.isSettled(object.identity())) {
                settledObjects++;
                settledBytes += object.sizeBytes();
            } else {
                strata.computeIfAbsent(LakeKey.of(object.key()).sourceFolder(), folder -> new Stratum(sampleObjects))
                        .add(object);
            }
        }
        List<BackfillPlan.Source> sources = new ArrayList<>();
        long sampled = 0;
        for (Map.Entry<String, Stratum> entry : strata.entrySet()) {
            Stratum stratum = entry.getValue();
            sources.add(new BackfillPlan.Source(entry.getKey(), stratum.objects, stratum.bytes, documents(stratum)));
            sampled += stratum.sample.size();
        }
        return new BackfillPlan(sources, settledObjects, settledBytes, walk.ignored(), sampled);
    }

    private long documents(Stratum stratum) {
        long rows = 0;
        long bytes = 0;
        for (ListedObject object : stratum.sample) {
            try (ObjectContent content = store.open(object.notification());
                    EventCursor cursor = decoder.open(content, 0)) {
                rows += cursor.totalRows();
                bytes += object.sizeBytes();
            } catch (CorruptObjectException | ObjectMissingException noGuide) {
                // the run names it
            }
        }
        return bytes == 0 ? 0 : Math.round((double) stratum.bytes * rows / bytes);
    }

    /** The sums and a uniform sample of one source (reservoir sampling, Vitter's algorithm R). */
    private static final class Stratum {
        private final int sampleObjects;
        private final List<ListedObject> sample = new ArrayList<>();
        private final Random random = new Random(1); // the same lake, the same plan
        private long objects;
        private long bytes;

        Stratum(int sampleObjects) {
            this.sampleObjects = sampleObjects;
        }

        void add(ListedObject object) {
            objects++;
            bytes += object.sizeBytes();
            if (sample.size() < sampleObjects) {
                sample.add(object);
            } else {
                long at = (long) (random.nextDouble() * objects);
                if (at < sampleObjects) {
                    sample.set((int) at, object);
                }
            }
        }
    }
}
