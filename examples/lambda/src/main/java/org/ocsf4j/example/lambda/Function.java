package org.ocsf4j.example.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;
import java.util.Locale;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.OpenSearchService;
import org.ocsf4j.aws.SigV4Signer;
import org.ocsf4j.aws.lambda.LambdaSqsHandler;
import org.ocsf4j.aws.lambda.SnapStart;
import org.ocsf4j.aws.metrics.EmfObserver;
import org.ocsf4j.aws.notification.AllowList;
import org.ocsf4j.aws.notification.NotificationParser;
import org.ocsf4j.aws.s3.S3DeadLetterSink;
import org.ocsf4j.aws.s3.S3ObjectStore;
import org.ocsf4j.opensearch.OpenSearchSink;
import org.ocsf4j.parquet.ParquetEventDecoder;
import org.ocsf4j.parquet.WarmUp;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.pipeline.PipelineObserver;

/** The function. Lambda makes one for each execution environment; its environment variables are on the page docs/how-to-lambda.md. */
public final class Function implements RequestHandler<SQSEvent, SQSBatchResponse> {

    static {
        Logging.configure(System.getenv());
    }

    private final LambdaSqsHandler handler;

    @SuppressWarnings("UnusedVariable") // the runtime's context holds it weakly
    private final SnapStart snapStart;

    /** Called by Lambda. */
    public Function() {
        this(new Environment(System.getenv()));
    }

    /** Nothing of this is closed: it lives as long as the execution environment does. */
    private Function(Environment environment) {
        AwsClients own = AwsClients.builder().build();
        AwsClients lake = AwsClients.builder().role(environment.lakeRole()).build();

        OpenSearchSink.Builder sink = OpenSearchSink.builder().endpoint(environment.endpoint());
        String service = environment.orElse("OPENSEARCH_SERVICE", "es").toUpperCase(Locale.ROOT);
        if (!service.equals("NONE")) {
            String region = environment.required("AWS_REGION");
            sink.signer(SigV4Signer.of(OpenSearchService.valueOf(service), region, own.credentials())::sign);
        }
        OpenSearchSink destination = sink.build();

        snapStart = SnapStart.builder()
                .before(WarmUp::run)
                .after(lake::renewCredentials)
                .register();

        String namespace = environment.optional("METRICS_NAMESPACE");
        PipelineObserver metrics = namespace == null
                ? PipelineObserver.all(List.of())
                : new EmfObserver(namespace, environment.orElse("AWS_LAMBDA_FUNCTION_NAME", "ocsf4j"), System.out);

        String queue = environment.required("QUEUE_URL");
        String buckets = environment.orElse("LAKE_BUCKET", AllowList.SECURITY_LAKE_BUCKETS);
        handler = LambdaSqsHandler.builder(OcsfPipeline.builder()
                        .objectStore(S3ObjectStore.builder(lake.s3())
                                .expectedBucketOwner(environment.optional("LAKE_ACCOUNT"))
                                .build())
                        .decoder(new ParquetEventDecoder())
                        .sink(destination)
                        .deadLetters(S3DeadLetterSink.builder(own.s3(), environment.required("DEAD_LETTER_BUCKET"))
                                .prefix("dead-letters/")
                                .expectedBucketOwner(environment.optional("DEAD_LETTER_ACCOUNT"))
                                .build())
                        .observer(metrics)
                        .build())
                .observer(metrics)
                .parser(new NotificationParser(AllowList.buckets(buckets)))
                .destination(destination)
                .queue(own.sqs(), queue)
                .continuationQueue(environment.orElse("CONTINUATION_QUEUE_URL", queue))
                .build();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return handler.handleRequest(event, context);
    }
}
