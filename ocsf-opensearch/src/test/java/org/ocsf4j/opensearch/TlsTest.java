package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;

class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    TlsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aCertificateThatNobodyTrustsIsAConfigurationErrorAndOneThatIsTrustedWorks() throws Exception {
        SSLContext context = selfSigned("localhost");
        HttpsServer server = server(context);
        URI uri = URI.create("https://localhost:" + server.getAddress().getPort());
        RecordedTiming timing = new RecordedTiming();
        try (OpenSearchSink distrustful =
                        OpenSearchSink.builder().endpoint(uri).timing(timing).build();
                OpenSearchSink trusting = OpenSearchSink.builder()
                        .endpoint(uri)
                        .sslContext(context)
                        .build()) {
            assertThatThrownBy(() -> distrustful.write(Batches.of("{}")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("the TLS connection cannot be made")
                    .hasMessageContaining("whom this client trusts");
            assertThat(timing.sleeps()).isEmpty();
            assertThat(trusting.write(Batches.of("{}"))).containsExactly(INDEXED);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCertificateOfAnotherHostIsAConfigurationError() throws Exception {
        SSLContext context = selfSigned("elsewhere.test");
        HttpsServer server = server(context);
        URI uri = URI.create("https://localhost:" + server.getAddress().getPort());
        try (OpenSearchSink sink = OpenSearchSink.builder()
                .endpoint(uri)
                .sslContext(context)
                .timing(new RecordedTiming())
                .build()) {
            assertThatThrownBy(() -> sink.write(Batches.of("{}")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("check the certificate, the host name");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsUnavailable() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OpenSearchSink sink = OpenSearchSink.builder()
                        .endpoint(URI.create("https://127.0.0.1:" + plain.getLocalPort()))
                        .retryBudget(Duration.ZERO)
                        .build()) {
            Thread server = new Thread(() -> answerInPlainText(plain));
            server.start();
            assertThatThrownBy(() -> sink.write(Batches.of("{}")))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("SSL");
            server.join();
        }
    }

    private static void answerInPlainText(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.getInputStream().readNBytes(16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SSLContext selfSigned(String host) throws Exception {
        Path store = folder.resolve(host + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:" + host,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-keypass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(keys, PASSWORD);
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }

    private static HttpsServer server(SSLContext context) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = "{\"items\":[{\"create\":{\"status\":201}}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
