package org.passerelle.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.passerelle.cli.month.MonthFolder;
import org.passerelle.cli.month.MonthLoader;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// `./passerelle demo`: loads the example month through the front doors, makes its sign-ins, and says where to go.
/// Started again it finds everything there and changes nothing. The program is not ready before this is done.
@Component
@ConditionalOnProperty("passerelle.demo.folder")
class Demo implements ApplicationRunner {

    private final MonthLoader loader;
    private final DemoSignIns signIns;
    private final Environment environment;

    Demo(MonthLoader loader, DemoSignIns signIns, Environment environment) {
        this.loader = loader;
        this.signIns = signIns;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var folder = MonthFolder.read(Path.of(environment.getRequiredProperty("passerelle.demo.folder")));
        var operators =
                folder.operators().stream().map(MonthFolder.Entity::operator).toList();
        var texts = Texts.in(Language.FR);
        loader.load(folder, (key, values) -> out.println("• " + texts.localize("month.step." + key, values.toArray())));
        signIns.make(operators);
        out.println(
                signIns.told("http://localhost:" + environment.getProperty("local.server.port", "8080"), operators));
    }
}
