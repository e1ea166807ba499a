package org.ocsf4j.examples.spring;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.notification.AllowList;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is set from outside, such as {@code ocsf.queue-url} in {@code application.yaml} or {@code OCSF_QUEUEURL} in the environment.
 *
 * @param queueUrl the queue that announces objects
 * @param openSearch where events go
 * @param region the region of queue and bucket; the default is the SDK's
 * @param roleArn the role to work as; the default is none
 * @param externalId what the role's trust policy asks for
 * @param buckets buckets that messages may name, {@code *} as wildcard
 * @param deadLetters the folder for what OpenSearch refuses
 * @param alertSeverity events of this {@code severity_id} or above are told to the application; 5 is Critical
 * @param sqsEndpoint where SQS is, if not at AWS
 * @param s3Endpoint where S3 is, if not at AWS
 */
@ConfigurationProperties("ocsf")
record IngestProperties(
        String queueUrl,
        URI openSearch,
        @Nullable String region,
        @Nullable String roleArn,
        @Nullable String externalId,
        @DefaultValue(AllowList.SECURITY_LAKE_BUCKETS) List<String> buckets,
        @DefaultValue("dead-letters") Path deadLetters,
        @DefaultValue("5") int alertSeverity,
        @Nullable URI sqsEndpoint,
        @Nullable URI s3Endpoint) {}
