package org.ocsf4j.cli.templates;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of the commands about templates. */
@Command(
        name = "templates",
        mixinStandardHelpOptions = true,
        description = "Generates index templates from the OCSF schema, installs and verifies them.",
        subcommands = {
            TemplatesListCommand.class,
            TemplatesShowCommand.class,
            TemplatesExportCommand.class,
            TemplatesInstallCommand.class,
            TemplatesVerifyCommand.class
        })
public final class TemplatesCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "name one of list, show, export, install, verify");
        }
    }
}
