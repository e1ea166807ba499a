package org.ocsf4j.failure;

import org.jspecify.annotations.Nullable;

/** Credentials, rights, an endpoint or a setting are wrong. Only a changed set-up helps. */
public class ConfigurationException extends OcsfException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        this(message, null);
    }

    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public final Remedy remedy() {
        return Remedy.STOP;
    }
}
