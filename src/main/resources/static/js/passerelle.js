// Small helps for people whose browser runs scripts. Every page works without them.

// The CSRF token travels as a header with each write of htmx (S-20).
document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb === "get") return;
  const from = event.detail.elt.closest("form") || document;
  const token = from.querySelector("input[data-header]") || document.querySelector("input[data-header]");
  if (token) event.detail.headers[token.dataset.header] = token.value;
});

// A form that came back with errors takes the focus, so that a screen reader says it.
function focusErrors(root) {
  const notice = root.querySelector("[data-focus]");
  if (notice) notice.focus();
}
document.addEventListener("htmx:afterSettle", (event) => focusErrors(event.detail.elt));
document.addEventListener("DOMContentLoaded", () => {
  focusErrors(document);

  // Language and theme keep the rest of the address.
  for (const link of document.querySelectorAll("a[data-keep-query]")) {
    const wanted = new URLSearchParams(link.getAttribute("href"));
    const kept = new URLSearchParams(location.search);
    for (const [name, value] of wanted) kept.set(name, value);
    link.setAttribute("href", "?" + kept);
  }

  // The switch offers the other theme than the one shown, also when the device chose it.
  const button = document.querySelector("a[data-theme-switch]");
  if (button) {
    button.addEventListener("click", () => {
      const url = new URL(button.href);
      url.searchParams.set("theme", document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark");
      button.href = url;
    });
  }
});

// One act, once: a button pressed twice sends one form (the server knows too, R-11).
document.addEventListener("submit", (event) => {
  if (event.target.hasAttribute("hx-post") || event.defaultPrevented) return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
  window.addEventListener("pageshow", () => delete event.target.dataset.sent, { once: true });
});

// When an act fails, the page stays as it is and says so: the error page's own words, with its reference.
function announce(sentences) {
  const place = document.getElementById("annonces");
  const notice = document.createElement("div");
  notice.className = "notice notice-refuse";
  const words = document.createElement("div");
  for (const sentence of sentences) {
    const line = document.createElement("p");
    line.textContent = sentence;
    words.append(line);
  }
  notice.append(words);
  place.replaceChildren(notice);
  notice.scrollIntoView({ block: "nearest" });
}
document.addEventListener("htmx:responseError", (event) => {
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const said = [...answer.querySelectorAll(".error-page h1, .error-page > p:not([aria-hidden])")];
  announce(said.map((part) => part.textContent.trim()));
});
document.addEventListener("htmx:sendError", () => {
  announce([document.getElementById("annonces").dataset.offline]);
});

// Selects that filter a list act at once; the button beside them stays for everybody else.
document.addEventListener("change", (event) => {
  if (event.target.closest("form[data-quick]")) event.target.form.requestSubmit();
});

// A half day takes the colour of what is chosen in it.
document.addEventListener("change", (event) => {
  const half = event.target.closest("select[data-half]");
  if (half) half.className = "half half-" + half.value.split(":")[0].toLowerCase();
});
