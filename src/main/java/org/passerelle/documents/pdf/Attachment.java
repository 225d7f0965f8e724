package org.passerelle.documents.pdf;

/// A file carried inside the paper.
///
/// @param name as readers list it: `factur-x.xml`
/// @param mediaType `text/xml`
/// @param relationship what it is to the page: `Data`, `Alternative`, `Source`
public record Attachment(String name, String mediaType, String description, String relationship, byte[] content) {}
