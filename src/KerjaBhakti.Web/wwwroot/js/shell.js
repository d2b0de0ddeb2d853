// The frame of the work screens: the menu at the left that folds and remembers it, how much waits at each of its entries, and Ctrl+K.
import "./copy-text.js";
import { attachPalette } from "./palette.js";
import "./tick-all.js";
import "./wide-tables.js";

const year = 31_536_000;
const frame = document.querySelector(".work-frame");
const toggle = document.querySelector("[data-drawer-toggle]");

if (toggle && frame) {
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const open = frame.dataset.drawer !== "open";
    frame.dataset.drawer = open ? "open" : "closed";
    toggle.setAttribute("aria-expanded", String(open));

    // The server draws the next page so, that nothing jumps.
    document.cookie = `menu=${open ? "lebar" : "sempit"}; path=/; max-age=${year}; samesite=lax`;
  });
}

// A click beside a dialog takes the focus from nothing: Esc still reaches the dialog, and what opened it is still known.
document.addEventListener("mousedown", (event) => {
  if (event.target instanceof Element && event.target.closest(".mud-overlay-dialog")) {
    event.preventDefault();
  }
});

const menu = document.querySelector("[data-counts]");

const show = (counts) => {
  for (const badge of menu.querySelectorAll("[data-count]")) {
    const count = counts[badge.dataset.count] ?? 0;
    badge.hidden = count === 0;
    badge.replaceChildren(count > 99 ? "99+" : String(count));
    const words = document.createElement("span");
    words.className = "visually-hidden";
    words.textContent = " menunggu";
    badge.append(words);
  }
};

const count = async () => {
  try {
    const answer = await fetch(menu.dataset.counts, { headers: { Accept: "application/json" }, redirect: "error" });
    if (answer.ok) {
      show(await answer.json());
    }
  } catch {
    // Without a connection the entries stay without numbers; the page they lead to says what waits.
  }
};

if (menu) {
  count();

  // Whoever comes back from another tab has perhaps done there what waited.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      count();
    }
  });
}

const dialog = document.querySelector("[data-palette]");
if (dialog) {
  attachPalette(dialog, document.querySelector("[data-palette-open]"));
}

// In a list the arrows lead from row to row, to the link each begins with; rows that are drawn only as they are scrolled to follow the focus.
addEventListener("keydown", (event) => {
  const row = event.target.closest?.(".work-grid-row");
  const side = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  if (!row || !side || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
    return;
  }

  let next = row[side];
  while (next && !next.matches(".work-grid-row")) {
    next = next[side];
  }

  const link = next?.querySelector("a, button");
  if (link) {
    event.preventDefault();
    link.focus();
  }
});

// A menu of a page closes when something else is clicked, and with Esc, which gives the focus back to its word.
const openMenus = () => document.querySelectorAll("details.page-menu[open]");
addEventListener("click", (event) => {
  for (const open of openMenus()) {
    if (!open.contains(event.target) || event.target.closest("a")) {
      open.open = false;
    }
  }
});
addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && event.target.closest?.("details.page-menu[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
