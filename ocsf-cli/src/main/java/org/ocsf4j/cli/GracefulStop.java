package org.ocsf4j.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends a command in order when the process is told to end (SIGTERM, Ctrl-C): stops what runs, lets it close and report, and exits
 * with the command's own code instead of the signal's.
 */
public final class GracefulStop {

    /** For what is in progress to end by itself: 5 seconds; with what follows less than the 10 that containers give. */
    public static final Duration GRACE = Duration.ofSeconds(5);

    /** For reporting, once what ran has been stopped. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private GracefulStop() {}

    /** Stops what runs; returns when it has stopped or has been interrupted. */
    public interface Stop {
        void stop() throws InterruptedException;
    }

    /** Runs {@code work} to its exit code; {@code stop} is called from another thread when the process is to end before. */
    public static int during(Stop stop, Callable<Integer> work) throws Exception {
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread hook = new Thread(() -> end(stop, exit), "ocsf-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            int code = work.call();
            exit.complete(code);
            return code;
        } finally {
            exit.complete(1);
            removeUnlessEnding(hook);
        }
    }

    private static void end(Stop stop, CompletableFuture<Integer> exit) {
        int code = 1;
        try {
            stop.stop();
            code = exit.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception failure) {
            Progress.say("ocsf: did not end in order; " + failure);
        }
        System.out.flush();
        Runtime.getRuntime().halt(code);
    }

    private static void removeUnlessEnding(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the hook is running and waits for the exit code
        }
    }
}
