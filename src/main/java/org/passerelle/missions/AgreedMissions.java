package org.passerelle.missions;

import org.passerelle.clients.ClientTies;
import org.passerelle.kernel.ClientId;
import org.passerelle.missions.store.MissionStore;
import org.springframework.stereotype.Component;

/// The frame of an agreed mission was found lawful for such a client (PS-01).
@Component
class AgreedMissions implements ClientTies {

    private final MissionStore store;

    AgreedMissions(MissionStore store) {
        this.store = store;
    }

    @Override
    public boolean onKind(ClientId client) {
        return store.isAgreedWith(client);
    }

    @Override
    public boolean onSiren(ClientId client) {
        return false;
    }
}
