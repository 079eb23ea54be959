// Search over the whole book. The index is loaded when it is first wanted, as a script, because pages
// from files may load nothing else.
(() => {
  "use strict";
  const opener = document.querySelector(".search-open");
  if (!opener) return;
  const root = document.querySelector("script[data-root]").dataset.root;
  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const field = element("input", { type: "search", id: "search-field", autocomplete: "off", spellcheck: false });
  const status = element("p", { className: "search-status" });
  status.setAttribute("role", "status");
  const list = element("ol", { className: "search-results" });
  const slash = element("input", { type: "checkbox", id: "search-slash" });
  const close = element("button", { type: "button", className: "search-close", textContent: "Close" });
  const dialog = element("dialog", { className: "search" },
    element("div", { className: "search-line" },
      element("label", { htmlFor: "search-field", textContent: "Search the book" }), field, close),
    status, list,
    element("div", { className: "search-keys" },
      element("span", { textContent: "↓ ↑ choose · Enter opens · Esc closes" }),
      element("label", {}, slash, " / opens the search")));
  dialog.setAttribute("aria-label", "Search");
  document.body.append(dialog);

  // Who speaks to the machine types letters unawares, so that the key can be switched off; a page from a
  // file may have no storage, and then it lasts as long as the page.
  const showSlash = () => { opener.querySelector("kbd").textContent = slash.checked ? "/" : "Ctrl K"; };
  slash.checked = true;
  try { slash.checked = localStorage.getItem("regbook-slash") !== "off"; } catch {}
  slash.addEventListener("change", () => {
    showSlash();
    try { localStorage.setItem("regbook-slash", slash.checked ? "on" : "off"); } catch {}
  });
  showSlash();

  let index;
  window.regbookSearch = (loaded) => {
    index = loaded;
    index.postings = index.postings.map((line) =>
      line.split(" ").map((pair) => pair.split(".").map((number) => parseInt(number, 36))));
    show();
  };
  function open() {
    if (!document.querySelector("script[data-index]")) {
      const script = element("script", { src: root + "assets/search.js" });
      script.dataset.index = "";
      script.addEventListener("error", () => { status.textContent = "The index could not be loaded."; });
      document.head.append(script);
    }
    if (!dialog.open) dialog.showModal();
    field.select();
  }

  // As SearchWords.swift cuts the book.
  const ideographs = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
  function words(text) {
    const found = [];
    const rest = text.toLowerCase().replace(ideographs, (run) => {
      const all = [...run];
      if (all.length === 1) found.push(run);
      for (let i = 0; i + 1 < all.length; i++) found.push(all[i] + all[i + 1]);
      return " ";
    });
    return found.concat(rest.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
  }

  // Where the terms begin that are not before a word.
  function firstTerm(word) {
    let low = 0;
    let high = index.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index.terms[middle] < word) low = middle + 1; else high = middle;
    }
    return low;
  }
  // What each section counts for a word: a whole word twice what a beginning does.
  function scores(word) {
    const found = new Map();
    for (let i = firstTerm(word); i < index.terms.length && index.terms[i].startsWith(word); i++) {
      const factor = index.terms[i] === word ? 2 : 1;
      for (const [section, weight] of index.postings[i]) {
        found.set(section, Math.max(found.get(section) ?? 0, factor * weight));
      }
    }
    return found;
  }
  function search(query) {
    const found = [...new Set(words(query))].map(scores);
    if (found.length === 0) return [];
    const [first, ...others] = found;
    return [...first]
      .filter(([section]) => others.every((other) => other.has(section)))
      .map(([section, score]) => [section, others.reduce((sum, other) => sum + other.get(section), score)])
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([section]) => section);
  }

  // The words found, marked, with something of what stands around the first.
  function marked(text, query, length) {
    const alternatives = words(query).sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})|(?:${alternatives})(?<=[\\u3040-\\u9fff])`, "giu");
    const first = text.search(pattern);
    let start = Math.max(0, first - length / 3);
    if (start > 0) start = text.indexOf(" ", start) + 1 || start;
    let piece = text.slice(start, start + length);
    if (start + length < text.length) piece = piece.replace(/\s+\S*$/, "") + " …";
    const nodes = start > 0 ? ["… "] : [];
    let end = 0;
    for (const match of piece.matchAll(pattern)) {
      nodes.push(piece.slice(end, match.index), element("mark", { textContent: match[0] }));
      end = match.index + match[0].length;
    }
    nodes.push(piece.slice(end));
    return nodes;
  }

  const most = 30;
  function show() {
    const query = field.value.trim();
    list.replaceChildren();
    status.textContent = "";
    if (!index || query === "") return;
    const found = search(query);
    status.textContent = found.length === 0 ? `Nothing has “${query}”.`
      : found.length === 1 ? "1 section" : `${found.length} sections`
      + (found.length > most ? `; the first ${most}` : "");
    for (const number of found.slice(0, most)) {
      const [page, anchor, title, text] = index.sections[number];
      const [path, name] = index.pages[page];
      const link = element("a", { href: root + path + (anchor ? "#" + encodeURIComponent(anchor) : "") },
        element("span", { className: "search-title" }, ...marked(title, query, 120)),
        ...(title === name || !anchor ? [] : [element("span", { className: "search-place", textContent: name })]),
        element("span", { className: "search-text" }, ...marked(text, query, 160)));
      list.append(element("li", {}, link));
    }
  }

  opener.addEventListener("click", open);
  close.addEventListener("click", () => dialog.close());
  field.addEventListener("input", show);
  list.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const place = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && links.length) links[Math.min(place + 1, links.length - 1)].focus();
    else if (event.key === "ArrowUp" && place > 0) links[place - 1].focus();
    else if (event.key === "ArrowUp" && place === 0) field.focus();
    else if (event.key === "Enter" && document.activeElement === field && links.length) links[0].click();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isSlash = slash.checked && event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (dialog.open || !(isSlash || isK)) return;
    event.preventDefault();
    open();
  });
})();
