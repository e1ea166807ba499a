package org.ocsf4j.aws;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The S3, SQS and STS clients of a stand-alone process, over the JDK's own HTTP client, with settings that S3-compatible servers
 * understand too. A service that has clients of its own passes those to {@code S3ObjectStore} and
 * {@code SqsNotificationSource} instead.
 *
 * <p>Everything here works as one identity: a role where {@link Builder#role} names one, the credentials given otherwise, the
 * SDK's default chain without any. Who reads the lake as one role and signs requests to the domain as another makes two of these.
 *
 * <p>Each call of {@link #s3()}, {@link #sqs()} and {@link #sts()} makes a client, which the caller closes. {@link #close()}
 * closes the HTTP client that they share and the credentials provider, if it was made here.
 *
 * <p>Immutable and thread-safe. {@link #toString()} shows no credentials.
 */
public final class AwsClients implements AutoCloseable {

    /** How long a connection may take: 5 seconds by default. */
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** How long a response may pause: 30 seconds by default, more than the longest poll of SQS takes. */
    public static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

    private final @Nullable Region region;
    private final @Nullable URI s3Endpoint;
    private final @Nullable URI sqsEndpoint;
    private final @Nullable URI stsEndpoint;
    private final List<ExecutionInterceptor> interceptors;
    private final @Nullable DefaultCredentialsProvider ownCredentials;
    private final @Nullable RoleCredentials roleCredentials;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;

    private AwsClients(Builder builder) {
        region = builder.region;
        s3Endpoint = builder.s3Endpoint;
        sqsEndpoint = builder.sqsEndpoint;
        stsEndpoint = builder.stsEndpoint;
        interceptors = List.copyOf(builder.interceptors);
        http = UrlConnectionHttpClient.builder()
                .connectionTimeout(builder.connectTimeout)
                .socketTimeout(builder.readTimeout)
                .build();
        ownCredentials = builder.credentials == null
                ? DefaultCredentialsProvider.builder().build()
                : null;
        AwsCredentialsProvider own =
                builder.credentials == null ? Objects.requireNonNull(ownCredentials) : builder.credentials;
        roleCredentials = builder.role == null ? null : new RoleCredentials(builder.role, newSts(own));
        credentials = roleCredentials == null ? own : roleCredentials;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A new S3 client, path-style where an endpoint is set. */
    public S3Client s3() {
        S3ClientBuilder builder = S3Client.builder()
                .forcePathStyle(s3Endpoint != null)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(http);
        return common(builder, s3Endpoint, credentials).build();
    }

    /** A new SQS client. */
    public SqsClient sqs() {
        SqsClientBuilder builder = SqsClient.builder().httpClient(http);
        return common(builder, sqsEndpoint, credentials).build();
    }

    /** A new STS client on the region's own endpoint, which says as whom all of this works. */
    public StsClient sts() {
        return newSts(credentials);
    }

    /**
     * Those of the role, or the ones given, or the default chain's. Closed by {@link #close()} where they were made here. A role's
     * are renewed ahead of their end; where STS refuses them they throw {@link org.ocsf4j.failure.ConfigurationException}, and
     * {@link org.ocsf4j.failure.UnavailableException} where it does not answer.
     */
    public AwsCredentialsProvider credentials() {
        return credentials;
    }

    /**
     * Forgets a role's credentials: the next call assumes the role again. For a process that was stopped for long and goes on, such as
     * a function that starts from a snapshot. Does nothing where there is no role.
     */
    public void renewCredentials() {
        if (roleCredentials != null) {
            roleCredentials.renew();
        }
    }

    @Override
    public void close() {
        if (roleCredentials != null) {
            roleCredentials.close();
        }
        http.close();
        if (ownCredentials != null) {
            ownCredentials.close();
        }
    }

    @Override
    public String toString() {
        return "AwsClients[region=" + (region == null ? "default" : region.id()) + ", s3Endpoint=" + s3Endpoint
                + ", sqsEndpoint=" + sqsEndpoint + ", stsEndpoint=" + stsEndpoint + ", role="
                + (roleCredentials == null ? "none" : roleCredentials.role()) + "]";
    }

    private StsClient newSts(AwsCredentialsProvider identity) {
        return common(StsClient.builder().httpClient(http), stsEndpoint, identity)
                .build();
    }

    private <B extends AwsClientBuilder<B, ?>> B common(
            B builder, @Nullable URI endpoint, AwsCredentialsProvider identity) {
        builder.credentialsProvider(identity);
        builder.overrideConfiguration(config -> config.executionInterceptors(interceptors));
        if (region != null) {
            builder.region(region);
        }
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder;
    }

    /** Collects the options of the clients. Not thread-safe. */
    public static final class Builder {

        private @Nullable Region region;
        private @Nullable URI s3Endpoint;
        private @Nullable URI sqsEndpoint;
        private @Nullable URI stsEndpoint;
        private @Nullable AwsCredentialsProvider credentials;
        private @Nullable RoleSettings role;
        private final List<ExecutionInterceptor> interceptors = new ArrayList<>();
        private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
        private Duration readTimeout = DEFAULT_READ_TIMEOUT;

        private Builder() {}

        /** The region, such as {@code eu-central-1}. The default is the SDK's: environment, profile, instance. */
        public Builder region(String id) {
            if (id.isBlank()) {
                throw new IllegalArgumentException("[AWS clients] region is blank");
            }
            region = Region.of(id);
            return this;
        }

        /** Where S3 is, if not at AWS; buckets are then addressed by path. The default is none. */
        public Builder s3Endpoint(URI endpoint) {
            s3Endpoint = checked("s3Endpoint", endpoint);
            return this;
        }

        /** Where SQS is, if not at AWS. The default is none. */
        public Builder sqsEndpoint(URI endpoint) {
            sqsEndpoint = checked("sqsEndpoint", endpoint);
            return this;
        }

        /** Where STS is, if not at the region's {@code sts.<region>.amazonaws.com}. The default is none. */
        public Builder stsEndpoint(URI endpoint) {
            stsEndpoint = checked("stsEndpoint", endpoint);
            return this;
        }

        /** A fixed access key. The default is the SDK's chain: environment, profile, container, instance. */
        public Builder credentials(String accessKeyId, String secretAccessKey) {
            return credentials(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey)));
        }

        /** Any provider; the caller closes it. The default is the SDK's chain. */
        public Builder credentials(AwsCredentialsProvider provider) {
            credentials = Objects.requireNonNull(provider, "provider");
            return this;
        }

        /** The role that everything works as; the credentials are only who assumes it. The default is none. */
        public Builder role(@Nullable RoleSettings settings) {
            role = settings;
            return this;
        }

        /** Sees every call of the clients, such as for metrics or traces; may be called again to add. The default is none. */
        public Builder interceptor(ExecutionInterceptor interceptor) {
            interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
            return this;
        }

        /** How long a connection may take. The default is {@link AwsClients#DEFAULT_CONNECT_TIMEOUT}. */
        public Builder connectTimeout(Duration timeout) {
            if (timeout.isZero() || timeout.isNegative()) {
                throw new IllegalArgumentException("[AWS clients] connectTimeout is not positive; " + timeout);
            }
            connectTimeout = timeout;
            return this;
        }

        /** How long a response may pause, more than 20 s. The default is {@link AwsClients#DEFAULT_READ_TIMEOUT}. */
        public Builder readTimeout(Duration timeout) {
            if (timeout.compareTo(LONGEST_POLL) <= 0) {
                throw new IllegalArgumentException(
                        "[AWS clients] readTimeout is not above the 20 s that a long poll takes; " + timeout);
            }
            readTimeout = timeout;
            return this;
        }

        /** Makes no connection yet. */
        public AwsClients build() {
            return new AwsClients(this);
        }

        private static URI checked(String option, URI endpoint) {
            if (endpoint.getScheme() == null || endpoint.getHost() == null || endpoint.getUserInfo() != null) {
                throw new IllegalArgumentException("[AWS clients] " + option + " is not like http://host:port");
            }
            return endpoint;
        }
    }
}
