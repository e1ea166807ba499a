package org.ocsf4j.testkit.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Lends any role to anybody, with one access key, such as the local S3's, and says who somebody is: always {@link #ARN}. It checks
 * nothing. Whoever started it closes it.
 */
public final class StsStub implements AutoCloseable {

    /** Who everybody is. */
    public static final String ARN = "arn:aws:sts::111122223333:assumed-role/reader/ocsf4j";

    private static final String METADATA = "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>";

    private final HttpServer server;

    /** Starts it on a free port of 127.0.0.1. */
    public StsStub(String accessKey, String secretKey) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String role =
                "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials>"
                        + "<AccessKeyId>" + accessKey + "</AccessKeyId><SecretAccessKey>" + secretKey
                        + "</SecretAccessKey><SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>"
                        + "</Credentials></AssumeRoleResult>" + METADATA + "</AssumeRoleResponse>";
        String caller =
                "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>"
                        + "<Arn>" + ARN + "</Arn><UserId>AIDA</UserId>"
                        + "<Account>111122223333</Account></GetCallerIdentityResult>" + METADATA
                        + "</GetCallerIdentityResponse>";
        server.createContext("/", exchange -> {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = (request.contains("Action=AssumeRole") ? role : caller).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    /** Where it listens. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
