// Marks the section that is being read in the contents, and keeps the mark in view there.
(() => {
  "use strict";
  const sidebar = document.querySelector(".sidebar");
  if (!sidebar) return;
  const page = sidebar.querySelector('[aria-current="page"]');
  if (page) {
    // Not by scrollIntoView, which would move the page, too.
    const below = page.getBoundingClientRect().bottom - sidebar.getBoundingClientRect().top;
    const seen = Math.min(sidebar.clientHeight, innerHeight - sidebar.getBoundingClientRect().top);
    if (below > seen) sidebar.scrollTop = below - seen / 2;
  }
  const links = new Map();
  for (const link of sidebar.querySelectorAll(".sections a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  if (links.size === 0) return;
  let current;
  function mark() {
    let reached;
    for (const [heading, link] of links) {
      if (heading.getBoundingClientRect().top > innerHeight / 4) break;
      reached = link;
    }
    // At the end of the page the last section is read, however short it is.
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    if (isAtEnd && scrollY > 0) reached = [...links.values()].at(-1);
    if (reached === current) return;
    current?.removeAttribute("aria-current");
    reached?.setAttribute("aria-current", "location");
    current = reached;
  }
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
})();
