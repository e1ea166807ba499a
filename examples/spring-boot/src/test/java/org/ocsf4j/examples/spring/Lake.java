package org.ocsf4j.examples.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.object.ObjectIdentity;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.parquet.ParquetJson;
import org.ocsf4j.schema.json.JsonTree;
import org.ocsf4j.testkit.lake.SampleLake;
import org.ocsf4j.testkit.lake.SampleObject;
import org.ocsf4j.testkit.server.LocalS3;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A sample lake in a bucket.
 *
 * @param documents what OpenSearch has to hold in the end, by id
 */
record Lake(List<Stored> objects, Map<String, Map<String, Object>> documents) {

    private static final String BUCKET = "aws-security-data-lake-us-east-1-spring";

    /** An object in the bucket. */
    record Stored(ObjectIdentity identity, long rows, long sizeBytes) {}

    static Lake fill(LocalS3 store, S3Client s3, Path folder, long rows) throws IOException {
        store.createBucket(BUCKET);
        List<Stored> objects = new ArrayList<>();
        Map<String, Map<String, Object>> documents = new HashMap<>();
        for (SampleObject object : SampleLake.builder().rows(rows).build().writeTo(folder)) {
            String eTag = s3.putObject(
                            request -> request.bucket(BUCKET).key(object.key()), RequestBody.fromFile(object.path()))
                    .eTag();
            ObjectIdentity identity = new ObjectIdentity(new ObjectLocation(BUCKET, object.key()), eTag);
            objects.add(new Stored(identity, object.rows(), object.sizeBytes()));
            new ParquetJson()
                    .forEach(
                            object.path(),
                            row -> documents.put(identity.documentIdPrefix() + '-' + row.row(), tree(row.toBytes())));
        }
        return new Lake(objects, documents);
    }

    private static Map<String, Object> tree(byte[] json) {
        try {
            return JsonTree.parseObject(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long rows() {
        return objects.stream().mapToLong(Stored::rows).sum();
    }

    /** Announces every object, and the first a second time. */
    int announceTo(SqsClient sqs, URI queue) {
        List<Stored> announced = new ArrayList<>(objects);
        announced.add(objects.get(0));
        for (Stored object : announced) {
            ObjectLocation location = object.identity().location();
            String body = "{\"source\":\"aws.s3\",\"detail\":{\"bucket\":{\"name\":\"" + location.bucket()
                    + "\"},\"object\":{\"key\":\"" + location.key() + "\",\"size\":" + object.sizeBytes()
                    + ",\"etag\":\"" + object.identity().eTag() + "\"}}}";
            sqs.sendMessage(request -> request.queueUrl(queue.toString()).messageBody(body));
        }
        return announced.size();
    }

    static AwsClients clients(LocalS3 s3, URI sqsEndpoint) {
        return AwsClients.builder()
                .region(s3.region())
                .s3Endpoint(s3.endpoint())
                .sqsEndpoint(sqsEndpoint)
                .credentials(s3.accessKey(), s3.secretKey())
                .build();
    }
}
