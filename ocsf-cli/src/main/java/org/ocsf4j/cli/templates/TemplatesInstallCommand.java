package org.ocsf4j.cli.templates;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ocsf4j.cli.OpenSearchOptions;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.templates.InstalledTemplate;
import org.ocsf4j.templates.InstalledTemplate.State;
import org.ocsf4j.templates.Template;
import org.ocsf4j.templates.TemplateInstaller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Templates into a cluster. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = {
            "Installs the templates and prints an acknowledgement of each. What is there already is left alone.",
            "Exit code 0 where all is in place, 1 where something is not."
        })
final class TemplatesInstallCommand implements Callable<Integer> {

    private static final Set<State> PENDING = EnumSet.of(State.WOULD_CREATE, State.WOULD_UPDATE);

    @Mixin
    private final GeneratorOptions generator = new GeneratorOptions();

    @Mixin
    private final OpenSearchOptions openSearch = new OpenSearchOptions();

    @Option(names = "--dry-run", description = "only say what would be written")
    private boolean dryRun;

    @Option(names = "--require-ism", description = "fail where the cluster has no index management plugin")
    private boolean requireIsm;

    @Option(names = "--require-security", description = "fail where the cluster has no security plugin")
    private boolean requireSecurity;

    @Option(names = "--json", description = "one JSON object a template")
    private boolean json;

    @Override
    public Integer call() {
        List<Template> templates = generator.generate();
        Map<State, Integer> states = new EnumMap<>(State.class);
        boolean[] failed = new boolean[1];
        try (OpenSearchAdmin admin = openSearch.admin().build()) {
            if (requireIsm) {
                TemplateInstaller.requireServed(admin, Template.Kind.POLICY);
            }
            if (requireSecurity) {
                TemplateInstaller.requireServed(admin, Template.Kind.ROLE);
            }
            TemplateInstaller.install(admin, templates, dryRun, result -> {
                states.merge(result.state(), 1, Integer::sum);
                failed[0] |= result.state() == State.NOT_ACKNOWLEDGED;
                System.out.println(json ? line(result) : result.toString());
            });
        }
        if (!json) {
            System.out.println(summary(templates.size(), states));
        }
        return failed[0] ? 1 : 0;
    }

    private String summary(int count, Map<State, Integer> states) {
        int unchanged = states.getOrDefault(State.UNCHANGED, 0);
        int absent = states.getOrDefault(State.ABSENT, 0);
        int pending = PENDING.stream().mapToInt(s -> states.getOrDefault(s, 0)).sum();
        if (unchanged + absent == count) {
            return count + " in all; nothing to change" + (absent == 0 ? "" : ", " + absent + " without their plugin");
        }
        return count + " in all; " + states.getOrDefault(State.CREATED, 0) + " created, "
                + states.getOrDefault(State.UPDATED, 0) + " updated, " + unchanged + " unchanged, " + absent
                + " without their plugin" + (dryRun ? ", " + pending + " to be written" : "");
    }

    private static String line(InstalledTemplate result) {
        return "{\"kind\":\"" + result.kind().name().toLowerCase(Locale.ROOT) + "\",\"name\":\"" + result.name()
                + "\",\"state\":\"" + result.state().name().toLowerCase(Locale.ROOT) + "\",\"acknowledged\":"
                + result.acknowledged() + '}';
    }
}
