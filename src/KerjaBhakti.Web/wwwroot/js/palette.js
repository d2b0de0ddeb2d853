// Ctrl+K, on a Mac also Cmd+K: pages, things and commands by name. The list is asked of the server, which knows who may see what. A cell of the grid that
// is being edited notices that the focus leaves and keeps its text by its own rules; leaving the page asks as it always does.
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const pause = 120;

export function attachPalette(dialog, button) {
  const field = dialog.querySelector("input");
  const list = dialog.querySelector("[role=listbox]");
  const status = dialog.querySelector("[role=status]");
  let chosen = -1;
  let isPicked = false;
  let asked = 0;
  let timer;

  const options = () => [...list.querySelectorAll("[role=option]")];

  const choose = (index) => {
    const all = options();
    chosen = all.length === 0 ? -1 : (index + all.length) % all.length;
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    if (chosen >= 0) {
      field.setAttribute("aria-activedescendant", all[chosen].id);
      all[chosen].scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  };

  const go = (option) => {
    dialog.close();
    location.assign(option.dataset.path);
  };

  const optionOf = (entry, index) => {
    const option = document.createElement("li");
    option.id = `palet-${index}`;
    option.role = "option";
    option.dataset.path = entry.path;
    const text = document.createElement("span");
    text.className = "palette-text";
    text.textContent = entry.text;
    const detail = document.createElement("span");
    detail.className = "palette-detail";
    detail.textContent = entry.detail ?? "";
    const group = document.createElement("span");
    group.className = "palette-group";
    group.textContent = entry.group;
    option.append(text, detail, group);
    option.addEventListener("click", () => go(option));
    return option;
  };

  const find = async () => {
    const turn = ++asked;
    try {
      const answer = await fetch(`${dialog.dataset.palette}?q=${encodeURIComponent(field.value)}`, { redirect: "error" });
      if (turn !== asked) {
        return;
      }

      if (!answer.ok) {
        throw new Error(String(answer.status));
      }

      const entries = await answer.json();
      if (turn === asked) {
        // An answer that comes late does not take back what somebody has picked meanwhile.
        const picked = isPicked ? options()[chosen]?.dataset.path : undefined;
        list.replaceChildren(...entries.map(optionOf));
        status.textContent = entries.length === 0 ? `Tidak ada yang cocok dengan '${field.value.trim()}'.` : "";
        choose(Math.max(0, entries.findIndex((entry) => entry.path === picked)));
      }
    } catch {
      if (turn === asked) {
        list.replaceChildren();
        choose(-1);
        status.textContent = "Pencarian tidak dapat dihubungi. Muat ulang halaman lalu coba lagi.";
      }
    }
  };

  const open = () => {
    if (!dialog.open) {
      dialog.showModal();
    }

    field.select();
    find();
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    isPicked = false;
    timer = setTimeout(find, pause);
  });

  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      isPicked = true;
      choose(chosen + step);
    } else if (event.key === "Home" && event.ctrlKey) {
      event.preventDefault();
      choose(0);
    } else if (event.key === "End" && event.ctrlKey) {
      event.preventDefault();
      choose(-1);
    } else if (event.key === "Enter" && chosen >= 0 && !event.isComposing) {
      event.preventDefault();
      go(options()[chosen]);
    } else if (event.key === "Tab") {
      // One field and its list: there is nowhere else to go.
      event.preventDefault();
    }
  });

  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });

  button.hidden = false;
  button.querySelector("[data-search-key-hint]").textContent = isMac ? "⌘K" : "Ctrl+K";
  button.setAttribute("aria-keyshortcuts", isMac ? "Meta+K" : "Control+K");
  button.addEventListener("click", open);

  // On the way down: a cell that is being edited keeps its keys from the page around it. Behind another open dialog the key is the browser's own.
  addEventListener("keydown", (event) => {
    const isKey = event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (isKey && (dialog.open || !document.querySelector("dialog:modal"))) {
      event.preventDefault();
      open();
    }
  }, { capture: true });
}
