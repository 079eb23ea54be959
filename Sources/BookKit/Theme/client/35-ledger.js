// A link to a filter of the ledger, claims.html#verdict-is-refuted, chooses it.
(() => {
  "use strict";
  const choose = () => {
    const radio = document.querySelector(".filters")?.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (radio) radio.checked = true;
  };
  choose();
  addEventListener("hashchange", choose);
})();
