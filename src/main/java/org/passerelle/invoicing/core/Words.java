package org.passerelle.invoicing.core;

import java.math.BigDecimal;

/// Codes of the XML in the words of the page.
final class Words {

    private Words() {}

    /// BT-23, which is also the legal mention of the category of the operation (IN-12).
    static String process(String code) {
        if (code.isBlank()) return "";
        var what = switch (code.charAt(0)) {
            case 'B' -> "Livraison de biens";
            case 'S' -> "Prestation de services";
            case 'M' -> "Livraison de biens et prestation de services";
            default -> "Opération";
        };
        var how = switch (code.substring(1)) {
            case "2" -> ", déjà payée";
            case "4" -> ", facture définitive après acompte";
            default -> "";
        };
        return what + how + " (" + code + ")";
    }

    static String audience(Audience audience) {
        return switch (audience) {
            case B2B -> "Professionnel (B2B)";
            case B2BINT -> "Professionnel hors de France (B2BINT)";
            case B2C -> "Particulier (B2C)";
        };
    }

    static String unit(String code, BigDecimal quantity) {
        boolean many = quantity.compareTo(BigDecimal.TWO) >= 0;
        return switch (code) {
            case "DAY" -> many ? "jours" : "jour";
            case "HUR" -> many ? "heures" : "heure";
            case "MON" -> "mois";
            case "LS" -> "forfait";
            case "KMT" -> "km";
            case "C62", "E48" -> many ? "unités" : "unité";
            case "H87" -> many ? "pièces" : "pièce";
            default -> code;
        };
    }

    static String means(PaymentMeans means) {
        return switch (means) {
            case TRANSFER -> "virement SEPA";
            case DIRECT_DEBIT -> "prélèvement SEPA";
            case CARD -> "carte bancaire";
            case CHEQUE -> "chèque";
        };
    }

    static String category(VatCategory category) {
        return switch (category) {
            case S -> "S";
            case E -> "exonéré, E";
            case AE -> "autoliquidation, AE";
            case K -> "intracommunautaire, K";
            case G -> "exportation, G";
            case Z -> "taux zéro, Z";
            case O -> "hors champ, O";
        };
    }
}
