package org.ocsf4j.parquet.internal.parallel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.parquet.ParquetConcurrency;
import org.ocsf4j.parquet.internal.block.BlockFile;

/**
 * Converts row groups of one file on several threads, in lanes: a lane converts one row group after another, a batch at a
 * time, and a row group belongs to one lane.
 *
 * <pre>
 *            started row groups, in the file's order
 *          head         next         …
 *   ready  [rows rows]  [rows …]           bounded in bytes, over all
 *             ^            ^
 *          lane 0       lane 1             each IDLE, QUEUED or RUNNING
 * </pre>
 *
 * <p>Only the thread that calls {@link #next} gives lanes to the executor, and it waits only for a lane that another thread is
 * running: one that is merely queued it runs itself. So there is always progress, whatever the executor does. A task never
 * waits: a lane without room is let go of. The head always has room for two batches.
 *
 * <p>After a failure no row group behind it is gone on with; those before it are, so that the failure that is thrown is the
 * first one in the file. {@link #close} returns when no thread is at work any more, after a batch at most.
 */
public final class ParallelConversion implements AutoCloseable {

    private static final int HEAD_BATCHES = 2;

    private final BlockFile file;
    private final ParquetConcurrency concurrency;
    private final int batchBytes;
    private final int batchEvents;
    private final int[] rowGroups;
    private final List<Lane> lanes = new ArrayList<>();

    private final Object lock = new Object();
    private final Deque<GroupOutput> started = new ArrayDeque<>();
    private final Deque<EventBatch> spare = new ArrayDeque<>();
    private int nextToStart;

    /** What is ready, and a batch for each lane that is running. */
    private long bufferedBytes;

    private int firstFailed = Integer.MAX_VALUE;
    private boolean isClosed;

    /**
     * @param firstRow the first row to return
     * @param batchBytes what a batch counts as full with
     * @param batchEvents what a batch counts as full with
     */
    public ParallelConversion(
            BlockFile file, long firstRow, ParquetConcurrency concurrency, int batchBytes, int batchEvents) {
        this.file = file;
        this.concurrency = concurrency;
        this.batchBytes = batchBytes;
        this.batchEvents = batchEvents;
        this.rowGroups = file.rowGroupsFrom(firstRow);
        int count = Math.min(concurrency.rowGroupsAtOnce(), rowGroups.length);
        for (int i = 0; i < count; i++) {
            lanes.add(new Lane(file, firstRow, concurrency.readAhead() ? concurrency.executor() : null));
        }
    }

    /**
     * The next rows; give them back with {@link #giveBack}.
     *
     * @return null where all rows have been returned
     * @throws UnavailableException where the thread is interrupted while it waits
     */
    public @Nullable Rows next() {
        while (true) {
            Rows rows;
            List<Lane> due = new ArrayList<>();
            synchronized (lock) {
                rows = take();
                if (rows == null && isOver()) {
                    return null;
                }
                for (Lane lane : lanes) {
                    if (lane.state == Lane.State.IDLE && mayRun(lane)) {
                        lane.state = Lane.State.QUEUED;
                        if (!lane.hasTask) {
                            lane.hasTask = true;
                            due.add(lane);
                        }
                    }
                }
            }
            submit(due);
            if (rows != null) {
                return rows;
            }
            Lane lane = await();
            if (lane != null) {
                run(lane, 1);
            }
        }
    }

    /** Takes the batch for other rows. */
    public void giveBack(Rows rows) {
        synchronized (lock) {
            spare.push(rows.batch()); // the next is taken from here: it is in the cache still
        }
    }

    private void submit(List<Lane> due) {
        for (Lane lane : due) {
            try {
                concurrency.executor().execute(() -> runQueued(lane));
            } catch (RejectedExecutionException e) {
                synchronized (lock) {
                    lane.hasTask = false; // it stays queued, and the calling thread comes to it
                }
            }
        }
    }

    /** Waits until there are rows, or the end; or returns a lane for the calling thread to run. */
    private @Nullable Lane await() {
        synchronized (lock) {
            while (!hasReady() && !isOver()) {
                Lane lane = claim();
                if (lane != null) {
                    return lane;
                }
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new UnavailableException("[" + file.place() + "] interrupted while rows were waited for", e);
                }
            }
            return null;
        }
    }

    /** The lane of the earliest row group that nobody works on, claimed. */
    private @Nullable Lane claim() {
        Lane earliest = null;
        for (Lane lane : lanes) {
            boolean free = lane.state != Lane.State.RUNNING && mayRun(lane);
            if (free && (earliest == null || rowGroup(lane) < rowGroup(earliest))) {
                earliest = lane;
            }
        }
        if (earliest != null) {
            start(earliest);
        }
        return earliest;
    }

    private static int rowGroup(Lane lane) {
        return lane.output == null ? Integer.MAX_VALUE : lane.output.rowGroup;
    }

    private void start(Lane lane) {
        lane.state = Lane.State.RUNNING;
        bufferedBytes += batchBytes;
        beginRowGroup(lane);
    }

    private void runQueued(Lane lane) {
        synchronized (lock) {
            lane.hasTask = false;
            if (lane.state != Lane.State.QUEUED || !mayRun(lane)) {
                return; // another thread was quicker
            }
            start(lane);
        }
        run(lane, Integer.MAX_VALUE);
    }

    /** Runs a lane that has been started, for so many batches or until it has no room. */
    private void run(Lane lane, int batches) {
        int done = 0;
        boolean goOn;
        do {
            EventBatch batch;
            GroupOutput output;
            synchronized (lock) {
                output = Objects.requireNonNull(lane.output);
                batch = spare.poll();
            }
            Rows rows = null;
            Throwable failure = null;
            boolean ended = true;
            try {
                if (batch == null) {
                    batch = new EventBatch(batchBytes, batchEvents);
                }
                batch.clear(file.content().identity());
                try {
                    lane.fill(output.rowGroup, batch);
                } finally {
                    rows = lane.rows(batch);
                }
                ended = !batch.isFull();
            } catch (Throwable e) { // an error of the virtual machine, too, is the calling thread's to throw
                failure = e;
            }
            done++;
            synchronized (lock) {
                goOn = publish(lane, output, rows, ended, failure, done < batches);
                if (!goOn) {
                    bufferedBytes -= batchBytes;
                    lane.state = Lane.State.IDLE;
                }
                lock.notifyAll();
            }
        } while (goOn);
    }

    /** Enters what a lane has done; true where it may do more. */
    private boolean publish(
            Lane lane,
            GroupOutput output,
            @Nullable Rows rows,
            boolean ended,
            @Nullable Throwable failure,
            boolean wanted) {
        if (rows != null) {
            output.ready.add(rows);
            bufferedBytes += rows.batch().sizeBytes();
        }
        if (failure != null) {
            output.failure = failure;
            firstFailed = Math.min(firstFailed, output.rowGroup);
        }
        if (ended) {
            output.isDone = true;
            lane.output = null;
        }
        dropFinished();
        bufferedBytes -= batchBytes; // its own, so that it counts once
        boolean goOn = wanted && failure == null && mayRun(lane);
        bufferedBytes += batchBytes;
        if (goOn) {
            beginRowGroup(lane);
        }
        return goOn;
    }

    /** Gives a lane that may run the next row group where it has none. */
    private void beginRowGroup(Lane lane) {
        if (lane.output == null) {
            GroupOutput output = new GroupOutput(rowGroups[nextToStart++]);
            started.add(output);
            lane.output = output;
        }
    }

    private boolean mayRun(Lane lane) {
        if (isClosed) {
            return false;
        }
        GroupOutput output = lane.output;
        if (output == null) {
            return nextToStart < rowGroups.length && rowGroups[nextToStart] < firstFailed && hasRoom(null);
        }
        return output.rowGroup < firstFailed && hasRoom(output);
    }

    private boolean hasRoom(@Nullable GroupOutput output) {
        if (bufferedBytes + batchBytes <= concurrency.maxBufferedBytes()) {
            return true;
        }
        GroupOutput head = started.peek();
        return head == null || (output == head && head.ready.size() < HEAD_BATCHES);
    }

    // ---- what the calling thread takes
    // ------------------------------------------------------------------------------------------

    private @Nullable Rows take() {
        GroupOutput head = started.peek();
        for (GroupOutput output : started) {
            Rows rows = output.ready.poll();
            if (rows != null) {
                bufferedBytes -= rows.batch().sizeBytes();
                dropFinished();
                return rows;
            }
            if (output.failure != null && output == head) {
                throw rethrown(output.failure);
            }
            if (isLastToTakeFrom(output)) {
                return null;
            }
        }
        return null;
    }

    /** Whether what comes behind has to wait: for the order, or for what may be the first failure. */
    private boolean isLastToTakeFrom(GroupOutput output) {
        return output.failure != null || (concurrency.inFileOrder() && !output.isDone);
    }

    /** So that the first that is started is the first that is not finished. */
    private void dropFinished() {
        for (GroupOutput head = started.peek(); head != null && head.isFinished(); head = started.peek()) {
            started.remove();
        }
    }

    private boolean hasReady() {
        for (GroupOutput output : started) {
            if (!output.ready.isEmpty() || (output.failure != null && output == started.peek())) {
                return true;
            }
            if (isLastToTakeFrom(output)) {
                return false;
            }
        }
        return false;
    }

    private boolean isOver() {
        for (GroupOutput output : started) {
            if (!output.isFinished()) {
                return false;
            }
        }
        return nextToStart == rowGroups.length;
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    @Override
    public void close() {
        boolean interrupted = false;
        synchronized (lock) {
            isClosed = true;
            while (isAnyRunning()) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            for (Lane lane : lanes) {
                lane.close();
            }
            started.clear();
            spare.clear();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAnyRunning() {
        for (Lane lane : lanes) {
            if (lane.state == Lane.State.RUNNING) {
                return true;
            }
        }
        return false;
    }
}
