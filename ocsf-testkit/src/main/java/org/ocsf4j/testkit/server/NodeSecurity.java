package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The files that the security plugin begins with: a certificate of its own for 127.0.0.1, users, roles. Every user has the same
 * well-known password: the node listens on 127.0.0.1 and ends with the test.
 */
final class NodeSecurity {

    /** {@value LocalOpenSearch#PASSWORD}, hashed with bcrypt. */
    private static final String PASSWORD_HASH = "$2a$12$VcCDgh2NDk07JGN0rjGbM.Ad41qVR/YFJcgHp0UGns5JDymv..TOG";

    private static final String BASIC_AUTHENTICATION =
            """
            config:
              dynamic:
                http:
                  anonymous_auth_enabled: false
                authc:
                  basic:
                    http_enabled: true
                    order: 0
                    http_authenticator:
                      type: basic
                      challenge: true
                    authentication_backend:
                      type: intern
            """;

    private static final String STORE_PASSWORD = "changeit";
    private static final long KEYTOOL_SECONDS = 60;

    private static final Map<String, String> FILE_NAMES = Map.of(
            "internalusers", "internal_users",
            "rolesmapping", "roles_mapping",
            "actiongroups", "action_groups",
            "nodesdn", "nodes_dn");

    private NodeSecurity() {}

    /**
     * Writes the plugin's files into {@code config/} of the run folder.
     *
     * @param writers users that may write, each into the indices of one pattern
     * @return the settings that the node needs for them
     */
    static Map<String, String> write(RunFolder runFolder, Map<String, String> writers) {
        try {
            Path config = Files.createDirectories(runFolder.path().resolve("config"));
            String keys = config.resolve("keystore.p12").toString();
            String trusted = config.resolve("truststore.p12").toString();
            String certificate = certificate(runFolder).toString();
            keytool(
                    "-genkeypair",
                    "-alias",
                    "node",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=localhost",
                    "-validity",
                    "2",
                    "-ext",
                    "SAN=ip:127.0.0.1,dns:localhost",
                    "-keystore",
                    keys);
            keytool("-exportcert", "-alias", "node", "-rfc", "-file", certificate, "-keystore", keys);
            keytool("-importcert", "-noprompt", "-alias", "node", "-file", certificate, "-keystore", trusted);
            Path security = Files.createDirectories(config.resolve("opensearch-security"));
            write(security, "config", BASIC_AUTHENTICATION);
            write(security, "internalusers", users(writers));
            write(security, "roles", roles(writers));
            write(security, "rolesmapping", mapping(writers));
            write(security, "actiongroups", "");
            write(security, "tenants", "");
            write(security, "nodesdn", "");
            write(security, "allowlist", "config:\n  enabled: false\n");
            write(security, "audit", "config:\n  enabled: false\n");
            return settings(config);
        } catch (IOException failure) {
            runFolder.close();
            throw new LocalServerException(
                    "[opensearch] cannot write the security plugin's files; " + runFolder.path() + "; see the cause",
                    failure);
        }
    }

    /** The node's certificate, PEM. */
    static Path certificate(RunFolder runFolder) {
        return runFolder.path().resolve("config").resolve("node.pem");
    }

    /** Trusts that certificate and no other. */
    static SSLContext trusting(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "node", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> settings(Path config) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("plugins.security.allow_default_init_securityindex", "true");
        settings.put("plugins.security.ssl.http.enabled", "true");
        for (String layer : List.of("transport", "http")) {
            String prefix = "plugins.security.ssl." + layer + ".";
            for (String store : List.of("keystore", "truststore")) {
                settings.put(prefix + store + "_type", "PKCS12");
                settings.put(
                        prefix + store + "_filepath",
                        config.resolve(store + ".p12").toString());
                settings.put(prefix + store + "_password", STORE_PASSWORD);
            }
        }
        settings.put("plugins.security.ssl.transport.enforce_hostname_verification", "false");
        settings.put("plugins.security.ssl.transport.resolve_hostname", "false");
        return settings;
    }

    private static String users(Map<String, String> writers) {
        StringBuilder users =
                new StringBuilder("admin:\n  hash: \"" + PASSWORD_HASH + "\"\n  backend_roles: [\"admin\"]\n");
        writers.keySet()
                .forEach(user -> users.append(user + ":\n  hash: \"" + PASSWORD_HASH + "\"\n  backend_roles: []\n"));
        return users.toString();
    }

    private static String roles(Map<String, String> writers) {
        StringBuilder roles = new StringBuilder();
        writers.forEach((user, pattern) -> roles.append(user
                + "-role:\n  cluster_permissions: [\"cluster:monitor/main\", \"indices:data/write/bulk\"]\n"
                + "  index_permissions:\n  - index_patterns: [\"" + pattern + "\"]\n"
                + "    allowed_actions: [\"indices:data/write/index\", \"indices:data/write/bulk*\","
                + " \"indices:admin/create\", \"indices:admin/mapping/put\", \"indices:admin/mapping/auto_put\"]\n"));
        return roles.toString();
    }

    private static String mapping(Map<String, String> writers) {
        StringBuilder mapping = new StringBuilder("all_access:\n  backend_roles: [\"admin\"]\n");
        writers.keySet().forEach(user -> mapping.append(user + "-role:\n  users: [\"" + user + "\"]\n"));
        return mapping.toString();
    }

    private static void write(Path folder, String type, String yaml) throws IOException {
        Files.writeString(
                folder.resolve(FILE_NAMES.getOrDefault(type, type) + ".yml"),
                "_meta:\n  type: \"" + type + "\"\n  config_version: 2\n" + yaml);
    }

    private static void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", STORE_PASSWORD, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool made no certificate: " + said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool worked", stopped);
        } finally {
            process.destroyForcibly();
        }
    }
}
