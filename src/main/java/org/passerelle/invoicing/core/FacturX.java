package org.passerelle.invoicing.core;

import org.passerelle.documents.pdf.Attachment;

/// A readable page and the data of the invoice in one PDF/A-3b file: Factur-X 1.0, profile EN 16931.
public final class FacturX {

    private static final String FILE_NAME = "factur-x.xml";

    private static final String METADATA = """
            <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">\
            <fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>\
            <fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
            <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>\
            <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>\
            <pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
            """
            + property("DocumentFileName", "name of the embedded XML invoice file")
            + property("DocumentType", "INVOICE")
            + property("Version", "version of the Factur-X XML schema")
            + property("ConformanceLevel", "conformance level of the embedded Factur-X data")
            + """
            </rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
            """;

    private FacturX() {}

    /// The same document gives the same bytes.
    ///
    /// @throws IllegalArgumentException when the document has no number yet
    public static byte[] render(InvoiceDocument invoice) {
        if (invoice.number().isBlank()) throw new IllegalArgumentException("an invoice without number is no invoice");
        var paper = InvoicePage.draw(invoice);
        paper.attach(new Attachment(
                FILE_NAME, "text/xml", "Données de la facture (Factur-X)", "Data", CiiWriter.write(invoice)));
        paper.describe(METADATA);
        return paper.bytes();
    }

    private static String property(String name, String description) {
        return "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>" + name
                + "</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>"
                + "<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>"
                + description + "</pdfaProperty:description></rdf:li>";
    }
}
