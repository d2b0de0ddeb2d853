// The table on screen. `sync` brings it to the state of a draft by touching only the cells that look different, so that it may be called after every
// edit and every message from the server.

import { element, setText } from './dom.js';

/**
 * How a cell looks besides its text.
 * @typedef {{ text: string, theirs: string | null, finding: 'error' | 'warning' | 'info' | null, state: 'saving' | 'failed' | 'conflict' | null,
 *             badge: string | null, presence: string | null, change: 'amended' | null, comment: 'open' | null }} Look
 *   `theirs` is the text of somebody else that stands beside an edit in conflict; `badge` the initials of who just changed the cell, `presence` of who is in it.
 */

export class TableView {
  #rows = new Map();
  #months = [];
  #active = null;
  #activeColumn = null;
  #selected = new Set();
  #found = new Set();
  #filling = new Set();

  constructor() {
    this.head = element('thead');
    this.columns = element('colgroup');
    this.body = element('tbody');
    this.table = element('table', { class: 'grid-table', role: 'grid', 'aria-multiselectable': 'true' }, this.columns, this.head, this.body);
    // Firefox and Chromium let Tab stop at what scrolls; the cell is the one stop.
    this.scroller = element('div', { class: 'grid-scroll', tabindex: -1 }, this.table);
  }

  /** @param {{ key: string, name: string }[]} months */
  setMonths(months) {
    this.#months = months;
    this.#rows.clear();
    this.body.replaceChildren();
    this.columns.replaceChildren(
      element('col', { class: 'grid-column-number' }),
      element('col', { class: 'grid-column-label' }),
      ...months.map(() => element('col', { class: 'grid-column-month' })));
    const header = (text, index, name) => element('th', {
      class: `grid-header ${name}`, role: 'columnheader', scope: 'col', 'aria-colindex': index + 1, 'data-column': index - 1, text,
    });
    this.head.replaceChildren(element('tr', { role: 'row', 'aria-rowindex': 1 },
      header('No.', 0, 'grid-number'),
      header('Jabatan/SKPD/UKPD', 1, 'grid-label'),
      ...months.map((month, index) => header(month.name, index + 2, 'grid-month'))));
    this.table.setAttribute('aria-colcount', months.length + 2);
  }

  setReadOnly(readOnly) {
    this.table.setAttribute('aria-readonly', readOnly);
  }

  /**
   * @param {import('./model.js').Draft} draft  The rows to show.
   * @param {import('./model.js').Draft} whole  Every row: they count where a row stands.
   * @param {(row: import('./model.js').Row, column: number) => Look} lookOf
   */
  sync(draft, whole, lookOf) {
    this.table.setAttribute('aria-rowcount', whole.rows.length + 1);
    for (const [id, view] of this.#rows) {
      if (draft.indexOf(id) < 0) {
        view.line.remove();
        this.#rows.delete(id);
      }
    }

    let next = this.body.firstElementChild;
    draft.rows.forEach(row => {
      const index = whole.indexOf(row.id);
      const view = this.#rows.get(row.id) ?? this.#addRow(row.id);
      if (view.line === next) {
        next = next.nextElementSibling;
      } else {
        this.body.insertBefore(view.line, next);
      }

      if (view.index !== index) {
        view.index = index;
        view.line.setAttribute('aria-rowindex', index + 2);
      }

      setText(view.number, row.number === null ? '' : String(row.number));
      this.#shape(view, row.region !== null);
      view.cells.forEach((cell, column) => paint(cell, lookOf(row, column)));
    });
  }

  /** The cell at a place; for any month of a region row, its one merged cell. */
  cellAt(rowId, column) {
    const cells = this.#rows.get(rowId)?.cells;
    return cells ? cells[Math.min(column, cells.length - 1)].node : null;
  }

  /** Which row id and column an element of the table lies in; null outside the cells. Column -1 is the row's number. */
  placeOf(target) {
    const cell = target.closest?.('.grid-cell');
    return cell && this.body.contains(cell) ? { rowId: cell.parentElement.dataset.row, column: Number(cell.dataset.column) } : null;
  }

  /** Shows which cell is active and which block is selected, and makes the active cell the one that Tab reaches. */
  setSelection(draft, active, block) {
    const cell = active && this.cellAt(draft.rows[active.row].id, active.column);
    if (this.#active !== cell) {
      this.#active?.classList.remove('is-active');
      this.#active?.parentElement?.classList.remove('has-active');
      this.#active?.setAttribute('tabindex', '-1');
      cell?.classList.add('is-active');
      cell?.setAttribute('tabindex', '0');
      this.#active = cell;
    }

    cell?.parentElement.classList.add('has-active');
    const column = active && this.columns.children[active.column + 1];
    if (this.#activeColumn !== column) {
      this.#activeColumn?.classList.remove('has-active');
      column?.classList.add('has-active');
      this.#activeColumn = column;
    }

    const selected = new Set();
    for (let row = block?.top ?? 0; block && row <= block.bottom; row++) {
      for (let place = block.left; place <= block.right; place++) {
        selected.add(this.cellAt(draft.rows[row].id, place));
      }
    }

    mark(this.#selected, selected, false);
    mark(selected, this.#selected, true);
    this.#selected = selected;
  }

  /** Marks the cells that a search has found, and no others. @param {HTMLElement[]} cells */
  setFound(cells) {
    this.#found = swap(this.#found, new Set(cells), 'is-found');
  }

  /** Marks the cells that are about to be filled, and no others. @param {HTMLElement[]} cells */
  setFilling(cells) {
    this.#filling = swap(this.#filling, new Set(cells), 'is-filling');
  }

  /** The cells of a block. @param {import('./selection.js').Block} block @returns {HTMLElement[]} */
  cellsOf(draft, { top, bottom, left, right }) {
    const cells = [];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        cells.push(this.cellAt(draft.rows[row].id, column));
      }
    }

    return cells;
  }

  get activeCell() {
    return this.#active;
  }

  /** Scrolls so that the cell is not under the fixed header, the fixed columns or beyond an edge. */
  reveal(cell) {
    const view = this.scroller;
    const frame = view.getBoundingClientRect();
    const box = cell.getBoundingClientRect();
    const top = frame.top + this.head.offsetHeight;
    const bottom = frame.top + view.clientHeight;
    if (box.top < top) {
      view.scrollTop -= top - box.top;
    } else if (box.bottom > bottom) {
      view.scrollTop += box.bottom - bottom;
    }

    if (!cell.classList.contains('grid-label')) {
      const left = frame.left + this.fixedWidth;
      const right = frame.left + view.clientWidth;
      if (box.left < left) {
        view.scrollLeft -= left - box.left;
      } else if (box.right > right) {
        // A merged cell may be wider than the view: its beginning counts.
        view.scrollLeft += Math.min(box.right - right, box.left - left);
      }
    }
  }

  /** The width of the fixed columns in pixels. They are fixed only where the view is wide enough for them. */
  get fixedWidth() {
    const [number, label] = this.head.rows[0].cells;
    return getComputedStyle(label).left === 'auto' ? 0 : number.offsetWidth + label.offsetWidth;
  }

  /** How many whole rows the view shows, for PgUp and PgDn. */
  get rowsInView() {
    const height = this.body.firstElementChild?.offsetHeight || 32;
    return Math.max(1, Math.floor((this.scroller.clientHeight - this.head.offsetHeight) / height) - 1);
  }

  #addRow(id) {
    const number = element('td', { class: 'grid-cell grid-number', role: 'gridcell', 'aria-colindex': 1, 'data-column': -1 });
    const label = cellView(element('th', {
      class: 'grid-cell grid-label', role: 'rowheader', scope: 'row', tabindex: -1, 'aria-colindex': 2, 'data-column': 0, 'aria-selected': 'false',
    }));
    const line = element('tr', { role: 'row', 'data-row': id }, number, label.node);
    const view = { line, number, cells: [label], merged: null, index: -1 };
    this.#rows.set(id, view);
    return view;
  }

  #shape(view, merged) {
    if (view.merged === merged) {
      return;
    }

    view.merged = merged;
    view.cells.splice(1).forEach(cell => cell.node.remove());
    const months = this.#months.length;
    for (let column = 1; column <= (merged ? Math.min(1, months) : months); column++) {
      const cell = cellView(element('td', {
        class: `grid-cell ${merged ? 'grid-region' : 'grid-month'}`, role: 'gridcell', tabindex: -1, 'aria-selected': 'false',
        'aria-colindex': column + 2, 'data-column': column, colspan: merged ? months : null, 'aria-colspan': merged ? months : null,
      }));
      view.cells.push(cell);
      view.line.append(cell.node);
    }
  }
}

const cellView = node => ({ node, text: '', theirs: null, finding: null, state: null, badge: null, presence: null, change: null, comment: null });

const swap = (before, after, name) => {
  before.forEach(cell => after.has(cell) || cell.classList.remove(name));
  after.forEach(cell => before.has(cell) || cell.classList.add(name));
  return after;
};

const mark = (cells, except, selected) => {
  for (const cell of cells) {
    if (!except.has(cell)) {
      cell.classList.toggle('is-selected', selected);
      cell.setAttribute('aria-selected', selected);
    }
  }
};

function paint(cell, look) {
  if (cell.text !== look.text || cell.theirs !== look.theirs) {
    cell.text = look.text;
    cell.theirs = look.theirs;
    cell.node.replaceChildren(...(look.theirs === null
      ? [look.text]
      : [element('span', { class: 'grid-mine', text: look.text || '(kosong)' }), element('span', { class: 'grid-theirs', text: look.theirs || '(kosong)' })]));
  }

  for (const name of ['finding', 'state', 'badge', 'presence', 'change', 'comment']) {
    if (cell[name] !== look[name]) {
      cell[name] = look[name];
      if (look[name] === null) {
        delete cell.node.dataset[name];
      } else {
        cell.node.dataset[name] = look[name];
      }
    }
  }
}
