package org.ocsf4j.examples.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.RoleSettings;
import org.ocsf4j.aws.notification.AllowList;
import org.ocsf4j.aws.notification.NotificationParser;
import org.ocsf4j.aws.s3.S3ObjectStore;
import org.ocsf4j.aws.sqs.SqsNotificationSource;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.opensearch.metrics.OpenSearchMeters;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.metrics.MeteredSink;
import org.ocsf4j.pipeline.metrics.MicrometerObserver;
import org.ocsf4j.pipeline.metrics.ObservedObjects;
import org.ocsf4j.sink.FanOutSink;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The wiring. Spring closes each part after those that use it. */
@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {

    @Bean
    AwsClients awsClients(IngestProperties properties) {
        AwsClients.Builder clients = AwsClients.builder();
        if (properties.region() != null) {
            clients.region(properties.region());
        }
        if (properties.roleArn() != null) {
            clients.role(RoleSettings.of(properties.roleArn(), properties.externalId()));
        }
        if (properties.sqsEndpoint() != null) {
            clients.sqsEndpoint(properties.sqsEndpoint());
        }
        if (properties.s3Endpoint() != null) {
            clients.s3Endpoint(properties.s3Endpoint());
        }
        return clients.build();
    }

    @Bean
    SqsClient sqs(AwsClients clients) {
        return clients.sqs();
    }

    @Bean
    S3Client s3(AwsClients clients) {
        return clients.s3();
    }

    @Bean
    SqsNotificationSource source(SqsClient sqs, IngestProperties properties) {
        AllowList allowed = AllowList.buckets(properties.buckets().toArray(String[]::new));
        return SqsNotificationSource.builder(sqs)
                .queueUrl(properties.queueUrl())
                .parser(new NotificationParser(allowed))
                .build();
    }

    @Bean
    S3ObjectStore objectStore(S3Client s3) {
        return S3ObjectStore.builder(s3).build();
    }

    @Bean
    OpenSearchSink openSearchSink(IngestProperties properties) {
        return OpenSearchSink.builder().endpoint(properties.openSearch()).build();
    }

    @Bean
    OpenSearchMeters openSearchMeters(OpenSearchSink openSearch) {
        return new OpenSearchMeters(openSearch);
    }

    @Bean
    FileDeadLetterSink deadLetters(IngestProperties properties) {
        return new FileDeadLetterSink(properties.deadLetters());
    }

    @Bean
    SevereEventSink severeEventSink(IngestProperties properties, ApplicationEventPublisher publisher) {
        return new SevereEventSink(properties.alertSeverity(), publisher);
    }

    @Bean
    PipelineHealthIndicator pipelineHealthIndicator(OpenSearchSink openSearch) {
        return new PipelineHealthIndicator(openSearch);
    }

    @Bean
    OcsfPipeline pipeline(
            SqsNotificationSource source,
            S3ObjectStore objectStore,
            OpenSearchSink openSearch,
            SevereEventSink severe,
            FileDeadLetterSink deadLetters,
            PipelineHealthIndicator health,
            MeterRegistry registry,
            ObservationRegistry observations) {
        return OcsfPipeline.builder()
                .source(source)
                .objectStore(objectStore)
                .decoder(new ParquetEventDecoder())
                .sink(new MeteredSink(FanOutSink.of(openSearch, severe), registry))
                .deadLetters(deadLetters)
                .observer(new MicrometerObserver(registry))
                .observer(new ObservedObjects(observations))
                .observer(health)
                .build();
    }
}
