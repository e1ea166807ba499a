package org.ocsf4j.indexcost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import org.ocsf4j.object.LocalFileStore;
import org.ocsf4j.opensearch.IndexNaming;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.templates.MappingOptions;
import org.ocsf4j.templates.TemplateInstaller;
import org.ocsf4j.templates.TemplateOptions;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.server.LocalOpenSearch;

/**
 * {@code [--rows N] [--rounds N]}: indexes the same documents under each mapping, by turns, on one real node, and prints a JSON line
 * for each source and mapping: fields, bytes on disk after a merge to one segment, the server's processor time until the documents
 * are searchable, medians of the rounds, and their ratios to dynamic mapping.
 */
public final class IndexCost {

    private static final String INDEX = "cost";

    private final Server server;
    private final LocalOpenSearch node;
    private final long rows;
    private final int rounds;

    private IndexCost(LocalOpenSearch node, long rows, int rounds) {
        this.node = node;
        this.server = new Server(node.uri());
        this.rows = rows;
        this.rounds = rounds;
    }

    /** One indexing. */
    private record Cost(long bytes, long cpuMillis, long fields) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        long rows = 50_000;
        int rounds = 5;
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 < args.length && args[i].equals("--rows")) {
                rows = Long.parseLong(args[i + 1]);
            } else if (i + 1 < args.length && args[i].equals("--rounds")) {
                rounds = Integer.parseInt(args[i + 1]);
            } else {
                System.err.println("indexcost: use [--rows N] [--rounds N]");
                System.exit(2);
            }
        }
        Path folder = Files.createTempDirectory("ocsf-indexcost-");
        try (LocalOpenSearch node =
                LocalOpenSearch.builder().heapMegabytes(1024).start()) {
            IndexCost cost = new IndexCost(node, rows, rounds);
            for (Source source : Source.values()) {
                cost.measure(source, folder);
            }
        } finally {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void measure(Source source, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve(source + ".parquet");
        SampleLake.writeObject(
                source.table(), file, rows, ObjectOptions.defaults().withRowGroupRows(10_000));
        Candidate[] candidates = Candidate.values();
        String[] bodies = new String[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            bodies[i] = body(source, candidates[i]);
        }
        Cost[][] costs = new Cost[candidates.length][rounds];
        for (int round = -1; round < rounds; round++) { // the first one warms the server up
            for (int i = 0; i < candidates.length; i++) {
                Cost cost = index(file, bodies[i]);
                if (round >= 0) {
                    costs[i][round] = cost;
                }
            }
        }
        Cost dynamic = median(costs[0]); // the first candidate is what the others are set beside
        for (int i = 0; i < candidates.length; i++) {
            print(source, candidates[i], median(costs[i]), dynamic);
        }
    }

    private void print(Source source, Candidate candidate, Cost cost, Cost dynamic) {
        System.out.println(String.format(
                Locale.ROOT,
                "{\"source\":\"%s\",\"mapping\":\"%s\",\"rows\":%d,\"rounds\":%d,\"fields\":%d,\"bytes\":%d,\"cpuMillis\":%d,\"diskRatio\":%.2f,\"cpuRatio\":%.2f}",
                source,
                candidate,
                rows,
                rounds,
                cost.fields(),
                cost.bytes(),
                cost.cpuMillis(),
                (double) cost.bytes() / dynamic.bytes(),
                (double) cost.cpuMillis() / dynamic.cpuMillis()));
    }

    /** The request that makes an index as the candidate would have it. */
    private String body(Source source, Candidate candidate) throws InterruptedException {
        MappingOptions mapping = candidate.mapping();
        if (mapping != null) {
            return bodyOfTemplates(source, mapping);
        }
        if (candidate == Candidate.DYNAMIC) {
            return "{\"settings\":{\"number_of_shards\":1,\"number_of_replicas\":0,\"index.mapping.total_fields.limit\":20000}}";
        }
        OcsfSchema schema = OcsfSchema.version(Source.VERSION);
        @Nullable SchemaClass eventClass = schema.classNamed(source.className());
        if (eventClass == null) {
            throw new IllegalStateException("no class " + source.className());
        }
        return DepthMapping.indexBody(schema, eventClass, 3);
    }

    /** What the server makes of the templates for an index of the class. */
    private String bodyOfTemplates(Source source, MappingOptions mapping) throws InterruptedException {
        TemplateOptions options =
                TemplateOptions.builder().replicas(0).mapping(mapping).build();
        try (OpenSearchAdmin admin =
                OpenSearchAdmin.builder().endpoint(node.uri()).build()) {
            TemplateInstaller.install(admin, options);
        }
        String simulated = server.call("POST", "/_index_template/_simulate_index/" + source.indexOfTheClass(), "");
        int from = simulated.indexOf("\"template\":") + "\"template\":".length();
        return simulated.substring(from, simulated.indexOf(",\"overlapping\"", from));
    }

    private Cost index(Path file, String body) throws InterruptedException {
        server.call("DELETE", "/" + INDEX, "");
        server.call("PUT", "/" + INDEX, body);
        long before = server.cpuMillis();
        deliver(file);
        server.call("POST", "/" + INDEX + "/_refresh", "");
        server.call("POST", "/" + INDEX + "/_flush", "");
        long cpu = server.cpuMillis() - before;
        server.call("POST", "/" + INDEX + "/_forcemerge?max_num_segments=1", "");
        server.call("POST", "/" + INDEX + "/_refresh", "");
        return new Cost(server.segmentBytes(INDEX), cpu, server.fields(INDEX));
    }

    private void deliver(Path file) throws InterruptedException {
        try (OpenSearchSink sink = OpenSearchSink.builder()
                        .endpoint(node.uri())
                        .indexNaming(IndexNaming.fixed(INDEX))
                        .repair(false)
                        .build();
                FileDeadLetterSink letters = new FileDeadLetterSink(file.resolveSibling("letters"));
                LocalFileStore store = new LocalFileStore();
                OcsfPipeline pipeline = OcsfPipeline.builder()
                        .objectStore(store)
                        .decoder(new ParquetEventDecoder())
                        .sink(sink)
                        .deadLetters(letters)
                        .build()) {
            ObjectReport report = pipeline.process(LocalFileStore.notification(file));
            if (report.counts().indexed() != rows) {
                throw new IllegalStateException("not every document was indexed; " + report);
            }
        }
    }

    private static Cost median(Cost[] costs) {
        Cost[] byCpu = costs.clone();
        Arrays.sort(byCpu, Comparator.comparingLong(Cost::cpuMillis));
        Cost[] bySize = costs.clone();
        Arrays.sort(bySize, Comparator.comparingLong(Cost::bytes));
        int middle = costs.length / 2;
        return new Cost(bySize[middle].bytes(), byCpu[middle].cpuMillis(), costs[0].fields());
    }
}
