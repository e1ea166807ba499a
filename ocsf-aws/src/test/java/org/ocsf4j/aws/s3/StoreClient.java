package org.ocsf4j.aws.s3;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The clients that a store may be given, each trying twice and at once. */
enum StoreClient {
    BLOCKING {
        @Override
        Open open(URI endpoint, String region, AwsCredentialsProvider credentials) {
            S3Client client = S3Client.builder()
                    .region(Region.of(region))
                    .endpointOverride(endpoint)
                    .forcePathStyle(true)
                    .credentialsProvider(credentials)
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .overrideConfiguration(o -> o.retryStrategy(twiceAtOnce()))
                    .build();
            return new Open(S3ObjectStore.builder(client), client);
        }
    },
    ASYNCHRONOUS {
        @Override
        Open open(URI endpoint, String region, AwsCredentialsProvider credentials) {
            S3AsyncClient client = S3AsyncClient.builder()
                    .region(Region.of(region))
                    .endpointOverride(endpoint)
                    .forcePathStyle(true)
                    .credentialsProvider(credentials)
                    .httpClientBuilder(NettyNioAsyncHttpClient.builder().eventLoopGroup(Threads.SHARED))
                    .overrideConfiguration(o -> o.retryStrategy(twiceAtOnce()))
                    .build();
            return new Open(S3ObjectStore.builder(client), client);
        }
    };

    /** An event loop takes seconds to end: one for all tests. */
    private static final class Threads {
        private static final SdkEventLoopGroup SHARED =
                SdkEventLoopGroup.builder().build();
    }

    abstract Open open(URI endpoint, String region, AwsCredentialsProvider credentials);

    final Open open(URI endpoint, String region, String accessKey, String secretKey) {
        return open(
                endpoint, region, StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
    }

    /** A client that is open, and a builder of stores that read with it. */
    record Open(S3ObjectStore.Builder store, AutoCloseable client) implements AutoCloseable {

        @Override
        public void close() {
            try {
                client.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private static StandardRetryStrategy twiceAtOnce() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(2)
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                .build();
    }
}
