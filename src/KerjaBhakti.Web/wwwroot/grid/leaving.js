// Leaving the page. Some browsers ask the person first and take the focus for that, some never ask, and on a phone a page in the background may end without
// a word: whatever would be lost is kept in time, and whoever stays goes on as if nothing had been.

export class Leaving {
  #handle;
  #asks = true;

  /** Whether the page is being left, or is out of sight. */
  isUnderWay = false;

  /**
   * @param {HTMLElement} container  A key, a tap or the focus in it shows that the person has stayed.
   * @param {{ keep: () => void, isBusy: () => boolean }} handle  `keep` is called whenever `isUnderWay` has changed; `isBusy`: whether to ask first.
   * @param {AbortSignal} signal
   */
  constructor(container, handle, signal) {
    this.#handle = handle;
    const on = (target, name, listener) => target.addEventListener(name, listener, { signal, capture: true });
    on(window, 'beforeunload', event => {
      this.#set(true);
      if (this.#asks && handle.isBusy()) {
        event.preventDefault();
      }
    });
    on(window, 'pagehide', () => this.#set(true));
    on(document, 'visibilitychange', () => this.#set(document.hidden));
    for (const name of ['keydown', 'pointerdown', 'focusin']) {
      on(container, name, () => this.#set(false));
    }
  }

  /** Loads the page anew without asking. */
  reload() {
    this.#asks = false;
    this.#set(true);
    location.reload();
  }

  #set(isUnderWay) {
    if (this.isUnderWay !== isUnderWay) {
      this.isUnderWay = isUnderWay;
      this.#handle.keep();
    }
  }
}
