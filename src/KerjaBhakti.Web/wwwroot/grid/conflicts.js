// Asks about cells that two people wrote, one at a time and never while somebody types.

import { askConflict } from './dialogs.js';

/** How long the hands must rest before a dialog may take the keyboard, in milliseconds. */
const REST = 800;

export class ConflictDesk {
  #session;
  #handle;
  #timer = 0;
  #mustOffer = false;

  /**
   * @param {import('./session.js').DraftSession} session
   * @param {{ host: HTMLElement, asking: <T>(question: () => Promise<T>) => Promise<T>, isResting: (milliseconds: number) => boolean,
   *           goTo: (rowId: string, month: string | null) => void, edit: (text: string) => void, say: (text: string) => void }} handle
   */
  constructor(session, handle) {
    this.#session = session;
    this.#handle = handle;
  }

  /** Asks about one cell. Closed without a choice, the conflict goes on waiting. */
  async ask(key) {
    const conflict = this.#session.conflicts.get(key);
    const answer = await this.#handle.asking(() => askConflict(this.#handle.host, conflict));
    if (!this.#session.conflicts.has(key)) {
      return;
    }

    if (answer === 'mine') {
      this.#session.resolve(key, conflict.mine);
    } else if (answer === 'theirs' || answer === 'drop') {
      this.#session.resolve(key, null);
    } else if (answer?.copied) {
      this.#session.resolve(key, null);
      this.#handle.say('Isian Anda disalin.');
    } else if (answer?.copied === false) {
      this.#handle.say(`Peramban tidak mengizinkan penyalinan. Isian Anda, '${conflict.mine}', masih menunggu pilihan Anda.`);
    } else if (answer === 'edit') {
      this.#handle.goTo(conflict.rowId, conflict.month);
      this.#handle.edit(conflict.mine);
    } else {
      this.#handle.say(`${this.#session.conflicts.size} pertentangan menunggu pilihan Anda.`);
    }
  }

  /** Asks about the conflict that waits longest. */
  askNext() {
    const [key, conflict] = this.#session.conflicts.entries().next().value ?? [];
    if (key) {
      this.#handle.goTo(conflict.rowId, conflict.month);
      this.ask(key);
    }
  }

  /** Asks as soon as the hands rest, so that no key meant for a cell is swallowed. */
  offer() {
    this.#mustOffer = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#offerAtRest());
  }

  dispose() {
    clearTimeout(this.#timer);
  }

  #offerAtRest() {
    if (!this.#mustOffer || this.#session.conflicts.size === 0) {
      this.#mustOffer = false;
    } else if (this.#handle.isResting(REST)) {
      this.#mustOffer = false;
      this.askNext();
    } else {
      this.#timer = setTimeout(() => this.#offerAtRest(), REST / 2);
    }
  }
}
