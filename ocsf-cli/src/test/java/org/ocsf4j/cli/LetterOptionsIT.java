package org.ocsf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.testkit.server.LocalS3;
import picocli.CommandLine;

/** Dead letters in a folder and in a bucket. */
final class LetterOptionsIT {

    private static final DeadLetter LETTER = new DeadLetter(
            new ObjectLocation("lake", "key"),
            "e",
            7L,
            400,
            "mapper_parsing_exception",
            "failed to parse",
            "ocsf-x",
            "id-7",
            "{}".getBytes(StandardCharsets.UTF_8),
            1,
            Instant.EPOCH);

    @Test
    void keepsLettersInABucketAsWhoeverRunsTheCommandAndNotAsTheRole() throws IOException {
        try (LocalS3 s3 = LocalS3.start()) {
            Path bucket = s3.createBucket("letters");
            System.setProperty("aws.accessKeyId", s3.accessKey());
            System.setProperty("aws.secretAccessKey", s3.secretKey());
            AwsOptions aws = CommandLine.populateCommand(
                    new AwsOptions(),
                    "--s3-endpoint=" + s3.endpoint(),
                    "--region=" + s3.region(),
                    "--sts-endpoint=http://127.0.0.1:9",
                    "--role-arn=arn:aws:iam::111122223333:role/lake");
            try (DeadLetterSink letters = options("s3://letters/ocsf").open(aws::clientsWithoutRole)) {
                letters.write(List.of(LETTER));
            } finally {
                System.clearProperty("aws.accessKeyId");
                System.clearProperty("aws.secretAccessKey");
            }
            assertThat(files(bucket.resolve("ocsf"))).hasSize(1).allSatisfy(file -> assertThat(file.toString())
                    .endsWith(".ndjson.gz"));
        }
    }

    @Test
    void keepsLettersInAFolder(@TempDir Path folder) throws IOException {
        try (DeadLetterSink letters = options(folder.toString()).open(new AwsOptions()::clientsWithoutRole)) {
            letters.write(List.of(LETTER));
        }
        assertThat(files(folder)).hasSize(1);
    }

    @Test
    void asksForABucket() {
        assertThatThrownBy(() -> options("s3:///prefix").open(new AwsOptions()::clientsWithoutRole))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no bucket");
    }

    private static LetterOptions options(String place) {
        return CommandLine.populateCommand(new LetterOptions(), "--dead-letters=" + place);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
