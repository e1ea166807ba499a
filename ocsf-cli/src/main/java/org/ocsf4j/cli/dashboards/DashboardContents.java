package org.ocsf4j.cli.dashboards;

import org.ocsf4j.dashboards.saved.ExportOptions;
import org.ocsf4j.dashboards.saved.SavedObjects;
import picocli.CommandLine.Option;

/** What the dashboards open with, the same for a file and for an installation. */
final class DashboardContents {

    @Option(
            names = "--from",
            paramLabel = "TIME",
            defaultValue = "now-24h",
            description = "where the dashboards' time begins: a date or date math; default ${DEFAULT-VALUE}")
    private String from = "now-24h";

    @Option(
            names = "--to",
            paramLabel = "TIME",
            defaultValue = "now",
            description = "where it ends; default ${DEFAULT-VALUE}")
    private String to = "now";

    @Option(
            names = "--reputation",
            paramLabel = "URL",
            description = "the page that an address links to, with {{value}} for the address")
    private String reputation = ExportOptions.DEFAULTS.reputation();

    byte[] ndjson() {
        return SavedObjects.export(new ExportOptions(from, to, reputation));
    }
}
