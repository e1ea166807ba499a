package org.ocsf4j.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.notification.Acknowledgement;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.NotificationSource;
import org.ocsf4j.notification.ReceivedMessage;

/** A queue in memory. A delay, which is noted, ends with the next receive that brings nothing. */
final class ScriptedSource implements NotificationSource {

    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final Deque<Entry> delayed = new ArrayDeque<>();
    private final Deque<RuntimeException> receiveFailures = new ArrayDeque<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private int leased;
    private int receives;
    private boolean tellsRemaining = true;
    private @Nullable RuntimeException confirmFailure;

    /** One message and all that happened to it. Guarded by the source. */
    static final class Entry {
        private final String id;
        private final Notification notification;
        private int receiveCount;
        private int confirmed;
        private boolean lost;
        private final List<Duration> givenBack = new ArrayList<>();

        private Entry(String id, Notification notification) {
            this.id = id;
            this.notification = notification;
        }
    }

    /** Announces objects by their keys in one message. */
    ScriptedSource announce(String id, String... keys) {
        return add(
                id,
                new Notification.Understood(
                        List.of(keys).stream().map(ScriptedLake::notification).toList(), List.of()));
    }

    synchronized ScriptedSource add(String id, Notification notification) {
        Entry entry = new Entry(id, notification);
        entries.put(id, entry);
        waiting.add(entry);
        notifyAll();
        return this;
    }

    synchronized ScriptedSource failReceive(RuntimeException failure) {
        receiveFailures.add(failure);
        return this;
    }

    synchronized void failConfirm(RuntimeException failure) {
        confirmFailure = failure;
    }

    synchronized void saysNothingOfRemaining() {
        tellsRemaining = false;
    }

    synchronized void lose(String id) {
        entry(id).lost = true;
    }

    synchronized int confirmed(String id) {
        return entry(id).confirmed;
    }

    synchronized List<Duration> givenBack(String id) {
        return List.copyOf(entry(id).givenBack);
    }

    synchronized int receiveCount(String id) {
        return entry(id).receiveCount;
    }

    synchronized int receives() {
        return receives;
    }

    private Entry entry(String id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("no message " + id);
        }
        return entry;
    }

    @Override
    public synchronized List<ReceivedMessage> receive(int max, Duration wait) throws InterruptedException {
        receives++;
        notifyAll();
        if (!receiveFailures.isEmpty()) {
            throw receiveFailures.removeFirst();
        }
        if (waiting.isEmpty() && delayed.isEmpty()) {
            TimeUnit.NANOSECONDS.timedWait(this, wait.toNanos());
        }
        List<ReceivedMessage> messages = new ArrayList<>();
        while (messages.size() < max && !waiting.isEmpty()) {
            Entry entry = waiting.removeFirst();
            entry.receiveCount++;
            leased++;
            messages.add(new ReceivedMessage(entry.id, entry.receiveCount, entry.notification, new Lease(entry)));
        }
        if (messages.isEmpty()) {
            waiting.addAll(delayed);
            delayed.clear();
        }
        return messages;
    }

    /** Waits until {@link #receive} was called so often. */
    synchronized void awaitReceives(int count) throws InterruptedException {
        while (receives < count) {
            wait();
        }
    }

    @Override
    public synchronized OptionalLong remaining() {
        return tellsRemaining ? OptionalLong.of(waiting.size() + delayed.size() + leased) : OptionalLong.empty();
    }

    private final class Lease implements Acknowledgement {
        private final Entry entry;

        Lease(Entry entry) {
            this.entry = entry;
        }

        @Override
        public void confirm() {
            synchronized (ScriptedSource.this) {
                RuntimeException failure = confirmFailure;
                confirmFailure = null;
                if (failure != null) {
                    throw failure;
                }
                entry.confirmed++;
                leased--;
                ScriptedSource.this.notifyAll();
            }
        }

        @Override
        public void giveBack(Duration delay) {
            synchronized (ScriptedSource.this) {
                entry.givenBack.add(delay);
                leased--;
                (delay.isZero() ? waiting : delayed).addLast(entry);
                ScriptedSource.this.notifyAll();
            }
        }

        @Override
        public boolean isLost() {
            synchronized (ScriptedSource.this) {
                return entry.lost;
            }
        }
    }
}
