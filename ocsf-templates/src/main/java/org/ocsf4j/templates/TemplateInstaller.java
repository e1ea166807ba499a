package org.ocsf4j.templates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.opensearch.OpenSearchAdmin;

/**
 * Installs templates. Installing again replaces them by the same: nothing changes. Indices that exist already stay as they are.
 */
public final class TemplateInstaller {

    private TemplateInstaller() {}

    /**
     * Installs the templates that the options ask for.
     *
     * @return one acknowledgement a template, in the order of installation
     * @throws ConfigurationException where OpenSearch refuses a template, or a component is not there when an index template
     *     needs it
     * @throws org.ocsf4j.failure.UnavailableException where it does not answer; installing again helps
     */
    public static List<InstalledTemplate> install(OpenSearchAdmin admin, TemplateOptions options) {
        return install(admin, options, installed -> {});
    }

    /** As {@link #install(OpenSearchAdmin, TemplateOptions)}; {@code progress} sees each acknowledgement as it comes. */
    public static List<InstalledTemplate> install(
            OpenSearchAdmin admin, TemplateOptions options, Consumer<InstalledTemplate> progress) {
        List<InstalledTemplate> installed = new ArrayList<>();
        Set<String> components = new LinkedHashSet<>();
        for (Template template : TemplateGenerator.generate(options)) {
            for (String component : template.components()) {
                if (components.add(component)) {
                    requireComponent(admin, component, template);
                }
            }
            InstalledTemplate result = new InstalledTemplate(template.kind(), template.name(), put(admin, template));
            installed.add(result);
            progress.accept(result);
        }
        return List.copyOf(installed);
    }

    private static boolean put(OpenSearchAdmin admin, Template template) {
        return switch (template.kind()) {
            case COMPONENT -> admin.putComponentTemplate(template.name(), template.bytes());
            case INDEX -> admin.putIndexTemplate(template.name(), template.bytes());
        };
    }

    private static void requireComponent(OpenSearchAdmin admin, String component, Template template) {
        if (!admin.componentTemplateExists(component)) {
            throw new ConfigurationException("[index template " + template.name()
                    + "] a component template that it needs is not there; " + component
                    + "; check whether something else deletes templates, and install again");
        }
    }
}
