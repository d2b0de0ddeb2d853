// What was typed survives a sign-in that has run out: it waits in this tab until the page of the form is back, and is forgotten as soon as the server has answered.
const KEY = "isian";
const read = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
};
const write = (kept) => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Full or closed: then it is as it was without this script.
  }
};

const typed = "input:not([type=hidden], [type=password], [type=file], [type=submit]), select, textarea";
const isChoice = (field) => field.type === "checkbox" || field.type === "radio";

// Where the sign-in is asked for nobody is signed in, and what a page kept for the way is nobody's.
if (["/masuk", "/keluar"].includes(location.pathname)) {
  globalThis.caches?.delete("saya");
}

const kept = read();
if (kept && (location.pathname === "/masuk" || location.pathname === "/akun/konfirmasi")) {
  write({ ...kept, isLost: true, isSignedIn: location.pathname !== "/masuk" });
  const words = document.querySelector("[data-kept-typing]");
  if (words) {
    words.hidden = false;
  }
} else if (kept?.isLost && kept.path === location.pathname + location.search) {
  sessionStorage.removeItem(KEY);
  for (const field of document.querySelectorAll("main form :is(" + typed + ")")) {
    const values = kept.fields.filter(([name]) => name === field.name);
    if (isChoice(field)) {
      field.checked = values.some(([, value]) => value === field.value);
    } else if (values.length > 0) {
      [[, field.value]] = values;
    }
  }

  const note = document.createElement("div");
  note.className = "notice notice-info";
  note.setAttribute("role", "status");
  note.textContent = kept.isSignedIn
    ? "Kata sandi diterima. Isian dipulihkan dan belum disimpan; kirim sekali lagi. Berkas perlu dipilih lagi."
    : "Waktu masuk Anda habis sebelum isian ini terkirim. Isiannya dipulihkan dan belum disimpan; berkas perlu dipilih lagi.";
  document.querySelector("main form")?.before(note);
} else if (kept && !kept.isLost) {
  sessionStorage.removeItem(KEY);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (new URL(form.action).pathname === "/keluar") {
    // Whoever signs out leaves nothing in the tab.
    try {
      sessionStorage.clear();
    } catch {
      // Nothing was kept either.
    }

    globalThis.caches?.delete("saya");
    return;
  }

  const isLeft = (event.submitter?.formMethod || form.method) === "post" && !("downloads" in form.dataset);
  if (!isLeft || form.querySelector("[type=password]")) {
    return;
  }

  const fields = [...form.querySelectorAll(typed)]
    .filter((field) => field.name && (!isChoice(field) || field.checked))
    .map((field) => [field.name, field.value]);
  write({ path: location.pathname + location.search, fields });
});
