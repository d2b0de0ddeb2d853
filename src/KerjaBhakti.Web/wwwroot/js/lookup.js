// Filters and orders the list of the front page while typing. Without this script the same form asks the server, which ranks and orders in the same way
// (Searching/SearchTerms.cs, Published/DutyList.cs).
import { fold, tidy } from "../grid/text.js";

const MOST_SUGGESTIONS = 3;
const MOST_JOINED = 4;
const DIGITS_OF_A_CODE = 4;
const LETTER = /[\p{L}\p{N}]/u;
const form = document.querySelector("[data-lookup]");
const list = document.querySelector("[data-lookup-list]");

/** A name as it is searched: its letters and digits without what stands between, and where its words begin (SearchName.cs). */
function nameOf(text) {
  let letters = "";
  let isInside = false;
  const starts = [];
  for (const character of fold(text)) {
    if (!LETTER.test(character)) {
      isInside = false;
      continue;
    }

    if (!isInside) {
      starts.push(letters.length);
      isInside = true;
    }

    letters += character;
  }

  return { letters, starts };
}

/** Few digits are a number, and 4 is not 48; many are a code, which may be cut off. */
function hasAt(name, start, beginning) {
  const end = start + beginning.length;
  const digits = /[0-9]*$/.exec(beginning)[0].length;
  const isCut = /[0-9]/.test(name.letters.charAt(end)) && !name.starts.includes(end) && digits > 0 && digits < DIGITS_OF_A_CODE;
  return name.letters.startsWith(beginning, start) && !isCut;
}

const hasWordWith = (name, beginning) => name.starts.some((start) => hasAt(name, start, beginning));

/** Whether the words each begin a word of a name, alone or joined with those that follow. */
function isCovered(words, names) {
  if (words.length === 0) {
    return true;
  }

  let joined = "";
  return words.slice(0, MOST_JOINED).some((word, index) => {
    joined += word;
    return names.some((name) => hasWordWith(name, joined)) && isCovered(words.slice(index + 1), names);
  });
}

/** The row's own name and that of who serves instead, their short names, and its number; other words beside them are not looked for. */
function namesIn(item) {
  const names = [...item.querySelectorAll("[data-name]")].map((name) => name.textContent);
  const number = item.dataset.row ? [`Baris ${item.dataset.row}`] : [];
  return [...names, ...(item.dataset.aliases?.split("|") ?? []), ...number].map(nameOf);
}

/** 0 where a name begins with the whole text, 1 where every word begins a word of a name, Infinity where it does not fit. */
function rankOf(query, names) {
  const words = query.split(" ").map((word) => nameOf(word).letters).filter(Boolean);
  if (words.length === 0) {
    return query === "" ? 0 : Infinity;
  }

  const whole = words.join("");
  if (names.some((name) => name.starts.length > 0 && hasAt(name, 0, whole))) {
    return 0;
  }

  return isCovered(words, names) ? 1 : Infinity;
}

if (form && list) {
  const box = form.querySelector("input[type=search]");
  const status = document.querySelector("[data-lookup-status]");
  const empty = document.querySelector("[data-lookup-empty]");
  const suggestions = document.querySelector("[data-lookup-suggestions]");
  const jump = document.querySelector("[data-lookup-jump]");
  const elsewhere = document.querySelector("[data-lookup-elsewhere]");
  const cities = [...list.querySelectorAll("[data-city]")].map((section) => ({
    section,
    code: section.dataset.code,
    body: section.querySelector("dl"),
    groups: [...section.querySelectorAll("[data-place]")].map((group) => {
      const place = [...group.dataset.place.split("|"), ...section.dataset.city.split("|")].filter(Boolean).map(nameOf);
      return {
        group,
        place,
        isKecamatan: "kecamatan" in group.dataset,
        code: group.dataset.kecamatan ?? "",
        rows: [...group.querySelectorAll("dd > ul > li")].map((item) => ({ item, names: [...namesIn(item), ...place] })),
      };
    }),
  }));
  // The difference of two Infinities is no number.
  const rankForOrder = ({ rank }) => Math.min(rank, 2);

  /** Puts what fits best first, otherwise by code; rows that serve a whole city stay before its kecamatan. */
  const order = (items, parent, nodeOf) => {
    const sorted = [...items].sort((left, right) =>
      (left.code !== "") - (right.code !== "") || rankForOrder(left) - rankForOrder(right) || (left.code < right.code ? -1 : 1));
    sorted.forEach((item, index) => {
      if (parent.children[index] !== nodeOf(item)) {
        parent.insertBefore(nodeOf(item), parent.children[index]);
      }
    });
  };
  const suggest = (names) => {
    suggestions.hidden = names.length === 0;
    suggestions.querySelector("span").replaceChildren(...names.flatMap((name, index) => {
      const link = document.createElement("a");
      const address = new URL(location.href);
      address.searchParams.set("q", name);
      link.href = address.pathname + address.search;
      link.textContent = name;
      return index === 0 ? [link] : [", ", link];
    }));
  };

  /** Where nothing fits, the server knows what is spelled like it; without a line the form is still there. */
  let asked = 0;
  const askForSuggestions = async (query) => {
    const turn = ++asked;
    suggest([]);
    if (empty.hidden || query === "") {
      return;
    }

    try {
      const answer = await fetch(`/api/v1/search?q=${encodeURIComponent(query)}`);
      const { hits } = await answer.json();
      if (turn === asked) {
        suggest([...new Set(hits.filter((hit) => hit.guess).map((hit) => hit.text))].slice(0, MOST_SUGGESTIONS));
      }
    } catch {
      // The sentence above says what to do.
    }
  };

  const announce = (found, kecamatan, query) => {
    if (query === "") {
      status.textContent = "";
    } else if (found + kecamatan === 0) {
      status.textContent = `Tidak ada yang cocok dengan “${query}”.`;
    } else {
      status.textContent = `${kecamatan} kecamatan dan ${found} jabatan cocok dengan “${query}”.`;
    }
  };

  const filter = () => {
    const query = tidy(box.value);
    let found = 0;
    let kecamatan = 0;
    for (const city of cities) {
      for (const group of city.groups) {
        const ranks = group.rows.map(({ item, names }) => {
          const rank = rankOf(query, names);
          item.hidden = rank === Infinity;
          found += item.hidden ? 0 : 1;
          return rank;
        });
        group.rank = ranks.length === 0 ? rankOf(query, group.place) : Math.min(...ranks);
        group.group.hidden = group.rank === Infinity;
        kecamatan += !group.group.hidden && group.isKecamatan ? 1 : 0;
      }

      city.rank = Math.min(...city.groups.map(({ rank }) => rank));
      city.section.hidden = city.rank === Infinity;
      order(city.groups, city.body, ({ group }) => group);
    }

    order(cities, list, ({ section }) => section);
    empty.hidden = cities.some(({ section }) => !section.hidden);
    jump.hidden = query !== "";
    if (elsewhere) {
      elsewhere.hidden = true;
    }

    return { found, kecamatan, query };
  };

  // The list follows every key; the address and the announcement wait for a pause, so that a screen reader is not interrupted at each letter.
  let pause;
  box.addEventListener("input", () => {
    const result = filter();
    clearTimeout(pause);
    pause = setTimeout(() => {
      announce(result.found, result.kecamatan, result.query);
      askForSuggestions(result.query);
      const address = new URL(location.href);
      if (result.query === "") {
        address.searchParams.delete("q");
      } else {
        address.searchParams.set("q", result.query);
      }
      history.replaceState(null, "", address);
    }, 400);
  });

  // Enter takes the reader to what fits best instead of loading the same list again.
  form.addEventListener("submit", (event) => {
    let result;
    try {
      result = filter();
    } catch {
      return; // The server filters as well.
    }

    event.preventDefault();
    const { found, kecamatan, query } = result;
    announce(found, kecamatan, query);
    askForSuggestions(query);
    list.querySelector("[data-place]:not([hidden]) a")?.focus();
  });
}
