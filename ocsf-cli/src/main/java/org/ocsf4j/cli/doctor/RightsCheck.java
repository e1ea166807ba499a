package org.ocsf4j.cli.doctor;

import java.util.List;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.opensearch.IndexSummary;
import org.ocsf4j.opensearch.OpenSearchAdmin;

/**
 * May we write into {@code ocsf-*}? A document is offered on a condition that no index can meet, so that what is refused is either the
 * right or the condition: nothing is stored, and no index is made.
 */
final class RightsCheck implements Check {

    private final OpenSearchAdmin admin;

    RightsCheck(OpenSearchAdmin admin) {
        this.admin = admin;
    }

    @Override
    public String subject() {
        return "write rights";
    }

    @Override
    public List<Finding> run() {
        try {
            List<IndexSummary> indices = admin.indices("ocsf-*");
            String index = indices.isEmpty() ? "ocsf-doctor" : indices.get(0).name();
            String answer = admin.offerInVain(index);
            if (answer.equals("security_exception")) {
                return List.of(denied(index, answer));
            }
            return List.of(
                    indices.isEmpty()
                            ? Finding.pass(subject(), "bulk is admitted; there is no index yet to try more on")
                            : Finding.pass(subject(), "bulk into " + index + " is admitted"));
        } catch (OcsfException e) {
            return List.of(denied("ocsf-*", String.valueOf(e.getMessage())));
        }
    }

    private Finding denied(String index, String said) {
        return Finding.fail(
                subject(),
                "no bulk into " + index + "; " + said,
                "grant the role indices:data/write/bulk* for the cluster, and crud and create_index on ocsf-*");
    }
}
