package org.ocsf4j.opensearch;

import org.ocsf4j.failure.ConfigurationException;

/** What to say, and what to have checked, where OpenSearch refuses us rather than an event. */
final class Refusals {

    private Refusals() {}

    static ConfigurationException configuration(String name, int status, ErrorDetail error, String target) {
        return new ConfigurationException("[" + name + ": " + target + "] OpenSearch refuses the request; HTTP "
                + status + ' ' + error.forMessage() + "; " + whatToCheck(status, error.type()));
    }

    static ConfigurationException tls(String name, Throwable cause) {
        return new ConfigurationException(
                "[" + name + "] the TLS connection cannot be made; " + Connection.describe(cause)
                        + "; check the certificate, the host name and whom this client trusts",
                cause);
    }

    private static String whatToCheck(int status, String errorType) {
        return switch (errorType) {
            case "validation_exception" ->
                "if it is about open shards, delete old indices, use fewer or monthly indices, or raise"
                        + " cluster.max_shards_per_node";
            case "index_closed_exception" -> "open the index or have it deleted";
            case "invalid_index_name_exception" -> "check the index naming";
            default -> byStatus(status);
        };
    }

    private static String byStatus(int status) {
        return switch (status) {
            case 401 -> "check user and password, or the credentials that requests are signed with";
            case 403 ->
                "check that the user or role may create indices and documents there: the role mapping in OpenSearch, the"
                        + " domain's access policy, and region and service name of the signature";
            case 404 -> "check the endpoint's path, and whether indices may be created automatically";
            default -> "check the endpoint and the index settings";
        };
    }
}
