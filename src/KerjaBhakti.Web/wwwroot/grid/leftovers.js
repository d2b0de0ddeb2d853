// What is unanswered, kept in the browser's storage, so that a closed page, a crash or an expired sign-in loses nothing. Every page keeps its own
// entry, and a lock on it as long as it is open; the next page of the same person on the same draft takes up what no open page holds.

import { newUuid } from './dom.js';

const VERSION = 1;

export class Leftovers {
  #key;
  #prefix;
  #user;
  #release = () => {};

  /**
   * @param {string} draftId
   * @param {string | null} user  Whose edits these are: nobody sends what another typed on a shared computer.
   */
  constructor(draftId, user) {
    this.#prefix = `kerjabhakti.draft.${draftId}`;
    this.#key = `${this.#prefix}.${newUuid()}`;
    this.#user = user;
    // Browsers give locks over https and on this machine only. Without them, two pages of one person on one draft may send the same edits.
    navigator.locks?.request(this.#key, () => new Promise(release => { this.#release = release; }));
  }

  /** Lets the next page take what is kept here. */
  leave() {
    this.#release();
  }

  /** Keeps what is unanswered; nothing unanswered leaves no trace. Answers whether the browser's storage has it. */
  keep(flight, waiting) {
    try {
      if (!flight && waiting.length === 0) {
        localStorage.removeItem(this.#key);
      } else {
        const kept = flight && { id: flight.id, entries: flight.entries };
        localStorage.setItem(this.#key, JSON.stringify({ version: VERSION, user: this.#user, flight: kept, waiting }));
      }

      return true;
    } catch {
      return false; // Storage is full or switched off. The page still holds everything, and warns before it is left.
    }
  }

  /** Takes what closed pages left: for each, the batch that was under way and what waited behind it. */
  async take() {
    const taken = [];
    for (const key of this.#others()) {
      const take = () => { taken.push(...this.#takeOne(key)); };
      await (navigator.locks?.request(key, { ifAvailable: true }, lock => lock && take()) ?? take());
    }

    return taken;
  }

  #others() {
    try {
      return Object.keys(localStorage).filter(key => key.startsWith(`${this.#prefix}.`) && key !== this.#key);
    } catch {
      return []; // Storage is switched off.
    }
  }

  #takeOne(key) {
    try {
      const { version, user, flight, waiting } = JSON.parse(localStorage.getItem(key));
      if (version !== VERSION || user !== this.#user) {
        return [];
      }

      localStorage.removeItem(key);
      return [{ flight, waiting }];
    } catch {
      return []; // Not written by this program.
    }
  }
}
