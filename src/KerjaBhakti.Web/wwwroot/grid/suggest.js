// The register of kecamatan as an editor meets it: what a text names, and what somebody who is still typing may mean.

import { compareKnown } from './knowledge.js';
import { distance, fold, tidy } from './text.js';

const MOST_SUGGESTIONS = 8;

/** A text longer than any cell is not compared with every name. */
const LONGEST_COMPARED = 100;

/** The name without "Kec." before it, and with the words that are always shortened alike written out, as `PlaceNames.Plain` does. */
const plain = key => key
  .replace(/^KEC(AMATAN\b[.:]? *|[.:] *| +)/, '')
  .replace(/\b(KEP\.|T[JG]\.) */g, word => (word.startsWith('K') ? 'KEPULAUAN ' : 'TANJUNG '));

/** @typedef {{ code: string, text: string, note: string }} Suggestion  `text` is what is written into the cell. */

/** @typedef {{ code: string, name: string, house: string, spelling: string, city: string }} Named  `spelling` is `name`, or the alias that was meant. */

export class Register {
  #spellings = [];
  #byKey = new Map();
  #cities;

  /**
   * @param {{ code: string, name: string, aliases: string[], city: string, house?: string }[]} kecamatan  `house` is how the annex writes it.
   * @param {{ code: string, name: string }[]} cities
   */
  constructor(kecamatan, cities) {
    const cityNames = new Map(cities.map(city => [city.code, city.name]));
    this.#cities = new Map(cities.map(city => [fold(city.name), city.code]));
    for (const item of kecamatan) {
      const note = cityNames.get(item.city) ?? '';
      for (const spelling of [item.name, ...item.aliases]) {
        const entry = { code: item.code, name: item.name, house: item.house ?? item.name, spelling, key: fold(spelling), city: item.city, note };
        this.#spellings.push(entry);
        this.#byKey.set(entry.key, entry);
      }
    }
  }

  /** Every kecamatan once. @returns {{ code: string, name: string, city: string }[]} */
  all() {
    return this.#spellings.filter(entry => entry.spelling === entry.name);
  }

  /** The text as the register spells it, where it is a name or an alias but for case and spaces; otherwise the tidied text. */
  spell(text) {
    return this.#find(text)?.spelling ?? tidy(text);
  }

  /** The kecamatan the text names, by name or alias, as `Gazetteer.FindByName` finds it; null where it names none. @returns {Named | null} */
  named(text) {
    return this.#find(text) ?? null;
  }

  #find(text) {
    const key = fold(text);
    return this.#byKey.get(key) ?? this.#byKey.get(plain(key));
  }

  /** Whether the text is a name or an alias. */
  knows(text) {
    return this.#find(text) !== undefined;
  }

  /** The code of the city the text names by its official name; null where it names none. */
  cityNamed(text) {
    return this.#cities.get(fold(text)) ?? null;
  }

  /**
   * The names most like a text that names no kecamatan, by the rule of `Gazetteer.Nearest`: nearest first, none further than a third of its letters.
   * @returns {string[]}
   */
  nearest(text, count = 3) {
    const key = plain(fold(text));
    if (key.length === 0 || key.length > LONGEST_COMPARED) {
      return [];
    }

    const limit = Math.max(2, Math.floor(key.length / 3));
    const best = new Map();
    for (const entry of this.#spellings) {
      const letters = distance(key, entry.key, limit);
      if (letters <= limit && letters < (best.get(entry.name)?.letters ?? Infinity)) {
        best.set(entry.name, { letters, house: entry.house });
      }
    }

    return [...best]
      .sort(([leftName, left], [rightName, right]) => left.letters - right.letters || (leftName < rightName ? -1 : 1))
      .slice(0, count)
      .map(([, { house }]) => house);
  }

  /**
   * How a draft mostly writes each kecamatan, by code.
   * @param {import('./model.js').Draft} draft
   */
  usage(draft) {
    const counts = new Map();
    for (const text of draft.rows.flatMap(row => row.cells)) {
      const entry = text && this.#find(text);
      if (entry) {
        const spellings = counts.get(entry.code) ?? counts.set(entry.code, new Map()).get(entry.code);
        spellings.set(text, (spellings.get(text) ?? 0) + 1);
      }
    }

    return new Map([...counts].map(([code, spellings]) => [code, [...spellings].sort((left, right) => right[1] - left[1])[0][0]]));
  }

  /**
   * What the typed text may mean, best first: names and aliases that begin with it, then those with a word that does, then the most alike; among equals
   * what the roster needs most. Of no text, what the roster needs most.
   * @param {Map<string, string>} usage
   * @param {Map<string, import('./knowledge.js').Known> | null} knowledge  What the roster knows of each kecamatan for the cell.
   * @returns {Suggestion[]}
   */
  suggest(text, usage, knowledge = null) {
    const key = fold(text);
    if (key === '' && !knowledge) {
      return [];
    }

    const best = new Map();
    for (const entry of this.#spellings) {
      const rank = rankOf(key, entry.key);
      if (rank < (best.get(entry.code)?.rank ?? Infinity)) {
        best.set(entry.code, { rank, entry });
      }
    }

    return [...best.values()]
      .sort((left, right) => left.rank - right.rank
        || (knowledge ? compareKnown(knowledge.get(left.entry.code), knowledge.get(right.entry.code)) : 0)
        || left.entry.name.localeCompare(right.entry.name, 'id'))
      .slice(0, MOST_SUGGESTIONS)
      .map(({ entry }) => ({
        code: entry.code,
        text: usage.get(entry.code) ?? entry.house,
        note: knowledge ? `${knowledge.get(entry.code).note} · ${entry.note}` : entry.note,
      }));
  }
}

/** 0 begins with it, 1 has a word that does, 2 and more: unlike by so many letters; Infinity where it is not alike at all. */
function rankOf(typed, spelling) {
  if (spelling.startsWith(typed)) {
    return 0;
  }

  if (spelling.includes(` ${typed}`)) {
    return 1;
  }

  if (typed.length < 3) {
    return Infinity;
  }

  // The whole name may differ by a third of the letters typed, as on the server; the beginning of a longer name by fewer.
  const whole = Math.max(typed.length < 4 ? 1 : 2, Math.floor(typed.length / 3));
  const part = typed.length < 6 ? 1 : 2;
  const unlike = Math.min(
    ...[[spelling, whole], [spelling.slice(0, typed.length), part]]
      .map(([text, limit]) => ({ letters: distance(typed, text, limit), limit }))
      .map(({ letters, limit }) => (letters > limit ? Infinity : letters)));
  return 1 + unlike;
}
