package org.ocsf4j.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import org.ocsf4j.notification.Acknowledgement;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.NotificationSource;
import org.ocsf4j.notification.ReceivedMessage;
import org.ocsf4j.object.LocalFileStore;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.PipelineObserver;
import org.ocsf4j.pipeline.PipelineOptions;
import org.ocsf4j.pipeline.RunReport;
import org.ocsf4j.testkit.lake.LakeTable;
import org.ocsf4j.testkit.lake.ObjectOptions;
import org.ocsf4j.testkit.lake.SampleLake;

/** The pipeline as it is delivered, over local files that are announced so and so often. */
final class Pipelines {

    private static final int ROWS_A_GROUP = 25_000;
    private static final LakeTable[] TABLES = {
        LakeTable.API_ACTIVITY_V2, LakeTable.VPC_FLOW_V2, LakeTable.ROUTE53_V2, LakeTable.API_ACTIVITY_V1
    };

    private Pipelines() {}

    /** Objects of four tables, all with as many rows. */
    static List<Path> objects(Path folder, long rowsEach) throws IOException {
        List<Path> files = new ArrayList<>();
        for (LakeTable table : TABLES) {
            Path file = Files.createDirectories(folder).resolve(table + ".parquet");
            SampleLake.writeObject(
                    table, file, rowsEach, ObjectOptions.defaults().withRowGroupRows(ROWS_A_GROUP));
            files.add(file);
        }
        return files;
    }

    static RunReport run(
            List<Path> files,
            int times,
            URI destination,
            boolean gzip,
            PipelineOptions options,
            PipelineObserver observer) {
        try (OpenSearchSink sink = OpenSearchSink.builder()
                        .endpoint(destination)
                        .compression(gzip)
                        .build();
                FileDeadLetterSink letters =
                        new FileDeadLetterSink(Path.of(System.getProperty("java.io.tmpdir", ".")));
                LocalFileStore store = new LocalFileStore();
                OcsfPipeline pipeline = OcsfPipeline.builder()
                        .source(new Repeated(files, times))
                        .objectStore(store)
                        .decoder(new ParquetEventDecoder())
                        .sink(sink)
                        .deadLetters(letters)
                        .options(options)
                        .observer(observer)
                        .build()) {
            return pipeline.runUntilEmpty();
        }
    }

    /** Announces every file so and so often; confirmed messages are gone. */
    private static final class Repeated implements NotificationSource {
        private final Deque<ReceivedMessage> waiting = new ArrayDeque<>();

        Repeated(List<Path> files, int times) {
            for (int i = 0; i < times; i++) {
                for (Path file : files) {
                    waiting.add(new ReceivedMessage(
                            i + "-" + file,
                            1,
                            new Notification.Understood(List.of(LocalFileStore.notification(file)), List.of()),
                            new Gone()));
                }
            }
        }

        @Override
        public synchronized List<ReceivedMessage> receive(int max, Duration wait) {
            List<ReceivedMessage> messages = new ArrayList<>();
            while (messages.size() < max && !waiting.isEmpty()) {
                messages.add(waiting.removeFirst());
            }
            return messages;
        }

        @Override
        public synchronized OptionalLong remaining() {
            return OptionalLong.of(waiting.size());
        }
    }

    private record Gone() implements Acknowledgement {
        @Override
        public void confirm() {
            // nobody has it any more
        }

        @Override
        public void giveBack(Duration delay) {
            throw new IllegalStateException("nothing is given back here");
        }
    }
}
