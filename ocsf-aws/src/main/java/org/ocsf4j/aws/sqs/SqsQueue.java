package org.ocsf4j.aws.sqs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.internal.SdkFailures;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The calls to one queue. Failures of a whole call are thrown by what helps, those of one entry are returned. */
final class SqsQueue {

    /** How many entries SQS takes in one call. */
    static final int BATCH = 10;

    private static final String ACCESS = "the queue's URL and region, the role, and its rights: sqs:ReceiveMessage,"
            + " sqs:DeleteMessage, sqs:ChangeMessageVisibility, sqs:GetQueueAttributes, and kms:Decrypt on the queue's key";

    private final SqsClient client;
    private final String url;

    SqsQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    List<Message> receive(int max, int waitSeconds, Duration visibility) {
        return call(sqs -> sqs.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(max)
                        .waitTimeSeconds(waitSeconds)
                        .visibilityTimeout(seconds(visibility))
                        .messageSystemAttributeNames(
                                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                                MessageSystemAttributeName.SENT_TIMESTAMP))
                .messages());
    }

    Map<QueueAttributeName, String> attributes(QueueAttributeName... names) {
        return call(
                sqs -> sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(names))
                        .attributes());
    }

    /** Makes up to {@value #BATCH} messages invisible for {@code visibility} from now, or visible where that is zero. */
    EntryResult[] changeVisibility(List<String> receiptHandles, Duration visibility, Duration timeout) {
        List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>(receiptHandles.size());
        for (int i = 0; i < receiptHandles.size(); i++) {
            entries.add(ChangeMessageVisibilityBatchRequestEntry.builder()
                    .id(Integer.toString(i))
                    .receiptHandle(receiptHandles.get(i))
                    .visibilityTimeout(seconds(visibility))
                    .build());
        }
        ChangeMessageVisibilityBatchResponse response =
                call(sqs -> sqs.changeMessageVisibilityBatch(request -> request.queueUrl(url)
                        .entries(entries)
                        .overrideConfiguration(override -> override.apiCallTimeout(timeout))));
        List<String> done =
                response.successful().stream().map(entry -> entry.id()).toList();
        return results(receiptHandles.size(), done, response.failed());
    }

    /** Deletes up to {@value #BATCH} messages. */
    EntryResult[] delete(List<String> receiptHandles, Duration timeout) {
        List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>(receiptHandles.size());
        for (int i = 0; i < receiptHandles.size(); i++) {
            entries.add(DeleteMessageBatchRequestEntry.builder()
                    .id(Integer.toString(i))
                    .receiptHandle(receiptHandles.get(i))
                    .build());
        }
        DeleteMessageBatchResponse response = call(sqs -> sqs.deleteMessageBatch(request -> request.queueUrl(url)
                .entries(entries)
                .overrideConfiguration(override -> override.apiCallTimeout(timeout))));
        List<String> done =
                response.successful().stream().map(entry -> entry.id()).toList();
        return results(receiptHandles.size(), done, response.failed());
    }

    @Override
    public String toString() {
        return url;
    }

    /** Matched by entry id; what the response does not mention is unknown, and is tried again. */
    private static EntryResult[] results(int count, List<String> done, List<BatchResultErrorEntry> failed) {
        Map<String, BatchResultErrorEntry> failures =
                failed.stream().collect(Collectors.toMap(BatchResultErrorEntry::id, f -> f, (first, second) -> first));
        return IntStream.range(0, count)
                .mapToObj(Integer::toString)
                .map(id -> EntryResult.of(done.contains(id), failures.get(id)))
                .toArray(EntryResult[]::new);
    }

    /** Whole seconds, rounded up: a lease is never shorter than was meant. */
    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private <T> T call(Function<SqsClient, T> call) {
        try {
            return call.apply(client);
        } catch (SdkException e) {
            throw SdkFailures.of(url, e, ACCESS);
        }
    }

    /** What became of one entry of a batch. */
    enum Outcome {
        DONE,
        /** The same entry may succeed later. */
        TRY_AGAIN,
        /** The handle is not, or no longer, one of a message that we hold. */
        REFUSED
    }

    /**
     * What became of one entry of a batch.
     *
     * @param code the service's name for the error, empty where it is done or not mentioned
     */
    record EntryResult(Outcome outcome, String code) {

        static EntryResult of(boolean done, @Nullable BatchResultErrorEntry failure) {
            if (failure == null) {
                return new EntryResult(done ? Outcome.DONE : Outcome.TRY_AGAIN, "");
            }
            String code = failure.code() == null ? "" : failure.code().replaceAll("[^\\x21-\\x7e]", "?");
            boolean refused = Boolean.TRUE.equals(failure.senderFault()) || code.contains("ReceiptHandle");
            return new EntryResult(
                    refused && !SdkFailures.isTransientCode(code) ? Outcome.REFUSED : Outcome.TRY_AGAIN, code);
        }
    }
}
