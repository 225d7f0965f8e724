package org.passerelle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The one program behind `./passerelle`.
@SpringBootApplication
public class Passerelle {

    public static void main(String[] args) {
        SpringApplication.run(Passerelle.class, args);
    }
}
