// What a paste would do, cell by cell, before it does it. Nothing in here draws or changes the draft.

import { newUuid } from './dom.js';
import { MOST_ROWS, cellKey } from './model.js';
import { textEdit } from './session.js';
import { CELL_LENGTH, LABEL_LENGTH, tidy } from './text.js';

/**
 * What becomes of a pasted cell: `accepted`; `alias`, another spelling of a name, stored as it is written; `unknown`, no name; `cleared`; `outside`, it has
 * no place here and is left out, as `reason` says; `same`, what stands there already.
 * @typedef {'unknown' | 'outside' | 'cleared' | 'alias' | 'accepted' | 'same'} Verdict
 * @typedef {{ rowId: string, number: number, column: number, month: string | null, now: string, text: string, verdict: Verdict, reason?: string, names?: string[] }} PastedCell
 *   `number` is the row's in the whole draft. `names` are those that may be written instead: of an alias its name, of an unknown text the nearest.
 */

/** Every verdict, those a person has to look at first. @type {Verdict[]} */
export const VERDICTS = ['unknown', 'outside', 'cleared', 'alias', 'accepted', 'same'];

/** @param {Verdict} verdict */
export const needsLook = verdict => VERDICTS.indexOf(verdict) < VERDICTS.indexOf('accepted');

/**
 * Where a block lands: at the first selected cell, as large as it is. One cell, or a block that fits into the selection a whole number of times, fills it.
 * @param {string[][]} block
 * @param {import('./selection.js').Block} selected
 * @returns {import('./selection.js').Block} It may reach beyond the table.
 */
export function areaOf(block, { top, bottom, left, right }) {
  const height = block.length;
  const width = Math.max(...block.map(line => line.length));
  const repeats = (bottom - top + 1) % height === 0 && (right - left + 1) % width === 0;
  return repeats ? { top, bottom, left, right } : { top, bottom: top + height - 1, left, right: left + width - 1 };
}

export class PastePlan {
  #block;
  #area;
  #draft;
  #total;
  #register;
  #session;
  #chosen = new Map();
  #nearest = new Map();
  #usage;

  /** @type {PastedCell[]} */
  cells = [];

  /** Rows beyond the end of the table, which can be added. @type {{ rowId: string, label: string, city: string | null, cells: PastedCell[] }[]} */
  newRows = [];

  /** How many further rows a draft has no room for. */
  rowsBeyond = 0;

  /** How many rows the filter leaves visible; null where there is no filter. @type {number | null} */
  visibleRows = null;

  /**
   * @param {string[][]} block
   * @param {import('./selection.js').Block} area  Places in the visible rows.
   * @param {import('./sheet.js').Sheet} sheet
   * @param {import('./suggest.js').Register} register
   * @param {import('./session.js').DraftSession} session
   */
  constructor(block, area, sheet, register, session) {
    this.#block = block;
    this.#area = area;
    this.#draft = sheet.shown;
    this.#total = sheet.whole.rows.length;
    this.visibleRows = sheet.isFiltered ? this.#draft.rows.length : null;
    this.#register = register;
    this.#session = session;
    this.#usage = register.usage(sheet.whole);
    const { rows } = this.#draft;
    const last = Math.min(area.bottom, rows.length - 1);
    for (let place = area.top; place <= last; place++) {
      this.cells.push(...this.#line(place, rows[place], sheet.numberOf(rows[place].id)));
    }

    const wanted = area.bottom - Math.max(last, area.top - 1);
    const added = Math.max(0, Math.min(wanted, MOST_ROWS - this.#total));
    this.rowsBeyond = wanted - added;
    for (let index = 0; index < added; index++) {
      this.newRows.push(this.#newRow(last + 1 + index, this.#total + 1 + index));
    }
  }

  /** Every cell, those that need a look first. */
  get all() {
    const order = cell => VERDICTS.indexOf(cell.verdict);
    return [...this.cells, ...this.newRows.flatMap(row => row.cells)].sort((left, right) => order(left) - order(right));
  }

  /** Whether there is anything to ask. One cell pasted into one cell is as if it had been typed. */
  get hasQuestions() {
    const isOneCell = this.#area.top === this.#area.bottom && this.#area.left === this.#area.right;
    return this.newRows.length > 0 || this.rowsBeyond > 0 || (!isOneCell && this.cells.some(cell => needsLook(cell.verdict)));
  }

  /** How many cells have each verdict; a text for which a name was chosen is accepted. @returns {Map<Verdict, number>} */
  counts(adding = true) {
    const counts = new Map(VERDICTS.map(verdict => [verdict, 0]));
    for (const cell of adding ? this.all : this.cells) {
      const verdict = this.chosenFor(cell) === null ? cell.verdict : 'accepted';
      counts.set(verdict, counts.get(verdict) + 1);
    }

    return counts;
  }

  /** Why cells are left out, each reason once. */
  reasons(adding = true) {
    return [...new Set((adding ? this.all : this.cells).filter(cell => cell.verdict === 'outside').map(cell => cell.reason))];
  }

  /** How many cells would be written. */
  writes(adding) {
    const takes = cell => cell.verdict !== 'outside' && cell.verdict !== 'same';
    return this.cells.filter(takes).length + (adding ? this.newRows.flatMap(row => row.cells).filter(takes).length : 0);
  }

  /** Writes a name instead of a text, wherever the text is pasted; with null the text as it is. @param {PastedCell} cell @param {string | null} name */
  choose(cell, name) {
    this.#chosen.set(cell.text, name);
  }

  /** The name chosen instead of the cell's text; null where the text stays. @param {PastedCell} cell @returns {string | null} */
  chosenFor(cell) {
    return cell.names === undefined ? null : this.#chosen.get(cell.text) ?? null;
  }

  /** The cells that share a choice with this one. @param {PastedCell} cell */
  alike(cell) {
    return this.all.filter(other => other.names !== undefined && other.text === cell.text);
  }

  /**
   * The edits of the paste. What the author saw goes with each of them, so that what others wrote since is not overwritten unseen. Rows that went
   * meanwhile are left out.
   * @param {boolean} adding  Whether rows are added for what lies beyond the table.
   * @returns {import('./model.js').Edit[]}
   */
  edits(adding) {
    const { shown, failed } = this.#session;
    const write = cell => textEdit(cell.rowId, cell.month, cell.now, this.chosenFor(cell) ?? cell.text);
    const takes = cell => cell.verdict !== 'outside' && (cell.verdict !== 'same' || failed.has(cellKey(cell.rowId, cell.month)));
    const edits = this.cells
      .filter(cell => takes(cell) && shown.row(cell.rowId) && (cell.month === null || !shown.row(cell.rowId).region))
      .map(write);
    for (const [index, { rowId, label, city, cells }] of (adding ? this.newRows : []).entries()) {
      edits.push({ kind: 'add', rowId, index: shown.rows.length + index, text: label, positionId: null });
      if (city) {
        edits.push({ kind: 'region', rowId, city });
      }

      edits.push(...(city ? [] : cells.filter(cell => cell.month !== null && takes(cell)).map(write)));
    }

    return edits;
  }

  #line(place, row, number) {
    return this.#texts(place).map(({ column, text }) => {
      const month = column <= this.#draft.months.length ? this.#draft.monthAt(column) : null;
      const now = column === 0 ? row.label : row.region ? (column === 1 ? row.region.name : '') : row.cells[column - 1] ?? '';
      const written = column === 0 ? tidy(text) : this.#register.spell(text);
      return { rowId: row.id, number, column, month, now, text: written, ...this.#judge(row, column, month, now, written) };
    });
  }

  /** A row for a line beyond the table. As in a printed annex, a city's name before empty months is a region row. */
  #newRow(place, number) {
    const row = { id: newUuid(), label: '', region: null, cells: this.#draft.months.map(() => '') };
    const cells = this.#line(place, row, number);
    const label = cells.find(cell => cell.column === 0 && cell.verdict === 'accepted')?.text ?? '';
    const [first, ...rest] = cells.filter(cell => cell.column > 0 && cell.column <= this.#draft.months.length);
    const city = first?.column === 1 && rest.every(cell => cell.text === '') ? this.#register.cityNamed(first.text) : null;
    if (city) {
      Object.assign(first, { verdict: 'accepted', names: undefined });
    }

    return { rowId: row.id, label, city, cells };
  }

  #texts(place) {
    const { top, left, right } = this.#area;
    const line = this.#block[(place - top) % this.#block.length];
    const width = Math.max(...this.#block.map(texts => texts.length));
    const texts = [];
    for (let column = left; column <= right; column++) {
      const text = line[(column - left) % width];
      if (text !== undefined) {
        texts.push({ column, text });
      }
    }

    return texts;
  }

  /** @returns {{ verdict: Verdict, reason?: string, names?: string[] }} */
  #judge(row, column, month, now, text) {
    const outside = reason => ({ verdict: 'outside', reason });
    const most = column === 0 ? LABEL_LENGTH : CELL_LENGTH;
    if (column > this.#draft.months.length) {
      return outside('di luar bulan terakhir');
    }

    if (text === now) {
      return { verdict: 'same' };
    }

    if (column > 0 && row.region) {
      return outside('baris wilayah tidak berbulan');
    }

    if (this.#session.conflicts.has(cellKey(row.id, month))) {
      return outside('sel ini menunggu pilihan Anda');
    }

    if (text.length > most) {
      return outside(`${text.length} huruf; paling panjang ${most}`);
    }

    if (text === '') {
      return column === 0 ? outside('jabatan tidak boleh kosong') : { verdict: 'cleared' };
    }

    const named = this.#register.named(text);
    if (column === 0) {
      return named ? outside('nama kecamatan, bukan jabatan') : { verdict: 'accepted' };
    }

    const house = named && (this.#usage.get(named.code) ?? named.house);
    return named
      ? (text === house ? { verdict: 'accepted' } : { verdict: 'alias', names: [house] })
      : { verdict: 'unknown', names: this.#namesNear(text) };
  }

  /** A misspelling seldom stands alone, and looking for the nearest names takes longest. */
  #namesNear(text) {
    return this.#nearest.get(text) ?? this.#nearest.set(text, this.#register.nearest(text)).get(text);
  }
}
