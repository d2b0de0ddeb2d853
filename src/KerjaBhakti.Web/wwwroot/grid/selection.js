// Which cell is active and which block is selected. Columns count from zero: 0 is the label, 1 the first month. Rows are remembered by id, so that
// a selection stays with its rows when others add or move some. As in Excel, the active cell stays where the block began while its far corner moves.

/** @typedef {{ row: number, column: number }} Place */
/** @typedef {{ top: number, bottom: number, left: number, right: number }} Block  Corners included. */

const NOWHERE = { rowId: null, row: 0, column: 1 };

export class Selection {
  #draft;
  #active = NOWHERE;
  #from = NOWHERE;
  #to = NOWHERE;

  /** The column where a run of Tabs began: Enter goes back to it, one row down. */
  #tabbedFrom = null;

  constructor(draft) {
    this.#draft = draft;
  }

  get lastRow() {
    return this.#draft.rows.length - 1;
  }

  get lastColumn() {
    return this.#draft.months.length;
  }

  /** The active cell; null while there are no rows. @returns {Place | null} */
  get active() {
    return this.#place(this.#active);
  }

  /** The far corner of the block: where Shift and an arrow go on from. @returns {Place | null} */
  get head() {
    return this.#place(this.#to);
  }

  /** @returns {Block | null} */
  get block() {
    const from = this.#place(this.#from);
    const to = this.#place(this.#to);
    return from && {
      top: Math.min(from.row, to.row),
      bottom: Math.max(from.row, to.row),
      left: Math.min(from.column, to.column),
      right: Math.max(from.column, to.column),
    };
  }

  /** Whether more than the active cell is selected. */
  get isBlock() {
    const block = this.block;
    return Boolean(block) && (block.top < block.bottom || block.left < block.right);
  }

  /** Takes up a changed draft. Where the active row is gone, the one that took its place becomes active. */
  follow(draft) {
    this.#draft = draft;
    const stays = [this.#active, this.#from, this.#to].every(corner => draft.indexOf(corner.rowId) >= 0);
    this.#active = this.#remember(this.#place(this.#active) ?? NOWHERE);
    this.#from = stays ? this.#remember(this.#place(this.#from)) : this.#active;
    this.#to = stays ? this.#remember(this.#place(this.#to)) : this.#active;
  }

  /** Makes a cell active; with `extend`, makes it the far corner of the block instead. */
  goTo({ row, column }, extend = false) {
    const place = this.#remember({ row: clamp(row, this.lastRow), column: clamp(column, this.lastColumn) });
    this.#to = place;
    this.#tabbedFrom = null;
    if (!extend) {
      this.#active = this.#from = place;
    }
  }

  /** Selects a block; its first cell becomes active. @param {Block} block */
  select({ top, bottom, left, right }) {
    this.goTo({ row: top, column: left });
    this.goTo({ row: bottom, column: right }, true);
  }

  /** Goes to the next cell, as Tab does, or with -1 to the previous. False past either end: there Tab leaves the grid. */
  tab(step) {
    const { row, column } = this.active;
    const from = this.#tabbedFrom ?? column;
    if (this.isBlock) {
      this.#walk(step, block => [block.left, block.right, block.top], ({ row, column }) => [row, column], (row, column) => ({ row, column }));
      return true;
    }

    const width = this.lastColumn + 1;
    const index = row * width + column + step;
    if (index < 0 || index >= (this.lastRow + 1) * width) {
      return false;
    }

    const next = { row: Math.floor(index / width), column: index % width };
    this.goTo(next);
    this.#tabbedFrom = next.row === row ? from : next.column;
    return true;
  }

  /** Goes one cell down, as Enter does, or up with -1; inside a block, round the block. */
  enter(step) {
    if (this.isBlock) {
      this.#walk(step, block => [block.top, block.bottom, block.left], ({ row, column }) => [column, row], (column, row) => ({ row, column }));
    } else {
      const { row, column } = this.active;
      this.goTo({ row: row + step, column: this.#tabbedFrom ?? column });
    }
  }

  /** Where Ctrl and an arrow lead: to the edge of the filled cells, or over the empty ones to the next filled. @returns {Place} */
  edge(start, rowStep, columnStep) {
    const isFilled = ({ row, column }) => {
      const found = this.#draft.rows[row];
      return column === 0 || Boolean(found.region) || found.cells[column - 1] !== '';
    };
    const after = ({ row, column }) => ({ row: row + rowStep, column: column + columnStep });
    const isInside = ({ row, column }) => row >= 0 && row <= this.lastRow && column >= 0 && column <= this.lastColumn;
    let place = start;
    let next = after(place);
    const run = isInside(next) && isFilled(place) && isFilled(next);
    while (isInside(next) && (!run || isFilled(next))) {
      place = next;
      next = after(place);
      if (!run && isFilled(place)) {
        break;
      }
    }

    return place;
  }

  /** One step of the active cell inside the block, line by line, round its end. */
  #walk(step, boundsOf, split, join) {
    const block = this.block;
    const [first, last, start] = boundsOf(block);
    const length = last - first + 1;
    const size = (block.bottom - block.top + 1) * (block.right - block.left + 1);
    const [line, position] = split(this.active);
    const index = ((line - start) * length + (position - first) + step + size) % size;
    this.#active = this.#remember(join(start + Math.floor(index / length), first + (index % length)));
  }

  #remember({ row, column }) {
    return { rowId: this.#draft.rows[row]?.id ?? null, row, column };
  }

  #place({ rowId, row, column }) {
    if (this.#draft.rows.length === 0) {
      return null;
    }

    const found = this.#draft.indexOf(rowId);
    return { row: found >= 0 ? found : clamp(row, this.lastRow), column: clamp(column, this.lastColumn) };
  }
}

const clamp = (value, last) => Math.min(Math.max(value, 0), Math.max(last, 0));
