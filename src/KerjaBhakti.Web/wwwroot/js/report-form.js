// A report is written where the connection is bad. What is typed is kept in this browser, for this account and this report, until the server has it; before the form is
// sent it is asked whether the server can be reached and still knows who is signed in. Without this script the form is an ordinary one.
import { usePhotos } from "./report-photos.js";

const PATIENCE = 10_000;

const root = document.querySelector("[data-draft-key]");
const form = root?.querySelector("form.report-form");

// Encrypted with a key that only the page of a signed-in writer brings: after the sign-out nobody who opens the browser reads it. Where the browser has no cryptography,
// as over plain HTTP inside an office, it is kept in this tab alone and forgotten at the sign-out (kept-typing.js).
const storage = (() => {
  const toText = (bytes) => btoa(String.fromCharCode(...bytes));
  const toBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const place = () => (globalThis.crypto?.subtle ? localStorage : sessionStorage);
  let key;
  const keyOf = () => (key ??= crypto.subtle.importKey("raw", toBytes(root.dataset.draftSecret), "AES-GCM", false, ["encrypt", "decrypt"]));
  const seal = async (text) => {
    if (!globalThis.crypto?.subtle) {
      return text;
    }

    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(), new TextEncoder().encode(text));

    // In pieces: a call takes only so many arguments.
    const bytes = new Uint8Array(data);
    const pieces = [];
    for (let at = 0; at < bytes.length; at += 8192) {
      pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
    }

    return JSON.stringify({ iv: toText(iv), data: btoa(pieces.join("")) });
  };
  const open = async (text) => {
    const kept = JSON.parse(text);
    return kept?.iv
      ? JSON.parse(
          new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: toBytes(kept.iv) }, await keyOf(), toBytes(kept.data))),
        )
      : kept;
  };

  // One after the other, so that what was typed last is what stays.
  let work = Promise.resolve();
  const next = (step) => (work = work.then(step, step));
  return {
    read: () =>
      next(async () => {
        try {
          const text = place().getItem(root.dataset.draftKey);
          return text === null ? null : await open(text);
        } catch {
          // Of another password, or damaged: nobody can read it any more.
          return null;
        }
      }),
    write: (kept) =>
      next(async () => {
        try {
          place().setItem(root.dataset.draftKey, await seal(JSON.stringify(kept)));
          return true;
        } catch {
          // Storage is full or forbidden: the form works without.
          return false;
        }
      }),
    clear: () =>
      next(() => {
        try {
          localStorage.removeItem(root.dataset.draftKey);
          sessionStorage.removeItem(root.dataset.draftKey);
        } catch {
          // Nothing was kept either.
        }
      }),
  };
})();

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

const keep = async (isSubmitting) => {
  const time = Date.now();
  const isKept = await storage.write({ values: read(), revision: root.dataset.revision, time, isSubmitting });
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
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const answer = await fetch(form.action, { method: "HEAD", redirect: "manual", cache: "no-store", signal: patience.signal });
    return answer.type === "opaqueredirect" ? "expired" : "there";
  } catch {
    return "lost";
  } finally {
    clearTimeout(timer);
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
  /** Whether the form may be sent now; says why not where it may not. */
  const check = async () => {
    await keep(false);
    say("Mengirim. Jangan tutup halaman ini.");
    try {
      if (!(await photos.ready())) {
        say("Belum dikirim: ada foto yang tidak dapat dibaca. Baca keterangannya di daftar foto, lalu kirim lagi.");
        return false;
      }
    } catch {
      // The photos are sent as they were chosen.
    }

    if (!form.reportValidity()) {
      showConnection();
      return false;
    }

    const found = await reach();
    if (found === "lost") {
      say("Belum terkirim: tidak ada sambungan. Isian Anda tersimpan di perangkat ini; coba lagi setelah tersambung.");
    } else if (found === "expired") {
      const here = encodeURIComponent(location.pathname);
      say("Belum terkirim: waktu masuk Anda sudah habis. Isian Anda tersimpan di perangkat ini.", { href: `/masuk?kembali=${here}`, text: "Masuk lagi" });
    } else {
      await keep(true);
    }

    return found === "there";
  };

  form.addEventListener("submit", async (event) => {
    if (isChecked) {
      return;
    }

    event.preventDefault();
    if (isBusy) {
      return;
    }

    isBusy = true;
    try {
      isChecked = await check();
    } catch {
      // What this script cannot do the form can.
      isChecked = true;
    }

    // While the event is still on its way a form is not sent again; what was checked without waiting for anything would be lost.
    const { submitter } = event;
    await new Promise((done) => setTimeout(done));
    isBusy = false;
    if (isChecked) {
      form.requestSubmit(submitter);
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

const meet = async () => {
  const kept = await storage.read();
  if (kept?.isSubmitting && "done" in root.dataset) {
    await storage.clear();
  } else if (form && kept && same(kept.values, read())) {
    // After a refusal the form holds what was typed, and only this browser and the form do.
    if (!("refused" in root.dataset)) {
      await storage.clear();
    }
  } else if (form && kept) {
    restore(kept);
  }
};

if (root) {
  meet();

  // A browser that cannot send a form by script with the button that was pressed sends it itself.
  if (form && "requestSubmit" in form && "submitter" in SubmitEvent.prototype) {
    start();
  }
}
