package org.ocsf4j.cli.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Is the queue there, a standard one, with a redrive policy, and are its leases long enough? */
final class QueueCheck implements Check {

    /** A function's queue should hide a message for six of its timeouts (AWS Lambda's guide for SQS). */
    private static final int FUNCTION_TIMEOUTS = 6;

    /** A worker extends its leases every third of the timeout; below this, a pause of the process loses them. */
    private static final long LEAST_SECONDS = 30;

    private final SqsClient sqs;
    private final String queueUrl;
    private final @Nullable Duration functionTimeout;

    QueueCheck(SqsClient sqs, String queueUrl, @Nullable Duration functionTimeout) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.functionTimeout = functionTimeout;
    }

    @Override
    public String subject() {
        return "queue";
    }

    @Override
    public List<Finding> run() {
        if (queueUrl.endsWith(".fifo")) {
            return List.of(
                    Finding.fail(
                            "queue type",
                            "this is a FIFO queue; " + queueUrl,
                            "give a standard queue: S3, EventBridge and Security Lake send to no other, and order is not needed"));
        }
        Map<QueueAttributeName, String> attributes;
        try {
            attributes = sqs.getQueueAttributes(
                            request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.ALL))
                    .attributes();
        } catch (AwsServiceException e) {
            return List.of(Finding.fail(subject(), queueUrl + "; " + Refusal.of(e), advice(e)));
        } catch (SdkException e) {
            return List.of(Finding.fail(
                    subject(),
                    "no answer; " + Refusal.of(e),
                    "check the URL's host, the region, and the way to it (VPC endpoint, proxy)"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.pass(
                subject(),
                "reached; about " + attributes.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "?")
                        + " messages wait"));
        findings.add(redrive(attributes.get(QueueAttributeName.REDRIVE_POLICY)));
        findings.add(visibility(attributes.get(QueueAttributeName.VISIBILITY_TIMEOUT)));
        return findings;
    }

    private static String advice(AwsServiceException failure) {
        String code = Refusal.code(failure);
        return code.contains("NonExistentQueue") || code.contains("QueueDoesNotExist")
                ? "check the queue's URL, its account and its region"
                : "grant sqs:GetQueueAttributes, sqs:ReceiveMessage, sqs:DeleteMessage, sqs:ChangeMessageVisibility on it,"
                        + " and kms:Decrypt where it is encrypted";
    }

    private static Finding redrive(@Nullable String policy) {
        return policy == null || policy.isBlank()
                ? Finding.fail(
                        "redrive policy",
                        "there is none",
                        "give the queue a dead-letter queue and a maxReceiveCount, such as 10: a message that nobody can"
                                + " read comes again until it expires")
                : Finding.pass("redrive policy", policy);
    }

    private Finding visibility(@Nullable String text) {
        String subject = "visibility timeout";
        if (text == null || !text.matches("[0-9]{1,6}")) {
            return Finding.warn(subject, "the queue does not say; " + text, "grant sqs:GetQueueAttributes");
        }
        long seconds = Long.parseLong(text);
        if (functionTimeout != null && seconds < FUNCTION_TIMEOUTS * functionTimeout.toSeconds()) {
            return Finding.fail(
                    subject,
                    seconds + " s for a function of " + functionTimeout.toSeconds() + " s",
                    "set it to " + FUNCTION_TIMEOUTS * functionTimeout.toSeconds()
                            + " s at least, or messages come again while they are worked on");
        }
        return seconds < LEAST_SECONDS
                ? Finding.fail(
                        subject,
                        seconds + " s",
                        "set it to some minutes: a worker that pauses longer loses its messages to another")
                : Finding.pass(subject, seconds + " s");
    }
}
