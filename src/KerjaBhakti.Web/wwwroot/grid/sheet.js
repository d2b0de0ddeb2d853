// The rows that are on screen. The selection, the commands and the table know only these, so that nothing reaches by accident what a filter hides.

export class Sheet {
  #session;
  #changed;
  #hidden = new Set();
  #made = { of: null, hidden: null, shown: null };

  /**
   * @param {import('./session.js').DraftSession} session
   * @param {() => void} changed  Called when rows come into view or go.
   */
  constructor(session, changed) {
    this.#session = session;
    this.#changed = changed;
  }

  /** The draft without its hidden rows. Places in it are not places in the draft: see `numberOf`. @returns {import('./model.js').Draft} */
  get shown() {
    const { shown } = this.#session;
    if (this.#hidden.size === 0) {
      return shown;
    }

    if (this.#made.of !== shown || this.#made.hidden !== this.#hidden) {
      this.#made = { of: shown, hidden: this.#hidden, shown: shown.without(this.#hidden) };
    }

    return this.#made.shown;
  }

  /** The whole draft. @returns {import('./model.js').Draft} */
  get whole() {
    return this.#session.shown;
  }

  get isFiltered() {
    return this.#hidden.size > 0;
  }

  /** The number of a row in the whole draft, hidden rows counted. */
  numberOf(rowId) {
    return this.#session.shown.indexOf(rowId) + 1;
  }

  /** Hides these rows and no others. Rows that come later are visible, whoever adds them. @param {Iterable<string>} rowIds */
  hide(rowIds) {
    this.#hidden = new Set(rowIds);
    this.#changed();
  }

  /** Brings rows into view, so that nothing about them changes unseen. @param {string[]} rowIds @returns {number} How many were hidden. */
  reveal(rowIds) {
    const met = new Set(rowIds.filter(rowId => this.#hidden.has(rowId)));
    if (met.size > 0) {
      this.hide([...this.#hidden].filter(rowId => !met.has(rowId)));
    }

    return met.size;
  }
}
