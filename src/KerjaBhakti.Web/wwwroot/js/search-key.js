// Ctrl+K, on a Mac also Cmd+K, takes the focus to the search field of the page, whatever had it. A cell of the grid that is being edited notices that
// the focus leaves and keeps its text by its own rules.
const field = document.querySelector("[data-search-key]");
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

if (field) {
  // Without this script the key does nothing, so it is this script that shows it.
  const hint = document.querySelector("[data-search-key-hint]");
  if (hint) {
    hint.textContent = isMac ? "⌘K" : "Ctrl+K";
    hint.hidden = false;
  }

  field.setAttribute("aria-keyshortcuts", isMac ? "Meta+K" : "Control+K");

  const press = (event) => {
    const isKey = event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;

    // On a phone the bar has no field, and behind an open dialog none can be reached: the key is the browser's own then.
    if (isKey && field.getClientRects().length > 0 && !document.querySelector("dialog:modal")) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  };

  // On the way down: a cell that is being edited keeps its keys from the page around it.
  addEventListener("keydown", press, { capture: true });
}
