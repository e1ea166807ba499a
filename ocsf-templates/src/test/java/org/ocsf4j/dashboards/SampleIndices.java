package org.ocsf4j.dashboards;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import org.ocsf4j.object.LocalFileStore;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.pipeline.ObjectReport;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.templates.TemplateInstaller;
import org.ocsf4j.templates.TemplateOptions;
import org.ocsf4j.testkit.server.LocalOpenSearch;

/** Parquet objects in the indices of the shared node, by way of the pipeline and under the generated templates. */
public final class SampleIndices implements AutoCloseable {

    private static final String OURS = "ocsf-*";

    private final OpenSearchAdmin admin =
            OpenSearchAdmin.builder().endpoint(LocalOpenSearch.shared().uri()).build();

    /** Puts the templates in place and removes what others have left. */
    public SampleIndices() {
        removeAll();
        TemplateInstaller.install(admin, TemplateOptions.builder().replicas(0).build());
    }

    public OpenSearchAdmin admin() {
        return admin;
    }

    /** Indexes every row of the files and returns how many there were. */
    public long deliver(List<Path> files, Path letters) throws InterruptedException {
        long rows = 0;
        try (OpenSearchSink sink = OpenSearchSink.builder()
                        .endpoint(LocalOpenSearch.shared().uri())
                        .repair(false)
                        .build();
                FileDeadLetterSink deadLetters = new FileDeadLetterSink(letters);
                OcsfPipeline pipeline = OcsfPipeline.builder()
                        .objectStore(new LocalFileStore())
                        .decoder(new ParquetEventDecoder())
                        .sink(sink)
                        .deadLetters(deadLetters)
                        .build()) {
            for (Path file : files) {
                ObjectReport report = pipeline.process(LocalFileStore.notification(file));
                if (report.counts().indexed() != report.counts().read()) {
                    throw new IllegalStateException("not every row was indexed; " + report);
                }
                rows += report.counts().indexed();
            }
        }
        admin.refresh(OURS);
        return rows;
    }

    /** Indexes documents as they are. */
    public void index(String index, List<String> documents) {
        List<String> lines = new ArrayList<>();
        for (String document : documents) {
            lines.add("{\"create\":{}}");
            lines.add(document);
        }
        String body = String.join("\n", lines) + '\n';
        String answer = new String(
                admin.request("POST", '/' + index + "/_bulk?refresh=true", body.getBytes(StandardCharsets.UTF_8))
                        .body(),
                StandardCharsets.UTF_8);
        if (!answer.contains("\"errors\":false")) {
            throw new IllegalStateException(answer);
        }
    }

    private void removeAll() {
        admin.indices(OURS).forEach(index -> admin.deleteIndex(index.name()));
    }

    @Override
    public void close() {
        removeAll();
        admin.close();
    }
}
