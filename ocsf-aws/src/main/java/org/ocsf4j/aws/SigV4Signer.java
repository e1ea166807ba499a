package org.ocsf4j.aws;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ocsf4j.aws.internal.SdkFailures;
import org.ocsf4j.failure.ConfigurationException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Signs requests to Amazon OpenSearch Service and OpenSearch Serverless with Signature Version 4. {@link #sign} has the form of
 * {@code RequestSigner} in {@code ocsf-opensearch}:
 *
 * <pre>{@code
 * SigV4Signer signer = SigV4Signer.of(OpenSearchService.ES, "eu-central-1", aws.credentials());
 * OpenSearchSink.builder().endpoint(domain).signer(signer::sign).build();
 * }</pre>
 *
 * <p>Called for every attempt, it takes the credentials of that moment and the time of that moment. Thread-safe. The provider is the
 * caller's, who closes it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed
 *     request</a>
 */
public final class SigV4Signer {

    /** What the signature adds; anything else in a signed request was there before. */
    private static final Set<String> ADDED =
            Set.of("host", "authorization", "x-amz-date", "x-amz-content-sha256", "x-amz-security-token");

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final OpenSearchService service;
    private final String region;
    private final AwsCredentialsProvider credentials;
    private final Clock clock;

    SigV4Signer(OpenSearchService service, String region, AwsCredentialsProvider credentials, Clock clock) {
        this.service = Objects.requireNonNull(service, "service");
        this.region = Objects.requireNonNull(region, "region");
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.clock = clock;
        if (region.isBlank()) {
            throw new IllegalArgumentException("[SigV4] region is blank");
        }
    }

    /** A signer for endpoints of one service in one region, such as {@code eu-central-1}. */
    public static SigV4Signer of(OpenSearchService service, String region, AwsCredentialsProvider credentials) {
        return new SigV4Signer(service, region, credentials, Clock.systemUTC());
    }

    /**
     * The headers that the signature adds. {@code Host} is among them: it has to be sent as it was signed, without the port where
     * that is the scheme's own.
     *
     * @param method the HTTP method
     * @param uri where the request goes, path and query exactly as they are sent
     * @param headers what else is signed, such as the content type
     * @param body the bytes exactly as they are sent, compressed where they are; not altered
     * @throws ConfigurationException where there are no credentials
     * @throws org.ocsf4j.failure.UnavailableException where the service that lends them does not answer; a retry helps
     */
    public Map<String, String> sign(String method, URI uri, Map<String, String> headers, byte[] body) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(uri);
        headers.forEach(request::putHeader);
        AwsCredentials identity = identity();
        SdkHttpRequest signed = signer.sign(sign -> sign.identity(identity)
                        .request(request.build())
                        .payload(ContentStreamProvider.fromByteArrayUnsafe(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.signingName())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        Map<String, String> added = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> header : signed.headers().entrySet()) {
            if (ADDED.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                added.put(header.getKey(), header.getValue().get(0));
            }
        }
        return added;
    }

    private AwsCredentials identity() {
        try {
            return credentials.resolveCredentials();
        } catch (SdkException e) {
            throw SdkFailures.of(this.toString(), e, "the credentials that requests to OpenSearch are signed with");
        }
    }

    @Override
    public String toString() {
        return "SigV4 " + service.signingName() + " in " + region;
    }
}
