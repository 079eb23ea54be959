// What scrolls inside itself is a stop of the keyboard; what fits need not be.
(() => {
  "use strict";
  const regions = document.querySelectorAll(".scroll[aria-label], .equation[aria-label], .math.long");
  const look = (region) => {
    const hidden = region.scrollWidth - region.clientWidth;
    const scrolls = hidden > 1 || region.scrollHeight > region.clientHeight + 1;
    if (scrolls) region.tabIndex = 0; else region.removeAttribute("tabindex");
    // Phones hide their scrollbars: the edge where it goes on fades.
    region.classList.toggle("more-right", hidden - Math.abs(region.scrollLeft) > 1);
  };
  const observer = new ResizeObserver((entries) => entries.forEach((entry) => look(entry.target)));
  for (const region of regions) {
    observer.observe(region);
    region.addEventListener("scroll", () => look(region), { passive: true });
  }
  // A button may have come beside a code's lines, and a formula is as wide as its letters, which come late.
  addEventListener("load", () => regions.forEach(look));
  document.fonts?.addEventListener("loadingdone", () => regions.forEach(look));
})();
