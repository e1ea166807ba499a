package org.ocsf4j.aws.sqs;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.notification.NotificationSource;
import org.ocsf4j.object.ObjectLocation;
import org.ocsf4j.testkit.contract.NotificationSourceContract;
import org.ocsf4j.testkit.server.LocalSqs;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Against a real SQS server; every test has a queue of its own. */
final class SqsNotificationSourceContractIT extends NotificationSourceContract {

    private static final String BUCKET = "aws-security-data-lake-us-east-1-contract";
    private static final AtomicInteger QUEUES = new AtomicInteger();
    private static final LocalSqs SERVER = LocalSqs.start();

    private final AwsClients clients = AwsClients.builder()
            .region(SERVER.region())
            .sqsEndpoint(SERVER.endpoint())
            .credentials("id", "secret")
            .build();
    private final SqsClient client = clients.sqs();
    private final URI queue = SERVER.createQueue("contract-" + QUEUES.incrementAndGet(), Duration.ofSeconds(30));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void close() {
        client.close();
        clients.close();
    }

    @Override
    protected NotificationSource openSource() {
        return SqsNotificationSource.builder(client).queueUrl(queue.toString()).build();
    }

    @Override
    protected ObjectLocation location(String name) {
        return new ObjectLocation(BUCKET, "aws/" + name);
    }

    @Override
    protected void announce(ObjectLocation location) {
        send("{\"source\":\"aws.s3\",\"detail\":{\"bucket\":{\"name\":\"" + location.bucket()
                + "\"},\"object\":{\"key\":\"" + location.key() + "\",\"size\":1000,\"etag\":\"e\"}}}");
    }

    @Override
    protected void announceNonsense() {
        send("{\"hello\":[}");
    }

    private void send(String body) {
        client.sendMessage(request -> request.queueUrl(queue.toString()).messageBody(body));
    }
}
