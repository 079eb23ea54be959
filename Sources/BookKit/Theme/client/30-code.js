// Puts a button beside code that copies it, and says so.
(() => {
  "use strict";
  if (!navigator.clipboard && !document.execCommand) return;
  const status = document.createElement("div");
  status.className = "unseen";
  status.setAttribute("role", "status");
  document.body.append(status);

  // Pages from files are no secure context in every browser, so there is an old way beside the new.
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: text, className: "unseen" });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  }
  for (const code of document.querySelectorAll(".code > pre > code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    const label = code.closest(".code").getAttribute("aria-label") ?? "code";
    button.setAttribute("aria-label", "Copy: " + label);
    button.addEventListener("click", async () => {
      await copy(code.textContent + "\n");
      button.textContent = status.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; status.textContent = ""; }, 2000);
    });
    code.closest(".code").before(button);
  }
})();
