package org.ocsf4j.cli.doctor;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.AwsClients;
import org.ocsf4j.cli.AwsOptions;
import org.ocsf4j.cli.JsonLine;
import org.ocsf4j.cli.OpenSearchOptions;
import org.ocsf4j.cli.OwnerOptions;
import org.ocsf4j.cli.Printable;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Whether a set-up will work. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at credentials, queue, bucket and OpenSearch as a worker would use them, and says what to do where they will"
                    + " not work. Changes nothing.",
            "A line a finding: pass, warn or fail, what, what was found, what to do. Exit code 1 where one fails."
        })
public final class DoctorCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(names = "--queue-url", paramLabel = "URL", description = "the SQS queue that announces objects")
    private @Nullable String queueUrl;

    @Option(
            names = "--function-timeout",
            paramLabel = "SECONDS",
            description = "the timeout of the Lambda function on the queue, where there is one")
    private @Nullable Integer functionTimeout;

    @Option(names = "--bucket", paramLabel = "NAME", description = "the lake's bucket")
    private @Nullable String bucket;

    @Option(names = "--prefix", paramLabel = "PREFIX", description = "where in it to look for an object")
    private String prefix = "";

    @Option(
            names = "--no-sts",
            description = "do not ask STS who we are: for servers that are not AWS's, such as the lab's")
    private boolean noSts;

    @Mixin
    private final AwsOptions aws = new AwsOptions();

    @Mixin
    private final OwnerOptions owner = new OwnerOptions();

    @Mixin
    private final OpenSearchOptions openSearch = new OpenSearchOptions();

    @Option(names = "--json", description = "the findings as one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        lookAtAws(findings);
        if (openSearch.isGiven()) {
            lookAtOpenSearch(findings);
        } else {
            findings.add(skipped("OpenSearch", "--opensearch"));
        }
        boolean good = findings.stream().noneMatch(Finding::isFailure);
        System.out.print(json ? json(findings, good) + System.lineSeparator() : lines(findings));
        return good ? 0 : 1;
    }

    private void lookAtAws(List<Finding> findings) {
        if (queueUrl == null && bucket == null) {
            findings.add(skipped("AWS", "--queue-url and --bucket"));
            return;
        }
        try (AwsClients clients = aws.clients();
                SqsClient sqs = clients.sqs();
                S3Client s3 = clients.s3()) {
            List<Finding> credentials = look(new CredentialsCheck(clients, aws.role(), !noSts));
            findings.addAll(credentials);
            if (credentials.stream().anyMatch(Finding::isFailure)) {
                return; // everything else would only say the same
            }
            if (queueUrl == null) {
                findings.add(skipped("queue", "--queue-url"));
            } else {
                Duration timeout = functionTimeout == null ? null : Duration.ofSeconds(functionTimeout);
                findings.addAll(look(new QueueCheck(sqs, queueUrl, timeout)));
            }
            if (bucket == null) {
                findings.add(skipped("bucket", "--bucket"));
            } else {
                findings.addAll(look(new BucketCheck(s3, bucket, prefix, owner.account())));
                findings.addAll(look(new ClockCheck(s3, bucket, owner.account(), Clock.systemUTC())));
            }
        }
    }

    private void lookAtOpenSearch(List<Finding> findings) {
        try (OpenSearchAdmin admin = openSearch.admin().requestTimeout(PATIENCE).build()) {
            List<Finding> destination = look(new DestinationCheck(admin));
            findings.addAll(destination);
            if (destination.stream().noneMatch(Finding::isFailure)) {
                findings.addAll(look(new TemplatesCheck(admin)));
                findings.addAll(look(new RightsCheck(admin)));
            }
        }
    }

    private static List<Finding> look(Check check) {
        try {
            return check.run();
        } catch (RuntimeException e) {
            return List.of(Finding.fail(
                    check.subject(), "cannot be looked at; " + Refusal.of(e), "check the options and the network"));
        }
    }

    private static Finding skipped(String subject, String option) {
        return Finding.warn(subject, "not looked at", "give " + option);
    }

    private static String lines(List<Finding> findings) {
        StringBuilder text = new StringBuilder(512);
        for (Finding finding : findings) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-4s  %-18s  %s%s%n",
                    finding.status().word(),
                    finding.subject(),
                    oneLine(finding.found()),
                    finding.advice().isEmpty() ? "" : "  ->  " + oneLine(finding.advice())));
        }
        return text.toString();
    }

    private static String oneLine(String untrusted) {
        return Printable.text(untrusted).replace('\n', ' ').replace('\t', ' ');
    }

    private static String json(List<Finding> findings, boolean good) {
        return JsonLine.of(out -> {
            out.writeBooleanField("good", good);
            out.writeArrayFieldStart("findings");
            for (Finding finding : findings) {
                out.writeStartObject();
                out.writeStringField("status", finding.status().word());
                out.writeStringField("subject", finding.subject());
                out.writeStringField("found", finding.found());
                out.writeStringField("advice", finding.advice());
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }
}
