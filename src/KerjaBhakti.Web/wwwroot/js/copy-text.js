// Copies the text of a field: the button names it with data-copy. Without this script the text is there to be marked and copied by hand.
const copy = async (field) => {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(field.value);
    return;
  }

  // Without TLS, as inside an office, browsers offer only the old way.
  field.select();
  document.execCommand("copy");
};

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await copy(document.getElementById(button.dataset.copy));
    button.textContent = "Tersalin";
  });
}
