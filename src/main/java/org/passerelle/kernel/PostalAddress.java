package org.passerelle.kernel;

/// Where somebody lives or trades.
///
/// @param line2 complement, may be empty
/// @param country two capital letters (ISO 3166)
public record PostalAddress(String line1, String line2, String postcode, String city, String country) {

    public PostalAddress {
        if (!country.matches("[A-Z]{2}")) throw new InvalidValue("country.format", country);
    }

    /// The address on one line, the country left out when it is France.
    public String oneLine() {
        var street = line2.isBlank() ? line1 : line1 + ", " + line2;
        return street + ", " + postcode + " " + city + (country.equals("FR") ? "" : " (" + country + ")");
    }
}
