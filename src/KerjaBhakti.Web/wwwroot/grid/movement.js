// Moving the active cell and the selection as Excel does.

import { LEAVE } from './keyboard.js';

export class Movement {
  #sheet;
  #selection;
  #handle;
  #told = null;
  #isLeaving = false;

  /**
   * @param {import('./sheet.js').Sheet} sheet
   * @param {import('./selection.js').Selection} selection
   * @param {{ moved: () => void, say: (text: string) => void, rowsInView: () => number }} handle
   */
  constructor(sheet, selection, handle) {
    this.#sheet = sheet;
    this.#selection = selection;
    this.#handle = handle;
  }

  step(rowStep, columnStep, { extend = false, toEdge = false } = {}) {
    const start = extend ? this.#selection.head : this.#selection.active;
    const from = columnStep === 0 ? start : this.#endOfMerged(start, columnStep);
    const to = toEdge
      ? this.#selection.edge(from, rowStep, columnStep)
      : { row: from.row + rowStep, column: from.column + columnStep };
    this.goTo(to, extend);
  }

  page(step, extend) {
    this.step(step * this.#handle.rowsInView(), 0, { extend });
  }

  toColumn(end, extend) {
    const { row } = extend ? this.#selection.head : this.#selection.active;
    this.goTo({ row, column: end === 'first' ? 0 : this.#selection.lastColumn }, extend);
  }

  toCorner(end, extend) {
    const { lastRow, lastColumn } = this.#selection;
    this.goTo(end === 'first' ? { row: 0, column: 0 } : { row: lastRow, column: lastColumn }, extend);
  }

  goTo(place, extend = false) {
    this.#selection.goTo(place, extend);
    this.#moved();
    this.#sayBlock();
  }

  enter(step) {
    this.#selection.enter(step);
    this.#moved();
  }

  /** `LEAVE` where Tab goes on to what follows the table. */
  tab(step) {
    if (!this.#selection.isBlock) {
      const { active } = this.#selection;
      const end = this.#endOfMerged(active, step);
      if (end.column !== active.column) {
        this.#selection.goTo(end);
      }
    }

    if (this.#isLeaving || !this.#selection.tab(step)) {
      this.#isLeaving = false;
      return LEAVE;
    }

    this.#moved();
    return undefined;
  }

  /** Makes the active cell the whole selection; where it is already, lets the next Tab leave the table. */
  escape() {
    if (this.#selection.isBlock) {
      this.goTo(this.#selection.active);
    } else {
      this.#isLeaving = true;
      this.#handle.say('Tekan Tab untuk keluar dari tabel.');
    }
  }

  /** Selects whole rows, whole columns, or all. @param {'row' | 'column' | 'all'} which */
  selectLines(which) {
    const { top, bottom, left, right } = this.#selection.block;
    const { lastRow, lastColumn } = this.#selection;
    this.select({
      top: which === 'row' ? top : 0, bottom: which === 'row' ? bottom : lastRow,
      left: which === 'column' ? left : 0, right: which === 'column' ? right : lastColumn,
    });
    this.#sayBlock();
  }

  /** Selects a whole column, and says how many cells that are. */
  selectColumn(column) {
    this.select({ top: 0, bottom: this.#selection.lastRow, left: column, right: column });
    this.#sayBlock();
  }

  /** @param {import('./selection.js').Block} block */
  select(block) {
    this.#selection.follow(this.#sheet.shown);
    this.#selection.select(block);
    this.#moved();
  }

  /** Goes to the next finding, or with -1 to the previous, round the end. @param {{ row: number, column: number, message: string, isOfMonth: boolean }[]} findings  In order. */
  toFinding(findings, step) {
    // Several findings may stand at one cell: from the one that was told last it goes on, from anywhere else by place.
    const { active } = this.#selection;
    const here = findings.findIndex(place => place.message === this.#told && place.row === active.row && place.column === active.column);
    const cells = findings.filter(place => !place.isOfMonth);
    const isBeyond = place => step * (place.row - active.row || place.column - active.column) > 0;
    const next = here >= 0
      ? findings[(here + step + findings.length) % findings.length]
      : (step > 0 ? cells : cells.toReversed()).find(isBeyond) ?? (step > 0 ? findings[cells.length] ?? findings[0] : findings.at(-1));
    if (next) {
      this.goTo(next);
      this.#told = next.message;
      this.#handle.say(`Temuan ${findings.indexOf(next) + 1} dari ${findings.length}: ${next.message}`);
    } else {
      this.#handle.say(this.#sheet.isFiltered ? 'Tidak ada temuan pada baris yang terlihat.' : 'Tidak ada temuan pada tabel.');
    }
  }

  /** Inside a merged cell the next one to the right is beyond all months, the next to the left is the label. */
  #endOfMerged({ row, column }, step) {
    const isMerged = column > 0 && this.#sheet.shown.rows[row].region;
    return { row, column: isMerged ? (step > 0 ? this.#selection.lastColumn : 1) : column };
  }

  #moved() {
    this.#isLeaving = false;
    this.#handle.moved();
  }

  #sayBlock() {
    const { block, isBlock } = this.#selection;
    if (isBlock) {
      this.#handle.say(`${block.bottom - block.top + 1} × ${block.right - block.left + 1} sel dipilih`);
    }
  }
}
