package org.ocsf4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.s3.S3DeadLetterSink;
import org.ocsf4j.deadletter.DeadLetter;
import org.ocsf4j.deadletter.DeadLetterSink;
import org.ocsf4j.deadletter.FileDeadLetterSink;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Where refused events are kept: in a folder, or as objects of a bucket. A bucket is written to as whoever runs the command, never
 * as the subscriber's role, which may only read the lake.
 */
public final class LetterOptions {

    @Option(
            names = "--dead-letters",
            paramLabel = "PLACE",
            defaultValue = "dead-letters",
            description = "where refused events are kept: a folder, or s3://BUCKET/PREFIX; default ${DEFAULT-VALUE}")
    private String place = "dead-letters";

    /**
     * A sink that the caller closes.
     *
     * @param own makes the clients of whoever runs the command; asked only where letters go to a bucket, and closed with the sink
     */
    public DeadLetterSink open(Supplier<AwsClients> own) {
        BucketPlace bucket = BucketPlace.of("--dead-letters", place);
        if (bucket == null) {
            return new FileDeadLetterSink(Path.of(place));
        }
        AwsClients clients = own.get();
        S3Client s3 = clients.s3();
        return new InBucket(
                S3DeadLetterSink.builder(s3, bucket.bucket())
                        .prefix(bucket.prefix())
                        .build(),
                s3,
                clients);
    }

    private record InBucket(DeadLetterSink letters, S3Client s3, AwsClients clients) implements DeadLetterSink {

        @Override
        public void write(List<DeadLetter> refused) {
            letters.write(refused);
        }

        @Override
        public void close() {
            letters.close();
            s3.close();
            clients.close();
        }
    }
}
