package org.passerelle;

import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import org.passerelle.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The one program behind `./passerelle`. Without a command it starts the application.
@SpringBootApplication
public class Passerelle {

    public static void main(String[] args) {
        // One zone and one locale, whatever the host: legal days are computed from the clock (reliability.md R-26).
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Locale.setDefault(Locale.ROOT);
        var command = args.length == 0 ? "start" : args[0];
        var rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        if (command.equals("start") || command.equals("demo")) SpringApplication.run(Passerelle.class, rest);
        else System.exit(Commands.run(command, rest));
    }
}
