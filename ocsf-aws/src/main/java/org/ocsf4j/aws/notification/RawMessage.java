package org.ocsf4j.aws.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of one message that matter in any shape, as they were read and before they are judged. */
final class RawMessage {

    @Nullable
    String source;

    @Nullable
    String account;

    @Nullable
    String region;

    /** EventBridge's {@code detail-type}. */
    @Nullable
    String detailType;

    /** EventBridge's {@code detail}. */
    @Nullable
    RawObject detail;

    /** S3's {@code Records}. */
    @Nullable
    List<RawRecord> records;

    /** Our own {@code continuation}: the object that another run has read in part. */
    @Nullable
    RawObject continuation;

    /** The row that a continuation begins with. */
    @Nullable
    Long nextRow;

    /** How many continuations in a row had brought nothing, by a continuation. */
    @Nullable
    Long attempt;

    /** S3's {@code Event}, in its test event. */
    @Nullable
    String event;

    /** SNS's {@code Type}. */
    @Nullable
    String type;

    /** SNS's {@code Message}. */
    @Nullable
    String message;

    /** One of S3's {@code Records}. */
    record RawRecord(@Nullable String eventName, @Nullable String region, @Nullable RawObject object) {}

    /** A {@code bucket} and an {@code object}. */
    record RawObject(
            @Nullable String bucket,
            @Nullable String key,
            @Nullable Long size,
            @Nullable String eTag,
            @Nullable String versionId) {}
}
