package org.ocsf4j.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocsf4j.sink.EventOutcome.INDEXED;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
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
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.OcsfException;
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
    void showsItsCertificateToAServerThatAsksForOne() throws Exception {
        SSLContext context = selfSigned("localhost");
        Path store = folder.resolve("localhost.p12");
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters needs = getSSLContext().getDefaultSSLParameters();
                needs.setNeedClientAuth(true);
                parameters.setSSLParameters(needs);
            }
        });
        answerOnceCreated(server);
        URI uri = URI.create("https://localhost:" + server.getAddress().getPort());
        try (OpenSearchSink known = OpenSearchSink.builder()
                        .endpoint(uri)
                        .sslContext(TlsContext.builder()
                                .trustPem(pem(store))
                                .keyStore(store, PASSWORD)
                                .build())
                        .build();
                OpenSearchSink unknown = OpenSearchSink.builder()
                        .endpoint(uri)
                        .sslContext(TlsContext.builder().trustPem(pem(store)).build())
                        .retryBudget(Duration.ZERO)
                        .build()) {
            assertThat(known.write(Batches.of("{}"))).containsExactly(INDEXED);
            assertThatThrownBy(() -> unknown.write(Batches.of("{}"))).isInstanceOf(OcsfException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void namesAFileOfCertificatesThatCannotBeUsed() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> TlsContext.builder().trustPem(empty).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("empty.pem");
        assertThatThrownBy(
                        () -> TlsContext.builder().trustStore(empty, PASSWORD).build())
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> TlsContext.builder()
                        .keyStore(folder.resolve("none"), PASSWORD)
                        .build())
                .isInstanceOf(ConfigurationException.class);
    }

    private Path pem(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        String text = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.getCertificate("server").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(folder.resolve("trusted.pem"), text);
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
        answerOnceCreated(server);
        return server;
    }

    private static void answerOnceCreated(HttpsServer server) {
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = "{\"items\":[{\"create\":{\"status\":201}}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
