package org.ocsf4j.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
final class Options {

    static final String USAGE =
            """
            --rounds N      measured rounds of every way over every file; 3
            --warm-up S     seconds of CPU that a way converts each file before it is measured; 4
            --processes N   fresh processes per way and file; 3
            --cold N        cold starts per set-up; 10
            --only WAYS     such as ours,batches,duckdb,avro,avro-json,group,hardwood,floor; all
            --files KINDS   C,V,D
            --seeds SEEDS   1,2; only the first is read by the slower ways
            --skip PARTS    such as warm,process,threads,cold,memory; none
            --heap SIZE     -Xmx of the processes; 2g
            --newer-jdk DIR a JDK 21 or newer for Hardwood; looked for in the usual places
            --data DIR      where the generated files are kept; target/data
            --json FILE     the figures as JSON; target/figures.json
            """;

    private int rounds = 3;
    private long warmUpSeconds = 4;
    private int processes = 3;
    private int coldStarts = 10;
    private Set<Way> ways = EnumSet.allOf(Way.class);
    private Set<Kind> kinds = EnumSet.allOf(Kind.class);
    private List<Long> seeds = List.of(1L, 2L);
    private Set<Part> skipped = EnumSet.noneOf(Part.class);
    private String heap = "2g";
    private @Nullable Path newerJdk;
    private Path data;
    private Path json;

    private Options(Path target) {
        data = target.resolve("data");
        json = target.resolve("figures.json");
    }

    /**
     * Reads the arguments.
     *
     * @param target where files go by default
     * @throws IllegalArgumentException where one is unknown or has no value
     */
    static Options parse(List<String> arguments, Path target) {
        Options options = new Options(target);
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + " has no value");
            }
            options.set(name, arguments.get(i + 1));
        }
        return options;
    }

    private void set(String name, String value) {
        switch (name) {
            case "--rounds" -> rounds = Integer.parseInt(value);
            case "--warm-up" -> warmUpSeconds = Long.parseLong(value);
            case "--processes" -> processes = Integer.parseInt(value);
            case "--cold" -> coldStarts = Integer.parseInt(value);
            case "--only" -> {
                ways = EnumSet.noneOf(Way.class);
                list(value).forEach(key -> ways.add(Way.of(key)));
            }
            case "--files" -> {
                kinds = EnumSet.noneOf(Kind.class);
                list(value).forEach(kind -> kinds.add(Kind.valueOf(kind)));
            }
            case "--seeds" -> {
                List<Long> given = new ArrayList<>();
                list(value).forEach(seed -> given.add(Long.valueOf(seed)));
                seeds = List.copyOf(given);
            }
            case "--skip" -> list(value).forEach(part -> skipped.add(Part.valueOf(part.toUpperCase(Locale.ROOT))));
            case "--heap" -> heap = value;
            case "--newer-jdk" -> newerJdk = Path.of(value);
            case "--data" -> data = Path.of(value).toAbsolutePath();
            case "--json" -> json = Path.of(value).toAbsolutePath();
            default -> throw new IllegalArgumentException("there is no such option; " + name);
        }
    }

    private static List<String> list(String value) {
        return List.of(value.split(",", -1));
    }

    int rounds() {
        return rounds;
    }

    long warmUpNanos() {
        return warmUpSeconds * 1_000_000_000;
    }

    int processes() {
        return processes;
    }

    int coldStarts() {
        return coldStarts;
    }

    Set<Way> ways() {
        return ways;
    }

    Set<Kind> kinds() {
        return kinds;
    }

    List<Long> seeds() {
        return seeds;
    }

    boolean runs(Part part) {
        return !skipped.contains(part);
    }

    String heap() {
        return heap;
    }

    @Nullable
    Path newerJdk() {
        return newerJdk;
    }

    Path data() {
        return data;
    }

    Path json() {
        return json;
    }
}
