package org.ocsf4j.examples.spark;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.OpenSearchService;
import org.ocsf4j.aws.RoleSettings;
import org.ocsf4j.aws.SigV4Signer;
import org.ocsf4j.aws.backfill.S3ObjectListing;
import org.ocsf4j.aws.s3.S3DeadLetterSink;
import org.ocsf4j.aws.s3.S3LedgerFolder;
import org.ocsf4j.aws.s3.S3ObjectStore;
import org.ocsf4j.backfill.ObjectListing;
import org.ocsf4j.backfill.PacedSink;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.PipelineOptions;
import org.ocsf4j.sink.EventSink;
import software.amazon.awssdk.services.s3.S3Client;

/** The clients of a JVM, driver or executor, made when the first task asks. They live as long as the JVM does. Thread-safe. */
final class Clients {

    private static final Map<Settings, Clients> MADE = new ConcurrentHashMap<>();

    private static final int BATCHES_AN_OBJECT = 3;

    private final ParquetEventDecoder decoder = new ParquetEventDecoder();
    private final ObjectListing listing;
    private final S3ObjectStore lake;
    private final S3LedgerFolder ledger;
    private final S3DeadLetterSink deadLetters;
    private final EventSink sink;

    private Clients(Settings settings) {
        AwsClients own = aws(settings).build();
        RoleSettings role =
                settings.roleArn() == null ? null : RoleSettings.of(settings.roleArn(), settings.externalId());
        S3Client lakeS3 = aws(settings).role(role).build().s3();
        S3Client stateS3 = own.s3();
        listing = new S3ObjectListing(lakeS3, settings.bucket());
        lake = S3ObjectStore.builder(lakeS3).build();
        ledger = new S3LedgerFolder(stateS3, settings.stateBucket(), settings.statePrefix() + "ledger/");
        deadLetters = S3DeadLetterSink.builder(stateS3, settings.stateBucket())
                .prefix(settings.statePrefix() + "dead-letters/")
                .build();
        sink = sink(settings, own);
    }

    /** Those of this JVM. */
    static Clients of(Settings settings) {
        return MADE.computeIfAbsent(settings, Clients::new);
    }

    ParquetEventDecoder decoder() {
        return decoder;
    }

    ObjectListing listing() {
        return listing;
    }

    S3ObjectStore lake() {
        return lake;
    }

    S3LedgerFolder ledger() {
        return ledger;
    }

    EventSink sink() {
        return sink;
    }

    /** A pipeline for one task, which closes it. */
    OcsfPipeline pipeline(int objectsAtOnce, double documentsPerSecond) {
        return OcsfPipeline.builder()
                .objectStore(lake)
                .decoder(decoder)
                .sink(new PacedSink(sink, documentsPerSecond))
                .deadLetters(deadLetters)
                .options(PipelineOptions.builder()
                        .objectsAtOnce(objectsAtOnce)
                        .batchesInFlight(BATCHES_AN_OBJECT * objectsAtOnce)
                        .build())
                .build();
    }

    private static AwsClients.Builder aws(Settings settings) {
        AwsClients.Builder aws = AwsClients.builder();
        if (settings.awsRegion() != null) {
            aws.region(settings.awsRegion());
        }
        if (settings.s3Endpoint() != null) {
            aws.s3Endpoint(settings.s3Endpoint());
        }
        return aws;
    }

    private static EventSink sink(Settings settings, AwsClients own) {
        OpenSearchSink.Builder sink = OpenSearchSink.builder().endpoint(settings.openSearch());
        if (settings.user() != null && settings.password() != null) {
            sink.basicAuth(settings.user(), settings.password());
        }
        if (settings.signedService() != null) {
            OpenSearchService service =
                    OpenSearchService.valueOf(settings.signedService().toUpperCase(Locale.ROOT));
            sink.signer(SigV4Signer.of(service, region(settings.awsRegion()), own.credentials())::sign);
        }
        return sink.build();
    }

    private static String region(@Nullable String given) {
        if (given == null) {
            throw new ConfigurationException("[spark-backfill] --sigv4 needs a region to sign for; pass --aws-region");
        }
        return given;
    }
}
