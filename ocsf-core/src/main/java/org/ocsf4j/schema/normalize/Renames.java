package org.ocsf4j.schema.normalize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where attributes went that later versions call otherwise and the schema itself does not say so. Several places are tried in
 * order, the first that the target has is taken.
 */
final class Renames {

    /** {@code item attribute place...}; {@code *} is every class. */
    private static final String TABLE =
            """
            * confidence confidence_score
            * mfa is_mfa
            certificate fingerprint fingerprints
            certificate issuer_dn issuer
            certificate subject_dn subject
            cloud account_name account.name
            cloud account_uid account.uid
            cloud org_uid org.uid
            cloud project_uid project_uid account.uid
            container fingerprint hash
            device org_unit org.ou_name
            dns_query text hostname
            file fingerprints hashes
            finding remediation ../remediation
            finding_info remediation ../remediation
            resource account_uid owner.account.uid
            resource details data
            resource group_name group.name
            security_finding finding finding_info
            security_finding process evidences.process
            security_finding resources resources resource
            security_finding state status
            security_finding state_id status_id
            session mfa is_mfa
            tls ja3_fingerprint ja3_hash
            tls ja3s_fingerprint ja3s_hash
            url text url_string
            user account_name account.name
            user account_type account.type
            user account_type_id account.type_id
            user account_uid account.uid
            user org_uid org.uid
            """;

    private static final Map<String, List<String>> PLACES = read();

    private Renames() {}

    private static Map<String, List<String>> read() {
        Map<String, List<String>> places = new HashMap<>();
        TABLE.lines().forEach(line -> {
            List<String> words = List.of(line.split(" "));
            places.put(words.get(0) + " " + words.get(1), words.subList(2, words.size()));
        });
        return places;
    }

    /** The places of an attribute, best first; empty where the table has none. */
    static List<String> places(String item, boolean isClass, String attribute) {
        List<String> own = PLACES.get(item + " " + attribute);
        if (own != null) {
            return own;
        }
        return isClass ? PLACES.getOrDefault("* " + attribute, List.of()) : List.of();
    }
}
