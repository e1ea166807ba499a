package org.ocsf4j.aws.notification;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.notification.RawMessage.RawObject;
import org.ocsf4j.aws.notification.RawMessage.RawRecord;

/** Reads the JSON of a message, members in any order, into a {@link RawMessage}. */
final class MessageReader {

    private static final int MAX_NAME_CHARS = 1024;
    private static final int MAX_NUMBER_CHARS = 64;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            // names come from outside: they never enter a table that lives longer than the message
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(NotificationParser.MAX_BODY_BYTES)
                    .maxStringLength(NotificationParser.MAX_BODY_BYTES)
                    .maxNestingDepth(NotificationParser.MAX_NESTING)
                    .maxNameLength(MAX_NAME_CHARS)
                    .maxNumberLength(MAX_NUMBER_CHARS)
                    .build())
            .build();

    private MessageReader() {}

    static RawMessage read(byte[] body) throws IOException, MalformedMessageException {
        // strictly: a parser of bytes would replace what is not UTF-8, and so read another key than was written
        return read(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString());
    }

    static RawMessage read(String body) throws IOException, MalformedMessageException {
        try (JsonParser json = JSON.createParser(body)) {
            return whole(json);
        }
    }

    private static RawMessage whole(JsonParser json) throws IOException, MalformedMessageException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedMessageException("it is not a JSON object");
        }
        RawMessage message = message(json);
        if (json.nextToken() != null) {
            throw new MalformedMessageException("something follows its JSON object");
        }
        return message;
    }

    private static RawMessage message(JsonParser json) throws IOException, MalformedMessageException {
        RawMessage message = new RawMessage();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "source" -> message.source = text(json, "source");
                case "account" -> message.account = text(json, "account");
                case "region" -> message.region = text(json, "region");
                case "detail-type" -> message.detailType = text(json, "detail-type");
                case "detail" -> message.detail = bucketAndObject(json, "detail");
                case "Records" -> message.records = records(json);
                case "continuation" -> message.continuation = bucketAndObject(json, "continuation");
                case "next-row" -> message.nextRow = count(json, "next-row is not a row's ordinal");
                case "attempt" -> message.attempt = count(json, "attempt is not a count");
                case "Event" -> message.event = text(json, "Event");
                case "Type" -> message.type = text(json, "Type");
                case "Message" -> message.message = text(json, "Message");
                default -> json.skipChildren();
            }
        }
        return message;
    }

    private static List<RawRecord> records(JsonParser json) throws IOException, MalformedMessageException {
        if (!json.isExpectedStartArrayToken()) {
            throw new MalformedMessageException("Records is not an array");
        }
        List<RawRecord> records = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            records.add(record(json));
        }
        return records;
    }

    private static RawRecord record(JsonParser json) throws IOException, MalformedMessageException {
        expectObject(json, "one of Records");
        String eventName = null;
        String region = null;
        RawObject object = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "eventName" -> eventName = text(json, "eventName");
                case "awsRegion" -> region = text(json, "awsRegion");
                case "s3" -> object = bucketAndObject(json, "s3");
                default -> json.skipChildren();
            }
        }
        return new RawRecord(eventName, region, object);
    }

    private static RawObject bucketAndObject(JsonParser json, String what)
            throws IOException, MalformedMessageException {
        expectObject(json, what);
        String bucket = null;
        RawObject object = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "bucket" -> bucket = bucketName(json);
                case "object" -> object = object(json);
                default -> json.skipChildren();
            }
        }
        return object == null
                ? new RawObject(bucket, null, null, null, null)
                : new RawObject(bucket, object.key(), object.size(), object.eTag(), object.versionId());
    }

    private static @Nullable String bucketName(JsonParser json) throws IOException, MalformedMessageException {
        expectObject(json, "bucket");
        String bucket = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            if (name.equals("name")) {
                bucket = text(json, "name");
            } else {
                json.skipChildren();
            }
        }
        return bucket;
    }

    private static RawObject object(JsonParser json) throws IOException, MalformedMessageException {
        expectObject(json, "object");
        String key = null;
        Long size = null;
        String eTag = null;
        String versionId = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "key" -> key = text(json, "key");
                case "size" -> size = count(json, "an object's size is not a count of bytes");
                case "etag", "eTag" -> eTag = text(json, name);
                case "version-id", "versionId" -> versionId = text(json, name);
                default -> json.skipChildren();
            }
        }
        return new RawObject(null, key, size, eTag, versionId);
    }

    private static void expectObject(JsonParser json, String what) throws MalformedMessageException {
        if (!json.isExpectedStartObjectToken()) {
            throw new MalformedMessageException(what + " is not an object");
        }
    }

    private static @Nullable String text(JsonParser json, String member) throws IOException, MalformedMessageException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new MalformedMessageException(member + " is not a string");
        }
        return json.getText();
    }

    private static @Nullable Long count(JsonParser json, String otherwise)
            throws IOException, MalformedMessageException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || json.getLongValue() < 0) {
            throw new MalformedMessageException(otherwise);
        }
        return json.getLongValue();
    }
}
