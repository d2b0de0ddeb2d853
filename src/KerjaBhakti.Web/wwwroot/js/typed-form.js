// A form that is stored while it is typed: fields whose text is the person's until the server has it. What the server has not got is kept in this browser, so that neither a lost
// line nor an ended sign-in nor a closed page costs a word. Without this script the form is an ordinary one.
//
// A form says where it is stored (data-typed), under which name it is kept here (data-typed-key), and which texts it has: elements with data-field, lists of them with
// data-field-list, or reasons (data-reasons). Each text is sent with what it held before, so that what somebody else typed meanwhile is not overwritten.

const PAUSE = 1200;
const LONGEST = 8000;
const RETRY = 5000;

const clock = (time) => new Date(time).toLocaleString("id-ID", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
const tidy = (text) => text.replace(/\s+/g, " ").trim();
const button = (text, run) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button-secondary";
  made.textContent = text;
  made.addEventListener("click", run);
  return made;
};

const storage = {
  read: (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  write: (key, kept) => {
    try {
      if (Object.keys(kept.texts).length === 0) {
        localStorage.removeItem(key);
      } else {
        localStorage.setItem(key, JSON.stringify(kept));
      }

      return true;
    } catch {
      // Storage is full or forbidden: what is typed is sent all the same.
      return false;
    }
  },
};

/** Fields and lists of fields, by their names. */
class Fields {
  constructor(form) {
    this.form = form;
  }

  read() {
    const values = {};
    for (const field of this.form.querySelectorAll("[data-field]")) {
      if (field.type !== "radio" || field.checked) {
        values[field.dataset.field] = field.dataset.lines === undefined
          ? tidy(field.value)
          : field.value.split("\n").map(tidy).filter(Boolean).join("\n");
      }
    }

    for (const list of this.form.querySelectorAll("[data-field-list]")) {
      values[list.dataset.fieldList] = [...list.querySelectorAll("[data-item]")].map((item) => tidy(item.value)).filter(Boolean).join("\n");
    }

    return values;
  }

  write(name, value) {
    for (const field of this.form.querySelectorAll(`[data-field="${name}"]`)) {
      if (field.type === "radio") {
        field.checked = field.value === value;
      } else {
        field.value = value;
      }
    }

    const list = this.form.querySelector(`[data-field-list="${name}"]`);
    list?.dispatchEvent(new CustomEvent("fill", { detail: value === "" ? [] : value.split("\n") }));
    this.form.dispatchEvent(new CustomEvent("filled"));
  }

  nameOf(name) {
    const field = this.form.querySelector(`[data-field="${name}"], [data-field-list="${name}"]`);
    return field?.dataset.label ?? field?.labels?.[0]?.firstChild?.textContent.trim() ?? name;
  }

  stored() {}
}

/** One text for the warnings that are ticked; each keeps its own. */
class Reasons {
  #values = new Map();

  constructor(form) {
    this.form = form;
    this.text = form.querySelector("[data-reason-text]");
    this.boxes = [...form.querySelectorAll("[data-reason]")];
    this.boxes.forEach((box) => this.#values.set(box.value, box.dataset.reason));
    this.text.required = false;
    this.text.addEventListener("input", () => this.#ticked().forEach((box) => this.#set(box, tidy(this.text.value))));
    form.addEventListener("change", (event) => {
      const box = event.target;
      if (!("reason" in box.dataset)) {
        return;
      }

      if (box.checked && tidy(this.text.value) !== "") {
        this.#set(box, tidy(this.text.value));
        this.text.dispatchEvent(new Event("input", { bubbles: true }));
      } else if (box.checked) {
        this.text.value = this.#values.get(box.value);
      } else if (this.#ticked().length === 0) {
        this.text.value = "";
      }
    });
  }

  read() {
    return Object.fromEntries(this.#values);
  }

  write(name, value) {
    const box = this.boxes.find((item) => item.value === name);
    if (box) {
      this.#set(box, value);
      const texts = new Set(this.#ticked().map((item) => this.#values.get(item.value)));
      this.text.value = texts.size === 1 ? [...texts][0] : "";
    }
  }

  nameOf(name) {
    return this.boxes.find((box) => box.value === name)?.labels[0]?.textContent.trim() ?? name;
  }

  /** After something was stored: what is open is counted anew. */
  stored() {
    const open = [...this.#values.values()].filter((text) => text === "").length;
    const count = this.form.closest("details")?.querySelector("[data-open-count]");
    if (count) {
      count.textContent = open > 0 ? `, ${open} belum beralasan` : ", semua beralasan";
    }

    this.form.dataset.open = open;
    const all = [...document.querySelectorAll("[data-reasons]")].reduce((sum, form) => sum + Number(form.dataset.open), 0);
    for (const total of document.querySelectorAll("[data-all-open]")) {
      total.textContent = all;
      total.closest("[data-open-notice]")?.toggleAttribute("hidden", all === 0);
    }
  }

  #ticked() {
    return this.boxes.filter((box) => box.checked);
  }

  #set(box, text) {
    this.#values.set(box.value, text);
    const shown = box.closest("li").querySelector("[data-reason-shown]");
    shown.textContent = text === "" ? "" : `Alasan: ${text}`;
    shown.hidden = text === "";
  }
}

/** What all forms of the page share: the revision it shows, and one request at a time. */
const page = {
  revision: null,
  forms: [],
  turn: Promise.resolve(),
  inTurn(act) {
    const result = page.turn.then(act);
    page.turn = result.catch(() => {});
    return result;
  },
  follow(revision) {
    page.revision = revision;
    for (const field of document.querySelectorAll("input[name='Posted.Revision']")) {
      field.value = revision;
    }
  },
};

class TypedForm {
  #base;
  #same = {};
  #conflicts = new Map();
  #undo = [];
  #redo = [];
  #timer = 0;
  #firstAt = 0;
  #isSending = false;
  #trouble = null;

  constructor(form) {
    this.form = form;
    this.texts = "reasons" in form.dataset ? new Reasons(form) : new Fields(form);
    this.#base = this.texts.read();
    page.revision ??= Number(form.querySelector("input[name='Posted.Revision']").value);
    form.dataset.typedLive = "";
    form.addEventListener("input", () => this.changed());
    form.addEventListener("focusout", () => this.flush());
    this.#button("undo")?.addEventListener("click", () => this.undo());
    this.#button("redo")?.addEventListener("click", () => this.redo());
    this.texts.stored();
    this.#restore();
    this.#show();
  }

  /** Texts the server has not got: what it has, and what it is to get. Those in conflict wait for a choice. */
  unsaved() {
    const values = this.texts.read();
    const unsaved = {};
    for (const [name, value] of Object.entries(values)) {
      if (value !== this.#base[name] && !(this.#same[name]?.sent === value && this.#same[name].stored === this.#base[name])) {
        unsaved[name] = { before: this.#base[name] ?? "", after: value };
      }
    }

    return unsaved;
  }

  get isUnsaved() {
    return this.#isSending || Object.keys(this.unsaved()).length > 0;
  }

  changed() {
    this.#keep();
    const now = Date.now();
    this.#firstAt ||= now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), Math.max(0, Math.min(PAUSE, this.#firstAt + LONGEST - now)));
    this.#show();
  }

  /** Sends what is unsaved; answers whether everything is stored. */
  async flush() {
    clearTimeout(this.#timer);
    return page.inTurn(() => this.#send());
  }

  undo() {
    const unsaved = this.unsaved();
    const step = Object.keys(unsaved).length > 0 ? unsaved : this.#undo.pop();
    if (step) {
      this.#redo.push(step);
      this.#go(step, "before");
    }
  }

  redo() {
    const step = this.#redo.pop();
    if (step) {
      this.#go(step, "after");
    }
  }

  #go(step, side) {
    this.isStepping = side;
    Object.entries(step).forEach(([name, text]) => this.texts.write(name, text[side]));
    this.changed();
    this.flush();
  }

  async #send() {
    const unsaved = Object.fromEntries(Object.entries(this.unsaved()).filter(([name]) => !this.#conflicts.has(name)));
    if (Object.keys(unsaved).length === 0) {
      this.#firstAt = 0;
      this.#keep();
      this.#show();
      return !this.isUnsaved;
    }

    this.#isSending = true;
    this.#show();
    let answer;
    try {
      answer = await fetch(this.form.dataset.typed, {
        method: "POST",
        redirect: "manual",
        keepalive: document.visibilityState === "hidden",
        body: new URLSearchParams({
          __RequestVerificationToken: this.form.querySelector("input[name='__RequestVerificationToken']").value,
          revisi: page.revision,
          isian: JSON.stringify(Object.entries(unsaved).map(([name, text]) => ({ name, ...text }))),
        }),
      });
    } catch {
      answer = null;
    }

    this.#isSending = false;
    if (answer?.ok) {
      await this.#take(unsaved, await answer.json());
    } else {
      this.#refuse(answer?.type === "opaqueredirect" ? "expired" : answer ? await messageOf(answer) : "lost");
    }

    this.#keep();
    this.#show();
    return !this.isUnsaved;
  }

  async #take(sent, outcome) {
    this.#trouble = null;
    this.#firstAt = 0;
    this.storedAt = outcome.stored;
    const step = {};
    for (const [name, text] of Object.entries(sent)) {
      const stored = outcome.values[name] ?? "";
      if (outcome.conflicts.includes(name)) {
        this.#ask(name, stored);
      } else {
        this.#base[name] = stored;
        this.#same[name] = { sent: text.after, stored };
        step[name] = text;
      }
    }

    if (Object.keys(step).length > 0 && this.isStepping !== "before") {
      this.#undo.push(step);
    }

    if (this.isStepping === undefined) {
      this.#redo = [];
    }

    this.isStepping = undefined;
    if (outcome.revision !== null) {
      page.follow(outcome.revision);
    }

    const problem = this.form.querySelector("[data-typed-problem]");
    if (problem) {
      problem.textContent = outcome.problem ?? "";
      problem.hidden = outcome.problem === null;
    }

    this.texts.stored();
    if (Object.keys(this.unsaved()).length > 0) {
      this.changed();
    }
  }

  #refuse(reason) {
    this.#trouble = reason;
    if (reason === "lost") {
      this.#timer = setTimeout(() => this.flush(), RETRY);
    }
  }

  /** Somebody else typed into the same field: both texts stand side by side until one is chosen. */
  #ask(name, theirs) {
    this.#conflicts.set(name, theirs);
    const notice = document.createElement("div");
    notice.className = "notice notice-warning";
    notice.setAttribute("role", "alert");
    const sentence = document.createElement("p");
    sentence.textContent = `${this.texts.nameOf(name)}: sementara Anda menulis, orang lain menulis “${theirs || "(kosong)"}”. Tulisan Anda belum tersimpan.`;
    const choose = (mine) => {
      this.#conflicts.delete(name);
      this.#base[name] = theirs;
      if (!mine) {
        this.texts.write(name, theirs);
      }

      notice.remove();
      this.changed();
      this.flush();
    };
    notice.append(sentence, button("Simpan tulisan saya", () => choose(true)), " ", button("Pakai tulisan itu", () => choose(false)));
    this.form.querySelector("[data-typed-notices]").append(notice);
  }

  #restore() {
    const kept = storage.read(this.form.dataset.typedKey);
    if (!kept) {
      return;
    }

    let restored = 0;
    for (const [name, text] of Object.entries(kept.texts)) {
      const stored = this.#base[name];
      if (stored === undefined || stored === text.after) {
        continue;
      }

      this.texts.write(name, text.after);
      restored++;
      if (stored !== text.before) {
        this.#ask(name, stored);
      }
    }

    if (restored > 0) {
      const notice = document.createElement("div");
      notice.className = "notice notice-info";
      notice.textContent = `Isian yang belum tersimpan dari ${clock(kept.time)} dipulihkan.`;
      this.form.querySelector("[data-typed-notices]").append(notice);
      this.form.closest("details")?.setAttribute("open", "");
      this.changed();
    } else {
      this.#keep();
    }
  }

  #keep() {
    this.isKept = storage.write(this.form.dataset.typedKey, { texts: this.unsaved(), time: Date.now() });
  }

  #show() {
    const state = this.form.querySelector("[data-typed-state]");
    const safe = this.isKept ? "Isian Anda aman di perangkat ini." : "Jangan tutup halaman ini.";
    const unsaved = this.isUnsaved;
    const [kind, text] = unsaved && this.#trouble === "lost" ? ["failed", `Belum tersimpan: tidak ada sambungan. ${safe} Mencoba lagi.`]
      : unsaved && this.#trouble === "expired" ? ["failed", `Belum tersimpan: waktu masuk Anda sudah habis. ${safe}`]
        : unsaved && this.#trouble ? ["failed", `Belum tersimpan: ${this.#trouble}`]
          : unsaved ? ["saving", this.#isSending ? "Menyimpan…" : "Belum tersimpan"]
            : ["saved", this.storedAt ? `Tersimpan ${this.storedAt}` : ""];
    if (state.dataset.state !== kind || state.dataset.text !== text) {
      Object.assign(state.dataset, { state: kind, text });
      state.replaceChildren(text);
      if (unsaved && this.#trouble === "expired") {
        const link = document.createElement("a");
        link.href = `/masuk?kembali=${encodeURIComponent(location.pathname + location.search)}`;
        link.textContent = "Masuk lagi";
        state.append(" ", link);
      }
    }

    this.#button("undo")?.toggleAttribute("disabled", this.#undo.length === 0 && Object.keys(this.unsaved()).length === 0);
    this.#button("redo")?.toggleAttribute("disabled", this.#redo.length === 0);
  }

  #button(name) {
    return this.form.querySelector(`[data-typed-${name}]`);
  }
}

async function messageOf(answer) {
  try {
    return (await answer.json()).message;
  } catch {
    return `server tidak dapat menyimpannya (${answer.status}).`;
  }
}

const start = () => {
  page.forms = [...document.querySelectorAll("form[data-typed]")].map((form) => new TypedForm(form));
  if (page.forms.length === 0) {
    return;
  }

  // What another form of the page does is done to what was typed: that is stored first.
  addEventListener("submit", async (event) => {
    if (event.target.matches("[data-words], [data-reasons]")) {
      // Enter in a field; the button is for browsers without script.
      event.preventDefault();
      event.stopImmediatePropagation();
      page.forms.forEach((form) => form.flush());
      return;
    }

    if (!page.forms.some((form) => form.isUnsaved)) {
      return;
    }

    event.preventDefault();
    event.stopImmediatePropagation();
    const stored = [];
    for (const form of page.forms) {
      stored.push(await form.flush());
    }

    if (stored.every(Boolean)) {
      event.target.requestSubmit(event.submitter);
    }
  }, { capture: true });
  addEventListener("beforeunload", (event) => {
    if (page.forms.some((form) => form.isUnsaved)) {
      event.preventDefault();
    }
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      page.forms.forEach((form) => form.flush());
    }
  });
  addEventListener("online", () => page.forms.forEach((form) => form.flush()));
};

// Lists fill themselves from scripts that load before this one runs.
if (document.readyState === "complete") {
  start();
} else {
  addEventListener("load", start);
}

// What only a script can do is shown by it.
document.querySelectorAll("form[data-typed] .needs-script").forEach((part) => { part.hidden = false; });
