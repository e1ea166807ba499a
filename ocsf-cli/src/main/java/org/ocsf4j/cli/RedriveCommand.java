package org.ocsf4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.aws.s3.S3DeadLetterFolder;
import org.ocsf4j.opensearch.OpenSearchSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.s3.S3Client;

/** Dead letters into OpenSearch again, as they were written. */
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = {
            "Sends refused documents again, each under the id and into the index that it was refused with. Mend the cause"
                    + " first.",
            "What fails again stays in the folder with its new cause. A file whose letters have all found their place is"
                    + " renamed, with .redriven behind its name. Files that a running pipeline writes are passed over."
        })
final class RedriveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PLACE", description = "a folder of dead letters, or one file, or s3://BUCKET/PREFIX")
    private String place = "dead-letters";

    @Mixin
    private final AwsOptions aws = new AwsOptions();

    @Mixin
    private final OpenSearchOptions openSearch = new OpenSearchOptions();

    @Option(
            names = "--filter",
            paramLabel = "FIELD=GLOB",
            description =
                    "only letters whose field fits: index, id, errorType, status, reason, bucket, key; * as wildcard;"
                            + " repeatable, all have to fit")
    private List<String> filters = List.of();

    @Option(names = "--dry-run", description = "count what would be sent, send and change nothing")
    private boolean dryRun;

    @Option(names = "--json", description = "the report as one JSON object, the last line of standard output")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LetterFilter filter = LetterFilter.of(filters);
        RedriveCounts counts = new RedriveCounts();
        try (OpenSearchSink sink = openSearch.sink().repair(false).build()) {
            Redrive redrive = new Redrive(sink, filter, dryRun, counts);
            BucketPlace bucket = BucketPlace.of("redrive", place);
            if (bucket == null) {
                for (Path file : LetterFiles.at(Path.of(place))) {
                    redrive.run(new LetterFiles.InFolder(file));
                }
            } else {
                run(redrive, bucket);
            }
        }
        System.out.println(json ? JsonLine.of(counts::write) : counts.toString());
        return counts.isGood() ? 0 : 1;
    }

    private void run(Redrive redrive, BucketPlace bucket) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("ocsf-redrive-");
        try (AwsClients clients = aws.clients();
                S3Client s3 = clients.s3()) {
            S3DeadLetterFolder folder = new S3DeadLetterFolder(s3, bucket.bucket(), bucket.prefix());
            for (String key : folder.keys()) {
                redrive.run(new LetterObject(folder, key, scratch));
            }
        } finally {
            LetterFiles.delete(scratch);
        }
    }
}
