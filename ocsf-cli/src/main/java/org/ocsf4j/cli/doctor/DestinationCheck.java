package org.ocsf4j.cli.doctor;

import java.util.List;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.failure.UnavailableException;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.opensearch.ServerInfo;

/** Is OpenSearch there, does it let us in, and is it one that we know? */
final class DestinationCheck implements Check {

    private static final int OLDEST_MAJOR = 2;

    private final OpenSearchAdmin admin;

    DestinationCheck(OpenSearchAdmin admin) {
        this.admin = admin;
    }

    @Override
    public String subject() {
        return "OpenSearch";
    }

    @Override
    public List<Finding> run() {
        ServerInfo server;
        try {
            server = admin.info();
        } catch (UnavailableException e) {
            return List.of(Finding.fail(
                    subject(),
                    "no answer; " + e.getMessage(),
                    "check the URL and its port, that it runs, and the way to it (security group, VPC, proxy)"));
        } catch (ConfigurationException e) {
            return List.of(Finding.fail(
                    subject(),
                    String.valueOf(e.getMessage()),
                    "check user and password or token, the role mapping, and whom TLS has to trust (--trust)"));
        }
        String found = server.distribution() + " " + server.version() + ", cluster " + server.clusterName();
        boolean known = server.distribution().equals("opensearch") && major(server.version()) >= OLDEST_MAJOR;
        return List.of(
                known
                        ? Finding.pass(subject(), found)
                        : Finding.warn(subject(), found, "use OpenSearch 2 or newer; nothing else is tested"));
    }

    private static int major(String version) {
        String digits = version.replaceFirst("[^0-9].*", "");
        return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
    }
}
