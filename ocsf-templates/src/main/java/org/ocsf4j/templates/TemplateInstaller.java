package org.ocsf4j.templates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.opensearch.AdminAnswer;
import org.ocsf4j.opensearch.OpenSearchAdmin;

/**
 * Installs templates and what goes with them. What is there already as it should be is left alone, so a second run changes nothing.
 * Indices that exist already stay as they are.
 */
public final class TemplateInstaller {

    private TemplateInstaller() {}

    /**
     * Installs the templates that the options ask for.
     *
     * @return one acknowledgement a template, in the order of installation
     * @throws ConfigurationException where OpenSearch refuses a template, or one names a component that is nowhere
     * @throws org.ocsf4j.failure.UnavailableException where it does not answer; installing again helps
     */
    public static List<InstalledTemplate> install(OpenSearchAdmin admin, TemplateOptions options) {
        return install(admin, options, installed -> {});
    }

    /** As {@link #install(OpenSearchAdmin, TemplateOptions)}; {@code progress} sees each acknowledgement as it comes. */
    public static List<InstalledTemplate> install(
            OpenSearchAdmin admin, TemplateOptions options, Consumer<InstalledTemplate> progress) {
        return install(admin, TemplateGenerator.generate(options), false, progress);
    }

    /**
     * Installs these, in their order. Before anything is written, every component that one of them names is looked for, among them
     * and in the cluster. A kind whose plugin the cluster does not have is {@link InstalledTemplate.State#ABSENT}.
     *
     * @param dryRun whether only to say what would be written
     */
    public static List<InstalledTemplate> install(
            OpenSearchAdmin admin, List<Template> templates, boolean dryRun, Consumer<InstalledTemplate> progress) {
        InstalledState state = new InstalledState(admin);
        requireComponents(state, templates);
        List<InstalledTemplate> installed = new ArrayList<>();
        for (Template template : templates) {
            InstalledTemplate result =
                    new InstalledTemplate(template.kind(), template.name(), install(admin, state, template, dryRun));
            installed.add(result);
            progress.accept(result);
        }
        return List.copyOf(installed);
    }

    /** Every difference between these and what the cluster has. A kind whose plugin is absent is not looked at. */
    public static List<Drift> verify(OpenSearchAdmin admin, List<Template> templates) {
        InstalledState state = new InstalledState(admin);
        List<Drift> drifts = new ArrayList<>();
        for (Template template : templates) {
            if (state.isServed(template.kind())) {
                drifts.addAll(drift(template, state.find(template.kind(), template.name())));
            }
        }
        return List.copyOf(drifts);
    }

    /**
     * Checks that the cluster has the plugin that serves a kind.
     *
     * @throws ConfigurationException where it has not
     */
    public static void requireServed(OpenSearchAdmin admin, Template.Kind kind) {
        if (!new InstalledState(admin).isServed(kind)) {
            throw new ConfigurationException("[" + kind.path() + "] the cluster has no plugin for a " + kind.caption()
                    + "; nothing has been written; install the plugin, or do not require it");
        }
    }

    private static InstalledTemplate.State install(
            OpenSearchAdmin admin, InstalledState state, Template template, boolean dryRun) {
        if (!state.isServed(template.kind())) {
            return InstalledTemplate.State.ABSENT;
        }
        InstalledState.Found found = state.find(template.kind(), template.name());
        if (found != null && drift(template, found).isEmpty()) {
            return InstalledTemplate.State.UNCHANGED;
        }
        if (dryRun) {
            return found == null ? InstalledTemplate.State.WOULD_CREATE : InstalledTemplate.State.WOULD_UPDATE;
        }
        if (!put(admin, template, found == null ? null : found.version())) {
            return InstalledTemplate.State.NOT_ACKNOWLEDGED;
        }
        return found == null ? InstalledTemplate.State.CREATED : InstalledTemplate.State.UPDATED;
    }

    private static boolean put(OpenSearchAdmin admin, Template template, @Nullable String version) {
        String path = template.kind().path() + template.name() + (version == null ? "" : version);
        AdminAnswer answer = admin.request("PUT", path, template.bytes());
        InstalledState.requireSuccess(path, answer);
        return switch (template.kind()) {
            case COMPONENT, INDEX, PIPELINE ->
                Boolean.TRUE.equals(InstalledState.parse(path, answer.body()).get("acknowledged"));
            case POLICY, ROLE, ROLE_MAPPING -> true; // these answer with the thing itself, once it is stored
        };
    }

    private static List<Drift> drift(Template template, InstalledState.@Nullable Found found) {
        if (found == null) {
            return List.of(new Drift(template.kind(), template.name(), "", null, null));
        }
        Map<String, String> wanted = Normal.of(InstalledState.parse(template.name(), template.bytes()));
        Map<String, String> there = Normal.of(found.body());
        Set<String> paths = new TreeSet<>(wanted.keySet());
        if (template.kind() == Template.Kind.COMPONENT || template.kind() == Template.Kind.INDEX) {
            paths.addAll(there.keySet()); // the others come back with members of the server's own
        }
        List<Drift> drifts = new ArrayList<>();
        for (String path : paths) {
            String should = wanted.get(path);
            String is = there.get(path);
            if (should == null ? is != null : !should.equals(is)) {
                drifts.add(new Drift(template.kind(), template.name(), path, should, is));
            }
        }
        return drifts;
    }

    private static void requireComponents(InstalledState state, List<Template> templates) {
        Set<String> ours = new LinkedHashSet<>();
        for (Template template : templates) {
            if (template.kind() == Template.Kind.COMPONENT) {
                ours.add(template.name());
            }
        }
        for (Template template : templates) {
            for (String component : template.components()) {
                if (!ours.contains(component) && state.find(Template.Kind.COMPONENT, component) == null) {
                    throw new ConfigurationException("[index template " + template.name()
                            + "] it names a component template that is nowhere; " + component
                            + "; install that first; nothing has been written");
                }
            }
        }
    }
}
