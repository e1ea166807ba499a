package org.ocsf4j.aws.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.notification.RawMessage.RawObject;
import org.ocsf4j.aws.notification.RawMessage.RawRecord;
import org.ocsf4j.notification.Notification;
import org.ocsf4j.notification.Notification.Ignored;
import org.ocsf4j.notification.Notification.Malformed;
import org.ocsf4j.notification.Notification.Understood;
import org.ocsf4j.notification.ObjectNotification;
import org.ocsf4j.object.ObjectLocation;

/**
 * Tells what a message announces, whichever service wrote it:
 *
 * <ul>
 *   <li>Security Lake's own subscriber notification, which is EventBridge's without a {@code detail-type};
 *   <li>EventBridge's {@code Object Created} and {@code Object Deleted};
 *   <li>S3's {@code Records}, all of them, and its {@code s3:TestEvent};
 *   <li>the continuation that {@link #continuation} writes;
 *   <li>each of these inside one SNS notification.
 * </ul>
 *
 * <p>Keys in {@code Records} are form-decoded once; EventBridge's and Security Lake's keys stand as they are. Deletions, test
 * events and objects that hold no events (table metadata, markers, empty objects) are {@linkplain Ignored ignored}, each with
 * a reason. Anything else is {@linkplain Malformed malformed}, and so is, as a whole, a message that names one object outside
 * the allow-list: it is neither read nor acknowledged.
 *
 * <p>A body is untrusted. At most {@value #MAX_BODY_BYTES} bytes nested {@value #MAX_NESTING} deep are looked at, a member
 * that occurs twice is refused, and no reason quotes the message.
 *
 * <p>Immutable and thread-safe; {@link #parse} throws nothing.
 */
public final class NotificationParser {

    /** The longest body that is looked at: {@value} bytes, the limit of SQS. */
    public static final int MAX_BODY_BYTES = 1 << 20;

    /** The deepest nesting of a body: {@value}. */
    public static final int MAX_NESTING = 32;

    private final AllowList allowed;

    /** A parser that admits {@link AllowList#securityLake()}. */
    public NotificationParser() {
        this(AllowList.securityLake());
    }

    public NotificationParser(AllowList allowed) {
        this.allowed = Objects.requireNonNull(allowed, "allowed");
    }

    /** Tells what the message says. The body is JSON in UTF-8. */
    public Notification parse(byte[] body) {
        if (body.length > MAX_BODY_BYTES) {
            return new Malformed("it is longer than " + MAX_BODY_BYTES + " bytes; " + body.length);
        }
        try {
            RawMessage message = MessageReader.read(body);
            return understand(message.message == null ? message : unwrap(message, message.message));
        } catch (MalformedMessageException e) {
            return new Malformed(e.reason());
        } catch (StreamConstraintsException e) {
            return new Malformed("it goes beyond a limit of nesting or length");
        } catch (JsonProcessingException e) {
            return new Malformed("it is not JSON, or has a member twice" + position(e));
        } catch (IOException e) {
            return new Malformed("it is not text in UTF-8");
        }
    }

    private static RawMessage unwrap(RawMessage sns, String message) throws IOException, MalformedMessageException {
        if (sns.detail != null || sns.records != null || sns.continuation != null || sns.event != null) {
            throw new MalformedMessageException("it has the members of more than one shape");
        }
        if ("SubscriptionConfirmation".equals(sns.type)) {
            throw new MalformedMessageException("it asks to confirm an SNS subscription; confirm it by hand");
        }
        if (!"Notification".equals(sns.type)) {
            throw new MalformedMessageException("it has a Message but is no SNS notification");
        }
        RawMessage inner = MessageReader.read(message);
        if (inner.message != null) {
            throw new MalformedMessageException("it is wrapped by SNS more than once");
        }
        return inner;
    }

    private Notification understand(RawMessage message) throws MalformedMessageException {
        int shapes = (message.detail == null ? 0 : 1)
                + (message.records == null ? 0 : 1)
                + (message.continuation == null ? 0 : 1)
                + (message.event == null ? 0 : 1);
        if (shapes > 1) {
            throw new MalformedMessageException("it has the members of more than one shape");
        }
        Collected collected = new Collected();
        if (message.detail != null) {
            eventBridge(message, message.detail, collected);
        } else if (message.records != null) {
            for (RawRecord record : message.records) {
                s3Record(record, collected);
            }
        } else if (message.continuation != null) {
            continuation(message, message.continuation, collected);
        } else if ("s3:TestEvent".equals(message.event)) {
            collected.ignored.add(new Ignored("s3:TestEvent", "S3 sends it when notifications are switched on"));
        }
        return collected.notification();
    }

    private void eventBridge(RawMessage message, RawObject object, Collected into) throws MalformedMessageException {
        if (!"aws.s3".equals(message.source)) {
            throw new MalformedMessageException("its source is not aws.s3");
        }
        boolean created = message.detailType == null || message.detailType.equals("Object Created");
        if (!created && !"Object Deleted".equals(message.detailType)) {
            throw new MalformedMessageException("its detail-type is neither Object Created nor Object Deleted");
        }
        add(object, object.key(), created, message.account, message.region, 0, into);
    }

    private void continuation(RawMessage message, RawObject object, Collected into) throws MalformedMessageException {
        if (!Continuations.SOURCE.equals(message.source)) {
            throw new MalformedMessageException("it has a continuation but its source is another");
        }
        Long row = message.nextRow;
        if (row == null || (row > 0 && object.eTag() == null)) {
            throw new MalformedMessageException("its continuation lacks the next row or the object's entity tag");
        }
        add(object, object.key(), true, message.account, message.region, row, into);
    }

    /**
     * The message that announces the rest of an object: understood by this parser and held against the same allow-list, with the
     * account and the region that the message before it names.
     *
     * @param before the body that announced the object
     * @param rest what is left of it
     * @param attempt how many invocations in a row have brought this object no further, this one included
     */
    public static String continuation(String before, ObjectNotification rest, int attempt) {
        try {
            RawMessage message = MessageReader.read(before);
            RawMessage inner = message.message == null ? message : unwrap(message, message.message);
            return Continuations.json(inner, rest, attempt);
        } catch (IOException | MalformedMessageException e) {
            throw new IllegalArgumentException("[" + rest.location() + "] a malformed message announces nothing", e);
        }
    }

    /**
     * The attempt that a continuation was written with: how many invocations in a row have brought its object no further. 0 for every
     * other message, and for one that is malformed.
     */
    public static int attempt(String body) {
        try {
            RawMessage message = MessageReader.read(body);
            RawMessage inner = message.message == null ? message : unwrap(message, message.message);
            Long attempt = inner.continuation == null ? null : inner.attempt;
            return attempt == null ? 0 : (int) Math.min(attempt, Integer.MAX_VALUE);
        } catch (IOException | MalformedMessageException e) {
            return 0;
        }
    }

    private void s3Record(RawRecord record, Collected into) throws MalformedMessageException {
        RawObject object = record.object();
        if (record.eventName() == null || object == null) {
            throw new MalformedMessageException("one of Records has no eventName or no s3");
        }
        String event = record.eventName().startsWith("s3:") ? record.eventName().substring(3) : record.eventName();
        boolean created = event.startsWith("ObjectCreated:");
        if (!created && !event.startsWith("ObjectRemoved:")) {
            throw new MalformedMessageException(
                    "the eventName of one of Records is neither ObjectCreated nor ObjectRemoved");
        }
        String key = object.key() == null ? null : FormEncoding.decode(object.key());
        add(object, key, created, null, record.region(), 0, into);
    }

    private void add(
            RawObject object,
            @Nullable String key,
            boolean created,
            @Nullable String account,
            @Nullable String region,
            long firstRow,
            Collected into)
            throws MalformedMessageException {
        ObjectLocation location = S3Names.location(object.bucket(), key);
        String eTag = S3Names.token(object.eTag(), "entity tag");
        String versionId = S3Names.token(object.versionId(), "version id");
        refuse(allowed.whyBucketRefused(location.bucket(), account, region));
        if (!created) {
            into.ignored.add(new Ignored(location.toString(), "the object was deleted"));
            return;
        }
        String noData = DataKeys.whyNoData(location.key(), object.size());
        if (noData != null) {
            into.ignored.add(new Ignored(location.toString(), noData));
            return;
        }
        refuse(allowed.whyKeyRefused(location.key()));
        into.objects.add(new ObjectNotification(location, eTag, object.size(), versionId, firstRow));
    }

    private static void refuse(@Nullable String reason) throws MalformedMessageException {
        if (reason != null) {
            throw new MalformedMessageException(reason);
        }
    }

    private static String position(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : "; line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    /** What the message named so far. */
    private static final class Collected {

        private final List<ObjectNotification> objects = new ArrayList<>();
        private final List<Ignored> ignored = new ArrayList<>();

        private Notification notification() {
            return objects.isEmpty() && ignored.isEmpty()
                    ? new Malformed("it names no object; its shape is none that is known")
                    : new Understood(objects, ignored);
        }
    }
}
