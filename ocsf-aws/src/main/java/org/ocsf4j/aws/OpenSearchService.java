package org.ocsf4j.aws;

/** The name that AWS signs requests to an OpenSearch endpoint under. */
public enum OpenSearchService {
    /** Amazon OpenSearch Service: {@code https://<name>.<region>.es.amazonaws.com}. */
    ES("es"),
    /** Amazon OpenSearch Serverless: {@code https://<id>.<region>.aoss.amazonaws.com}. */
    AOSS("aoss");

    private final String signingName;

    OpenSearchService(String signingName) {
        this.signingName = signingName;
    }

    /** As it stands in a signature's scope. */
    public String signingName() {
        return signingName;
    }
}
