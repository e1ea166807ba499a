package org.ocsf4j.example.lambda;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.aws.RoleSettings;
import org.ocsf4j.failure.ConfigurationException;

/** The function's environment variables. An empty one counts as absent, as CloudFormation passes parameters that nobody filled in. */
record Environment(Map<String, String> variables) {

    String required(String name) {
        String value = optional(name);
        if (value == null) {
            throw new ConfigurationException("[lambda] the environment variable " + name
                    + " is missing; set it in the function's configuration");
        }
        return value;
    }

    String orElse(String name, String other) {
        String value = optional(name);
        return value == null ? other : value;
    }

    @Nullable
    String optional(String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The domain's endpoint, as CloudFormation gives it (a host's name) or as the console shows it (with https://). */
    URI endpoint() {
        String endpoint = required("OPENSEARCH_ENDPOINT");
        try {
            return URI.create(endpoint.contains("://") ? endpoint : "https://" + endpoint);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "[lambda] OPENSEARCH_ENDPOINT is no address; " + endpoint + "; give https://host", e);
        }
    }

    /** The role that reads the lake; absent where the function's own does. */
    @Nullable
    RoleSettings lakeRole() {
        String arn = optional("LAKE_ROLE_ARN");
        return arn == null ? null : RoleSettings.of(arn, optional("LAKE_EXTERNAL_ID"));
    }

    /** Without values: the external id is a secret. */
    @Override
    public String toString() {
        return "Environment" + variables.keySet();
    }
}
