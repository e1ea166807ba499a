package org.ocsf4j.schema.compiler;

import org.ocsf4j.failure.ConfigurationException;

/** A metaschema folder or a compiled schema is not what the OCSF metaschema prescribes. A later try does not help. */
public final class SchemaCompilationException extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    SchemaCompilationException(String message) {
        super(message);
    }

    SchemaCompilationException(String message, Throwable cause) {
        super(message, cause);
    }
}
