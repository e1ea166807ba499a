package org.ocsf4j.templates;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.ocsf4j.failure.ConfigurationException;
import org.ocsf4j.opensearch.OpenSearchAdmin;

/**
 * Installs templates. Installing the same set again changes nothing. Not thread-safe; closes nothing that it was given.
 */
public final class TemplateInstaller {

    private final OpenSearchAdmin admin;

    public TemplateInstaller(OpenSearchAdmin admin) {
        this.admin = Objects.requireNonNull(admin, "admin");
    }

    /**
     * Installs the set, components first, after checking that every component that is referred to is in the set or on the
     * server.
     *
     * @param acknowledged is told the name of each template that the server acknowledged
     * @throws ConfigurationException where a component is missing or the server does not acknowledge
     * @throws org.ocsf4j.failure.UnavailableException where the server did not answer; a retry helps
     */
    public void install(TemplateSet set, Consumer<String> acknowledged) {
        Set<String> components = new HashSet<>();
        for (Template template : set.templates()) {
            if (template.kind() == Template.Kind.COMPONENT) {
                components.add(template.name());
            }
        }
        for (Template template : set.templates()) {
            for (String component : template.composedOf()) {
                if (components.add(component) && !admin.componentTemplateExists(component)) {
                    throw new ConfigurationException("[" + template.name() + "] the component does not exist; " + component
                            + "; nothing was installed");
                }
            }
        }
        for (Template template : set.templates()) {
            boolean done = template.kind() == Template.Kind.COMPONENT
                    ? admin.putComponentTemplate(template.name(), template.bytes())
                    : admin.putIndexTemplate(template.name(), template.bytes());
            if (!done) {
                throw new ConfigurationException(
                        "[" + template.name() + "] the server did not acknowledge the template; install again");
            }
            acknowledged.accept(template.name());
        }
    }
}
