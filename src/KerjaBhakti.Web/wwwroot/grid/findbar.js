// Find and replace within the grid: a bar above the table that walks through the cells containing a text.

import { element } from './dom.js';
import { fold } from './text.js';

/** @typedef {{ row: number, column: number, text: string }} Hit */

export class FindBar {
  #sheet;
  #handle;

  /**
   * @param {import('./sheet.js').Sheet} sheet
   * @param {{ active: () => { row: number, column: number } | null, show: (hit: Hit) => void,
   *           replace: (hits: Hit[], search: string, replacement: string) => void, mark: (hits: Hit[]) => void, say: (text: string) => void, close: () => void }} handle
   *   `mark` shows every hit in the table.
   */
  constructor(sheet, handle) {
    this.#sheet = sheet;
    this.#handle = handle;
    const button = (text, onclick) => element('button', { class: 'grid-button', type: 'button', text, onclick });
    this.search = element('input', { class: 'grid-field-input', type: 'search', oninput: () => this.#count() });
    this.replacement = element('input', { class: 'grid-field-input', type: 'text' });
    this.count = element('span', { class: 'grid-find-count', role: 'status' });
    this.replacing = element('span', { class: 'grid-replacing' },
      element('label', { class: 'grid-inline-field' }, 'Ganti dengan', this.replacement),
      button('Ganti', () => this.#replaceOne()),
      button('Ganti semua', () => this.#replaceAll()));
    this.bar = element('div', { class: 'grid-find', role: 'search', 'aria-label': 'Cari dalam tabel', hidden: true, onkeydown: event => this.#press(event) },
      element('label', { class: 'grid-inline-field' }, 'Cari', this.search),
      button('Sebelumnya', () => this.step(-1)),
      button('Berikutnya', () => this.step(1)),
      this.replacing,
      this.count,
      button('Tutup', () => this.close()));
  }

  open(replacing, canReplace) {
    this.replacing.hidden = !replacing || !canReplace;
    this.bar.hidden = false;
    this.search.focus();
    this.search.select();
    this.#count();
  }

  close() {
    this.bar.hidden = true;
    this.#handle.mark([]);
    this.#handle.close();
  }

  /** Goes to the next cell that contains the text, or with -1 to the previous, round the end. */
  step(direction) {
    const hits = this.#hits();
    const active = this.#handle.active();
    const isBeyond = hit => direction * (hit.row - active.row || hit.column - active.column) > 0;
    const ordered = direction > 0 ? hits : hits.toReversed();
    const hit = ordered.find(isBeyond) ?? ordered[0];
    if (hit) {
      this.#handle.show(hit);
    }

    this.#count();
  }

  /** Counts and marks anew, after the draft has changed. */
  follow() {
    if (!this.bar.hidden) {
      this.#count();
    }
  }

  #hits() {
    const search = fold(this.search.value);
    return search === '' ? [] : this.#cells().filter(cell => fold(cell.text).includes(search));
  }

  /** @returns {Hit[]} */
  #cells() {
    return this.#sheet.shown.rows.flatMap((row, index) => [
      { row: index, column: 0, text: row.label },
      ...row.cells.map((text, month) => ({ row: index, column: month + 1, text })),
    ]);
  }

  #count() {
    const hits = this.#hits();
    this.#handle.mark(hits);
    const active = this.#handle.active();
    const place = hits.findIndex(hit => hit.row === active.row && hit.column === active.column);
    const found = place < 0 ? `${hits.length} sel` : `${place + 1} dari ${hits.length} sel`;
    this.count.textContent = this.search.value === '' ? '' : hits.length === 0 ? 'Tidak ditemukan' : found;
  }

  #replaceOne() {
    const active = this.#handle.active();
    const hit = this.#hits().find(found => found.row === active.row && found.column === active.column);
    if (hit) {
      this.#handle.replace([hit], this.search.value, this.replacement.value);
    }

    this.step(1);
  }

  #replaceAll() {
    this.#handle.replace(this.#hits(), this.search.value, this.replacement.value);
    this.#count();
  }

  #press(event) {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
    } else if (event.key === 'Enter' && event.target.tagName === 'INPUT') {
      event.preventDefault();
      this.step(event.shiftKey ? -1 : 1);
    }
  }
}
