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
