package org.ocsf4j.aws.s3;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.object.ObjectStore;
import org.ocsf4j.testkit.contract.ObjectStoreContract;
import org.ocsf4j.testkit.server.LocalS3;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a real S3 server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ObjectStoreContractScene extends ObjectStoreContract {

    private static final String BUCKET = "aws-security-data-lake-us-east-1-contract";

    private final LocalS3 server = LocalS3.start();
    private final AwsClients clients = AwsClients.builder()
            .region(server.region())
            .s3Endpoint(server.endpoint())
            .credentials(server.accessKey(), server.secretKey())
            .build();
    private final S3Client client = clients.s3();
    private final StoreClient.Open reading;
    private final S3ObjectStore store;

    ObjectStoreContractScene(StoreClient kind) {
        reading = kind.open(server.endpoint(), server.region(), server.accessKey(), server.secretKey());
        store = reading.store().build();
    }

    @BeforeAll
    void createBucket() {
        server.createBucket(BUCKET);
    }

    @AfterAll
    void stop() {
        reading.close();
        client.close();
        clients.close();
        server.close();
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected ObjectNotification put(String name, byte[] bytes) {
        client.putObject(request -> request.bucket(BUCKET).key(name), RequestBody.fromBytes(bytes));
        return ObjectNotification.of(new ObjectLocation(BUCKET, name));
    }

    @Override
    protected void delete(String name) {
        client.deleteObject(request -> request.bucket(BUCKET).key(name));
    }
}
