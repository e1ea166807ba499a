package org.ocsf4j.backfill;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the folders of a lake depth first and hands out the objects that are meant, a page in memory at a time. Folders that cannot
 * hold any are not listed: a week of one account costs a week's requests, not the lake's. Not thread-safe.
 */
public final class LakeWalk {

    private final ObjectListing listing;
    private final LakeSelection selection;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Deque<ListedObject> found = new ArrayDeque<>();
    private long ignored;

    private record Step(String prefix, @Nullable String continuation) {}

    /** A walk that has not begun; lists nothing yet. */
    public LakeWalk(ObjectListing listing, LakeSelection selection) {
        this.listing = listing;
        this.selection = selection;
        pushReversed(selection.roots());
    }

    /**
     * The next object, or null behind the last.
     *
     * @throws org.ocsf4j.failure.OcsfException as {@link ObjectListing#list}
     */
    public @Nullable ListedObject next() {
        while (found.isEmpty() && !steps.isEmpty()) {
            Step step = steps.pop();
            ObjectListing.Page page = listing.list(step.prefix(), step.continuation());
            if (page.continuation() != null) {
                steps.push(new Step(step.prefix(), page.continuation())); // behind this page's folders
            }
            pushReversed(page.folders().stream().filter(selection::mayHold).toList());
            for (ListedObject object : page.objects()) {
                if (selection.holds(object)) {
                    found.add(object);
                } else {
                    ignored++;
                }
            }
        }
        return found.poll();
    }

    /** How many objects were listed that are not meant or hold no events. */
    public long ignored() {
        return ignored;
    }

    private void pushReversed(List<String> prefixes) {
        for (int i = prefixes.size() - 1; i >= 0; i--) {
            steps.push(new Step(prefixes.get(i), null));
        }
    }
}
