package org.passerelle.cli.month;

import java.util.LinkedHashMap;
import java.util.Map;
import org.passerelle.clients.Client;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;

/// What one legal entity has in the folder, by code.
///
/// @param code how the folder names the entity
record House(
        String code,
        Operator operator,
        Map<String, Person> people,
        Map<String, Client> clients,
        Map<String, MonthFolder.MissionLine> missions,
        Map<String, String> papers) {

    House(String code, Operator operator, Map<String, String> papers) {
        this(code, operator, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), papers);
    }
}
