// Remembers the theme. The choice itself works by the style sheet alone.
(() => {
  "use strict";
  const page = document.documentElement;
  const radios = [...document.querySelectorAll('input[name="theme"]')];
  const show = (theme) => {
    page.dataset.theme = theme;
    for (const radio of radios) radio.checked = radio.value === theme;
  };
  // A page from a file may have no storage; then the choice lasts as long as the page.
  const remember = (theme) => {
    try { localStorage.setItem("regbook-theme", theme); } catch {}
  };
  show(page.dataset.theme ?? "auto");
  for (const radio of radios) {
    radio.addEventListener("change", () => {
      show(radio.value);
      remember(radio.value);
    });
  }
  // Another window of the book.
  addEventListener("storage", (event) => {
    if (event.key === "regbook-theme") show(event.newValue ?? "auto");
  });
})();
