package org.ocsf4j.aws.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a function does before Lambda takes its snapshot, and after each start from it:
 *
 * <pre>{@code
 * private final SnapStart snapStart =
 *         SnapStart.builder().before(WarmUp::run).after(clients::renewCredentials).register();
 * }</pre>
 *
 * <p>Before the snapshot is the time to run what every event runs, so that its classes are loaded and its code is compiled in the
 * snapshot, and to close what is connected. After a start, what has an end of its own is renewed: credentials. What an action throws
 * fails the version's publication, or the start.
 *
 * <p>The context holds its resources weakly: keep this in a field. Needs {@code org.crac:crac}, which is optional here. Without
 * SnapStart the actions never run.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Runtime hooks</a>
 */
public final class SnapStart implements Resource {

    private static final Logger LOG = LoggerFactory.getLogger(SnapStart.class);

    private final List<Runnable> before;
    private final List<Runnable> after;

    private SnapStart(Builder builder) {
        before = List.copyOf(builder.before);
        after = List.copyOf(builder.after);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Called by the runtime, before the snapshot. */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        run("before the snapshot", before);
    }

    /** Called by the runtime, after a start from the snapshot. */
    @Override
    public void afterRestore(Context<? extends Resource> context) {
        run("after a start from the snapshot", after);
    }

    private static void run(String when, List<Runnable> actions) {
        long start = System.nanoTime();
        actions.forEach(Runnable::run);
        LOG.info("{}: {} actions in {} ms", when, actions.size(), (System.nanoTime() - start) / 1_000_000);
    }

    /** Collects the actions, which run in the order in which they came. Not thread-safe. */
    public static final class Builder {

        private final List<Runnable> before = new ArrayList<>();
        private final List<Runnable> after = new ArrayList<>();

        private Builder() {}

        /** Runs before the snapshot is taken; may be called again to add. The default is nothing. */
        public Builder before(Runnable action) {
            before.add(Objects.requireNonNull(action, "action"));
            return this;
        }

        /** Runs after each start from the snapshot; may be called again to add. The default is nothing. */
        public Builder after(Runnable action) {
            after.add(Objects.requireNonNull(action, "action"));
            return this;
        }

        /** Makes it known to the runtime, which calls it from then on for as long as the caller holds it. */
        public SnapStart register() {
            SnapStart hooks = new SnapStart(this);
            Core.getGlobalContext().register(hooks);
            return hooks;
        }
    }
}
