// What is wrong with a form stands in a list above it. Each sentence begins with the name of its field: here it becomes a link to that field, the sentence stands below
// the field too, and the cursor goes to the first. Where the page knows the field, the sentence is a link already. Without this script the list says the same.
// Only the form that was sent is searched: a page may have several with fields of the same name.
// A form whose mistakes are of no single field, as sign-in, says so with data-errors-together.
const summary = document.querySelector(".error-summary");
const textOf = (field) =>
  (field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? "").replace(/\s+/g, " ").trim().toLowerCase();

const forms = [...document.querySelectorAll("main form:not([data-errors-together])")];
const sent = forms.filter((form) => summary?.dataset.form && form.elements.namedItem("_handler")?.value === summary.dataset.form);
const fields = summary
  ? (sent.length > 0 ? sent : forms)
      .flatMap((form) => [...form.elements])
      .filter((field) => field.matches("input:not([type=hidden], [type=submit]), select, textarea"))
      .map((field) => ({ field, label: textOf(field) }))
      .filter(({ label }) => label.length > 0)
  : [];

// "Rawat inap, diajukan: '1,234' memakai koma" is of the field "Rawat inap, diajukan dalam rupiah", "Alasan harus diisi" of "Alasan".
const fieldOf = (sentence) => {
  const text = sentence.toLowerCase();
  const name = text.split(":")[0];
  const found = fields
    .filter(
      ({ label }) =>
        label === name ||
        (text.includes(":") && label.startsWith(name)) ||
        (text.startsWith(label) && !/[\p{L}\p{N}]/u.test(text.charAt(label.length))),
    )
    .sort((one, other) => other.label.length - one.label.length);
  return found[0]?.field;
};

let first = null;
for (const [place, item] of [...(summary?.querySelectorAll("li") ?? [])].entries()) {
  const sentence = item.textContent.trim();
  const named = item.querySelector("a")?.hash.slice(1);
  const field = named ? document.getElementById(named) : fieldOf(sentence);
  if (!field) {
    continue;
  }

  field.id ||= `isian-${place}`;
  const link = document.createElement("a");
  link.href = `#${field.id}`;
  link.textContent = sentence;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    field.focus();
  });
  item.replaceChildren(link);

  const problem = document.createElement("p");
  problem.className = "field-problem";
  problem.id = `masalah-${place}`;
  problem.textContent = sentence;
  (field.type === "radio" ? field.parentElement : field).insertAdjacentElement("beforebegin", problem);
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), problem.id].filter(Boolean).join(" "));
  field.closest("details")?.setAttribute("open", "");
  first ??= field;
}

first?.focus();
