// "Ke baris": goes to a row by its number or by how its label begins.

import { element, setText } from './dom.js';
import { fold } from './text.js';

/**
 * The rows somebody may mean: the one with the number, or those whose label begins with the text, then those in which a word does.
 * @param {import('./model.js').Draft} draft
 * @returns {string[]} Their ids.
 */
export function rowsMeant(draft, text) {
  const key = fold(text);
  if (/^\d+$/.test(key)) {
    return draft.rows.slice(Number(key) - 1, Number(key)).map(row => row.id);
  }

  const rows = key === '' ? [] : draft.rows;
  const begins = rows.filter(row => fold(row.label).startsWith(key));
  const inside = rows.filter(row => !begins.includes(row) && fold(row.label).includes(` ${key}`));
  return [...begins, ...inside].map(row => row.id);
}

export class JumpBar {
  #sheet;
  #handle;
  #meant = [];
  #chosen = 0;

  /**
   * @param {import('./sheet.js').Sheet} sheet
   * @param {{ go: (rowId: string) => void, leave: () => void }} handle
   */
  constructor(sheet, handle) {
    this.#sheet = sheet;
    this.#handle = handle;
    this.field = element('input', { class: 'grid-field-input', type: 'text', autocomplete: 'off', oninput: () => this.#look() });
    this.target = element('span', { class: 'grid-find-count', role: 'status' });
    this.bar = element('div', { class: 'grid-find', role: 'search', 'aria-label': 'Ke baris', hidden: true, onkeydown: event => this.#press(event) },
      element('label', { class: 'grid-inline-field' }, 'Ke baris', this.field),
      element('button', { class: 'grid-button', type: 'button', text: 'Pergi', onclick: () => this.#go() }),
      this.target,
      element('button', { class: 'grid-button', type: 'button', text: 'Tutup', onclick: () => this.#close() }));
  }

  open() {
    this.bar.hidden = false;
    this.field.focus();
    this.field.select();
    this.#look();
  }

  #look() {
    this.#meant = rowsMeant(this.#sheet.whole, this.field.value);
    this.#chosen = 0;
    this.#say();
  }

  #say() {
    const { whole } = this.#sheet;
    const row = whole.row(this.#meant[this.#chosen]);
    const place = this.#meant.length > 1 ? ` (${this.#chosen + 1} dari ${this.#meant.length}; ↑ ↓ memilih)` : '';
    setText(this.target, row
      ? `${this.#sheet.numberOf(row.id)}. ${row.label || 'tanpa jabatan'}${place}`
      : this.field.value.trim() === '' ? `Nomor 1 s.d. ${whole.rows.length}, atau awal jabatan` : 'Tidak ada baris itu');
  }

  #go() {
    const rowId = this.#meant[this.#chosen];
    if (rowId) {
      this.bar.hidden = true;
      this.#handle.go(rowId);
    } else {
      this.#say();
      this.field.focus();
    }
  }

  #close() {
    this.bar.hidden = true;
    this.#handle.leave();
  }

  #press(event) {
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'Enter' && event.target === this.field) {
      event.preventDefault();
      this.#go();
    } else if (step && this.#meant.length > 0) {
      event.preventDefault();
      this.#chosen = (this.#chosen + step + this.#meant.length) % this.#meant.length;
      this.#say();
    }
  }
}
