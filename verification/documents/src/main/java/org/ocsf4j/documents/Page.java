package org.ocsf4j.documents;

/**
 * A document as it should be.
 *
 * @param path from the root of the checkout
 * @param text its Markdown
 */
record Page(String path, String text) {}
