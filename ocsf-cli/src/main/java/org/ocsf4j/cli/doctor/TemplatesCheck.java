package org.ocsf4j.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.opensearch.IndexSummary;
import org.ocsf4j.opensearch.OpenSearchAdmin;
import org.ocsf4j.templates.Template;
import org.ocsf4j.templates.TemplateGenerator;
import org.ocsf4j.templates.TemplateOptions;

/** Are the templates installed, and do the indices that exist have the alias of their class? */
final class TemplatesCheck implements Check {

    private static final String INSTALL =
            "install the templates before the first event: an index that was made without them"
                    + " has guessed mappings and stays so";
    private static final Pattern CLASS_OF_INDEX = Pattern.compile("ocsf-[0-9].*?-([0-9]+)-[a-z0-9_]+-[0-9.]+");
    private static final int NAMED = 3;

    private final OpenSearchAdmin admin;

    TemplatesCheck(OpenSearchAdmin admin) {
        this.admin = admin;
    }

    @Override
    public String subject() {
        return "templates";
    }

    @Override
    public List<Finding> run() {
        try {
            return List.of(templates(), aliases());
        } catch (OcsfException e) {
            return List.of(Finding.fail(
                    subject(),
                    "not to be seen; " + e.getMessage(),
                    "grant cluster_monitor and indices:admin/index_template/get to the user"));
        }
    }

    private Finding templates() {
        List<Template> wanted = TemplateGenerator.generate(TemplateOptions.defaults());
        List<String> missing = new ArrayList<>();
        for (Template template : wanted) {
            if (!exists(template)) {
                missing.add(template.name());
            }
        }
        return missing.isEmpty()
                ? Finding.pass(subject(), "all " + wanted.size() + " are there")
                : Finding.fail(
                        subject(),
                        missing.size() + " of " + wanted.size() + " are missing, such as "
                                + missing.subList(0, Math.min(NAMED, missing.size())),
                        INSTALL);
    }

    private boolean exists(Template template) {
        return switch (template.kind()) {
            case COMPONENT -> admin.componentTemplateExists(template.name());
            case INDEX -> admin.indexTemplateExists(template.name());
            case PIPELINE, POLICY, ROLE, ROLE_MAPPING -> true; // not among the defaults
        };
    }

    private Finding aliases() {
        List<String> without = new ArrayList<>();
        int indices = 0;
        for (IndexSummary index : admin.indices("ocsf-*")) {
            Matcher name = CLASS_OF_INDEX.matcher(index.name());
            if (name.matches()) {
                indices++;
                if (!admin.indexExists("ocsf-" + name.group(1))) {
                    without.add(index.name());
                }
            }
        }
        return without.isEmpty()
                ? Finding.pass("aliases", indices + " indices of known classes")
                : Finding.warn(
                        "aliases",
                        without.size() + " of " + indices + " indices have no alias of their class, such as "
                                + without.get(0),
                        "they were made before the templates: reindex them, or add the alias ocsf-<class uid>");
    }
}
