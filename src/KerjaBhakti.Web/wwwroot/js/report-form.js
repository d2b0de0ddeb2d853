// A report is written where the connection is bad. What is typed is kept in this browser, for this account and this report, until the server has it; before the form is
// sent it is asked whether the server can be reached and still knows who is signed in. Without this script the form is an ordinary one.
import { usePhotos } from "./report-photos.js";

const PATIENCE = 10_000;

const root = document.querySelector("[data-draft-key]");
const form = root?.querySelector("form.report-form");

const storage = {
  read: () => {
    try {
      return JSON.parse(localStorage.getItem(root.dataset.draftKey));
    } catch {
      return null;
    }
  },
  write: (kept) => {
    try {
      localStorage.setItem(root.dataset.draftKey, JSON.stringify(kept));
      return true;
    } catch {
      // Storage is full or forbidden: the form works without.
      return false;
    }
  },
  clear: () => {
    try {
      localStorage.removeItem(root.dataset.draftKey);
    } catch {
      // Nothing was kept either.
    }
  },
};

const fields = () => [...form.elements].filter((field) => field.name.startsWith("Posted.") && !["hidden", "submit"].includes(field.type));

const read = () => {
  const values = {};
  for (const field of fields()) {
    if (field.type !== "radio" || field.checked) {
      values[field.name] = field.value;
    }
  }

  return values;
};

const fill = (values) => {
  for (const field of fields()) {
    if (field.type === "radio") {
      field.checked = values[field.name] === field.value;
    } else {
      field.value = values[field.name] ?? "";
    }
  }
};

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const clock = (time) =>
  new Date(time).toLocaleString("id-ID", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });

const say = (text, link) => {
  const status = root.querySelector("[data-report-status]");
  status.replaceChildren(text);
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = link.href;
    anchor.textContent = link.text;
    status.append(" ", anchor);
  }

  status.hidden = text === "";
};

const keep = (isSubmitting) => {
  const time = Date.now();
  const isKept = storage.write({ values: read(), revision: root.dataset.revision, time, isSubmitting });
  const note = root.querySelector("[data-report-kept]");
  note.textContent = `Isian tersimpan di perangkat ini, ${clock(time)}. Foto yang baru dipilih tidak ikut.`;
  note.hidden = !isKept;
};

/** Fills in what the server never got. Where the report has changed since, that is left to the person. */
const restore = (kept) => {
  const original = read();
  const notice = root.querySelector("[data-report-restored]");
  const text = notice.querySelector("[data-report-restored-text]");
  const action = notice.querySelector("[data-report-restored-action]");
  const isUnchanged = kept.revision === root.dataset.revision;
  text.textContent = isUnchanged
    ? `Isian yang belum terkirim dari ${clock(kept.time)} dipulihkan.`
    : `Ada isian yang belum terkirim dari ${clock(kept.time)}, tetapi laporan ini sudah diubah sesudah itu.`;
  action.textContent = isUnchanged ? "Buang isian itu" : "Pulihkan isian itu";
  action.addEventListener("click", () => {
    if (isUnchanged) {
      fill(original);
      storage.clear();
    } else {
      fill(kept.values);
      keep(false);
    }

    notice.hidden = true;
    fields()[0].focus();
  });
  if (isUnchanged) {
    fill(kept.values);
  }

  notice.hidden = false;
};

/** "there", "lost", or "expired" where the server sends whoever asks to the sign-in page. */
const reach = async () => {
  try {
    const answer = await fetch(form.action, { method: "HEAD", redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return answer.type === "opaqueredirect" ? "expired" : "there";
  } catch {
    return "lost";
  }
};

const showConnection = () => say(navigator.onLine ? "" : "Tidak ada sambungan. Isian Anda tetap tersimpan di perangkat ini.");

const start = () => {
  const photos = usePhotos(form);
  let isBusy = false;
  let isChecked = false;

  form.addEventListener("input", (event) => {
    if (event.target.type !== "file") {
      keep(false);
    }
  });
  form.addEventListener("submit", async (event) => {
    if (isChecked) {
      return;
    }

    event.preventDefault();
    if (isBusy) {
      return;
    }

    isBusy = true;
    keep(false);
    say("Mengirim. Jangan tutup halaman ini.");
    await photos.ready();
    if (!form.reportValidity()) {
      isBusy = false;
      showConnection();
      return;
    }

    const found = await reach();
    isBusy = false;
    if (found === "lost") {
      say("Belum terkirim: tidak ada sambungan. Isian Anda tersimpan di perangkat ini; coba lagi setelah tersambung.");
    } else if (found === "expired") {
      const here = encodeURIComponent(location.pathname);
      say("Belum terkirim: waktu masuk Anda sudah habis. Isian Anda tersimpan di perangkat ini.", { href: `/masuk?kembali=${here}`, text: "Masuk lagi" });
    } else {
      keep(true);
      isChecked = true;
      form.requestSubmit(event.submitter);
    }
  });

  // Back from a page that could not be loaded.
  addEventListener("pageshow", () => {
    isChecked = false;
    showConnection();
  });
  addEventListener("offline", showConnection);
  addEventListener("online", showConnection);
  showConnection();
};

if (root) {
  const kept = storage.read();
  if (kept?.isSubmitting && "done" in root.dataset) {
    storage.clear();
  } else if (form && kept && same(kept.values, read())) {
    // After a refusal the form holds what was typed, and only this browser and the form do.
    if (!("refused" in root.dataset)) {
      storage.clear();
    }
  } else if (form && kept) {
    restore(kept);
  }

  if (form) {
    start();
  }
}
