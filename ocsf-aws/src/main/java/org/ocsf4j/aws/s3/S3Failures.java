package org.ocsf4j.aws.s3;

import org.ocsf4j.aws.internal.SdkFailures;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.ObjectChangedException;
import org.ocsf4j.failure.ObjectMissingException;
import org.ocsf4j.failure.OcsfException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What S3's errors mean for an object.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3 error responses</a>
 */
final class S3Failures {

    private static final int MOVED = 301;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int PRECONDITION_FAILED = 412;
    static final int RANGE_NOT_SATISFIABLE = 416;

    private static final String ACCESS =
            "the role and its external id, s3:GetObject, kms:Decrypt on the bucket's key, the"
                    + " expected bucket owner, and s3:ListBucket, without which a missing object is refused too";

    private S3Failures() {}

    static OcsfException of(S3Object object, SdkException failure) {
        if (!(failure instanceof AwsServiceException answer) || SdkFailures.isTransient(answer)) {
            return SdkFailures.of(object.toString(), failure, ACCESS);
        }
        String code = SdkFailures.code(answer);
        String said = SdkFailures.describe(answer);
        return switch (answer.statusCode()) {
            case NOT_FOUND ->
                code.equals("NoSuchBucket")
                        ? configuration(
                                object, "the bucket does not exist", said, "the region and the endpoint", answer)
                        : missing(object, "the object is not there", said, "it was deleted or has expired", answer);
            case METHOD_NOT_ALLOWED ->
                missing(object, "the version is a delete marker", said, "the object was deleted", answer);
            case PRECONDITION_FAILED, RANGE_NOT_SATISFIABLE ->
                new ObjectChangedException(
                        text(object, "the object was replaced while it was read", said, "start over"), answer);
            case FORBIDDEN ->
                code.equals("InvalidObjectState")
                        ? missing(
                                object, "the object is in an archive", said, "restore it, then drive it again", answer)
                        : SdkFailures.of(object.toString(), answer, ACCESS);
            case BAD_REQUEST ->
                object.versionId() != null && code.equals("InvalidArgument")
                        ? missing(object, "the version does not exist", said, "the message names a wrong one", answer)
                        : SdkFailures.of(object.toString(), answer, ACCESS + ", and the region");
            case MOVED -> SdkFailures.of(object.toString(), answer, "the region and the endpoint");
            default -> SdkFailures.of(object.toString(), answer, ACCESS);
        };
    }

    private static OcsfException configuration(
            S3Object object, String problem, String said, String check, AwsServiceException answer) {
        return new ConfigurationException(text(object, problem, said, "check " + check), answer);
    }

    private static OcsfException missing(
            S3Object object, String problem, String said, String why, AwsServiceException answer) {
        return new ObjectMissingException(text(object, problem, said, why), answer);
    }

    private static String text(S3Object object, String problem, String said, String whatToDo) {
        return "[" + object + "] " + problem + "; " + said + "; " + whatToDo;
    }
}
