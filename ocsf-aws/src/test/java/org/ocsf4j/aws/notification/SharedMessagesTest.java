package org.ocsf4j.aws.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.Notification.Understood;

/** Over the messages in {@code ../shared/data/messages}, where that folder is. */
final class SharedMessagesTest {

    /** Objects and ignored things of the files whose content is known. */
    private static final Map<String, List<Integer>> EXPECTED = Map.ofEntries(
            Map.entry("custom-source.json", List.of(1, 0)),
            Map.entry("eventbridge-object-created.json", List.of(1, 0)),
            Map.entry("eventbridge-object-deleted.json", List.of(0, 1)),
            Map.entry("iceberg-metadata-object.json", List.of(0, 1)),
            Map.entry("s3-records-multi.json", List.of(2, 1)),
            Map.entry("s3-records.json", List.of(1, 0)),
            Map.entry("s3-test-event.json", List.of(0, 1)),
            Map.entry("security-lake-managed.json", List.of(1, 0)),
            Map.entry("sns-wrapping-eventbridge.json", List.of(1, 0)),
            Map.entry("sns-wrapping-s3.json", List.of(1, 0)),
            Map.entry("sns-wrapping-security-lake.json", List.of(1, 0)));

    @Test
    void understandsEveryOne() throws IOException {
        Path folder = Path.of(System.getProperty("ocsf4j.root", "."), "../shared/data/messages");
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder.normalize());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                Notification notification = new NotificationParser().parse(Files.readAllBytes(file));
                assertThat(notification).as(file.toString()).isInstanceOf(Understood.class);
                Understood understood = (Understood) notification;
                List<Integer> counts = List.of(
                        understood.objects().size(), understood.ignored().size());
                assertThat(counts)
                        .as(file.toString())
                        .isEqualTo(EXPECTED.getOrDefault(file.getFileName().toString(), counts));
                assertThat(understood.objects())
                        .allSatisfy(object -> assertThat(object.location().key())
                                .matches("(aws|ext)/.*/region=[a-z0-9-]+/accountId=.*parquet"));
            }
        }
    }

    @Test
    void understandsEveryOneInsideSns() throws IOException {
        Path folder = Path.of(System.getProperty("ocsf4j.root", "."), "../shared/data/messages");
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder.normalize());
        NotificationParser parser = new NotificationParser();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")
                            && !f.getFileName().toString().startsWith("sns-"))
                    .toList()) {
                String text = Files.readString(file).replace("\r", "").replace("\t", " ");
                assertThat(parser.parse(Messages.utf8(Messages.sns(text))))
                        .as(file.toString())
                        .isEqualTo(parser.parse(Files.readAllBytes(file)));
            }
        }
    }
}
