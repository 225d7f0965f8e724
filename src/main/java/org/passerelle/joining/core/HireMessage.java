package org.passerelle.joining.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siret;
import org.passerelle.platform.xml.SafeXml;

/// The prior declaration of hiring as Urssaf's service takes it (PS-53, R1221-1): message `FR_DUE_Upload` in the words
/// of repXML. Names, order and character sets were read in programs that send it, not in Urssaf's own guide: to be
/// checked against it before the first real one.
///
/// @param urssafCode of the establishment, three digits
/// @param phone of the employer, ten digits
/// @param healthService code of the occupational health service
/// @param hireAt day and hour of the hire, Paris time
/// @param end last day of a fixed-term contract, null without
/// @param nature `CDI`, `CDD`
/// @param test whether Urssaf only checks it and keeps nothing
public record HireMessage(
        Siret siret,
        String employer,
        String ape,
        String urssafCode,
        PostalAddress address,
        String phone,
        String lastName,
        String firstName,
        Nir nir,
        LocalDate birthDate,
        String birthTown,
        LocalDateTime hireAt,
        @Nullable LocalDate end,
        String nature,
        String healthService,
        boolean test) {

    private static final int LONGEST = 32;
    private static final String ORGANISATION = "rxorg";
    private static final String POST = "rxpadr";
    private static final String PERSON = "rxpers";
    private static final String PHONE = "rxphadr";

    /// What a message says, in its order, for whoever types it into Urssaf's site: name of the element → value.
    ///
    /// @throws IllegalArgumentException for what is no such message
    public static Map<String, String> read(String xml) {
        var said = new LinkedHashMap<String, String>();
        try {
            var in = SafeXml.reader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.ISO_8859_1)));
            var text = new StringBuilder();
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
                    case XMLStreamConstants.CHARACTERS -> text.append(in.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (in.getLocalName().contains(".")) said.put(in.getLocalName(), text.toString());
                        text.setLength(0);
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(e);
        }
        return said;
    }

    private String sex() {
        return switch (nir.value().charAt(0)) {
            case '1', '3', '7' -> "1";
            default -> "2";
        };
    }

    /// As the NIR has it; 99 for somebody born abroad.
    private String birthDepartment() {
        var two = nir.value().substring(5, 7);
        return two.equals("97") || two.equals("98") ? nir.value().substring(5, 8) : two;
    }

    private String time() {
        return hireAt.toLocalTime().format(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT));
    }

    /// The file. All signs are of ASCII, as the message's own character sets are narrower still.
    public String xml() {
        var bytes = new ByteArrayOutputStream();
        try {
            write(SafeXml.writer(bytes));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n" + bytes.toString(StandardCharsets.US_ASCII) + "\n";
    }

    private void write(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("FR_DUE_Upload");
        out.writeNamespace("cct", "urn:oasis:names:tc:ubl:corecomponentTypes:1.0:0.70");
        out.writeNamespace("rxdt", "http://www.repxml.org/DataTypes");
        out.writeNamespace(ORGANISATION, "http://www.repxml.org/Organization");
        out.writeNamespace(POST, "http://www.repxml.org/PostalAddress");
        out.writeNamespace(PERSON, "http://www.repxml.org/Person_Identity");
        out.writeNamespace(PHONE, "http://www.repxml.org/PhoneAddress");
        out.writeNamespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
        text(out, "FR_DUE_Upload.Test.Indicator", test ? "1" : "120");
        out.writeStartElement("FR_DuesGroup");
        employer(out);
        out.writeStartElement("FR_EmployeeGroup");
        employee(out);
        contract(out);
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndElement();
        out.flush();
    }

    private void employer(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("FR_Employer");
        out.writeStartElement("FR_EmployerIdentity");
        text(out, ORGANISATION, "FR_Organization.SIRET.Identifier", siret.value());
        text(out, ORGANISATION, "FR_Organization.Designation.Text", plain(employer, "[^A-Z0-9 '&.-]"));
        text(out, ORGANISATION, "FR_Organization.APE.Code", ape);
        out.writeEndElement();
        text(out, "FR_Employer.URSSAF.Code", urssafCode);
        out.writeStartElement("FR_EmployerAddress");
        text(out, POST, "FR_PostalAddress.StreetDesignation.Text", plain(address.line1(), "[^A-Z0-9 '.-]"));
        text(out, POST, "FR_PostalAddress.Town.Text", plain(address.city(), "[^A-Z0-9 '.-]"));
        text(out, POST, "FR_PostalAddress.Postal.Code", address.postcode());
        out.writeEndElement();
        out.writeStartElement("FR_EmployerContact");
        out.writeStartElement("FR_PhoneNumber");
        text(out, PHONE, "FR_PhoneAddress.PhoneNumber.Text", phone);
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndElement();
    }

    private void employee(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("FR_Employee");
        out.writeStartElement("FR_EmployeeIdentity");
        text(out, PERSON, "FR_PersonIdentity.Surname.Text", plain(lastName, "[^A-Z '&.-]"));
        text(out, PERSON, "FR_PersonIdentity.ChristianName.Text", plain(firstName, "[^A-Z '&.-]"));
        text(out, PERSON, "FR_PersonIdentity.Sex.Code", sex());
        out.writeStartElement(PERSON + ":FR_NNI");
        text(out, PERSON, "FR_NNI.NIR.Identifier", nir.value().substring(0, 13));
        text(out, PERSON, "FR_NNI.NIRKey.Text", nir.value().substring(13));
        out.writeEndElement();
        out.writeStartElement(PERSON + ":FR_Birth");
        text(out, PERSON, "FR_Birth.Date", birthDate.toString());
        text(out, PERSON, "FR_Birth.Town.Text", plain(birthTown, "[^A-Z0-9 '.-]"));
        out.writeEndElement();
        out.writeEndElement();
        out.writeStartElement("FR_EmployeeComplement");
        text(out, "FR_EmployeeComplement.Birth_Department.Code", birthDepartment());
        out.writeEndElement();
        out.writeEndElement();
    }

    private void contract(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("FR_Contract");
        text(out, "FR_Contract.StartContract.Date", hireAt.toLocalDate().toString());
        text(out, "FR_Contract.StartContract.Time", time());
        text(out, "FR_Contract.EndContract.Date", end == null ? "" : end.toString());
        text(out, "FR_Contract.Nature.Code", nature);
        text(out, "FR_Contract.HealthService.Text", healthService);
        out.writeEndElement();
    }

    private static void text(XMLStreamWriter out, String prefix, String name, String text) throws XMLStreamException {
        text(out, prefix + ":" + name, text);
    }

    private static void text(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    /// Capitals without accents, nothing else than allowed, 32 signs at most.
    private static String plain(String text, String others) {
        var bare = Normalizer.normalize(text.replace('\u2019', '\''), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll(others, " ")
                .replaceAll(" +", " ")
                .strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST).strip() : bare;
    }
}
