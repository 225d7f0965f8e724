// Passkeys: the buttons appear only where the browser knows how. Without them the password does.
(function () {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

  async function ask(path, body) {
    const token = document.querySelector("main input[data-header]") || document.querySelector("input[data-header]");
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", [token.dataset.header]: token.value },
      body: JSON.stringify(body || {}),
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.problem || "");
    return said;
  }

  async function enter(box) {
    const given = await ask("/connexion/cle/epreuve");
    const key = await navigator.credentials.get({
      publicKey: { challenge: bytes(given.challenge), rpId: given.rpId, userVerification: "required" },
    });
    return ask("/connexion/cle?suite=" + encodeURIComponent(box.dataset.suite || ""), key.toJSON());
  }

  async function add() {
    const given = await ask("/sessions/cles/epreuve");
    const key = await navigator.credentials.create({
      publicKey: {
        challenge: bytes(given.challenge),
        rp: { id: given.rpId, name: "Passerelle" },
        user: { id: bytes(given.handle), name: given.email, displayName: given.name },
        pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
        excludeCredentials: given.known.map((id) => ({ type: "public-key", id: bytes(id) })),
        authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
        attestation: "none",
      },
    });
    return ask("/sessions/cles", key.toJSON());
  }

  document.addEventListener("DOMContentLoaded", () => {
    const able = window.PublicKeyCredential && PublicKeyCredential.prototype.toJSON;
    for (const box of document.querySelectorAll("[data-passkey]")) {
      if (!able) continue;
      box.hidden = false;
      const button = box.querySelector("button");
      const says = box.querySelector("[role=alert]");
      button.addEventListener("click", async () => {
        button.disabled = true;
        says.textContent = "";
        try {
          const done = await (box.dataset.passkey === "add" ? add() : enter(box));
          location.assign(done.next);
        } catch (problem) {
          says.textContent = (!(problem instanceof DOMException) && problem.message) || box.dataset.problem;
          button.disabled = false;
        }
      });
    }
  });
})();
