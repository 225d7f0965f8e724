package org.passerelle.workspace.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("S-35: a receipt is told by its first bytes, never by its name")
class S35_ReceiptsAreToldByTheirContentTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(nullValues = "-", textBlock = """
            255044462D312E37, PDF
            FFD8FFE000104A46, JPEG
            89504E470D0A1A0A, PNG
            89504E470D0A1A,   -
            255044,           -
            3C7363726970743E, -
            504B030414000600, -
            0A255044462D312E, -
            """)
    void by_content(String hex, FileKind kind) {
        assertThat(FileKind.of(HexFormat.of().parseHex(hex)).orElse(null)).isEqualTo(kind);
    }
}
