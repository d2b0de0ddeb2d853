// What colleagues say about a cell: read, answered and settled in a dialog of its own. "@" offers whom a comment may name. Words that are not sent yet stay
// in this page's storage until they are.

import { element, newId, newUuid, setText } from './dom.js';
import { keyName } from './keys.js';
import { fold } from './text.js';

/** The longest comment, in characters. The server refuses more (Comment.TextLength). */
const COMMENT_LENGTH = 1000;
const MOST_NAMES = 6;

/** How long what was typed before may take to be stored. */
const STORED_WITHIN = 5000;

/** An "@" at the beginning of a word, with what follows it up to the caret. */
const NAME_BEGUN = /(?:^|[^\p{L}\p{N}])@([^@\n]{0,60})$/u;

/**
 * @typedef {{ id: string, rowId: string, month: string | null, comments: { by: string, at: string, text: string }[] }} Thread
 * @typedef {{ name: string, role: string }} Reader
 */

export class CommentDesk {
  #server;
  #draftId;
  #user;
  #handle;
  #threads = [];
  #dialog = null;

  /** Whether the user may say something. */
  mayComment;

  /**
   * @param {object} server  A DotNetObjectReference.
   * @param {{ draftId: string, user: string | null, mayComment: boolean }} of
   * @param {{ host: HTMLElement, asking: <T>(question: () => Promise<T>) => Promise<T>, changed: () => void, say: (text: string) => void,
   *           whenStored: () => Promise<void> }} handle  `whenStored`: what was typed before must be there before something is said of it.
   */
  constructor(server, { draftId, user, mayComment }, handle) {
    this.#server = server;
    this.#draftId = draftId;
    this.#user = user;
    this.mayComment = mayComment;
    this.#handle = handle;
  }

  /** Whether words stand in the open dialog that are not sent. */
  get isUnsent() {
    return this.#dialog !== null && this.#dialog.isUnsent();
  }

  /** @param {Thread[]} threads  Those that are not settled. */
  set(threads) {
    this.#threads = threads;
    this.#dialog?.show();
    this.#handle.changed();
  }

  /**
   * What is said of a cell; of the merged cell of a region row, what is said of any month.
   * @param {import('./model.js').Row} row @param {string | null} month @returns {Thread[]}
   */
  at(row, month) {
    return this.#threads.filter(thread => thread.rowId === row.id && (month === null ? thread.month === null
      : row.region ? thread.month !== null : thread.month === month));
  }

  /** What is said of a place whose row may be gone. @returns {Thread[]} */
  of(rowId, month) {
    return this.#threads.filter(thread => thread.rowId === rowId && thread.month === month);
  }

  /**
   * Opens what is said of a cell.
   * @param {string} place  The cell's name.
   * @param {() => Thread[]} threads  What is said of it, as it is now.
   * @param {{ rowId: string, month: string | null }} cell  Where something new is said.
   */
  async open(place, threads, cell) {
    if (this.#dialog) {
      return;
    }

    if (!this.mayComment && threads().length === 0) {
      this.#handle.say('Belum ada komentar pada sel ini.');
      return;
    }

    await this.#handle.asking(() => new Promise(resolve => this.#build(place, threads, cell, resolve)));
  }

  #build(place, threads, cell, resolve) {
    const id = newId('grid-comment');
    const key = `kerjabhakti.komentar.${this.#user}.${this.#draftId}.${cell.rowId}.${cell.month ?? ''}`;
    const heading = element('h2', { id, class: 'grid-dialog-title', tabindex: -1, text: 'Komentar' });
    const list = element('ol', { class: 'grid-comments', 'aria-live': 'polite' });
    const field = element('textarea', {
      class: 'grid-comment-text', id: `${id}-text`, rows: 3, maxlength: COMMENT_LENGTH, 'aria-autocomplete': 'list', 'aria-controls': `${id}-names`,
      'aria-describedby': `${id}-hint ${id}-error`, oninput: () => { keep(key, field.value); setText(error, ''); names.suggest(); },
      onkeydown: event => press(event), onblur: () => names.close(),
    });
    const label = element('label', { for: field.id });
    const hint = element('p', { class: 'grid-side-note', id: `${id}-hint`, text: `Ketik @ untuk menyebut nama; yang disebut diberi tahu. ${keyName('Ctrl+Enter')} mengirim.` });
    const error = element('p', { class: 'grid-comment-error', id: `${id}-error`, role: 'alert' });
    const names = new NameList(field, `${id}-names`, () => this.#server.invokeMethodAsync('ReadersAsync'));
    const send = element('button', { class: 'grid-button is-primary', type: 'button', text: 'Kirim', onclick: () => say() });
    const settle = element('button', { class: 'grid-button', type: 'button', text: 'Tandai selesai', onclick: () => end() });
    const close = element('button', { class: 'grid-button', type: 'button', text: 'Tutup', onclick: () => dialog.close() });
    const writing = element('div', { class: 'grid-comment-new' }, label, field, names.list, names.status, hint);
    const dialog = element('dialog', {
      class: 'grid-dialog is-comment', 'aria-labelledby': id, onkeydown: event => event.stopPropagation(),
      oncancel: event => { if (names.isOpen || isBusy) { event.preventDefault(); names.close(); } },
      onclose: () => { dialog.remove(); this.#dialog = null; resolve(null); },
    }, heading, element('p', { text: place }), list, this.mayComment ? writing : null, error,
    element('div', { class: 'grid-dialog-buttons' }, ...(this.mayComment ? [send, settle] : []), close));

    // The same words that are sent again after a lost answer are the same comment.
    let sending = newUuid();
    let isBusy = false;

    const show = () => {
      const open = threads();
      list.replaceChildren(...open.flatMap(thread => thread.comments.map(comment => element('li', {},
        element('p', { class: 'grid-comment-by' }, element('strong', { text: comment.by }), ` ${comment.at}`),
        element('p', { class: 'grid-comment-words', text: comment.text })))));
      list.hidden = open.length === 0;
      setText(label, open.length > 0 ? 'Jawaban' : 'Komentar baru');
      settle.hidden = open.length === 0;
    };

    /** One act at a time, however often a button is pressed; what it refuses stands at the field, the words stay. */
    const act = async run => {
      if (isBusy) {
        return;
      }

      isBusy = true;
      [send, settle].forEach(button => button.setAttribute('aria-disabled', 'true'));
      setText(error, '');
      try {
        setText(error, await run() ?? '');
      } catch {
        setText(error, 'Sambungan terputus; belum terkirim. Tulisan Anda masih di sini, coba lagi begitu tersambung.');
      } finally {
        isBusy = false;
        [send, settle].forEach(button => button.removeAttribute('aria-disabled'));
      }
    };

    const say = () => act(async () => {
      if (field.value.trim() === '') {
        field.focus();
        return 'Tulis komentarnya dahulu.';
      }

      await Promise.race([
        this.#handle.whenStored(),
        new Promise((_, reject) => { setTimeout(() => reject(new Error('What was typed before is not stored.')), STORED_WITHIN); }),
      ]);
      const refusal = await this.#server.invokeMethodAsync('CommentAsync', sending, cell.rowId, cell.month, field.value);
      if (refusal === null) {
        sending = newUuid();
        field.value = '';
        keep(key, '');
        this.#handle.say('Komentar terkirim.');
        dialog.close();
      }

      return refusal;
    });

    const end = () => act(async () => {
      if (field.value.trim() !== '') {
        field.focus();
        return 'Kirim atau hapus dahulu yang Anda tulis.';
      }

      for (const thread of threads()) {
        const refusal = await this.#server.invokeMethodAsync('SettleAsync', thread.id);
        if (refusal !== null) {
          return refusal;
        }
      }

      this.#handle.say('Komentar ditandai selesai.');
      dialog.close();
      return null;
    });

    const press = event => {
      if (!names.press(event) && event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat) {
        event.preventDefault();
        say();
      }
    };

    this.#dialog = { show, isUnsent: () => field.value.trim() !== '' };
    field.value = kept(key);
    show();
    this.#handle.host.append(dialog);
    dialog.showModal();
    (this.mayComment ? field : heading).focus();
    list.scrollTop = list.scrollHeight;
  }

  dispose() {
    this.#dialog = null;
  }
}

/** The names that fit what is typed after an "@". */
class NameList {
  #field;
  #ask;
  #readers = null;
  #shown = [];
  #chosen = 0;

  /** @param {() => Promise<Reader[]>} ask */
  constructor(field, id, ask) {
    this.#field = field;
    this.#ask = ask;
    this.list = element('ul', { class: 'grid-names', id, role: 'listbox', 'aria-label': 'Nama', hidden: true, onpointerdown: event => this.#pick(event) });
    this.status = element('p', { class: 'visually-hidden', role: 'status' });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  async suggest() {
    if (this.#begun() === null) {
      this.close();
      return;
    }

    // Asked once the first "@" is typed; whoever types on meanwhile is asked for what then stands there.
    this.#readers ??= this.#ask().catch(() => { this.#readers = null; return []; });
    const readers = await this.#readers;
    const begun = this.#begun();
    const start = begun === null ? null : fold(begun);
    this.#shown = start === null ? [] : readers
      .filter(({ name }) => fold(name).startsWith(start) || (start !== '' && fold(name).split(' ').some(word => word.startsWith(start))))
      .filter(({ name }) => fold(name) !== start)
      .slice(0, MOST_NAMES);
    this.#chosen = 0;
    this.#draw();
    setText(this.status, this.#shown.length > 0 ? `${this.#shown.length} nama; panah untuk memilih, Enter untuk memakai.`
      : begun === '' && readers.length === 0 ? 'Tidak ada akun lain yang dapat membaca rancangan ini.' : '');
  }

  /** Whether the key was meant for the list. */
  press(event) {
    if (!this.isOpen) {
      return false;
    }

    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#chosen = (this.#chosen + step + this.#shown.length) % this.#shown.length;
      this.#draw();
    } else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') {
      this.#take(this.#shown[this.#chosen]);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      return false;
    }

    event.preventDefault();
    return true;
  }

  close() {
    this.list.hidden = true;
    this.#field.removeAttribute('aria-activedescendant');
  }

  #begun() {
    const { value, selectionStart, selectionEnd } = this.#field;
    return selectionStart === selectionEnd ? NAME_BEGUN.exec(value.slice(0, selectionStart))?.[1] ?? null : null;
  }

  #draw() {
    const optionId = index => `${this.list.id}-${index}`;
    this.list.replaceChildren(...this.#shown.map(({ name, role }, index) => element('li', {
      class: 'grid-option', id: optionId(index), role: 'option', 'aria-selected': index === this.#chosen ? 'true' : 'false', 'data-index': index,
    }, element('span', { text: name }), element('span', { class: 'grid-option-note', text: role }))));
    this.list.hidden = this.#shown.length === 0;
    if (this.isOpen) {
      this.#field.setAttribute('aria-activedescendant', optionId(this.#chosen));
    } else {
      this.close();
    }
  }

  #pick(event) {
    // The field keeps the focus.
    event.preventDefault();
    const option = event.target.closest('[role="option"]');
    if (option) {
      this.#take(this.#shown[Number(option.dataset.index)]);
    }
  }

  #take({ name }) {
    const begun = this.#begun();
    if (begun !== null) {
      const end = this.#field.selectionStart;
      this.#field.setRangeText(`${name} `, end - begun.length, end, 'end');
      this.#field.dispatchEvent(new Event('input', { bubbles: true }));
    }

    this.close();
  }
}

function keep(key, text) {
  try {
    if (text === '') {
      sessionStorage.removeItem(key);
    } else {
      sessionStorage.setItem(key, text);
    }
  } catch {
    // Storage is off or full: the words live as long as the dialog.
  }
}

function kept(key) {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
