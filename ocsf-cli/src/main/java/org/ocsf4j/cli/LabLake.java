package org.ocsf4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.lake.SampleObject;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts objects into the lab's bucket and announces them as Security Lake does. */
final class LabLake {

    /** Where a file goes whose path is no lake key: the partition layout of a custom source. */
    private static final String PARTITION = "ext/lab/1.0/region=us-east-1/accountId=123456789012/eventDay=20260101/";

    private final LabServers servers;

    LabLake(LabServers servers) {
        this.servers = servers;
    }

    /** An object in the bucket. */
    record Put(String key, String eTag, long sizeBytes) {

        ObjectLocation location() {
            return new ObjectLocation(LabServers.BUCKET, key);
        }
    }

    List<Put> putSample(long rows) throws IOException {
        Path folder = Files.createTempDirectory("ocsf-lab-");
        try {
            List<SampleObject> objects = SampleLake.builder().rows(rows).build().writeTo(folder);
            List<Put> put = new ArrayList<>();
            for (SampleObject object : objects) {
                put.add(put(object.key(), object.path()));
            }
            return put;
        } finally {
            delete(folder);
        }
    }

    List<Put> putFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
        List<Put> put = new ArrayList<>();
        for (Path file : files) {
            String relative = folder.relativize(file).toString();
            boolean isKey = relative.startsWith("aws/") || relative.startsWith("ext/");
            put.add(put(isKey ? relative : PARTITION + relative, file));
        }
        return put;
    }

    private Put put(String key, Path file) throws IOException {
        S3Client s3 = servers.clients().s3();
        String eTag = s3.putObject(b -> b.bucket(LabServers.BUCKET).key(key), RequestBody.fromFile(file))
                .eTag();
        return new Put(key, eTag.replace("\"", ""), Files.size(file));
    }

    void announce(Put object) {
        SqsClient sqs = servers.clients().sqs();
        String body = JsonLine.of(out -> {
            out.writeStringField("source", "aws.s3");
            out.writeStringField("time", Instant.now().toString());
            out.writeStringField("account", "123456789012");
            out.writeStringField("region", "us-east-1");
            JsonLine.strings(out, "resources", List.of("arn:aws:s3:::" + LabServers.BUCKET));
            out.writeObjectFieldStart("detail");
            out.writeObjectFieldStart("bucket");
            out.writeStringField("name", LabServers.BUCKET);
            out.writeEndObject();
            out.writeObjectFieldStart("object");
            out.writeStringField("key", object.key());
            out.writeNumberField("size", object.sizeBytes());
            out.writeStringField("etag", object.eTag());
            out.writeEndObject();
            out.writeStringField("requester", "securitylake.amazonaws.com");
            out.writeEndObject();
        });
        sqs.sendMessage(b -> b.queueUrl(servers.queueUrl()).messageBody(body));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
