package org.ocsf4j.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventClass;

/**
 * Sends events to sinks by their class, and drops those of classes that nobody is to have. The first route that a class fits is
 * taken. What fits none goes to {@link Builder#otherwise}, or is {@link EventOutcome.Filtered} where there is none.
 *
 * <p>Thread-safe as its sinks are. Closes none of them: who made them does.
 */
public final class ClassRouterSink implements EventSink {

    private static final int NOWHERE = -1;

    private final List<Route> routes;

    private record Route(Predicate<EventClass> fits, @Nullable EventSink sink) {}

    private ClassRouterSink(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public List<EventOutcome> write(EventBatch batch) throws InterruptedException {
        int[] route = new int[batch.count()];
        Map<EventClass, Integer> known = new HashMap<>();
        for (int i = 0; i < route.length; i++) {
            route[i] = known.computeIfAbsent(batch.eventClass(i), this::routeOf);
        }
        EventOutcome[] outcomes = new EventOutcome[route.length];
        Arrays.fill(outcomes, EventOutcome.FILTERED);
        for (int taken : new LinkedHashMap<>(counted(route)).keySet()) {
            EventSink sink = taken == NOWHERE ? null : routes.get(taken).sink();
            if (sink != null) {
                deliver(batch, route, taken, sink, outcomes);
            }
        }
        return Collections.unmodifiableList(Arrays.asList(outcomes));
    }

    private static Map<Integer, Integer> counted(int[] route) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int taken : route) {
            counts.merge(taken, 1, Integer::sum);
        }
        return counts;
    }

    private int routeOf(EventClass eventClass) {
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i).fits().test(eventClass)) {
                return i;
            }
        }
        return NOWHERE;
    }

    private static void deliver(EventBatch batch, int[] route, int taken, EventSink sink, EventOutcome[] outcomes)
            throws InterruptedException {
        List<Integer> positions = new ArrayList<>();
        int bytes = 0;
        for (int i = 0; i < route.length; i++) {
            if (route[i] == taken) {
                positions.add(i);
                bytes += batch.length(i) + 1;
            }
        }
        EventBatch part = batch;
        if (positions.size() < route.length) {
            part = new EventBatch(Math.max(1, bytes), positions.size());
            part.clear(batch.object());
            for (int i : positions) {
                part.append(batch.event(i).toBytes(), batch.row(i), batch.eventClass(i), batch.timeMillis(i));
            }
        }
        List<EventOutcome> some = sink.write(part);
        if (some.size() != positions.size()) {
            throw new IllegalStateException("the sink must return one outcome for each event; " + some.size() + " for "
                    + positions.size() + "; mend the sink " + sink.getClass().getName());
        }
        for (int i = 0; i < some.size(); i++) {
            outcomes[positions.get(i)] = some.get(i);
        }
    }

    /** As the sink of the event's class would write it. */
    @Override
    public EventOutcome.Rejected addressed(EventBatch batch, int event, EventOutcome.Rejected refusal) {
        int route = routeOf(batch.eventClass(event));
        EventSink sink = route == NOWHERE ? null : routes.get(route).sink();
        return sink == null ? refusal : sink.addressed(batch, event, refusal);
    }

    @Override
    public boolean isReady() {
        for (Route route : routes) {
            EventSink sink = route.sink();
            if (sink != null && !sink.isReady()) {
                return false;
            }
        }
        return true;
    }

    /** Collects routes, in their order. Not thread-safe. */
    public static final class Builder {

        private final List<Route> routes = new ArrayList<>();

        private Builder() {}

        /** Events of these class uids, of whatever version, go to {@code sink}. The default is no route. */
        public Builder route(EventSink sink, long... classUids) {
            return route(Objects.requireNonNull(sink, "sink"), isOneOf(classUids));
        }

        /** Events whose class and version fit go to {@code sink}. The default is no route. */
        public Builder route(EventSink sink, Predicate<EventClass> fits) {
            routes.add(new Route(Objects.requireNonNull(fits, "fits"), Objects.requireNonNull(sink, "sink")));
            return this;
        }

        /** Events of these class uids are dropped. The default is none. */
        public Builder drop(long... classUids) {
            routes.add(new Route(isOneOf(classUids), null));
            return this;
        }

        /** Everything else goes to {@code sink}. The default drops everything else. */
        public Builder otherwise(EventSink sink) {
            return route(sink, any -> true);
        }

        /**
         * The router.
         *
         * @throws IllegalStateException where there is no route
         */
        public ClassRouterSink build() {
            if (routes.isEmpty()) {
                throw new IllegalStateException("the router has no route and would drop everything; add one");
            }
            return new ClassRouterSink(routes);
        }

        private static Predicate<EventClass> isOneOf(long[] classUids) {
            long[] uids = classUids.clone();
            Arrays.sort(uids);
            return eventClass -> {
                Long uid = eventClass.classUid();
                return uid != null && Arrays.binarySearch(uids, uid) >= 0;
            };
        }
    }
}
