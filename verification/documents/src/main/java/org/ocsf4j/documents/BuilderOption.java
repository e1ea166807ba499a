package org.ocsf4j.documents;

/**
 * A method of a builder.
 *
 * @param signature its name and the types of what it takes
 * @param defaultValue what holds without it, in Markdown
 * @param description what it says, in Markdown
 */
record BuilderOption(String signature, String defaultValue, String description) {}
