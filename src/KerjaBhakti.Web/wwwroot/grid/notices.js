// What the grid says in words: the state of saving, a strip while the connection is lost, what was just done, and what is known of the active cell.

import { element, newId, setText } from './dom.js';

const changes = count => `${count} perubahan`;

/** The words and signs of the severities, so that none is told by colour alone. */
const SEVERITIES = { error: ['✕', 'Berat'], warning: ['▲', 'Peringatan'], info: ['●', 'Catatan'], change: ['◆', 'Diubah'], comment: ['❝', 'Komentar'] };

export const severityWord = severity => SEVERITIES[severity][1];

/**
 * Something to know about a cell.
 * @typedef {{ severity: 'error' | 'warning' | 'info' | 'change' | 'comment', word?: string, text: string, actions?: { text: string, run: () => void }[] }} Note
 */

const noteText = note => `${note.word ?? severityWord(note.severity)}: ${note.text}`;

const noteLine = note => element('span', { class: `grid-note is-${note.severity}` },
  element('span', { class: 'grid-note-sign', 'aria-hidden': 'true', text: SEVERITIES[note.severity][0] }), noteText(note));

export class Notices {
  #stripButton;
  #stripAction = null;
  #actions;

  /** @param {HTMLElement | null} status  Where the state of saving is written; the grid makes a place of its own where none is given. */
  constructor(status, { retry, showConflict, copyUnsaved }) {
    this.message = element('p', { class: 'grid-message', role: 'status' });
    this.status = status ?? element('p', { class: 'grid-save-state' });
    this.footer = element('div', { class: 'grid-footer' }, this.message, status ? null : this.status);
    this.stripText = element('span', { role: 'status' });
    this.#stripButton = element('button', { class: 'grid-button', type: 'button', onclick: () => this.#stripAction() });
    this.strip = element('div', { class: 'grid-strip', hidden: true }, this.stripText, this.#stripButton);
    this.#actions = { retry, showConflict, copyUnsaved };

    this.address = element('span', { class: 'grid-address' });
    this.value = element('span', { class: 'grid-value' });
    this.notes = element('span', { class: 'grid-notes' });
    this.cellBar = element('div', { class: 'grid-cell-bar' }, this.address, this.value, this.notes);
    this.description = element('div', { id: newId('grid-description'), hidden: true });
    this.tip = element('div', { class: 'grid-tip', role: 'tooltip', popover: 'manual' });
  }

  say(text) {
    // The same words twice are said twice.
    this.message.textContent = this.message.textContent === text ? `${text}\u00a0` : text;
  }

  /** @param {import('./session.js').DraftSession} session */
  showState(session) {
    const { queue, conflicts, failed, goneMessage } = session;
    const offline = queue.failing || !navigator.onLine;
    const waiting = queue.size;
    const parts = [
      conflicts.size > 0 ? `${conflicts.size} pertentangan menunggu pilihan Anda` : null,
      failed.size > 0 ? `${changes(failed.size)} ditolak` : null,
      waiting === 0 ? null
        : goneMessage !== null ? `${changes(waiting)} tidak tersimpan`
          : offline ? `${changes(waiting)} belum tersimpan – mencoba lagi`
            : `Menyimpan ${changes(waiting)}…`,
    ].filter(Boolean);
    this.status.dataset.state = goneMessage !== null ? 'gone'
      : conflicts.size > 0 ? 'conflict'
        : failed.size > 0 ? 'failed'
          : waiting === 0 ? 'saved'
            : offline ? 'waiting' : 'saving';
    setText(this.status, parts.join(' · ') || (session.readOnly ? 'Hanya dibaca' : 'Semua perubahan tersimpan'));

    if (goneMessage !== null) {
      this.#showStrip('gone', goneMessage, waiting > 0 ? 'Salin yang belum tersimpan' : null, this.#actions.copyUnsaved);
    } else if (offline) {
      const wait = waiting > 0 ? `${changes(waiting)} menunggu dan disimpan begitu tersambung.` : 'Semua perubahan Anda sudah tersimpan.';
      this.#showStrip('offline', `Sambungan terputus. Anda dapat terus mengetik. ${wait}`, waiting > 0 ? 'Coba sekarang' : null, this.#actions.retry);
    } else if (conflicts.size > 0) {
      this.#showStrip('conflict', `${conflicts.size} pertentangan menunggu pilihan Anda.`, 'Lihat pertentangan', this.#actions.showConflict);
    } else {
      this.strip.hidden = true;
      setText(this.stripText, '');
    }
  }

  /**
   * Shows the active cell in the bar above the table, and describes it for a screen reader.
   * @param {string} address
   * @param {string} value
   * @param {Note[]} notes
   */
  showCell(address, value, notes) {
    setText(this.address, address);
    setText(this.value, value);
    this.notes.replaceChildren(...notes.flatMap(note => [
      noteLine(note),
      ...(note.actions ?? []).map(action => element('button', { class: 'grid-button', type: 'button', text: action.text, onclick: action.run })),
    ]));
    setText(this.description, notes.map(noteText).join(' '));
  }

  /** Shows the notes beside a cell. @param {HTMLElement} cell @param {Note[]} notes */
  showTip(cell, notes) {
    this.tip.replaceChildren(...notes.map(noteLine));
    this.tip.togglePopover(true);
    const box = cell.getBoundingClientRect();
    const above = box.top - this.tip.offsetHeight - 4;
    Object.assign(this.tip.style, {
      left: `${Math.max(4, Math.min(box.left, window.innerWidth - this.tip.offsetWidth - 4))}px`,
      top: `${above >= 4 ? above : box.bottom + 4}px`,
    });
  }

  hideTip() {
    this.tip.togglePopover(false);
  }

  #showStrip(kind, text, action, run) {
    this.strip.hidden = false;
    this.strip.dataset.kind = kind;
    this.#stripAction = run;
    setText(this.stripText, text);
    this.#stripButton.hidden = action === null;
    setText(this.#stripButton, action ?? '');
  }
}
