// Copies the text of a field: the button names it with data-copy. Without this script the text is there to be marked and copied by hand.

/** Whether the clipboard took the text. */
const copy = async (field) => {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(field.value);
      return true;
    }

    // Without TLS, as inside an office, browsers offer only the old way.
    field.select();
    return document.execCommand("copy");
  } catch {
    return false;
  }
};

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
}

// On the document: dialogs bring buttons later. Inside the click, which some browsers ask for.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) {
    return;
  }

  const field = document.getElementById(button.dataset.copy);
  const isCopied = await copy(field);
  button.textContent = isCopied ? "Tersalin" : "Tidak tersalin: salin sendiri teks yang ditandai";
  if (!isCopied) {
    field.select();
  }
});
