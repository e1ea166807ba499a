package org.ocsf4j.lambda;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ocsf4j.testkit.lake.LakeTable;

/**
 * How long the function takes to be made, for its first event and for a later one, beside the stack of AWS's sample: {@code [--rounds N]
 * [--rows N]}. Prints a table in Markdown.
 */
public final class LambdaTimes {

    private static final int DEFAULT_ROUNDS = 5;
    private static final long DEFAULT_ROWS = 2_000;
    private static final int WARM = 10;
    private static final Duration PLENTY = Duration.ofMinutes(5);

    private final Scene scene;
    private final long rows;
    private int seed;

    private LambdaTimes(Scene scene, long rows) {
        this.scene = scene;
        this.rows = rows;
    }

    /** Starts an execution environment. */
    private interface Start {
        FunctionProcess start(EventSource queue) throws IOException;
    }

    /** What one execution environment took, the warm figures being medians of its invocations. */
    record Times(Figure made, Figure first, Figure warm) {}

    record Figure(Duration wall, Duration cpu) {
        static Figure of(FunctionProcess.Invocation invocation) {
            return new Figure(invocation.wall(), invocation.cpu());
        }
    }

    public static void main(String[] args) throws IOException {
        int rounds = DEFAULT_ROUNDS;
        long rows = DEFAULT_ROWS;
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--rounds" -> rounds = Integer.parseInt(args[i + 1]);
                case "--rows" -> rows = Long.parseLong(args[i + 1]);
                default -> {
                    System.err.println("lambda: there is no option " + args[i] + "; use --rounds N, --rows N");
                    System.exit(2);
                }
            }
        }
        try (Scene scene = new Scene(Path.of(System.getProperty("lambda.target", "target")))) {
            System.out.print(report(scene, rounds, rows));
        }
    }

    /** The table. */
    static String report(Scene scene, int rounds, long rows) throws IOException {
        LambdaTimes times = new LambdaTimes(scene, rows);
        List<Times> ours = new ArrayList<>();
        List<Times> primed = new ArrayList<>();
        List<Times> avro = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ours.add(times.measure("ours-" + round, queue -> scene.example(queue, Map.of())));
            primed.add(times.measure(
                    "primed-" + round,
                    queue -> scene.example(queue, Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"))));
            avro.add(times.measure("avro-" + round, queue -> scene.avro()));
        }
        return "The function's jar has " + scene.exampleBytes() / 1_000 + " kB, the libraries of the other stack "
                + scene.avroBytes() / 1_000 + " kB.\n\n| one event, an object of " + rows
                + " API calls | made, wall / CPU s | first event, wall / CPU s"
                + " | later event, wall / CPU s |\n|---|---|---|---|\n"
                + row("ocsf4j", ours)
                + row("ocsf4j, primed before the snapshot", primed)
                + row("Hadoop configuration, parquet-avro, toString", avro);
    }

    private Times measure(String name, Start start) throws IOException {
        EventSource queue = scene.queue("times-" + name, 1);
        long begun = System.nanoTime();
        try (FunctionProcess function = start.start(queue)) {
            FunctionProcess.Invocation made = checked(function.awaitReady(), function);
            Figure ready = new Figure(Duration.ofNanos(System.nanoTime() - begun), made.cpu());
            Figure first = invoke(queue, function);
            List<Figure> warm = new ArrayList<>();
            for (int i = 0; i < WARM; i++) {
                warm.add(invoke(queue, function));
            }
            return new Times(
                    ready,
                    first,
                    new Figure(
                            median(warm.stream().map(Figure::wall).toList()),
                            median(warm.stream().map(Figure::cpu).toList())));
        } finally {
            scene.removeDocuments();
        }
    }

    private Figure invoke(EventSource queue, FunctionProcess function) throws IOException {
        queue.send(scene.put(LakeTable.API_ACTIVITY_V2, rows, ++seed).announcement());
        EventSource.Batch batch = queue.deliver(queue.receiveSome(), function, PLENTY);
        if (!batch.failures().isEmpty()) {
            throw new IOException("the event was not settled; " + function.log());
        }
        return Figure.of(checked(batch.invocation(), function));
    }

    private static FunctionProcess.Invocation checked(FunctionProcess.Invocation invocation, FunctionProcess function)
            throws IOException {
        if (invocation.ending() != FunctionProcess.Ending.RESPONSE) {
            throw new IOException("the function failed; " + invocation.body() + "; " + function.log());
        }
        return invocation;
    }

    private static String row(String title, List<Times> all) {
        return "| " + title + " | "
                + cell(all.stream().map(Times::made).toList()) + " | "
                + cell(all.stream().map(Times::first).toList()) + " | "
                + cell(all.stream().map(Times::warm).toList()) + " |\n";
    }

    private static String cell(List<Figure> figures) {
        return String.format(
                Locale.ROOT,
                "%.2f / %.2f",
                seconds(median(figures.stream().map(Figure::wall).toList())),
                seconds(median(figures.stream().map(Figure::cpu).toList())));
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
