// Typing into a cell: an input laid over it, with a list of kecamatan under it (the ARIA combobox pattern). It lies outside the table, so that
// nothing the server sends can take the focus or the letters away.

import { element, newId } from './dom.js';
import { CELL_LENGTH, LABEL_LENGTH, tidy } from './text.js';

/**
 * What is being edited. `original` is the text its author saw; `month` is null for a label.
 * @typedef {{ rowId: string, month: string | null, original: string, column: number, name: string }} Target
 */

export class CellEditor {
  #view;
  #register;
  #handle;
  #usage = new Map();
  #knowledge = null;
  #suggestions = [];
  #chosen = -1;
  #hasChosen = false;
  #arrowsLeave = false;
  #cell = null;

  /** @type {Target | null} */
  target = null;

  /**
   * @param {import('./view.js').TableView} view
   * @param {{ commit: (target: Target, text: string, move: 'down' | 'up' | 'right' | 'left' | 'next' | 'previous' | 'leave' | null) => void, cancel: () => void,
   *           isLeaving: () => boolean }} handle  `isLeaving`: whether the page itself is being left.
   */
  constructor(view, register, handle) {
    this.#view = view;
    this.#register = register;
    this.#handle = handle;
    const listId = newId('grid-suggestions');
    this.input = element('input', {
      class: 'grid-input', type: 'text', autocomplete: 'off', autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false', hidden: true,
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': listId,
      oninput: () => this.isOpen && this.#suggest(), onkeydown: event => this.#press(event), onblur: () => this.#leave(),
    });
    this.list = element('ul', {
      class: 'grid-suggestions', id: listId, role: 'listbox', 'aria-label': 'Kecamatan', popover: 'manual',
      onpointerdown: event => this.#pick(event),
    });
    view.scroller.addEventListener('scroll', () => this.follow());
  }

  get isOpen() {
    return this.target !== null;
  }

  /** Whether something was typed that is not stored yet. */
  get isChanged() {
    return this.isOpen && this.typed !== this.target.original;
  }

  /** What was typed, as it stands: nothing completed. */
  get typed() {
    return tidy(this.input.value);
  }

  setRegister(register) {
    this.#register = register;
  }

  /**
   * Opens over a cell.
   * @param {Target} target
   * @param {string} text  What the input begins with.
   * @param {boolean} arrowsLeave  Typing began afresh: arrows then leave the cell, as in Excel. Otherwise they move in the text.
   * @param {Map<string, string>} usage
   * @param {Map<string, import('./knowledge.js').Known> | null} knowledge  What the roster knows of each kecamatan for this cell.
   */
  open(target, text, arrowsLeave, usage, knowledge = null) {
    this.target = target;
    this.#usage = usage;
    this.#knowledge = knowledge;
    this.#arrowsLeave = arrowsLeave;
    this.input.value = text;
    this.input.maxLength = target.month === null ? LABEL_LENGTH : CELL_LENGTH;
    this.input.setAttribute('aria-label', target.name);
    this.input.hidden = false;
    this.follow();
    this.#close();
    this.input.focus({ preventScroll: true });
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
    if (text === '' && !arrowsLeave) {
      this.#suggest();
    }
  }

  /** Stays over its cell when the table scrolls or changes. A cell that went leaves the input where it was. */
  follow() {
    if (!this.isOpen) {
      return;
    }

    this.#cell = this.#view.cellAt(this.target.rowId, this.target.column) ?? this.#cell;
    if (this.#cell?.isConnected) {
      const frame = this.input.offsetParent;
      const origin = frame.getBoundingClientRect();
      const box = this.#cell.getBoundingClientRect();
      Object.assign(this.input.style, {
        left: `${box.left - origin.left - frame.clientLeft}px`, top: `${box.top - origin.top - frame.clientTop}px`,
        minWidth: `${box.width}px`, height: `${box.height}px`,
      });
    }

    this.#placeList();
  }

  /** Stores what was typed, without moving. */
  commit() {
    if (this.isOpen) {
      this.#finish(null);
    }
  }

  /** Leaves the cell as it was. */
  cancel() {
    if (this.isOpen) {
      this.#shut();
      this.#handle.cancel();
    }
  }

  #press(event) {
    event.stopPropagation();
    if (event.isComposing || event.keyCode === 229) {
      return;
    }

    const isListOpen = this.#suggestions.length > 0;
    const command = event.ctrlKey || event.metaKey || event.altKey;
    const moves = { Enter: event.shiftKey ? 'up' : 'down', Tab: event.shiftKey ? 'previous' : 'next' };
    const arrows = { ArrowDown: 'down', ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right' };
    if (event.key in moves && !command) {
      event.preventDefault();
      this.#finish(moves[event.key]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.cancel();
    } else if (event.key === 'F2') {
      event.preventDefault();
      this.#arrowsLeave = !this.#arrowsLeave;
    } else if (isListOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.#choose(this.#chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key in arrows && this.#arrowsLeave && !command && !event.shiftKey) {
      event.preventDefault();
      this.#finish(arrows[event.key]);
    } else if (event.key === 'F1') {
      event.preventDefault();
    }
  }

  #suggest() {
    const typed = this.input.value;
    this.#suggestions = this.target.month === null ? [] : this.#register.suggest(typed, this.#usage, this.#knowledge);
    this.#hasChosen = false;
    // An empty text means an empty cell, unless somebody chooses.
    this.#chosen = this.#suggestions.length > 0 && this.typed !== '' ? 0 : -1;
    const id = newId('grid-option');
    this.list.replaceChildren(...this.#suggestions.map((suggestion, index) => element('li', { id: `${id}-${index}`, role: 'option', class: 'grid-option', 'data-index': index },
      element('span', { text: suggestion.text }),
      element('span', { class: 'grid-option-note', text: suggestion.note }))));
    const isOpen = this.#suggestions.length > 0;
    this.input.setAttribute('aria-expanded', isOpen);
    this.list.togglePopover(isOpen);
    this.#placeList();
    this.#highlight();
  }

  /** The place before the first suggestion stands for the text as typed. */
  #choose(index) {
    this.#chosen = Math.min(Math.max(index, -1), this.#suggestions.length - 1);
    this.#hasChosen = true;
    this.#highlight();
  }

  #highlight() {
    for (const [index, option] of [...this.list.children].entries()) {
      option.setAttribute('aria-selected', index === this.#chosen);
    }

    const option = this.list.children[this.#chosen];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) {
      this.input.setAttribute('aria-activedescendant', option.id);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  #placeList() {
    if (this.#suggestions.length === 0) {
      return;
    }

    const box = this.input.getBoundingClientRect();
    const below = window.innerHeight - box.bottom;
    const isAbove = below < this.list.offsetHeight + 8 && box.top > below;
    Object.assign(this.list.style, {
      left: `${Math.max(0, Math.min(box.left, window.innerWidth - this.list.offsetWidth))}px`,
      top: `${isAbove ? box.top - this.list.offsetHeight : box.bottom}px`,
      minWidth: `${box.width}px`,
    });
  }

  #pick(event) {
    event.preventDefault();
    const option = event.target.closest('.grid-option');
    if (option) {
      this.#choose(Number(option.dataset.index));
      this.#finish(null);
    }
  }

  #leave() {
    // A window that loses the focus keeps its input, also to the question whether to leave the page; a click elsewhere in the page ends it.
    if (this.isOpen && document.hasFocus() && !this.#handle.isLeaving()) {
      this.#finish('leave');
    }
  }

  #finish(move) {
    const { target } = this;
    const text = this.#result();
    this.#shut();
    this.#handle.commit(target, text, move);
  }

  #result() {
    const { typed } = this;
    if (this.target.month === null || typed === this.target.original) {
      return typed;
    }

    const chosen = this.#suggestions[this.#chosen]?.text ?? typed;
    return !this.#hasChosen && this.#register.knows(typed) ? this.#register.spell(typed) : chosen;
  }

  #close() {
    this.#suggestions = [];
    this.#chosen = -1;
    this.#hasChosen = false;
    this.list.replaceChildren();
    this.list.togglePopover(false);
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  #shut() {
    this.target = null;
    this.#cell = null;
    this.#close();
    this.input.hidden = true;
  }
}
