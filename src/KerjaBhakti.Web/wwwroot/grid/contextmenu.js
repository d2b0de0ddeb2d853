// The menu of the right button, Shift+F10 and the menu key: the commands for what is selected (the ARIA menu pattern).

import { element } from './dom.js';
import { keyName } from './keys.js';

/** @typedef {{ text: string, keys?: string, isOff?: boolean, run: () => void }} Item */

export class ContextMenu {
  #items;
  #leave;

  /**
   * @param {() => Item[][]} items  The groups, asked each time it opens.
   * @param {() => void} leave  Called when it closes: back to the table.
   */
  constructor(items, leave) {
    this.#items = items;
    this.#leave = leave;
    this.list = element('div', {
      class: 'grid-menu', role: 'menu', 'aria-label': 'Perintah untuk yang dipilih', popover: 'auto', tabindex: -1, onkeydown: event => this.#press(event),
      ontoggle: event => event.newState === 'closed' && this.#closed(),
    });
  }

  /** Opens with its corner at a point of the window, moved so that it can be seen whole. */
  open(x, y) {
    this.list.replaceChildren(...this.#items().flatMap((group, index) => [
      ...(index > 0 ? [element('div', { role: 'separator', class: 'grid-menu-line' })] : []),
      ...group.map(({ text, keys, isOff, run }) => element('button', {
        type: 'button', role: 'menuitem', class: 'grid-menu-item', tabindex: -1, 'aria-disabled': isOff ? 'true' : null,
        onclick: () => this.#choose(isOff ? null : run),
      }, element('span', { text }), keys ? element('kbd', { text: keyName(keys) }) : null)),
    ]));
    this.list.showPopover();
    Object.assign(this.list.style, {
      left: `${Math.max(0, Math.min(x, window.innerWidth - this.list.offsetWidth))}px`,
      top: `${Math.max(0, Math.min(y, window.innerHeight - this.list.offsetHeight))}px`,
    });
    this.#all()[0]?.focus();
  }

  #all() {
    return [...this.list.querySelectorAll('button')];
  }

  #choose(run) {
    if (run) {
      this.list.hidePopover();
      run();
    }
  }

  #closed() {
    // A click elsewhere has its own focus already.
    if (document.activeElement === document.body || this.list.contains(document.activeElement)) {
      this.#leave();
    }
  }

  #press(event) {
    event.stopPropagation();
    const all = this.#all();
    const index = all.indexOf(document.activeElement);
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      all[(next + all.length) % all.length].focus();
    } else if (event.key === 'Tab' || event.key === 'Escape') {
      event.preventDefault();
      this.list.hidePopover();
      this.#leave();
    }
  }
}
