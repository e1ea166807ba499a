package org.ocsf4j.testkit.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Judges a signed request as AWS does: makes the signature again out of what came over the wire. Immutable and thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed
 *     request</a>
 */
public final class SignatureJudge {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/([0-9]{8})/([^/]+)/([^/]+)/aws4_request, SignedHeaders=([a-z0-9;-]+),"
                    + " Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final String keyId;
    private final String secret;
    private final String region;
    private final String service;

    /** Knows one access key, in one region, for one service. */
    public SignatureJudge(String keyId, String secret, String region, String service) {
        this.keyId = keyId;
        this.secret = secret;
        this.region = region;
        this.service = service;
    }

    /**
     * What is wrong with the request; null where nothing is.
     *
     * @param target path and query as they stand in the request line
     * @param headers by name in lower case
     */
    public @Nullable String fault(String method, String target, Map<String, String> headers, byte[] body, Instant now) {
        Matcher authorization = AUTHORIZATION.matcher(headers.getOrDefault("authorization", ""));
        if (!authorization.matches()) {
            return "no signature";
        }
        if (!authorization.group(1).equals(keyId)
                || !authorization.group(3).equals(region)
                || !authorization.group(4).equals(service)) {
            return "the scope is another";
        }
        String date = headers.getOrDefault("x-amz-date", "");
        if (!date.startsWith(authorization.group(2))) {
            return "the dates differ";
        }
        if (Duration.between(STAMP.parse(date, Instant::from), now).abs().compareTo(TOLERANCE) > 0) {
            return "the date is too far off";
        }
        List<String> signed = List.of(authorization.group(5).split(";", -1));
        for (String name : headers.keySet()) {
            boolean must = name.equals("host") || name.equals("content-type") || name.startsWith("x-amz-");
            if (must && !signed.contains(name)) {
                return name + " is not signed";
            }
        }
        String payloadHash = hex(sha256(body));
        if (service.equals("aoss") && !headers.containsKey("x-amz-content-sha256")) {
            return "x-amz-content-sha256 is missing";
        }
        if (!headers.getOrDefault("x-amz-content-sha256", payloadHash).equals(payloadHash)) {
            return "the body is another";
        }
        String request = canonicalRequest(method, target, headers, signed, payloadHash);
        String scope = authorization.group(2) + "/" + region + "/" + service + "/aws4_request";
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", date, scope, hex(sha256(utf8(request))));
        byte[] key = hmac(utf8("AWS4" + secret), authorization.group(2));
        for (String part : new String[] {region, service, "aws4_request"}) {
            key = hmac(key, part);
        }
        return hex(hmac(key, toSign)).equals(authorization.group(6)) ? null : "the signature does not fit\n" + request;
    }

    private static String canonicalRequest(
            String method, String target, Map<String, String> headers, List<String> signed, String payloadHash) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        StringBuilder text = new StringBuilder();
        text.append(method).append('\n');
        text.append(path.isEmpty() ? "/" : encoded(path, true)).append('\n');
        text.append(mark < 0 ? "" : canonicalQuery(target.substring(mark + 1))).append('\n');
        for (String name : signed) {
            String value = headers.getOrDefault(name, "").strip().replaceAll(" +", " ");
            text.append(name).append(':').append(value).append('\n');
        }
        return text.append('\n')
                .append(String.join(";", signed))
                .append('\n')
                .append(payloadHash)
                .toString();
    }

    private static String canonicalQuery(String query) {
        List<String> pairs = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            pairs.add(encoded(decoded(name), false) + "=" + encoded(decoded(value), false));
        }
        pairs.sort(null);
        return String.join("&", pairs);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The specification's {@code UriEncode}. */
    private static String encoded(String text, boolean keepSlashes) {
        StringBuilder out = new StringBuilder();
        for (byte b : utf8(text)) {
            char c = (char) (b & 0xff);
            boolean unreserved = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            if (unreserved || (keepSlashes && c == '/')) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
