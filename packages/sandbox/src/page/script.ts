import { Html } from "./html.ts";

/** The page's only script. Handles the buttons and the fault form, and keeps the `data-live` elements up to date. */
export const script = new Html(`
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const say = (text) => { byId("message").textContent = text; };
  const shown = new Map();
  for (const region of document.querySelectorAll("[data-live]")) shown.set(region.id, region.innerHTML);
  root.classList.add("js");

  function swap(region, html) {
    const open = [...region.querySelectorAll("details[open]")].map(({ id }) => id);
    const focused = region.contains(document.activeElement) ? document.activeElement.id : "";
    region.innerHTML = html;
    for (const id of open) if (byId(id)) byId(id).open = true;
    if (focused) byId(focused)?.focus();
    shown.set(region.id, html);
  }

  let busy = false;
  let lost = false;
  async function refresh() {
    if (busy || document.hidden) return;
    busy = true;
    try {
      const headers = { "if-none-match": '"' + root.dataset.version + '"' };
      const answer = await fetch("/", { headers, cache: "no-store" });
      if (lost) say("");
      lost = false;
      if (answer.status !== 200) return;
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      const { version } = next.documentElement.dataset;
// After a restart the keys are different, and they are not in a live element.
      if (version.split(".")[0] !== root.dataset.version.split(".")[0]) return location.reload();
      root.dataset.version = version;
      for (const [id, html] of shown) {
        const fresh = next.getElementById(id)?.innerHTML ?? "";
        if (fresh !== html) swap(byId(id), fresh);
      }
    } catch {
      lost = true;
      say("The sandbox does not answer. Is it still running?");
    } finally {
      busy = false;
    }
  }

  async function act(method, path, body) {
    try {
      const answer = await fetch(path, { method, ...(body && { body: JSON.stringify(body) }) });
      say(answer.ok ? "" : await answer.text());
    } catch {
      say("The sandbox does not answer. Is it still running?");
    }
    await refresh();
  }

  async function copy(button) {
    const text = button.parentElement.querySelector("pre, code").textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
// Browsers allow the clipboard only over https, and over http from localhost.
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.classList.contains("copy")) copy(button);
    if (button?.id === "reset") act("POST", "/reset");
    if (button?.id === "clear") act("DELETE", "/faults");
    if (button?.dataset.finish) act("POST", "/finish", JSON.parse(button.dataset.finish));
  });
  const form = byId("switch");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { provider, operation, fault, count } = Object.fromEntries(new FormData(form));
    act("POST", "/faults", {
      fault,
      count: Number(count),
      ...(provider && { provider }),
      ...(operation && { operation }),
    });
  });
  form.elements.fault.addEventListener("change", ({ target }) => {
    byId("fault-description").textContent = target.selectedOptions[0].dataset.description;
  });
  setInterval(refresh, 1000);
  document.addEventListener("visibilitychange", refresh);
})();
`);
