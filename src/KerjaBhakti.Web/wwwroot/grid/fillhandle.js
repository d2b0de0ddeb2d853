// The small square at the corner of the selection: dragged, it fills the cells it passes with what is selected, over and over, as in Excel. Keys do the
// same with Ctrl+D and Ctrl+R.

import { element } from './dom.js';

export class FillHandle {
  #view;
  #handle;
  #from = null;
  #to = null;

  /**
   * @param {import('./view.js').TableView} view
   * @param {{ block: () => import('./selection.js').Block | null, placeOf: (place: { rowId: string, column: number }) => { row: number, column: number } | null,
   *           mark: (block: import('./selection.js').Block | null) => void, fill: (from: import('./selection.js').Block, to: import('./selection.js').Block) => void }} handle
   */
  constructor(view, handle) {
    this.#view = view;
    this.#handle = handle;
    this.node = element('div', {
      class: 'grid-fill-handle', 'aria-hidden': 'true', hidden: true, onpointerdown: event => this.#begin(event), onpointermove: event => this.#drag(event),
      onpointerup: () => this.#end(true), onpointercancel: () => this.#end(false), onmousedown: event => event.stopPropagation(),
    });
  }

  /** Stands at the corner of a cell; with null nowhere. */
  follow(cell) {
    this.node.hidden = cell === null;
    if (cell !== null) {
      Object.assign(this.node.style, { left: `${cell.offsetLeft + cell.offsetWidth}px`, top: `${cell.offsetTop + cell.offsetHeight}px` });
    }
  }

  #begin(event) {
    event.preventDefault();
    if (event.button === 0 && this.#handle.block()) {
      this.#from = this.#handle.block();
      this.#to = null;
      this.node.setPointerCapture(event.pointerId);
    }
  }

  #drag(event) {
    if (!this.#from) {
      return;
    }

    // The handle itself lies under the pointer.
    const target = document.elementsFromPoint(event.clientX, event.clientY).find(found => this.#view.placeOf(found));
    const found = target && this.#view.placeOf(target);
    const place = found && found.column >= 1 ? this.#handle.placeOf(found) : null;
    if (place) {
      this.#to = stretched(this.#from, place);
      this.#handle.mark(this.#to);
    }
  }

  #end(isDone) {
    const [from, to] = [this.#from, this.#to];
    this.#from = this.#to = null;
    this.#handle.mark(null);
    if (isDone && from && to) {
      this.#handle.fill(from, to);
    }
  }
}

/** The block stretched to a place, down, up, right or left: whichever is further. Null where the place lies inside. */
export function stretched(block, { row, column }) {
  const rows = row > block.bottom ? row - block.bottom : Math.min(0, row - block.top);
  const columns = column > block.right ? column - block.right : Math.min(0, column - block.left);
  if (rows === 0 && columns === 0) {
    return null;
  }

  return Math.abs(rows) >= Math.abs(columns)
    ? { ...block, top: Math.min(block.top, row), bottom: Math.max(block.bottom, row) }
    : { ...block, left: Math.min(block.left, column), right: Math.max(block.right, column) };
}
