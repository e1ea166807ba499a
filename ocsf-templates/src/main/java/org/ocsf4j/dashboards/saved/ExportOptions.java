package org.ocsf4j.dashboards.saved;

import java.util.Objects;
import org.ocsf4j.failure.ConfigurationException;

/**
 * What the dashboards open with.
 *
 * @param from where their time begins, a date or date math such as {@code now-24h}
 * @param to where it ends
 * @param reputation the page about an address that its link leads to; <code>{{value}}</code> stands for the address
 */
public record ExportOptions(String from, String to, String reputation) {

    /** The last day, and a public site for addresses. */
    public static final ExportOptions DEFAULTS =
            new ExportOptions("now-24h", "now", "https://www.abuseipdb.com/check/{{value}}");

    public ExportOptions {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!reputation.startsWith("https://") || !reputation.contains("{{value}}")) {
            throw new ConfigurationException("[reputation link] not an https address with {{value}} in it; "
                    + reputation + "; write one such as " + "https://example.org/ip/{{value}}");
        }
    }
}
