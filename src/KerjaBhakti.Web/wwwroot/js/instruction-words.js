// The page of the words of an Instruction: dicta that are added, moved and removed, each under its ordinal, and the sheet beside them as it will be printed.

const MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");

const form = document.querySelector("[data-words]");
const sheet = document.querySelector(".sheet");

const list = form?.querySelector("[data-field-list]");
const ordinals = form?.dataset.ordinals.split("|") ?? [];
const first = Number(form?.dataset.firstDictum ?? 0);

const items = () => [...list.children];
const textOf = (item) => item.querySelector("[data-item]");

const typed = () => form.dispatchEvent(new Event("input", { bubbles: true }));

/** Gives each dictum the ordinal of its place, and its buttons what they can do there. */
const number = () => {
  const all = items();
  all.forEach((item, index) => {
    const ordinal = ordinals[first + index] ?? `ke-${first + index + 1}`;
    const field = textOf(item);
    field.id = `diktum-${index}`;
    field.name = `Posted.Dicta[${index}]`;
    const label = item.querySelector("label");
    label.htmlFor = field.id;
    label.textContent = ordinal;
    for (const [name, isOff, words] of [
      ["up", index === 0, "Naikkan"], ["down", index === all.length - 1, "Turunkan"], ["remove", false, "Hapus"],
    ]) {
      const control = item.querySelector(`[data-${name}]`);
      control.disabled = isOff;
      control.setAttribute("aria-label", `${words} diktum ${ordinal}`);
    }
  });
  form.querySelector("[data-add]").disabled = first + all.length >= ordinals.length;
};

const make = (text) => {
  const item = form.querySelector("template").content.firstElementChild.cloneNode(true);
  textOf(item).value = text;
  list.append(item);
  return item;
};

const say = (text) => {
  form.querySelector("[data-words-said]").textContent = text;
};

const act = (event) => {
  const control = event.target.closest("button");
  const item = control?.closest("[data-field-list] > *");
  if (control?.matches("[data-add]")) {
    textOf(make("")).focus();
    number();
    return;
  }

  if (!item) {
    return;
  }

  if (control.matches("[data-up]")) {
    item.previousElementSibling?.before(item);
  } else if (control.matches("[data-down]")) {
    item.nextElementSibling?.after(item);
  } else if (control.matches("[data-remove]")) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    (next ? textOf(next) : form.querySelector("[data-add]")).focus();
  } else {
    return;
  }

  number();
  if (item.isConnected) {
    (control.disabled ? textOf(item) : control).focus();
    say(`Sekarang ${item.querySelector("label").textContent}.`);
  } else {
    say("Diktum dihapus. Urungkan mengembalikannya.");
  }

  typed();
};

const valueOf = (name) => form.querySelector(`[data-field="${name}"]`)?.value.trim() ?? "";
const linesOf = (name) => valueOf(name).split("\n").map((line) => line.trim()).filter(Boolean);
const entry = (tag, text) => {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
};

/** The closing sentence with the date of effect, as EffectSentence makes it. */
const closing = () => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(valueOf("berlaku")) ?? [];
  return year
    ? valueOf("penutup").replace(/pada tanggal ditetapkan/gi, `pada tanggal ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`)
    : valueOf("penutup");
};

/** What is plainly odd about the number while it is typed; the server knows more, on the next visit. */
const nipWarning = () => {
  const digits = valueOf("nip").replace(/\s/g, "");
  const other = /[^0-9]/.exec(digits);
  return digits === "" ? ""
    : other ? `NIP terdiri atas 18 angka; yang ini memuat '${other[0]}'.`
    : digits.length !== 18 ? `NIP terdiri atas 18 angka; yang ini ${digits.length} angka.`
    : "";
};

/** The government of an office: "Pemerintah Kabupaten …" of "Bupati …"; any other office stands for itself (Institution.GovernmentOf). */
const governmentOf = (office, { title, kind }) => {
  if (!office.toLowerCase().startsWith(`${title} `.toLowerCase())) {
    return office;
  }

  const place = office.slice(title.length + 1);
  return place.toLowerCase().startsWith(`${kind} `.toLowerCase()) ? `Pemerintah ${place}` : `Pemerintah ${kind} ${place}`;
};

/** Brings the sheet to what is typed. */
const mirror = () => {
  for (const shown of sheet.querySelectorAll("[data-shows]")) {
    const name = shown.dataset.shows;
    shown.textContent = name === "institusi"
      ? governmentOf(valueOf("pejabat"), shown.dataset)
      : (name === "penutup" ? closing() : valueOf(name)) || "……";
  }

  for (const part of sheet.querySelectorAll("[data-hides-empty]")) {
    part.hidden = valueOf(part.dataset.hidesEmpty) === "";
  }

  const way = form.querySelector("[data-field='cara']:checked");
  const made = way ? [way.dataset.dictum] : [];
  for (const shown of form.querySelectorAll("[data-made-dictum]")) {
    shown.textContent = made[0] ?? "";
  }

  const dicta = [...made, ...items().map((item) => textOf(item).value.trim()).filter(Boolean)];
  sheet.querySelector("[data-shows-dicta]").replaceChildren(
    ...dicta.flatMap((dictum, index) => [entry("dt", ordinals[index] ?? ""), entry("dd", dictum)]));
  sheet.querySelector("[data-shows-lines]").replaceChildren(...linesOf("tembusan").map((copy) => entry("li", copy)));
};

if (form && list) {
  list.addEventListener("fill", (event) => {
    list.replaceChildren();
    event.detail.forEach(make);
    number();
  });
  form.addEventListener("click", act);
  form.addEventListener("input", mirror);
  form.querySelector("[data-field='nip']").addEventListener("input", () => {
    form.querySelector("[data-nip-warning] span").textContent = nipWarning();
  });
  form.addEventListener("filled", mirror);

  // The empty one at the end is for browsers without script, which have no other way to add one.
  items().filter((item, index, all) => index === all.length - 1 && textOf(item).value === "").forEach((item) => item.remove());
  form.querySelectorAll(".needs-script").forEach((part) => { part.hidden = false; });
  number();
  mirror();
}
