package org.ocsf4j.aws.s3;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ocsf4j.aws.ScriptedServer.Request;
import org.ocsf4j.aws.ScriptedServer.Response;

/** One object behind S3's HTTP: ranges, suffix ranges and {@code If-Match}; each can be switched off. */
@SuppressWarnings("ArrayRecordComponent")
record ScriptedBucket(byte[] object, String eTag) {

    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]*)-([0-9]*)");

    static ScriptedBucket ofSize(int bytes) {
        byte[] object = new byte[bytes];
        new Random(bytes).nextBytes(object);
        return new ScriptedBucket(object, "\"0123456789abcdef\"");
    }

    Response answer(Request request) {
        String wanted = request.header("If-match");
        if (wanted != null && !wanted.equals(eTag)) {
            return error(412, "PreconditionFailed");
        }
        if (request.method().equals("HEAD")) {
            return Response.of(200, Map.of("ETag", eTag), object);
        }
        Matcher range = RANGE.matcher(String.valueOf(request.header("Range")));
        if (!range.matches()) {
            return Response.of(200, Map.of("ETag", eTag), object);
        }
        boolean suffix = range.group(1).isEmpty();
        int first = suffix
                ? Math.max(0, object.length - Integer.parseInt(range.group(2)))
                : Integer.parseInt(range.group(1));
        int last = suffix ? object.length - 1 : Math.min(object.length - 1, Integer.parseInt(range.group(2)));
        return first > last ? error(416, "InvalidRange") : part(first, last);
    }

    Response part(int first, int last) {
        Map<String, String> headers = new HashMap<>();
        headers.put("ETag", eTag);
        headers.put("Content-Range", "bytes " + first + "-" + last + "/" + object.length);
        return Response.of(206, headers, Arrays.copyOfRange(object, first, last + 1));
    }

    static Response error(int status, String code) {
        return Response.of(
                status,
                "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>said the server</Message></Error>");
    }
}
