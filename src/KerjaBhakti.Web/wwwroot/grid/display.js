// What is on screen: the table, the bar that reads the active cell out, its tip. Brings them to the state of the draft after every change.

import { cellKey } from './model.js';

const TIP_AFTER = 500;
const SELECT_AFTER = 150;

export class Display {
  #session;
  #sheet;
  #selection;
  #view;
  #notices;
  #annotations;
  #handle;
  #stripHeight = 0;
  #timers = { select: 0, tip: 0 };
  #selected = '';

  /**
   * @param {{ session: import('./session.js').DraftSession, sheet: import('./sheet.js').Sheet, selection: import('./selection.js').Selection,
   *           view: import('./view.js').TableView, notices: import('./notices.js').Notices, annotations: import('./annotations.js').Annotations }} parts
   * @param {{ focus: () => void, followCell: () => void, isTyping: () => boolean, placeFillHandle: (cell: HTMLElement | null) => void,
   *           tellServer: (rowId: string, month: string | null) => Promise<void> }} handle
   *   `followCell` is called when cells may have moved on the screen.
   */
  constructor({ session, sheet, selection, view, notices, annotations }, handle) {
    this.#session = session;
    this.#sheet = sheet;
    this.#selection = selection;
    this.#view = view;
    this.#notices = notices;
    this.#annotations = annotations;
    this.#handle = handle;
  }

  /** After the draft, or what is known of it, has changed. */
  refresh() {
    const { shown } = this.#sheet;
    const hadFocus = this.#view.table.contains(document.activeElement);
    this.#selection.follow(shown);
    this.#view.setReadOnly(!this.#session.canEdit);
    this.#view.sync(shown, this.#sheet.whole, (row, column) => this.#annotations.lookOf(row, column));
    this.#view.setSelection(shown, this.#selection.active, this.#selection.block);
    this.placeFillHandle();
    if (hadFocus && document.activeElement !== this.#view.activeCell) {
      this.#handle.focus();
    }

    this.#handle.followCell();
    this.#notices.showState(this.#session);
    this.#showActive();
  }

  /** After the active cell or the selection has moved: shows it, brings it into view, tells the server. */
  moved() {
    const { shown } = this.#sheet;
    const { active, head, block, isBlock } = this.#selection;
    this.#view.setSelection(shown, active, block);
    this.placeFillHandle();
    const cell = this.#view.activeCell;
    if (!cell) {
      return;
    }

    this.#view.reveal(isBlock ? this.#view.cellAt(shown.rows[head.row].id, head.column) : cell);
    cell.focus({ preventScroll: true });
    this.#showActive();
    this.#notices.hideTip();
    clearTimeout(this.#timers.tip);
    this.#timers.tip = setTimeout(() => this.showTip(cell, shown.rows[active.row]?.id, active.column), TIP_AFTER);
    this.tellServer(shown.rows[active.row].id, shown.monthAt(active.column));
  }

  /** The handle stands at the corner of the selection, where that is months of rotating rows that can be edited. */
  placeFillHandle() {
    const { shown } = this.#sheet;
    const { block } = this.#selection;
    const isOffered = this.#session.canEdit && block && block.left >= 1 && !shown.rows[block.bottom].region;
    this.#handle.placeFillHandle(isOffered ? this.#view.cellAt(shown.rows[block.bottom].id, block.right) : null);
  }

  /** Shows what a search has found. @param {import('./findbar.js').Hit[]} hits */
  mark(hits) {
    const { shown } = this.#sheet;
    this.#view.setFound(hits.map(hit => this.#view.cellAt(shown.rows[hit.row].id, hit.column)));
  }

  /** Makes a found cell active without taking the focus from the search. */
  show(place) {
    this.#selection.goTo(place);
    this.#view.setSelection(this.#sheet.shown, this.#selection.active, this.#selection.block);
    this.placeFillHandle();
    this.#view.reveal(this.#view.activeCell);
    this.#showActive();
  }

  /** The strip above the table comes and goes, but the cells stay where the hand is. */
  steady() {
    const height = this.#notices.strip.offsetHeight;
    if (height !== this.#stripHeight) {
      this.#view.scroller.scrollTop += height - this.#stripHeight;
      this.#stripHeight = height;
      this.#handle.followCell();
    }
  }

  showTip(cell, rowId, column) {
    const row = this.#session.shown.row(rowId);
    const notes = row ? this.#annotations.notesOf(row, column) : [];
    if (notes.length > 0 && cell.isConnected && !this.#handle.isTyping()) {
      this.#notices.showTip(cell, notes);
    } else {
      this.#notices.hideTip();
    }
  }

  tellServer(rowId, month) {
    const selected = cellKey(rowId, month);
    if (this.#selected === selected) {
      return;
    }

    this.#selected = selected;
    clearTimeout(this.#timers.select);
    this.#timers.select = setTimeout(async () => {
      try {
        await this.#handle.tellServer(rowId, month);
      } catch {
        // The side panel follows the next cell; while the connection is lost the strip says so.
      }
    }, SELECT_AFTER);
  }

  dispose() {
    Object.values(this.#timers).forEach(clearTimeout);
  }

  #showActive() {
    const { active } = this.#selection;
    const row = active && this.#sheet.shown.rows[active.row];
    const cell = this.#view.activeCell;
    if (!row || !cell) {
      this.#notices.showCell('', '', []);
      return;
    }

    const notes = this.#annotations.notesOf(row, active.column);
    const name = active.column === 0 ? 'Jabatan' : row.region ? 'Wilayah' : this.#sheet.shown.months[active.column - 1].name;
    this.#notices.showCell(`Baris ${this.#sheet.numberOf(row.id)}, ${name}`, this.#annotations.lookOf(row, active.column).text, notes);
    this.#view.table.querySelector('[aria-describedby]')?.removeAttribute('aria-describedby');
    if (notes.length > 0) {
      cell.setAttribute('aria-describedby', this.#notices.description.id);
    }
  }
}
