package org.ocsf4j.lambda;

import java.util.Set;

/**
 * The IAM actions that an operation needs, those that another service takes in the caller's name included: keys.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">Required permissions for
 *     Amazon S3 API operations</a>
 */
final class IamActions {

    private IamActions() {}

    static Set<String> of(OperationLog.Call call) {
        return switch (call.service() + "." + call.operation()) {
            // without the right to list, S3 answers that a missing object is refused
            case "S3.GetObject", "S3.HeadObject" ->
                call.versioned()
                        ? Set.of("s3:GetObjectVersion", "s3:ListBucket", "kms:Decrypt")
                        : Set.of("s3:GetObject", "s3:ListBucket", "kms:Decrypt");
            case "S3.ListObjectsV2" -> Set.of("s3:ListBucket");
            case "S3.PutObject" -> Set.of("s3:PutObject", "kms:GenerateDataKey");
            case "Sqs.ReceiveMessage" -> Set.of("sqs:ReceiveMessage", "kms:Decrypt");
            case "Sqs.DeleteMessage", "Sqs.DeleteMessageBatch" -> Set.of("sqs:DeleteMessage");
            case "Sqs.ChangeMessageVisibility", "Sqs.ChangeMessageVisibilityBatch" ->
                Set.of("sqs:ChangeMessageVisibility");
            case "Sqs.GetQueueAttributes" -> Set.of("sqs:GetQueueAttributes");
            case "Sqs.SendMessage" -> Set.of("sqs:SendMessage", "kms:GenerateDataKey", "kms:Decrypt");
            case "Sts.AssumeRole" -> Set.of("sts:AssumeRole");
            // needs no right
            case "Sts.GetCallerIdentity" -> Set.of();
            default -> Set.of("unknown:" + call.service() + "." + call.operation());
        };
    }
}
