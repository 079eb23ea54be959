// What scrolls inside itself is a stop of the keyboard; what fits need not be.
(() => {
  "use strict";
  const regions = document.querySelectorAll(".scroll[aria-label], .equation[aria-label], .math.long");
  const look = (region) => {
    const scrolls = region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1;
    if (scrolls) region.tabIndex = 0; else region.removeAttribute("tabindex");
  };
  const observer = new ResizeObserver((entries) => entries.forEach((entry) => look(entry.target)));
  for (const region of regions) observer.observe(region);
})();
