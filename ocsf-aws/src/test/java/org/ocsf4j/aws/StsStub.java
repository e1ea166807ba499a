package org.ocsf4j.aws;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.ScriptedServer.Response;

/** Lends credentials as STS does: {@code role-id-1} and so on, each for as long as the test says. */
public final class StsStub implements AutoCloseable {

    public static final String SECRET = "the-roles-secret-access-key";
    public static final String TOKEN = "the-roles-session-token";

    private final ScriptedServer server;
    private final AtomicInteger loans = new AtomicInteger();
    private volatile Duration life = Duration.ofHours(1);
    private volatile @Nullable Response refusal;

    private StsStub() {
        server = ScriptedServer.start(request -> {
            Response refused = refusal;
            return refused == null ? loan() : refused;
        });
    }

    public static StsStub start() {
        return new StsStub();
    }

    public URI endpoint() {
        return server.endpoint();
    }

    /** How long the next credentials live. */
    StsStub lending(Duration lifetime) {
        life = lifetime;
        return this;
    }

    StsStub refusing(int status, String code) {
        refusal = Response.of(
                status,
                "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>"
                        + code + "</Code><Message>not you</Message></Error><RequestId>r-1</RequestId></ErrorResponse>");
        return this;
    }

    /** The form parameters of each request. */
    List<Map<String, String>> forms() {
        return requests().stream().map(request -> form(request.body())).toList();
    }

    List<ScriptedServer.Request> requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }

    private Response loan() {
        int n = loans.incrementAndGet();
        return Response.of(
                200,
                """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
                 <AssumedRoleUser><AssumedRoleId>AROA:s</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/r/s</Arn>
                 </AssumedRoleUser><Credentials><AccessKeyId>role-id-%d</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>
                 <SessionToken>%s</SessionToken><Expiration>%s</Expiration></Credentials>
                </AssumeRoleResult></AssumeRoleResponse>"""
                        .formatted(n, SECRET, TOKEN, Instant.now().plus(life)));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            form.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }
}
