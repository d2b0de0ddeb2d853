// Typing into the active cell: what the editor begins with, and where what was typed goes.

import { cellKey } from './model.js';
import { textEdit } from './session.js';

export class Typing {
  #session;
  #sheet;
  #selection;
  #movement;
  #handle;

  /**
   * @param {import('./session.js').DraftSession} session
   * @param {import('./sheet.js').Sheet} sheet
   * @param {import('./selection.js').Selection} selection
   * @param {import('./movement.js').Movement} movement
   * @param {{ open: (target: import('./editor.js').Target, text: string, isAfresh: boolean) => void, placeOf: (rowId: string, month: string | null) => string,
   *           ask: (key: string) => void, chooseRegion: () => void, focus: () => void, say: (text: string) => void }} handle
   */
  constructor(session, sheet, selection, movement, handle) {
    this.#session = session;
    this.#sheet = sheet;
    this.#selection = selection;
    this.#movement = movement;
    this.#handle = handle;
  }

  /** Edits the active cell: with null its content, otherwise afresh. Cells that hold a question ask it instead. */
  edit(value) {
    const { active } = this.#selection;
    const row = this.#sheet.shown.rows[active.row];
    const key = cellKey(row.id, this.#sheet.shown.monthAt(active.column));
    if (!this.#session.canEdit) {
      this.#handle.say(this.#session.goneMessage ?? 'Rancangan ini hanya dapat dibaca.');
    } else if (this.#session.conflicts.has(key)) {
      this.#handle.ask(key);
    } else if (row.region && active.column > 0) {
      this.#handle.chooseRegion();
    } else {
      const failed = this.#session.failed.get(key);
      this.open(failed ? failed.edit.text : null, value);
    }
  }

  /** Opens the editor over the active cell with a text; with null in both, with what the cell holds. */
  open(content, value) {
    const { active } = this.#selection;
    const { shown } = this.#sheet;
    const rowId = shown.rows[active.row].id;
    const month = shown.monthAt(active.column);
    const target = { rowId, month, column: active.column, original: shown.textOf(rowId, month), name: this.#handle.placeOf(rowId, month) };
    this.#handle.open(target, value ?? content ?? target.original, value !== null);
  }

  /** Stores what was typed and goes on. */
  commit(target, text, move) {
    const { rowId, month, original } = target;
    const key = cellKey(rowId, month);
    const row = this.#session.shown.row(rowId);
    if (!row || (row.region && month !== null)) {
      if (text !== original) {
        this.#session.strand(rowId, month, text, target.name);
      }
    } else if (this.#session.conflicts.has(key)) {
      this.#session.resolve(key, text);
    } else if (month === null && text === '' && original !== '') {
      this.#handle.say('Jabatan tidak boleh kosong. Untuk menghapus baris, pakai Hapus baris.');
    } else {
      if (text !== original) {
        // What was said before is no longer the last thing that happened.
        this.#handle.say('');
      }

      this.#session.perform(month === null ? 'ubah jabatan' : text === '' ? 'kosongkan 1 sel' : 'isi 1 sel', [textEdit(rowId, month, original, text)]);
    }

    this.#leave(move);
  }

  /** The edit that would store what is being typed; null where a cell does not take it. */
  editOf({ rowId, month, original }, text) {
    return month === null && text === '' ? null : textEdit(rowId, month, original, text);
  }

  #leave(move) {
    if (move === 'leave') {
      return;
    }

    if (move === null) {
      this.#handle.focus();
    } else if (move === 'down' || move === 'up') {
      this.#movement.enter(move === 'down' ? 1 : -1);
    } else if (move === 'next' || move === 'previous') {
      this.#movement.tab(move === 'next' ? 1 : -1);
    } else {
      this.#movement.step(0, move === 'right' ? 1 : -1);
    }
  }
}
