package org.ocsf4j.aws.sqs;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ocsf4j.aws.ScriptedServer.Request;
import org.ocsf4j.aws.ScriptedServer.Response;

/** SQS's JSON protocol with an answer per action, which a test replaces. Every entry of a batch succeeds by default. */
final class ScriptedQueue {

    private static final Pattern ID = Pattern.compile("\"Id\":\"([0-9]+)\"");

    private final Map<String, Function<Request, Response>> answers = new ConcurrentHashMap<>();

    ScriptedQueue() {
        on("GetQueueAttributes", request -> Response.of(200, "{\"Attributes\":{\"VisibilityTimeout\":\"3\"}}"));
        on("ReceiveMessage", request -> Response.of(200, "{}"));
        on("ChangeMessageVisibilityBatch", request -> batch(request, Map.of()));
        on("DeleteMessageBatch", request -> batch(request, Map.of()));
    }

    ScriptedQueue on(String action, Function<Request, Response> answer) {
        answers.put(action, answer);
        return this;
    }

    Response answer(Request request) {
        return answers.getOrDefault(action(request), r -> error(400, "InvalidAction"))
                .apply(request);
    }

    static String action(Request request) {
        return String.valueOf(request.header("X-amz-target")).replace("AmazonSQS.", "");
    }

    static Response error(int status, String code) {
        return Response.of(status, "{\"__type\":\"com.amazonaws.sqs#" + code + "\",\"message\":\"said the server\"}");
    }

    /** Messages {@code m0}, {@code m1}, … with receipt handles {@code h0}, {@code h1}, … */
    static Response messages(int count) {
        return Response.of(
                200,
                IntStream.range(0, count)
                        .mapToObj(i ->
                                """
                                {"MessageId":"m%d","ReceiptHandle":"h%d","Body":"{}","MD5OfBody":"%s",
                                 "Attributes":{"ApproximateReceiveCount":"%d"}}"""
                                        .formatted(i, i, md5("{}"), i + 1))
                        .collect(Collectors.joining(",", "{\"Messages\":[", "]}")));
    }

    /** An answer to a batch, entries in reverse order; {@code failures} has JSON for the entries that fail. */
    static Response batch(Request request, Map<String, String> failures) {
        List<String> done = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        Map<String, String> byHandle = new HashMap<>(failures);
        List<String> ids = ids(request);
        List<String> handles = handles(request);
        for (int i = ids.size() - 1; i >= 0; i--) {
            String failure = byHandle.get(handles.get(i));
            if (failure == null) {
                done.add("{\"Id\":\"" + ids.get(i) + "\"}");
            } else if (!failure.isEmpty()) {
                failed.add("{\"Id\":\"" + ids.get(i) + "\"," + failure + "}");
            }
        }
        return Response.of(
                200, "{\"Successful\":[" + String.join(",", done) + "],\"Failed\":[" + String.join(",", failed) + "]}");
    }

    static List<String> handles(Request request) {
        return all(Pattern.compile("\"ReceiptHandle\":\"([^\"]+)\""), request.body());
    }

    static List<String> visibilities(Request request) {
        return all(Pattern.compile("\"VisibilityTimeout\":([0-9]+)"), request.body());
    }

    private static List<String> ids(Request request) {
        return all(ID, request.body());
    }

    private static List<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return "%032x".formatted(new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
