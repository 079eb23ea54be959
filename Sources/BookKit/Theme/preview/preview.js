// Keeps a page of `regbook serve` current. It is part of the answer, never of the file.
(() => {
  "use strict";
  const shown = document.currentScript.dataset.revision;
  const place = "regbook-place " + location.pathname;

  // Where the reader was, and which folds were open: they decide how tall the page is.
  const folds = () => [...document.querySelectorAll("details")];
  function keepPlace() {
    const open = folds().map((fold) => fold.open);
    sessionStorage.setItem(place, JSON.stringify({ x: scrollX, y: scrollY, open }));
  }
  function findPlace() {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "null");
    sessionStorage.removeItem(place);
    if (!kept) return;
    const all = folds();
    if (all.length === kept.open.length) all.forEach((fold, i) => (fold.open = kept.open[i]));
    const go = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    go();
    // Once more when everything has its height.
    addEventListener("load", go, { once: true });
  }

  // A shadow tree, so that neither the page's style nor the overlay's reaches the other.
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const element = (name, className, text = "") =>
    Object.assign(document.createElement(name), { className, textContent: text });

  function mistake({ severity, text }) {
    const item = element("li", severity);
    // Source lines are indented and keep their width, for the carets below them; sentences wrap.
    for (const line of text.split("\n")) {
      item.append(element("div", line.startsWith("  ") ? "source" : "sentence", line));
    }
    return item;
  }
  const count = (list, word) =>
    list.length === 0 ? [] : [list.length + " " + word + (list.length === 1 ? "" : "s")];
  function overlay(mistakes) {
    const errors = mistakes.filter((each) => each.severity === "error");
    const warnings = mistakes.filter((each) => each.severity !== "error");
    const panel = element("details", errors.length ? "panel errors" : "panel");
    panel.open = errors.length > 0;
    panel.setAttribute("role", "status");
    const counts = [...count(errors, "error"), ...count(warnings, "warning")].join(", ");
    const old = errors.length ? ": this is the last good version" : "";
    const list = element("ol", "");
    list.append(...mistakes.map(mistake));
    panel.append(element("summary", "", counts + old), list);
    return panel;
  }

  let last = "";
  function show(state) {
    if (state.revision !== shown) {
      keepPlace();
      stop();
      location.reload();
      return;
    }
    root.querySelector(".badge")?.remove();
    if (state.isBuilding) root.append(element("div", "badge", "building …"));
    // A panel stays as it is, folded or not, until another build says something else.
    const now = JSON.stringify(state.mistakes);
    if (state.isBuilding || now === last) return;
    last = now;
    root.querySelector(".panel")?.remove();
    if (state.mistakes.length) root.append(overlay(state.mistakes));
  }

  // A browser opens six connections to a host, so only the pages that are seen keep one.
  let source = null;
  function listen() {
    if (source || document.visibilityState === "hidden") return;
    source = new EventSource("/.regbook/events");
    source.onmessage = (message) => show(JSON.parse(message.data));
  }
  function stop() {
    source?.close();
    source = null;
  }
  document.addEventListener("visibilitychange", () =>
    document.visibilityState === "hidden" ? stop() : listen());
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);

  const style = element("link", "");
  style.rel = "stylesheet";
  style.href = "/.regbook/preview.css";
  root.append(style);
  document.body.append(host);
  findPlace();
  listen();
})();
