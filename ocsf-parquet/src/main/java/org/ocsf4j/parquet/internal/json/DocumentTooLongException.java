package org.ocsf4j.parquet.internal.json;

/** A row makes a document above the limit. */
public final class DocumentTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DocumentTooLongException(int limit) {
        super("the document is longer than the limit; limit " + limit
                + " bytes; raise maxDocumentBytes if the file is sound");
    }
}
