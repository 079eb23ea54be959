// Marks the section that is being read in the contents, and keeps the mark in view there.
(() => {
  "use strict";
  const sidebar = document.querySelector(".sidebar");
  if (!sidebar) return;
  sidebar.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest" });
  scrollTo(scrollX, scrollY);
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
