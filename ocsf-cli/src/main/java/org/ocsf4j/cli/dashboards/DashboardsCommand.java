package org.ocsf4j.cli.dashboards;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Dashboards for OpenSearch Dashboards. */
@Command(
        name = "dashboards",
        mixinStandardHelpOptions = true,
        description = "Five dashboards for OpenSearch Dashboards 2.x and 3.x.",
        subcommands = {ExportCommand.class, InstallCommand.class})
public final class DashboardsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: export or install");
    }
}
