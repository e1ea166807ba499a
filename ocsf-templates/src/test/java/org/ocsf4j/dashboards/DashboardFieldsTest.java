package org.ocsf4j.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.templates.MappingOptions;
import org.ocsf4j.templates.TemplateGenerator;
import org.ocsf4j.templates.TemplateOptions;

/** What the dashboards count by is what the templates map. */
class DashboardFieldsTest {

    @Test
    void everyFieldOfADashboardIsMappedByTheTemplateOfSomeClass() {
        Map<String, String> types = new HashMap<>();
        for (OcsfClass ocsfClass :
                TemplateGenerator.fieldCounts(TemplateOptions.defaults()).keySet()) {
            types.putAll(TemplateGenerator.fieldTypes(ocsfClass, MappingOptions.defaults()));
        }

        assertThat(types.keySet()).containsAll(Dashboards.eventPaths());
    }
}
